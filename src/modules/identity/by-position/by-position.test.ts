import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Permission, ReachKind } from '#platform/access/who.ts'
import { dayIn } from '#platform/time/zone.ts'
import { candidates, posts, type HoldingKind } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { people } from '../contract.ts'
import { grantsOf } from '../store.ts'
import { aRole, anAccount, assign, signIn, type Browser } from '../testing.ts'
import { writePositionRoles } from './store.ts'

const dayFrom = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')

describe('roles that come with a position', () => {
  let installation: Installation
  let place: TestGovernment
  let admin: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    admin = await signIn(installation, place, 'admin')
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const port = () => installation.services.ask(posts)
  const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
  const newPost = (unit: string, title: string) => aPost(installation, place, unit, title)
  const appoint = (postId: string, accountId: string, kind: HoldingKind, from: string, to: string | null) =>
    appointed(installation, place, postId, { accountId, kind, from, to })

  test('are held exactly on the days of the holding, beside the roles of one’s own', async () => {
    const slugs = ['dpu', 'slawi', 'diskominfo']
    const accounts = [await anAccount(installation, place), await anAccount(installation, place), await anAccount(installation, place)].map(one => one.id)
    const permissions: Permission[] = ['surat.paraf', 'surat.teken', 'surat.baca']
    const reaches: ReachKind[] = ['unit', 'unit-and-below', 'government']
    const roles = await Promise.all(permissions.map((permission, i) => aRole(installation, place, `sifat-${i}`, [{ permission, reach: reaches[i]! }])))
    await within(tx => sql`insert into identity.assignment (account_id, role_id, unit_id, days) values (${accounts[0]}, ${roles[2]}, ${place.units.kalisapu}, daterange(${dayFrom(-1)}::date, null))`.execute(tx))
    const positions = await Promise.all(slugs.map(slug => newPost(slug, `Jabatan ${slug}`)))
    const holding = fc.record({ post: fc.nat(2), account: fc.nat(2), kind: fc.constantFrom<HoldingKind>('definitif', 'plt', 'plh'), begins: fc.integer({ min: -6, max: 6 }), lasts: fc.nat(6) })
    const cases = fc.record({ holdings: fc.array(holding, { maxLength: 6 }), given: fc.array(fc.record({ post: fc.nat(2), role: fc.nat(2), above: fc.boolean() }), { maxLength: 5 }), day: fc.integer({ min: -8, max: 14 }) })
    await fc.assert(
      fc.asyncProperty(cases, async ({ holdings, given, day }) => {
        await within(tx => sql`delete from organisation.holding`.execute(tx))
        const stored: typeof holdings = []
        for (const one of holdings) await appoint(positions[one.post]!, accounts[one.account]!, one.kind, dayFrom(one.begins), dayFrom(one.begins + one.lasts)).then(() => stored.push(one), () => {})
        const wanted = given.filter((one, i) => given.findIndex(other => other.post === one.post && other.role === one.role) === i)
        const unitOf = (one: (typeof given)[number]) => place.units[one.above ? 'pemerintah' : slugs[one.post]!]!
        for (const [i, id] of positions.entries()) await within(tx => writePositionRoles(tx, id, wanted.filter(one => one.post === i).map(one => ({ roleId: roles[one.role]!, unitId: unitOf(one) }))))
        for (const [i, accountId] of accounts.entries()) {
          const held = stored.filter(one => one.account === i && one.begins <= day && day <= one.begins + one.lasts)
          const expected = wanted.filter(one => held.some(({ post }) => post === one.post)).map(one => `${permissions[one.role]} ${reaches[one.role]} ${unitOf(one)}`)
          if (i === 0 && day >= -1) expected.push(`surat.baca government ${place.units.kalisapu}`)
          const { grants } = await grantsOf(installation.services, db(), accountId, dayFrom(day))
          expect(grants.map(one => `${one.permission} ${one.reach} ${one.unitId}`).sort()).toEqual([...new Set(expected)].sort())
        }
      }),
      { numRuns: 40 },
    )
    await within(tx => sql`delete from organisation.holding`.execute(tx))
  }, 120_000)

  test('a Plh. may for as long as it lasts, from the next click on, and not a click longer', async () => {
    const { id, username } = await anAccount(installation, place, { unit: 'dpu' })
    const browser = await signIn(installation, place, username)
    const may = async () => (await browser.get('/kerja/formasi')).statusCode
    expect(await may()).toBe(403)
    const post = await newPost('dpu', 'Kepala Dinas Pekerjaan Umum')
    const { rows } = await sql<{ id: string }>`select id from identity.role where code = 'leader'`.execute(db())
    expect((await admin.post(`/kerja/jabatan/${post}/peran`, { peran: rows[0]!.id, unit: place.units.dpu! })).statusCode).toBe(303)
    await appoint(post, id, 'plh', dayFrom(1), dayFrom(2))
    expect(await may()).toBe(403)
    const holding = await appoint(post, id, 'plh', dayFrom(-1), dayFrom(3))
    await expect.poll(may).toBe(200)
    expect((await browser.get('/akun')).body).toContain('dari jabatan Kepala Dinas Pekerjaan Umum')
    const found = await installation.services.ask(people).holding(db(), 'organisation.see-formation', place.units.kalisapu!)
    expect(found.map(one => one.id)).toContain(id)
    await within(tx => port().end(tx, holding, dayFrom(-1)))
    await expect.poll(may).toBe(403)
    expect((await installation.services.ask(people).holding(db(), 'organisation.see-formation', place.units.kalisapu!)).map(one => one.id)).not.toContain(id)
  })

  test('taking a role off the position takes it from its holder', async () => {
    const { id, username } = await anAccount(installation, place, { unit: 'slawi' })
    const post = await newPost('slawi', 'Camat Slawi')
    const { rows } = await sql<{ id: string }>`select id from identity.role where code = 'leader'`.execute(db())
    await admin.post(`/kerja/jabatan/${post}/peran`, { peran: rows[0]!.id, unit: place.units.pemerintah! })
    await appoint(post, id, 'definitif', dayFrom(-9), null)
    const browser = await signIn(installation, place, username)
    expect((await browser.get('/kerja/formasi')).statusCode).toBe(200)
    expect((await admin.post(`/kerja/jabatan/${post}/peran`, { unit: place.units.pemerintah! })).statusCode).toBe(303)
    await expect.poll(async () => (await browser.get('/kerja/formasi')).statusCode).toBe(403)
  })

  test('nobody puts more into a position than they have, or takes it out', async () => {
    const { id, username } = await anAccount(installation, place, { unit: 'diskominfo' })
    await assign(installation, place, id, await aRole(installation, place, 'pengelola-akun', [{ permission: 'identity.manage-accounts', reach: 'unit-and-below' }, { permission: 'publications.write', reach: 'unit-and-below' }]), 'diskominfo')
    const narrow = await signIn(installation, place, username)
    const post = await newPost('diskominfo', 'Kepala Dinas Kominfo')
    const small = await aRole(installation, place, 'penulis-saja', [{ permission: 'publications.write', reach: 'unit' }])
    const { rows } = await sql<{ id: string }>`select id from identity.role where code = 'administrator'`.execute(db())
    const address = `/kerja/jabatan/${post}/peran`
    expect((await narrow.post(address, { peran: rows[0]!.id, unit: place.units.diskominfo! })).statusCode).toBe(422)
    expect((await narrow.post(address, { peran: small, unit: place.units.pemerintah! })).statusCode).toBe(422)
    expect((await narrow.post(address, { peran: small, unit: place.units.diskominfo! })).statusCode).toBe(303)
    expect((await narrow.get(`/kerja/jabatan/${await newPost('dpu', 'Sekretaris')}/peran`)).statusCode).toBe(404)
    await admin.post(address, { peran: [rows[0]!.id, small], unit: place.units.diskominfo! })
    expect((await narrow.get(address)).body).toContain('Diatur oleh administrator yang lebih luas: Administrator')
    await narrow.post(address, { unit: place.units.diskominfo! })
    const { rows: left } = await sql<{ id: string }>`select role_id as id from identity.position_role where position_id = ${post}`.execute(db())
    expect(left.map(one => one.id)).toEqual([rows[0]!.id])
    // Whoever will hold more than they have is not theirs to manage from today on.
    const { id: coming } = await anAccount(installation, place, { unit: 'diskominfo' })
    expect((await narrow.get(`/kerja/akun/${coming}`)).body).toContain('value="nonaktifkan"')
    await appoint(post, coming, 'definitif', dayFrom(5), null)
    expect((await narrow.get(`/kerja/akun/${coming}`)).body).not.toContain('value="nonaktifkan"')
  })

  test('people are found for a position by part of their name or by their whole NIP, and only while their account is active', async () => {
    const { id } = await anAccount(installation, place, { name: 'Endang 100% Kusumastuti', nip: '197204061998032910', title: 'Kepala Dinas' })
    const found = async (text: string) => (await installation.services.ask(candidates).search(db(), text)).map(one => one.accountId)
    expect([await found('kusumas'), await found('19720406 199803 2 910'), await found('0% K')]).toEqual([[id], [id], [id]])
    expect([await found('1972'), await found('tak ada'), await found('0_ K')]).toEqual([[], [], []])
    await within(tx => sql`update identity.account set state = 'inactive' where id = ${id}`.execute(tx))
    expect(await found('kusumas')).toEqual([])
    expect(await installation.services.ask(candidates).byId(db(), id)).toBeNull()
  })
})
