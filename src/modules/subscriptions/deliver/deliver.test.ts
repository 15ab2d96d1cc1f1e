import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { startRelay } from '#platform/events/relay.ts'
import { tell } from '#platform/events/events.ts'
import { fromLocal } from '#platform/time/zone.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { published, publicationsPort } from '#modules/publications/contract.ts'
import { subscriptions } from '../module.ts'
import { aPublication, aReader, lettersTo, linkIn, until } from '../testing.ts'
import { beginDue } from './digest.ts'

describe('telling readers', () => {
  let installation: Installation
  let tegal: TestGovernment
  let stopRelay: () => Promise<void>
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    stopRelay = startRelay(installation.services, subscriptions.listens!, async () => [{ id: tegal.id }])
    await installation.work()
  })
  afterAll(async () => {
    await stopRelay()
    await installation.close()
  })

  const db = () => installation.services.database.of(tegal.id)
  /** Subjects of the news letters an address got. */
  const newsTo = async (address: string) => (await lettersTo(installation, tegal, address)).filter(letter => letter.headers['List-Unsubscribe']).map(letter => letter.subject)
  /** Everything told so far has been heard, and every job that followed is done. */
  const quiet = () =>
    until(async () => {
      const { rows } = await sql<{ n: number }>`select (select count(*) from platform.outbox where relayed_at is null) + (select count(*) from pgboss.job where name ~ '^(event|subscriptions)' and state in ('created', 'retry', 'active')) as n`.execute(db())
      return Number(rows[0]!.n) === 0
    })

  test('reaches those whose choice it is, each once, however often it is told', async () => {
    await aReader(installation, tegal, 'semua@contoh.id')
    await aReader(installation, tegal, 'dpu@contoh.id', { unit: 'dpu' })
    await aReader(installation, tegal, 'banjir@contoh.id', { tagar: 'banjir' })
    await aReader(installation, tegal, 'banjir@contoh.id', { unit: 'dpu', jenis: 'pengumuman' })
    const id = await aPublication(installation, tegal, { unit: 'dpu', kind: 'pengumuman', tags: ['Banjir'], title: 'Jalan ditutup karena banjir' })
    await installation.services.database.transaction(tegal.id, async tx => {
      const again = { id, unitId: tegal.units.dpu!, kind: 'pengumuman' as const, correction: false }
      await tell(tx, published, again)
      await tell(tx, published, again)
    })
    await aPublication(installation, tegal, { unit: 'slawi', title: 'Pasar murah di Slawi' })
    await quiet()
    expect((await newsTo('semua@contoh.id')).toSorted()).toEqual(['Jalan ditutup karena banjir', 'Pasar murah di Slawi'])
    expect(await newsTo('dpu@contoh.id')).toEqual(['Jalan ditutup karena banjir'])
    expect(await newsTo('banjir@contoh.id')).toEqual(['Jalan ditutup karena banjir'])
  })

  test('says how to stop, to people and to mail programs', async () => {
    const letter = (await lettersTo(installation, tegal, 'dpu@contoh.id')).at(-1)!
    expect(letter.text).toContain(`http://${tegal.host}/berita/`)
    expect(letter.headers['List-Unsubscribe']).toBe(`<http://${tegal.host}${linkIn(letter, 'berhenti')}>`)
    expect(letter.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect((await aBrowser(installation, tegal).get(linkIn(letter, 'kelola'))).body).toContain('Dinas Pekerjaan Umum')
  })

  test('leaves out corrections, archives of an old site, and what was withdrawn meanwhile', async () => {
    await aReader(installation, tegal, 'teliti@contoh.id')
    const id = await aPublication(installation, tegal, { title: 'Dikoreksi kemudian' })
    await quiet()
    await installation.services.database.transaction(tegal.id, tx => tell(tx, published, { id, unitId: tegal.units.diskominfo!, kind: 'berita', correction: true }))
    await aPublication(installation, tegal, { title: 'Dari situs lama', publishedAt: new Date(Date.now() - 4 * 86_400_000) })
    await stopRelay()
    const withdrawn = await aPublication(installation, tegal, { title: 'Ditarik lagi' })
    await installation.services.database.transaction(tegal.id, tx => installation.services.ask(publicationsPort).withdraw(tx, withdrawn, null))
    stopRelay = startRelay(installation.services, subscriptions.listens!, async () => [{ id: tegal.id }])
    await quiet()
    expect(await newsTo('teliti@contoh.id')).toEqual(['Dikoreksi kemudian'])
  })

  test('goes on batch by batch until everyone has been told', async () => {
    await sql`with reader as (
        insert into subscriptions.subscriber (channel, address_hash, sealed, token_hash, language, origin)
        select 'mail', int4send(n), (select sealed from subscriptions.subscriber limit 1), int4send(-n), 'id', 'http://x' from generate_series(1, 230) n returning id)
      insert into subscriptions.subscription (subscriber_id, unit_id, frequency, confirmed_at) select id, ${tegal.units.kalisapu}, 'at-once', now() from reader`.execute(db())
    const id = await aPublication(installation, tegal, { unit: 'kalisapu' })
    await quiet()
    const { rows } = await sql<{ n: number; letters: number }>`select count(*)::int as n, count(distinct mail_id)::int as letters from subscriptions.delivery d where publication_id = ${id}
      and exists (select from subscriptions.subscriber s where s.id = d.subscriber_id and s.origin = 'http://x')`.execute(db())
    expect(rows[0]).toEqual({ n: 230, letters: 230 })
    await sql`delete from subscriptions.subscriber where origin = 'http://x'`.execute(db())
  })

  test('waits for seven in the morning of the government where a summary is wanted', async () => {
    await aReader(installation, tegal, 'pagi@contoh.id', { frekuensi: 'daily', unit: 'dpu-bina-marga' })
    await aPublication(installation, tegal, { unit: 'dpu-bina-marga', title: 'Jembatan dibuka' })
    await aPublication(installation, tegal, { unit: 'dpu-bina-marga', title: 'Jalan diaspal' })
    const gone = await aPublication(installation, tegal, { unit: 'dpu-bina-marga', title: 'Keliru terbit' })
    await quiet()
    await installation.services.database.transaction(tegal.id, tx => installation.services.ask(publicationsPort).withdraw(tx, gone, null))
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const at = (time: string) => fromLocal(`${tomorrow}T${time}`, 'Asia/Jakarta')
    await beginDue(installation.services, tegal.id, at('06:59'))
    await quiet()
    expect(await newsTo('pagi@contoh.id')).toEqual([])
    await beginDue(installation.services, tegal.id, at('07:00'))
    await beginDue(installation.services, tegal.id, at('07:05'))
    await quiet()
    expect(await newsTo('pagi@contoh.id')).toEqual(['2 kabar baru dari Kabupaten Tegal'])
    const text = (await lettersTo(installation, tegal, 'pagi@contoh.id')).at(-1)!.text
    expect(text).toContain('Jembatan dibuka')
    expect(text).toContain('Jalan diaspal')
    expect(text).not.toContain('Keliru terbit')
  })

  test('comes at once when one of several choices says so', async () => {
    await aReader(installation, tegal, 'dua@contoh.id', { frekuensi: 'daily', unit: 'diskominfo-ikp' })
    await aReader(installation, tegal, 'dua@contoh.id', { jenis: 'infografis' })
    await aPublication(installation, tegal, { unit: 'diskominfo-ikp', kind: 'infografis', title: 'Angka hari ini' })
    await quiet()
    expect(await newsTo('dua@contoh.id')).toEqual(['Angka hari ini'])
  })

  test('never crosses into another government', async () => {
    const purbalingga = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    await until(() => installation.services.ask(governmentDirectory).owning(purbalingga.host))
    await aReader(installation, purbalingga, 'tetangga@contoh.id')
    await aPublication(installation, tegal, { title: 'Hanya untuk Tegal' })
    await quiet()
    expect(await newsTo('tetangga@contoh.id')).toEqual([])
    expect(await lettersTo(installation, purbalingga, 'tetangga@contoh.id')).toHaveLength(1)
  })
})
