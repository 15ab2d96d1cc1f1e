import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { aBrowser, aRole, anAccount, assign, signIn } from '#modules/identity/testing.ts'
import { covers, person, type Account, type ReachKind } from '#platform/access/who.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { search } from '#platform/search/search.ts'
import { countByState, officeItems, tables, workingById } from './store.ts'
import { aPublication } from './testing.ts'

describe('what is shown, counted, exported and served agrees with the policy', () => {
  let installation: Installation
  let tegal: TestGovernment
  let purbalingga: TestGovernment
  const made: { id: string; unit: string; owner: string | null }[] = []
  const people: string[] = []
  const unitSlugs = ['pemerintah', 'diskominfo', 'diskominfo-ikp', 'dpu', 'dpu-bina-marga', 'slawi', 'kalisapu']

  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    purbalingga = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    for (const unit of ['diskominfo', 'dpu', 'kalisapu']) people.push((await anAccount(installation, tegal, { unit })).id)
    for (const [i, unit] of [...unitSlugs, ...unitSlugs, ...unitSlugs].entries()) {
      const owner = i % 3 === 0 ? null : people[i % people.length]!
      const id = await aPublication(installation.services, tegal, { unit, by: owner, state: i % 2 ? 'draft' : 'published', content: { title: `Kabar ${unit} nomor ${i}` } })
      made.push({ id, unit, owner })
    }
    for (const unit of unitSlugs) await aPublication(installation.services, purbalingga, { unit, state: 'draft', content: { title: `Rahasia Purbalingga ${unit}` } })
  })
  afterAll(() => installation.close())

  const reaches: ReachKind[] = ['own', 'unit', 'unit-and-below', 'government']
  const held = fc.array(fc.record({ reach: fc.constantFrom(...reaches), unit: fc.constantFrom(...unitSlugs) }), { maxLength: 3 })

  test('lists, counts and single records, for random roles', async () => {
    const tree = await installation.services.ask(unitDirectory).of(tegal.id)
    const db = installation.services.database.of(tegal.id)
    await fc.assert(
      fc.asyncProperty(held, fc.nat(people.length - 1), async (grants, who) => {
        const account = { id: people[who]!, unitId: tegal.units.dpu! } as Account
        const someone = person(account, grants.map(g => ({ permission: 'publications.read', reach: g.reach, unitId: tegal.units[g.unit]! })), tree.below)
        const reach = someone.reach('publications.read')
        const allowed = made.filter(p => covers(reach, { unitId: tegal.units[p.unit]!, ownerId: p.owner })).map(p => p.id)
        const { items } = await officeItems(db, reach, { limit: 100 })
        expect(items.map(p => p.id).toSorted()).toEqual(allowed.toSorted())
        const counts = await countByState(db, reach)
        expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(items.filter(p => p.state !== 'published').length)
        const found = await search(db, someone, { text: 'kabar nomor', kind: 'working-copy', office: ['publications.read'], limit: 100 })
        expect(found.hits.map(hit => hit.id).toSorted()).toEqual(allowed.toSorted())
      }),
      { numRuns: 40 },
    )
  })

  test('over HTTP a record of a stranger answers as if it did not exist, and the list does not name it', async () => {
    const role = await aRole(installation, tegal, 'pembaca-dpu', [{ permission: 'publications.read', reach: 'unit-and-below' }, { permission: 'publications.write', reach: 'unit' }])
    const { id, username } = await anAccount(installation, tegal, { unit: 'dpu' })
    await assign(installation, tegal, id, role, 'dpu')
    const browser = await signIn(installation, tegal, username)
    const inside = new Set(['dpu', 'dpu-bina-marga'])
    const list = (await browser.get('/kerja/publikasi')).body
    const file = (await browser.get('/kerja/publikasi/unduh.csv')).body
    for (const publication of made) {
      const seen = inside.has(publication.unit)
      for (const path of ['', '/versi', '/versi/banding?dari=1&ke=1']) expect((await browser.get(`/kerja/publikasi/${publication.id}${path}`)).statusCode, `${publication.unit}${path}`).toBe(seen ? 200 : 404)
      expect([list.includes(publication.id), file.includes(publication.id)]).toEqual([seen, seen])
    }
    // Permitted at the door, but the text is of another unit: reading it is not enough to change it.
    const below = made.find(p => p.unit === 'dpu-bina-marga')!
    expect((await browser.get(`/kerja/publikasi/${below.id}/kirim`)).statusCode).toBe(403)
  })

  test('a picture of a draft opens to those who read its unit’s drafts; a letter’s paper of that unit opens to nobody here', async () => {
    const { database, files } = installation.services
    const put = (shared: boolean) => files.put(database.of(tegal.id), tegal.id, { name: 'naskah.txt', mediaType: 'text/plain', body: Buffer.from('isi berkas'), unitId: tegal.units.dpu!, public: false, shared })
    const [draft, letter] = [await put(true), await put(false)]
    const readers = { dpu: true, kalisapu: false, pemerintah: true }
    for (const [unit, reads] of Object.entries(readers)) {
      const { id, username } = await anAccount(installation, tegal, { unit })
      await assign(installation, tegal, id, await aRole(installation, tegal, `berkas-${unit}`, (['publications.read', 'pages.read'] as const).map(permission => ({ permission, reach: unit === 'pemerintah' ? 'government' : 'unit' }))), unit)
      const browser = await signIn(installation, tegal, username)
      for (const room of ['publikasi', 'halaman']) {
        expect((await browser.get(`/kerja/${room}/berkas/${draft.id}/naskah.txt`)).statusCode, `${unit}, ${room}`).toBe(reads ? 200 : 404)
        expect((await browser.get(`/kerja/${room}/berkas/${letter.id}/naskah.txt`)).statusCode, `${unit}, ${room}`).toBe(404)
      }
    }
    // Naming the letter's paper in a text, as somebody of the unit might, does not open it to the public either.
    await database.transaction(tegal.id, tx => files.setPublic(tx, [letter.id], true, { ids: [letter.id], unitId: tegal.units.dpu! }))
    expect((await aBrowser(installation, tegal).get(`/berkas/${letter.id}/naskah.txt`)).statusCode).toBe(404)
  })

  test('visitors find published texts only, by list, address and search', async () => {
    const visitor = aBrowser(installation, tegal)
    const all = (await visitor.get('/berita')).body + (await visitor.get('/cari?q=kabar')).body + (await visitor.get('/feed.json')).body
    for (const [i, publication] of made.entries()) expect(all.includes(`nomor ${i}<`) || all.includes(`nomor ${i}"`), publication.unit).toBe(i % 2 === 0)
    expect((await visitor.get('/kerja/publikasi')).statusCode).toBe(303)
  })

  test('nothing crosses governments, even when a query forgets every filter', async () => {
    const tegalDb = installation.services.database.of(tegal.id)
    const rows = await tables(tegalDb).selectFrom('publications.publication').selectAll().execute()
    expect(rows).toHaveLength(made.length)
    expect(rows.every(row => row.government_id === tegal.id)).toBe(true)
    const foreign = await tables(installation.services.database.of(purbalingga.id)).selectFrom('publications.publication').select('id').execute()
    expect(await workingById(tegalDb, foreign[0]!.id)).toBeNull()
    expect((await search(tegalDb, null, { text: 'rahasia purbalingga', limit: 10 })).hits).toEqual([])
    expect(await tables(installation.services.database.shared).selectFrom('publications.publication').select('id').execute()).toEqual([])
    const stolen = tables(tegalDb).updateTable('publications.publication').set({ title: 'diambil' }).where('id', '=', foreign[0]!.id).executeTakeFirst()
    expect((await stolen).numUpdatedRows).toBe(0n)
    await expect(tables(tegalDb).insertInto('publications.bundle').values({ government_id: purbalingga.id, unit_id: tegal.units.dpu!, title: 'menyusup' }).execute()).rejects.toThrow(/row-level security/)
  })
})
