import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reach } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { anEmployee } from '../testing.ts'
import { listEmployees, type Filter, type Listed } from './list-store.ts'

let installation: Installation
let place: TestGovernment
let own: string
const people: { id: string; name: string; unit: string; kind: 'pns' | 'honorer'; status: 'active' | 'retired' }[] = []

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  own = (await anAccount(installation, place, { unit: 'slawi' })).id
  const units = ['diskominfo', 'dpu', 'slawi'] as const
  for (const [i, first] of ['Sri', 'Asri', 'Ayu Sri', 'Bambang', 'SRI', 'Misri', 'Agus', 'Sri', 'Sriyono'].entries())
    for (const unit of units) {
      const person = { name: `${first} Uji ${i % 4}`, unit, kind: i % 3 === 0 ? 'honorer' as const : 'pns' as const, status: i % 4 === 3 ? 'retired' as const : 'active' as const }
      people.push({ ...person, id: await anEmployee(installation.services, place, { ...person, accountId: unit === 'slawi' && i === 0 ? own : undefined }) })
    }
})
afterAll(() => installation.close())

const everything = (): Reach => ({ accountId: own, government: true, governmentsBelow: false, units: new Set(), own: false })
const unitsOnly = (...slugs: string[]): Reach => ({ ...everything(), government: false, units: new Set(slugs.map(slug => place.units[slug]!)) })

/** Ids of all pages of three. */
async function walk(reach: Reach | null, filter: Filter): Promise<string[]> {
  const ids: string[] = []
  for (let rows: Listed[] = [], first = true; first || rows.length === 3; first = false) {
    rows = await listEmployees(installation.services.database.of(place.id), reach, { ...filter, after: ids.at(-1) }, 3)
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

test.each<[string, () => Reach | null, (person: (typeof people)[number]) => boolean]>([
  ['everywhere', everything, () => true],
  ['in some units', () => unitsOnly('dpu', 'slawi'), ({ unit }) => unit !== 'diskominfo'],
  ['in one’s own file', () => ({ ...unitsOnly('dpu'), own: true }), ({ id, unit }) => unit === 'dpu' || id === people[2]!.id],
  ['nowhere', () => null, () => false],
])('a name is found page by page beside every filter, in order: %s', async (_where, reach, covered) => {
  const filters: [Filter, (person: (typeof people)[number]) => boolean][] = [
    [{}, () => true],
    [{ kind: 'pns' }, ({ kind }) => kind === 'pns'],
    [{ status: 'active' }, ({ status }) => status === 'active'],
    [{ units: [place.units.slawi!, place.units.diskominfo!], status: 'active', kind: 'honorer' }, ({ unit, status, kind }) => unit !== 'dpu' && status === 'active' && kind === 'honorer'],
    [{ grade: 'IV/e' }, () => false],
  ]
  for (const [filter, fits] of filters)
    for (const name of ['sri', 'Sri Uji', 'bambang', 'zzz']) {
      const wanted = people.filter(person => covered(person) && fits(person) && person.name.toLowerCase().includes(name.toLowerCase()))
      const order = (a: { name: string; id: string }, b: { name: string; id: string }) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : a.name.toLowerCase() > b.name.toLowerCase() ? 1 : a.id < b.id ? -1 : 1)
      expect(await walk(reach(), { ...filter, name }), `${name} ${JSON.stringify(filter)}`).toEqual(wanted.toSorted(order).map(({ id }) => id))
    }
})
