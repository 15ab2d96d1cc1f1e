import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { unitDirectory } from '../contract.ts'
import { unitsOf } from '../store.ts'
import { treeOf } from '../unit.ts'
import { storedUnit, writeUnit } from './store.ts'

describe('managing units', () => {
  let installation: Installation
  let place: TestGovernment
  let admin: Browser
  let branch: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    const own = await anAccount(installation, place, { username: 'umum.kominfo', unit: 'diskominfo' })
    await assign(installation, place, own.id, await aRole(installation, place, 'kepegawaian', [{ permission: 'organisation.manage', reach: 'unit-and-below' }]), 'diskominfo')
    ;[admin, branch] = [await signIn(installation, place, 'admin'), await signIn(installation, place, 'umum.kominfo')]
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const tree = () => installation.services.ask(unitDirectory).of(place.id)
  const valuesOf = async (slug: string) => {
    const unit = (await storedUnit(db(), place.units[slug]!))!
    return { name: unit.name, short_name: unit.shortName, kind: unit.kind, parent: unit.parentId ?? '', channel: unit.channel ? 'on' : '', address: unit.address ?? '', version: String(unit.version) }
  }
  const address = (slug: string) => `/kerja/unit/${place.units[slug]}`

  test('the tree is shown level by level, searched by name and filtered by kind', async () => {
    const top = (await admin.get('/kerja/unit')).body
    expect(top).toContain('Dinas Pekerjaan Umum')
    expect(top).not.toContain('Bidang Bina Marga')
    expect((await admin.get('/kerja/unit?induk=dpu')).body).toContain('Bidang Bina Marga')
    const found = (await admin.get('/kerja/unit?q=bina+marga')).body
    expect(found).toContain('Bidang Bina Marga')
    expect(found).toContain('1 unit cocok')
    expect((await admin.get('/kerja/unit?jenis=village')).body).toContain('Desa Kalisapu')
    expect((await admin.get('/kerja/unit?q=tidak-ada')).body).toContain('Lihat seluruh pohon unit')
  })

  test('a person sees and changes only what is in reach', async () => {
    const list = (await branch.get('/kerja/unit')).body
    expect(list).toContain('Bidang Informasi Publik')
    expect(list).not.toContain('Dinas Pekerjaan Umum')
    expect((await branch.get(address('dpu'))).statusCode).toBe(404)
    expect((await branch.get(`${address('dpu')}/ubah`)).statusCode).toBe(404)
    expect((await branch.post(`${address('diskominfo-ikp')}/ubah`, { ...(await valuesOf('diskominfo-ikp')), parent: place.units.dpu! })).statusCode).toBe(422)
    expect((await branch.post(`${address('diskominfo')}/ubah`, { ...(await valuesOf('diskominfo')), address: 'Jl. Baru 1' })).statusCode).toBe(303)
    expect((await branch.post('/kerja/unit/baru', { name: 'Seksi Media', short_name: 'Seksi Media', kind: 'section', parent: place.units.slawi! })).statusCode).toBe(422)
  })

  test('a new unit has a free address of its own and its channel opens at once', async () => {
    const answer = await admin.post('/kerja/unit/baru?induk=pemerintah', { name: 'Dinas Kesehatan', short_name: 'Dinkes', kind: 'agency', parent: place.units.pemerintah!, channel: 'on', email: 'Dinkes@contoh.id' })
    expect(answer.statusCode).toBe(303)
    const again = await admin.post('/kerja/unit/baru', { name: 'Dinkes kedua', short_name: 'Dinkes', kind: 'agency', parent: place.units.pemerintah!, channel: 'on' })
    expect(again.statusCode).toBe(303)
    await expect.poll(async () => (await tree()).all.map(unit => unit.slug)).toEqual(expect.arrayContaining(['dinkes', 'dinkes-2']))
    expect((await installation.web.server.inject({ url: '/kanal/dinkes', headers: { host: place.host } })).body).toContain('dinkes@contoh.id')
  })

  test('what is missing or wrong is said beside its field and nothing typed is lost', async () => {
    const answer = await admin.post('/kerja/unit/baru', { name: 'X', short_name: 'Unit tanpa induk', kind: '', parent: '', email: 'bukan surel', npsn: '12' })
    expect(answer.statusCode).toBe(422)
    for (const text of ['Isi nama unit', 'Pilih jenis', 'Tulis alamat surel', 'NPSN terdiri atas 8 angka', 'Unit tanpa induk']) expect(answer.body).toContain(text)
  })

  test('a unit moves with all below it, and never below itself', async () => {
    const below = await admin.post(`${address('dpu')}/ubah`, { ...(await valuesOf('dpu')), parent: place.units['dpu-bina-marga']! })
    expect(below.statusCode).toBe(422)
    expect(below.body).toContain('ke bawah dirinya sendiri')
    expect((await admin.post(`${address('dpu')}/ubah`, { ...(await valuesOf('dpu')), parent: place.units.slawi! })).statusCode).toBe(303)
    await expect.poll(async () => (await tree()).ancestors(place.units['dpu-bina-marga']!).map(unit => unit.slug)).toEqual(['pemerintah', 'slawi', 'dpu', 'dpu-bina-marga'])
    expect((await admin.post(`${address('dpu')}/ubah`, { ...(await valuesOf('dpu')), parent: place.units.pemerintah! })).statusCode).toBe(303)
    const { rows } = await sql`select 1 from platform.outbox where name = 'organisation.unit-changed' and payload ->> 'unitId' = ${place.units.dpu}`.execute(db())
    expect(rows).toHaveLength(2)
  })

  test('the government itself stays the root, whatever the form says', async () => {
    expect((await admin.post(`${address('pemerintah')}/ubah`, { ...(await valuesOf('pemerintah')), kind: 'agency', parent: place.units.dpu!, name: 'Pemerintah Kabupaten' })).statusCode).toBe(303)
    expect(await storedUnit(db(), place.units.pemerintah!)).toMatchObject({ kind: 'government', parentId: null, name: 'Pemerintah Kabupaten' })
  })

  test('a stale form is told so, keeps what was typed and shows what is stored', async () => {
    const stale = await valuesOf('slawi')
    await admin.post(`${address('slawi')}/ubah`, { ...stale, name: 'Kecamatan Slawi Kota' })
    const answer = await admin.post(`${address('slawi')}/ubah`, { ...stale, name: 'Kecamatan Slawi Baru' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Kecamatan Slawi Baru')
    expect(answer.body).toContain('Kecamatan Slawi Kota')
    const version = /name="version" value="(\d+)"/.exec(answer.body)![1]!
    expect((await admin.post(`${address('slawi')}/ubah`, { ...stale, name: 'Kecamatan Slawi Baru', version })).statusCode).toBe(303)
  })
})

describe('a tree under random moves', () => {
  let installation: Installation
  let place: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  test('path and parent agree, no move closes a circle, and memory and database name the same units below', async () => {
    const slugs = Object.keys(place.units)
    const { database } = installation.services
    const move = fc.record({ unit: fc.constantFrom(...slugs.filter(slug => slug !== 'pemerintah')), to: fc.constantFrom(...slugs) })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), async moves => {
        for (const { unit, to } of moves) {
          const [id, parentId] = [place.units[unit]!, place.units[to]!]
          const db = database.of(place.id)
          const circle = treeOf(await unitsOf(db)).below(id).includes(parentId)
          const moved = database.transaction(place.id, async tx => writeUnit(tx, id, { ...(await storedUnit(tx, id))!, parentId }))
          if (circle) await expect(moved).rejects.toMatchObject({ code: '23514' })
          else await moved
        }
        const tree = treeOf(await unitsOf(database.of(place.id)))
        const { rows } = await sql<{ id: string; path: string; above: string | null; below: string[] }>`
          select u.id, u.path::text as path, p.path::text as above, (select array_agg(b.id order by b.id) from organisation.unit b where b.path <@ u.path) as below
          from organisation.unit u left join organisation.unit p on p.id = u.parent_id`.execute(database.of(place.id))
        for (const { id, path, above, below } of rows) {
          expect(path).toBe(above ? `${above}.${id}` : id)
          expect([...tree.below(id)].sort()).toEqual(below)
          expect(tree.ancestors(id).map(unit => unit.id).join('.')).toBe(path)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
