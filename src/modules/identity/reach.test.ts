import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { covers, person, within, type Account, type Grant, type Permission, type ReachKind } from '#platform/access/who.ts'
import { openDatabase } from '#platform/db/database.ts'
import { people } from './contract.ts'
import { mergedTemplates, reachKinds } from '#platform/access/role-templates.ts'
import { coversGrant, mayAssign } from './roles.ts'
import { aRole, anAccount, assign } from './testing.ts'

/** A random tree of units; every unit's parent stands before it. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 14 }).map(choices => choices.map((choice, i) => ({ id: idOf(i), parentId: i === 0 ? null : idOf(choice % i) })))
const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

type Units = { id: string; parentId: string | null }[]
const treeOf = (units: Units) => {
  const below = (id: string): string[] => [id, ...units.filter(unit => unit.parentId === id).flatMap(unit => below(unit.id))]
  return { all: units, below, byId: (id: string) => units.find(unit => unit.id === id) } as never as import('#modules/organisation/contract.ts').UnitTree
}

const permissions: Permission[] = ['identity.manage-accounts', 'surat.baca', 'surat.tulis']
const account = (n: number) => ({ id: `10000000-0000-7000-8000-${String(n).padStart(12, '0')}` }) as Account
const grantsIn = (units: Units): fc.Arbitrary<Grant[]> =>
  fc.array(fc.record({ permission: fc.constantFrom(...permissions), reach: fc.constantFrom<ReachKind>(...reachKinds), unitId: fc.constantFrom(...units.map(unit => unit.id)) }), { maxLength: 5 })
const recordsIn = (units: Units) => fc.array(fc.record({ unitId: fc.option(fc.constantFrom(...units.map(unit => unit.id)), { nil: null }), ownerId: fc.option(fc.nat(2).map(n => account(n).id), { nil: null }) }), { maxLength: 25 })

describe('permission and place', () => {
  let installation: Installation
  let tegal: TestGovernment
  let brebes: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    brebes = await aGovernment(installation, 'brebeskab', 'Kabupaten Brebes')
  })
  afterAll(() => installation.close())

  test('code and SQL reach exactly the same records, whatever the tree, the roles and the records', async () => {
    const db = installation.services.database.of(tegal.id)
    const cases = trees.chain(units => fc.record({ units: fc.constant(units), grants: grantsIn(units), records: recordsIn(units), permission: fc.constantFrom(...permissions) }))
    await fc.assert(
      fc.asyncProperty(cases, async ({ units, grants, records, permission }) => {
        const who = person(account(0), grants, treeOf(units).below)
        const reach = who.reach(permission)
        const { rows } = await sql<{ n: number }>`
          select r.n::int as n from unnest(${records.map(r => r.unitId)}::uuid[], ${records.map(r => r.ownerId)}::uuid[]) with ordinality as r(unit_id, owner_id, n)
          where ${within(reach, { unit: sql.ref('r.unit_id'), owner: sql.ref('r.owner_id') })} order by r.n`.execute(db)
        expect(rows.map(row => row.n - 1)).toEqual(records.flatMap((record, i) => (covers(reach, record) ? [i] : [])))
        expect(who.may(permission)).toBe(reach !== null)
      }),
      { numRuns: 200 },
    )
  })

  test('whoever hands out a role ends up reaching all that the new holder reaches', () => {
    const cases = trees.chain(units => fc.record({ units: fc.constant(units), mine: grantsIn(units), role: fc.array(fc.record({ permission: fc.constantFrom(...permissions), reach: fc.constantFrom<ReachKind>(...reachKinds) }), { maxLength: 3 }), unit: fc.constantFrom(...units.map(unit => unit.id)) }))
    fc.assert(
      fc.property(cases, ({ units, mine, role, unit }) => {
        const tree = treeOf(units)
        const giver = person(account(0), mine, tree.below)
        fc.pre(mayAssign(giver, role, unit, tree))
        const taker = person(account(1), role.map(grant => ({ ...grant, unitId: unit })), tree.below)
        for (const permission of permissions)
          for (const { id } of units) expect(covers(taker.reach(permission), { unitId: id }) && !covers(giver.reach(permission), { unitId: id })).toBe(false)
        for (const permission of permissions) expect(taker.reach(permission)?.governmentsBelow === true && giver.reach(permission)?.governmentsBelow !== true).toBe(false)
      }),
      { numRuns: 500 },
    )
    expect(coversGrant(null, 'own', idOf(0), treeOf([]))).toBe(false)
  })

  test('templates of one code join, and the wider reach counts whatever their order', () => {
    const parts = [
      { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'a.b' as const, reach: 'unit' as const }] },
      { code: 'administrator', name: 'Admin', grants: [{ permission: 'a.b' as const, reach: 'government' as const }, { permission: 'c.d' as const, reach: 'own' as const }] },
    ]
    for (const order of [parts, [...parts].reverse()]) {
      const [role] = mergedTemplates(order)
      expect(role!.strong).toBe(true)
      expect(new Map(role!.grants.map(grant => [grant.permission, grant.reach]))).toEqual(new Map([['a.b', 'government'], ['c.d', 'own']]))
    }
  })

  test('those who hold a permission over a unit are found by every kind of reach', async () => {
    const kinds: [ReachKind, string][] = [['unit', 'diskominfo-ikp'], ['unit', 'diskominfo'], ['unit-and-below', 'diskominfo'], ['government', 'dpu'], ['own', 'diskominfo-ikp'], ['unit-and-below', 'dpu']]
    for (const [i, [reach, unit]] of kinds.entries()) {
      const role = await aRole(installation, tegal, `pembaca-${i}`, [{ permission: 'surat.baca', reach }])
      const { id } = await anAccount(installation, tegal, { username: `pembaca${i}`, name: `${reach} ${unit}` })
      await assign(installation, tegal, id, role, unit)
    }
    const found = await installation.services.ask(people).holding(installation.services.database.of(tegal.id), 'surat.baca', tegal.units['diskominfo-ikp']!)
    expect(found.map(one => one.name).sort()).toEqual(['government dpu', 'unit diskominfo-ikp', 'unit-and-below diskominfo'])
  })

  test('nothing of another government is seen or changed, even without any filter', async () => {
    await anAccount(installation, tegal, { username: 'rahasia', roles: ['administrator'] })
    const { database } = installation.services
    const { rows: names } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'identity'`.execute(database.shared)
    expect(names.length).toBeGreaterThan(9)
    for (const { name } of names) {
      const table = sql.table(`identity.${name}`)
      for (const db of [database.of(brebes.id), database.shared]) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${table} where government_id <> ${brebes.id}`.execute(db)
        expect(rows[0]!.n).toBe(0)
        const touched = await sql`delete from ${table} where government_id = ${tegal.id}`.execute(db)
        expect(Number(touched.numAffectedRows ?? 0)).toBe(0)
      }
    }
    await expect(sql`insert into identity.role (government_id, code, name) values (${tegal.id}, 'selundup', 'Selundup')`.execute(database.of(brebes.id))).rejects.toThrow('row-level security')
  })

  test('the same name in two governments is two people, and a session opens one government only', async () => {
    const { aBrowser, signIn, testPassword } = await import('./testing.ts')
    await anAccount(installation, tegal, { username: 'sekda', email: 'sekda@contoh.id', nip: '196809141993031901', name: 'Sekda Tegal' })
    await anAccount(installation, brebes, { username: 'sekda', email: 'sekda@contoh.id', nip: '196809141993031901', name: 'Sekda Brebes' })
    const here = await signIn(installation, tegal, 'sekda')
    expect((await here.get('/akun')).body).toContain('Sekda Tegal')
    const carried = await installation.web.server.inject({ url: '/akun', headers: { host: brebes.host, cookie: here.header() } })
    expect(carried.statusCode).toBe(303)
    expect((await aBrowser(installation, brebes).post('/masuk', { nama: 'sekda', sandi: testPassword })).statusCode).toBe(303)
  })

  test('a pooled connection never carries a government over, however queries interleave', async () => {
    const database = openDatabase({ url: installation.serveUrl, max: 2 })
    try {
      const governments = [tegal.id, brebes.id]
      const ask = async (id: string) => (await sql<{ id: string }>`select platform.current_government() as id, pg_sleep(random() * 0.004)`.execute(database.of(id))).rows[0]!.id
      const nobody = async () => (await sql<{ id: string | null }>`select platform.current_government() as id`.execute(database.shared)).rows[0]!.id
      const answers = await Promise.all(
        Array.from({ length: 300 }, async (_, i) => {
          const id = governments[(i * 7) % 3 === 0 ? 0 : 1]!
          if (i % 11 === 0) return { wanted: null, got: await nobody() }
          if (i % 5 === 0) {
            // A transaction that fails leaves its connection behind as well.
            await database.transaction(id, async tx => { await sql`select 1 / 0`.execute(tx) }).catch(() => {})
            return null
          }
          return { wanted: id, got: await ask(id) }
        }),
      )
      expect(answers.filter(answer => answer && answer.wanted !== answer.got)).toEqual([])
    } finally {
      await database.close()
    }
  })
})
