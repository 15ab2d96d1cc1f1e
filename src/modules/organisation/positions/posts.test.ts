import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changed } from '#platform/db/changes.ts'
import { Problem } from '#platform/web/problems.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { posts, unitDirectory, type Appointment, type InCharge, type PostKind } from '../contract.ts'
import { chartOf, type ChartNode } from './chart.ts'
import { inChargeOn } from './in-charge.ts'
import { closePosition, holdingsOf, insertHolding, insertPosition, plainPosition, positionById, positionsIn, updatePosition, type Position } from './store.ts'

const dayOf = (n: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + n * 86_400_000).toISOString().slice(0, 10)

describe('positions for other modules', () => {
  let installation: Installation
  let place: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const port = () => installation.services.ask(posts)
  const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
  const aPost = (unit: string, title: string, rank = 1, superiorId: string | null = null, kind: PostKind = 'lain') => within(tx => insertPosition(tx, place.units[unit]!, { ...plainPosition, kind, title, rank, superiorId }))
  const asking = (postId: string, over: Partial<Appointment> = {}): Appointment => ({ postId, kind: 'definitif', name: 'Ir. Haryo Suksmono, M.T.', nip: null, accountId: null, employeeId: null, from: '2026-01-02', to: null, decree: { number: '821.2/14/2026', on: '2025-12-29', fileId: null }, reason: null, ...over })
  const refusal = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Problem ? error.problems[0]! : Promise.reject(error)))

  beforeEach(() => within(tx => sql`delete from organisation.holding`.execute(tx)))
  afterEach(() => within(async tx => {
    await sql`update organisation.position set superior_id = null`.execute(tx)
    await sql`delete from organisation.holding`.execute(tx)
    await sql`delete from organisation.position`.execute(tx)
  }))

  test('the database answers who is in charge as the rule does, over random decrees and for many positions at once', async () => {
    const ids = [await aPost('dpu', 'Kepala Dinas'), await aPost('dpu-bina-marga', 'Kepala Bidang'), await aPost('slawi', 'Camat')]
    const decree = fc.record({ post: fc.nat(2), kind: fc.constantFrom('definitif' as const, 'plt' as const, 'plh' as const), begins: fc.nat(20), lasts: fc.option(fc.nat(12), { nil: null }), decreed: fc.option(fc.nat(3), { nil: null, freq: 3 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(decree, { minLength: 4, maxLength: 12 }), async decrees => {
        await within(tx => sql`delete from organisation.holding`.execute(tx))
        for (const { post, kind, begins, lasts, decreed } of decrees) {
          const holding = asking(ids[post]!, { kind, from: dayOf(begins), to: lasts === null ? null : dayOf(begins + lasts), decree: { number: null, on: decreed === null ? null : dayOf(decreed), fileId: null } })
          // The exclusion constraint refuses a second holder: then the first one stays.
          await within(tx => insertHolding(tx, holding)).catch((error: { code?: string }) => expect(error.code).toBe('23P01'))
        }
        for (const day of [4, 9, 14, 19, 26].map(dayOf)) {
          const [inCharge, heads, holders] = await Promise.all([port().inCharge(db(), ids, day), port().heads(db(), Object.values(place.units), day), port().holders(db(), ids, day)])
          for (const [i, id] of ids.entries()) {
            const all = await holdingsOf(db(), id)
            const expected = inChargeOn(all, day)
            expect(inCharge.get(id) ?? null).toEqual(expected)
            expect(heads.get(place.units[['dpu', 'dpu-bina-marga', 'slawi'][i]!]!)!.inCharge).toEqual(expected)
            const there = holders.filter(one => one.postId === id)
            expect(there[0] ?? null).toEqual(expected)
            expect(there.filter(one => one.kind === 'definitif').length).toBeLessThan(2)
          }
          expect(heads.size).toBe(3)
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('a decree that overlaps another is refused in a sentence that names it and its days', async () => {
    const id = await aPost('dpu', 'Kepala Dinas')
    await within(tx => port().appoint(tx, asking(id, { to: '2026-06-30' })))
    expect(await refusal(within(tx => port().appoint(tx, asking(id, { name: 'Orang Kedua', from: '2026-06-30' }))))).toMatchObject({ name: 'from', message: { values: { name: 'Ir. Haryo Suksmono, M.T.', decree: '821.2/14/2026', from: Date.parse('2026-01-02T12:00:00Z'), to: Date.parse('2026-06-30T12:00:00Z'), ends: 'ya' } } })
    expect(await refusal(within(tx => port().appoint(tx, asking(id, { name: 'Penerus', from: '2026-07-01' }))))).toBe('done')
    expect(await refusal(within(tx => port().appoint(tx, asking(id, { kind: 'plh', to: null }))))).toMatchObject({ name: 'to' })
    expect(await refusal(within(tx => port().appoint(tx, asking(id, { kind: 'plh', from: '2026-07-02', to: '2026-07-01' }))))).toMatchObject({ name: 'to' })
  })

  test('two who are appointed at the same moment wait for each other, and one is told no', async () => {
    const id = await aPost('dpu', 'Kepala Dinas')
    const answers = await Promise.all(['Satu', 'Dua', 'Tiga'].map(name => refusal(within(tx => port().appoint(tx, asking(id, { name }))))))
    expect(answers.filter(answer => answer === 'done')).toHaveLength(1)
    expect(await holdingsOf(db(), id)).toHaveLength(1)
  })

  test('one person has one position of their own at a time, and may stand in for others', async () => {
    const [own, other] = [await aPost('dpu', 'Kepala Dinas'), await aPost('slawi', 'Camat')]
    const { id: accountId } = await anAccount(installation, place)
    await within(tx => port().appoint(tx, asking(own, { accountId })))
    expect(await refusal(within(tx => port().appoint(tx, asking(other, { accountId, from: '2026-08-01' }))))).toMatchObject({ name: 'from', message: { values: { title: 'Kepala Dinas', ends: 'tidak' } } })
    expect(await refusal(within(tx => port().appoint(tx, asking(other, { accountId, kind: 'plt', from: '2026-08-01', to: '2026-10-30' }))))).toBe('done')
    const titles = async (day: string) => (await port().heldBy(db(), { accountId }, day)).map(one => `${one.kind} ${one.title}`)
    expect(await titles('2026-09-01')).toEqual(['definitif Kepala Dinas', 'plt Camat'])
    expect(await titles('2026-10-31')).toEqual(['definitif Kepala Dinas'])
    const employeeId = '019a0000-0000-7000-8000-00000000000a'
    const free = await aPost('diskominfo', 'Kepala Dinas Kominfo')
    await within(tx => port().appoint(tx, asking(free, { employeeId })))
    expect((await port().heldBy(db(), { employeeId }, '2026-09-01')).map(one => one.postId)).toEqual([free])
    await expect(within(tx => insertHolding(tx, asking(other, { employeeId })))).rejects.toMatchObject({ code: '23P01' })
  })

  test('ending takes a last day within the term, and everyone concerned hears of it', async () => {
    const id = await aPost('dpu', 'Kepala Dinas')
    const { id: accountId } = await anAccount(installation, place)
    const heard: (string | null)[] = []
    installation.services.changes.on(topic => void heard.push(topic))
    const holdingId = await within(tx => port().appoint(tx, asking(id, { accountId, to: '2026-12-31' })))
    expect(await refusal(within(tx => port().end(tx, holdingId, '2026-01-01')))).toMatchObject({ name: 'last' })
    expect(await refusal(within(tx => port().end(tx, holdingId, '2027-01-01')))).toMatchObject({ name: 'last', message: { values: { to: Date.parse('2026-12-31T12:00:00Z') } } })
    await within(tx => port().end(tx, holdingId, '2026-03-31'))
    expect((await port().inCharge(db(), [id], '2026-03-31')).get(id)?.holdingId).toBe(holdingId)
    expect((await port().inCharge(db(), [id], '2026-04-01')).size).toBe(0)
    await changed(db(), 'end of this test')
    await expect.poll(() => heard).toContain('end of this test')
    for (const topic of [`officials:${place.units.dpu}`, `posts:${place.id}`, `holder:${accountId}`]) expect(heard.filter(one => one === topic)).toHaveLength(2)
    const { rows } = await sql`select 1 from platform.outbox where name = 'organisation.holding-changed' and payload ->> 'holdingId' = ${holdingId}`.execute(db())
    expect(rows).toHaveLength(2)
  })

  test('taking back removes what has not begun, ends what runs with today, and leaves what is over; everyone concerned hears of it', async () => {
    const id = await aPost('dpu', 'Kepala Dinas')
    const plh = (from: string, to: string) => within(tx => port().appoint(tx, asking(id, { kind: 'plh', from, to })))
    const today = '2026-06-10'
    const [over, running, coming] = [await plh('2026-05-01', '2026-05-08'), await plh('2026-06-08', '2026-06-20'), await plh('2026-06-11', '2026-06-20')]
    const days = async () => (await holdingsOf(db(), id)).map(({ holdingId, from, to }) => [holdingId, from, to])
    for (const _ of [1, 2]) {
      for (const holding of [over, running, coming]) await within(tx => port().withdraw(tx, holding, today))
      expect(await days()).toEqual([[running, '2026-06-08', today], [over, '2026-05-01', '2026-05-08']])
    }
    const told = async (holdingId: string) => (await sql`select 1 from platform.outbox where name = 'organisation.holding-changed' and payload ->> 'holdingId' = ${holdingId}`.execute(db())).rows.length
    expect([await told(over), await told(running), await told(coming)]).toEqual([1, 2, 2])
  })

  test('the chain of superiors leads by what was set, else by the head of the unit and of the units above, to the top', async () => {
    const regent = await aPost('pemerintah', 'Bupati')
    const head = await aPost('dpu', 'Kepala Dinas', 1)
    const secretary = await aPost('dpu', 'Sekretaris', 2)
    const division = await aPost('dpu-bina-marga', 'Kepala Bidang', 1)
    const clerk = await aPost('dpu-bina-marga', 'Pelaksana', 9, secretary)
    const titles = async (id: string) => (await port().above(db(), id)).map(post => post.title)
    expect(await titles(clerk)).toEqual(['Sekretaris', 'Kepala Dinas', 'Bupati'])
    expect(await titles(division)).toEqual(['Kepala Dinas', 'Bupati'])
    expect(await titles(regent)).toEqual([])
    // A village has no head of its own yet, nor has its subdistrict: the regent is next.
    expect(await titles(await aPost('kalisapu', 'Kepala Desa'))).toEqual(['Bupati'])
    await within(async tx => closePosition(tx, (await positionById(tx, secretary, dayOf(0)))!))
    expect(await titles(clerk)).toEqual(['Kepala Bidang', 'Kepala Dinas', 'Bupati'])
    expect(await titles('not an id')).toEqual([])
    // Two of one rank lead nobody, and an executor leads nobody either.
    const [one, other] = [await aPost('diskominfo', 'Ahli Muda', 3), await aPost('diskominfo', 'Ahli Pertama', 3)]
    expect([await titles(one), await titles(other)]).toEqual([['Bupati'], ['Bupati']])
    expect((await port().heads(db(), [place.units.diskominfo!], dayOf(0))).size).toBe(0)
    expect((await port().of(db(), place.units.dpu!)).map(post => post.id)).toEqual([head])
  })

  test('under random changes the chart on the screen and the chain from the database agree, and no circle is ever set', async () => {
    const slugs = Object.keys(place.units)
    const tree = await installation.services.ask(unitDirectory).of(place.id)
    const ids: string[] = []
    for (let i = 0; i < 12; i++) ids.push(await aPost(slugs[i % slugs.length]!, `Jabatan ${i}`, 1 + (i % 4), null, i % 5 === 0 ? 'pelaksana' : 'lain'))
    const step = fc.record({ post: fc.nat(11), under: fc.option(fc.nat(11), { nil: null }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
        for (const { post, under } of steps) {
          const before = (await positionById(db(), ids[post]!, dayOf(0)))!
          const setAbove = async (id: string): Promise<string[]> => { const one = (await port().byId(db(), id))!; return one.superiorId ? [one.superiorId, ...(await setAbove(one.superiorId))] : [] }
          const circle = under !== null && (under === post || (await setAbove(ids[under]!)).includes(ids[post]!))
          const moved = within(tx => updatePosition(tx, before.id, { ...before, superiorId: under === null ? null : ids[under]! }))
          if (circle) await expect(moved).rejects.toMatchObject({ code: '23514' })
          else await moved
        }
        const chart = chartOf(await positionsIn(db(), Object.values(place.units), dayOf(0)), tree)
        const parents = new Map<string, string | null>()
        const walk = (nodes: readonly ChartNode<Position>[], parent: string | null) => nodes.forEach(({ post, below }) => { parents.set(post.id, parent); walk(below, post.id) })
        walk(chart, null)
        expect([...parents.keys()].sort()).toEqual([...ids].sort())
        for (const id of ids) {
          const chain = await port().above(db(), id)
          expect(new Set(chain.map(post => post.id)).size).toBe(chain.length)
          const parent = parents.get(id)
          if (parent) expect(chain[0]?.id).toBe(parent)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  test('nothing of another government is named as a superior', async () => {
    const other = await aGovernment(installation, 'brebeskab', 'Kabupaten Brebes')
    const theirs = await installation.services.database.transaction(other.id, tx => insertPosition(tx, other.units.dpu!, { ...plainPosition, title: 'Kepala Dinas', rank: 1 }))
    await expect(aPost('dpu', 'Sekretaris', 2, theirs)).rejects.toMatchObject({ code: '23503' })
    expect((await port().inCharge(db(), [theirs], dayOf(0))) satisfies Map<string, InCharge>).toHaveProperty('size', 0)
  })
})
