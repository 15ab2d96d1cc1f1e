import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { aContent, aDraft } from '#modules/drafting/testing.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { aPost } from '#modules/organisation/testing.ts'
import { anEmployee, anEntry } from '#modules/personnel/testing.ts'
import { salaryFor, serviceOn, stateOf } from './decree.ts'
import { listsOn } from './lists.ts'
import { closeDecree, insertDecree, newestFor } from './store.ts'
import { followSigned } from './write.ts'

let installation: Installation
let place: TestGovernment
let signer: string
let officer: string
const today = dayIn(new Date(), 'Asia/Jakarta')
const inGovernment = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  signer = await aPost(installation, place, 'diskominfo', 'Kepala BKPSDM', { kind: 'jpt' })
  officer = (await anAccount(installation, place)).id
})
afterAll(() => installation.close())

describe('the rules', () => {
  it('reckon the length of service on from the last decree that says it', () => {
    const rank = anEntry('rank', { since: '2020-04-01', content: { years: 6, months: 3 } })
    const increase = anEntry('salary-increase', { since: '2023-02-15', content: { years: 9 } })
    expect(serviceOn({ history: [rank, increase], enteredOn: '2010-01-01' }, '2025-02-14')).toEqual({ years: 10, months: 11 })
    expect(serviceOn({ history: [rank, increase], enteredOn: '2010-01-01' }, '2022-04-01')).toEqual({ years: 8, months: 3 })
    expect(serviceOn({ history: [], enteredOn: '2010-03-01' }, '2012-03-01')).toEqual({ years: 2, months: 0 })
    expect(serviceOn({ history: [], enteredOn: null }, '2012-03-01')).toBe(null)
  })

  it('find the salary at the nearest step below, in a table that only rises', async () => {
    const { salaries } = await listsOn(installation.services.database.of(place.id), today)
    expect([salaryFor(salaries.get('III/b'), 12), salaryFor(salaries.get('III/b'), 13), salaryFor(salaries.get('II/b'), 2), salaryFor(undefined, 4)]).toEqual([3497300, 3497300, null, null])
    expect(salaries.size).toBe(17)
    for (const [grade, steps] of salaries) {
      const paid = Object.entries(steps).toSorted(([a], [b]) => Number(a) - Number(b)).map(([, rupiah]) => rupiah)
      expect(paid, grade).toEqual(paid.toSorted((a, b) => a - b))
    }
  })

  it('say how far a decree has come by its letter', () => {
    const open = { writtenAt: null, trouble: null, closedAt: null }
    expect([undefined, 'draft', 'circulating', 'returned', 'approved', 'numbered', 'signed', 'sent', 'cancelled'].map(state => stateOf(open, state ? { state: state as 'draft' } : null)))
      .toEqual(['cancelled', 'draft', 'circulating', 'returned', 'circulating', 'circulating', 'signed', 'signed', 'cancelled'])
    expect(stateOf({ ...open, writtenAt: new Date() }, { state: 'sent' })).toBe('written')
    expect(stateOf({ ...open, writtenAt: new Date() }, { state: 'cancelled' })).toBe('revoked')
    expect(stateOf({ ...open, trouble: 'left' }, { state: 'sent' })).toBe('trouble')
  })
})

/** A decree whose letter is signed or still on its way; answers its letter. */
async function aDecree(employeeId: string, dueOn: string, signed: boolean): Promise<string> {
  const { id } = await aDraft(installation, place, { unitId: place.units.diskominfo!, accountId: officer, content: aContent(signer) })
  await inGovernment(async tx => {
    await insertDecree(tx, { letterId: id, employeeId, unitId: place.units.dpu!, accountId: null, kind: 'salary-increase', dueOn, entry: { kind: 'salary-increase', since: dueOn, until: null, content: { salary: '3000000', grade: 'III/b', years: 2 } }, createdBy: officer })
    if (!signed) return
    const file = await installation.services.files.put(tx, place.id, { name: 'surat.pdf', mediaType: 'application/pdf', body: Buffer.from('%PDF-1.7'), unitId: place.units.diskominfo!, public: false })
    await installation.services.ask(letters).change(tx, id, { state: 'sent', number: `800.1.11.13/${id.slice(-6)}`, letterOn: today, fileId: file.id, signedAt: new Date() })
  })
  return id
}

const hear = (letterId: string): Promise<void> => inGovernment(tx => followSigned.handle({ services: installation.services, governmentId: place.id, tx, eventId: '', payload: { letterId, unitId: '', kind: '' } }))

const rowsOf = async (employeeId: string): Promise<(string | null)[]> =>
  (await sql<{ number: string | null }>`select decree_number as number from personnel.record where employee_id = ${employeeId} and kind = 'salary-increase' order by since`.execute(installation.services.database.of(place.id))).rows.map(({ number }) => number)

it('each signed decree writes exactly one row, in whatever order and however often it is heard of', async () => {
  const plan = fc.record({
    signed: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    // Which letter is heard of, several times and together with others.
    heard: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
    together: fc.boolean(),
  })
  await fc.assert(fc.asyncProperty(plan, async ({ signed, heard, together }) => {
    const people = await Promise.all(signed.map(() => anEmployee(installation.services, place, { unit: 'dpu' })))
    const made: string[] = []
    for (const [i, is] of signed.entries()) made.push(await aDecree(people[i]!, addMonths(today, 1), is))
    const deliveries = [...heard.flatMap(n => made[n] ?? []), '019aa000-0000-7000-8000-000000000001']
    if (together) await Promise.all(deliveries.map(hear))
    else for (const id of deliveries) await hear(id)
    for (const [i, id] of made.entries()) {
      const number = (await inGovernment(tx => installation.services.ask(letters).byId(tx, id)))!.number
      expect(await rowsOf(people[i]!)).toEqual(signed[i] && deliveries.includes(id) ? [number] : [])
    }
  }), { numRuns: 12 })
}, 120_000)

it('the database keeps one open decree for a person, kind and day', async () => {
  const id = await anEmployee(installation.services, place, { unit: 'dpu' })
  const first = await aDecree(id, '2027-01-01', false)
  const second = await aDecree(id, '2027-01-01', false)
  const line = [{ id, on: '2027-01-01' }]
  expect((await newestFor(installation.services.database.of(place.id), 'salary-increase', line)).map(({ letterId }) => letterId)).toEqual([first])
  expect(second).not.toBe(first)
  await inGovernment(tx => closeDecree(tx, first, { by: officer, reason: null }))
  const third = await aDecree(id, '2027-01-01', false)
  expect((await newestFor(installation.services.database.of(place.id), 'salary-increase', line)).map(({ letterId }) => letterId)).toEqual([third])
})
