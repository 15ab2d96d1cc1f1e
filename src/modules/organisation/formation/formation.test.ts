import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aRole, anAccount, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { governmentDirectory, posts, type HoldingKind, type PostKind } from '../contract.ts'
import { insertPosition, plainPosition } from '../positions/store.ts'
import { datasets, indicators } from './exports.ts'

const dayFrom = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')

describe('the formation of a government', () => {
  let installation: Installation
  let place: TestGovernment
  let admin: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    admin = await signIn(installation, place, 'admin')
    await installation.services.database.transaction(place.id, async tx => {
      const add = async (unit: string, title: string, kind: PostKind, ...holders: [HoldingKind, string][]) => {
        const postId = await insertPosition(tx, place.units[unit]!, { ...plainPosition, title, rank: kind === 'jpt' ? 1 : 20, kind, grade: kind === 'jpt' ? 14 : null })
        for (const [how, name] of holders) await installation.services.ask(posts).appoint(tx, { postId, kind: how, name, nip: null, accountId: null, employeeId: null, from: dayFrom(-3), to: how === 'definitif' ? null : dayFrom(3), decree: { number: `821.2/${name}`, on: dayFrom(-5), fileId: null }, reason: null })
      }
      await add('dpu', 'Kepala Dinas PU', 'jpt', ['definitif', 'Haryo'], ['plh', 'Siti'])
      await add('dpu-bina-marga', 'Kepala Bidang Bina Marga', 'administrator', ['plt', 'Slamet'])
      await add('dpu-bina-marga', 'Pengadministrasi', 'pelaksana')
      await add('slawi', 'Camat Slawi', 'administrator', ['plt', 'Satu'], ['plt', 'Dua'])
      await add('diskominfo', 'Kepala Dinas Kominfo', 'jpt', ['definitif', 'Endang'])
    })
  })
  afterAll(() => installation.close())

  const rowsOf = async (browser: Browser, query = '') => (await browser.get(`/kerja/formasi/unduh.csv${query}`)).body.trim().split(/\r?\n/).slice(1).map(line => line.split(/[,;]/)[1])
  const numbers = (body: string) => [...body.matchAll(/<a[^>]*href="\/kerja\/formasi[^"]*"[^>]*>\s*(Semua|Lowong|Dijabat Plt\. atau Plh\.|Tumpang tindih)[^<]*(?:<[^>]+>[^<\d]*)*(\d+)/g)].map(([, label, n]) => `${label} ${n}`)

  test('counts every position once, says what is vacant, led by stand-ins or overlapping, and lists the same', async () => {
    const page = (await admin.get('/kerja/formasi')).body
    expect(numbers(page)).toEqual(['Semua 5', 'Lowong 3', 'Dijabat Plt. atau Plh. 3', 'Tumpang tindih 1'])
    expect(page).toContain('2 dari 5 jabatan')
    expect(page).toContain('Haryo, Plh. Siti')
    expect(page).toContain('<small>Bidang Bina Marga</small>')
    expect((await rowsOf(admin)).toSorted()).toEqual(['Camat Slawi', 'Kepala Bidang Bina Marga', 'Kepala Dinas Kominfo', 'Kepala Dinas PU', 'Pengadministrasi'])
    expect((await rowsOf(admin, '?keadaan=lowong')).toSorted()).toEqual(['Camat Slawi', 'Kepala Bidang Bina Marga', 'Pengadministrasi'])
    expect((await rowsOf(admin, '?keadaan=sementara')).toSorted()).toEqual(['Camat Slawi', 'Kepala Bidang Bina Marga', 'Kepala Dinas PU'])
    expect(await rowsOf(admin, '?keadaan=tumpang-tindih')).toEqual(['Camat Slawi'])
    expect((await rowsOf(admin, '?unit=dpu')).toSorted()).toEqual(['Kepala Bidang Bina Marga', 'Kepala Dinas PU', 'Pengadministrasi'])
    expect(await rowsOf(admin, '?unit=dpu&jenis=pelaksana')).toEqual(['Pengadministrasi'])
    expect((await admin.get('/kerja/formasi?unit=kalisapu')).body).toContain('Lihat seluruh formasi')
  })

  test('shows and downloads no more than one’s reach, and nothing without it', async () => {
    const { id, username } = await anAccount(installation, place, { unit: 'dpu' })
    await assign(installation, place, id, await aRole(installation, place, 'kepegawaian-dpu', [{ permission: 'organisation.see-formation', reach: 'unit-and-below' }]), 'dpu')
    const branch = await signIn(installation, place, username)
    expect(await rowsOf(branch)).toHaveLength(3)
    expect(await rowsOf(branch, '?unit=slawi')).toEqual([])
    const page = (await branch.get('/kerja/formasi')).body
    expect(numbers(page)[0]).toBe('Semua 3')
    expect(page).not.toContain('href="/kerja/jabatan/')
    const stranger = await signIn(installation, place, (await anAccount(installation, place)).username)
    expect((await stranger.get('/kerja/formasi')).statusCode).toBe(403)
    expect((await stranger.get('/kerja/formasi/unduh.csv')).statusCode).toBe(403)
  })

  test('many positions are walked page by page, each once', async () => {
    await installation.services.database.transaction(place.id, async tx => {
      for (let i = 0; i < 130; i++) await insertPosition(tx, place.units.kalisapu!, { ...plainPosition, title: `Staf ${String(i).padStart(3, '0')}`, rank: 50, kind: 'pelaksana', code: `S.${i}` })
    })
    const seen: string[] = []
    let address: string | undefined = '/kerja/formasi'
    while (address) {
      const { body } = await admin.get(address)
      seen.push(...[...body.matchAll(/href="\/kerja\/jabatan\/([0-9a-f-]{36})"/g)].map(([, id]) => id!))
      address = /href="([^"]*setelah=[^"]*)"[^>]*>[^<]*Berikutnya/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(135)
    expect(new Set(seen).size).toBe(135)
    await sql`delete from organisation.position where rank = 50`.execute(installation.services.database.of(place.id))
  })

  test('as open data it has numbers and no person; leaders read how much is vacant', async () => {
    const { services } = installation
    const government = (await services.ask(governmentDirectory).byId(place.id))!
    const context = { db: services.database.of(place.id), government, now: new Date(), ask: services.ask }
    const rows = await datasets[0]!.rows(context)
    expect(rows).toContainEqual({ unit: 'Bidang Bina Marga', jenis: 'Administrator', jabatan: 1, terisi: 0, lowong: 1, sementara: 1 })
    expect(rows.reduce((sum, row) => sum + Number(row.jabatan), 0)).toBe(5)
    expect(JSON.stringify(rows)).not.toMatch(/Haryo|Siti|Slamet/)
    expect(await indicators[0]!.measure(context)).toEqual({ value: 3, of: 5, source: '/kerja/formasi?keadaan=lowong' })
  })
})
