import { addDays } from '#platform/time/zone.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { posts } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import type { Tx } from '#platform/db/database.ts'
import { handoversOf, writeHandovers } from './handover.ts'
import { cancel, decide, recall, turn, type Acting } from './lifecycle.ts'
import { insertDraft, requestById, updateRequest } from './store.ts'

let installation: Installation
let place: TestGovernment
let post: string
let holder: string
let deputy: string
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  holder = await anEmployee(installation.services, place, { unit: 'diskominfo-ikp', name: 'Sri Wahyuningsih' })
  deputy = await anEmployee(installation.services, place, { unit: 'diskominfo-ikp', name: 'Budi Santoso' })
  post = await aPost(installation, place, 'diskominfo-ikp', 'Kepala Bidang', { kind: 'administrator' })
  await appointed(installation, place, post, { from: '2026-01-02', name: 'Sri Wahyuningsih', employeeId: holder })
}, 60_000)
afterAll(() => installation.close())

const first = '2027-03-01'
const day = (n: number) => addDays(first, n)
const actingOn = (today: string): Acting => ({ ask: installation.services.ask, governmentId: place.id, today, now: new Date(`${today}T03:00:00Z`), by: null, capacity: 'Kepala Dinas', name: 'Kepala Dinas', nip: null })

/** What people and days do to the leave of one head, one after the other. */
const step = fc.oneof(
  fc.record({ does: fc.constant('grant' as const), from: fc.nat(40), lasts: fc.nat(9) }),
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant('recall' as const), which: fc.nat(9), after: fc.nat(4) }),
  fc.record({ does: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 6 }) }),
)
interface Leave { id: string; from: string; until: string; given: boolean }

class Undone extends Error {}
/** Works in a transaction that comes to nothing. */
const tried = (work: (tx: Tx) => Promise<void>) =>
  installation.services.database.transaction(place.id, async tx => {
    await work(tx)
    throw new Undone()
  }).catch((error: unknown) => (error instanceof Undone ? undefined : Promise.reject(error)))

test('on every day the deputy is in charge exactly while granted leave lasts, nobody twice, and nothing stays of what was given up', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), steps =>
      tried(async tx => {
        let today = first
        const leaves: Leave[] = []
        const stored = async (id: string) => (await requestById(tx, id, true))!
        for (const one of steps) {
          const acting = actingOn(today)
          if (one.does === 'sleep') {
            today = addDays(today, one.days)
            for (const { id } of leaves) await turn(tx, actingOn(today), await stored(id))
          } else if (one.does === 'grant') {
            const span = { from: addDays(today, one.from), until: addDays(today, one.from + one.lasts) }
            if (leaves.some(({ from, until, given }) => given && span.from <= until && from <= span.until)) continue
            const id = await insertDraft(tx, { employeeId: holder, unitId: place.units['diskominfo-ikp']! }, { kind: 'tahunan', ground: null, ...span, reason: 'Keperluan keluarga', birth: null, address: 'Jalan Uji 1', phone: '0812 0000 0000', paperId: null })
            await writeHandovers(tx, id, [{ postId: post, employeeId: deputy }])
            await updateRequest(tx, id, { state: 'recommended', submittedAt: acting.now })
            await decide(tx, acting, await stored(id), { verdict: 'agree', remarks: null, ...span, charges: {} })
            leaves.push({ id, ...span, given: true })
          } else {
            const leave = leaves[one.which % Math.max(1, leaves.length)]
            const { state } = leave ? await stored(leave.id) : { state: null }
            if (one.does === 'cancel' && leave && state === 'approved') {
              await cancel(tx, acting, await stored(leave.id), null)
              leave.given = false
            }
            const last = addDays(today, one.does === 'recall' ? one.after : 0)
            if (one.does === 'recall' && leave && state === 'running' && last < leave.until) {
              await recall(tx, acting, await stored(leave.id), { last, charges: {}, remarks: 'Banjir.' })
              leave.until = last
            }
          }
        }
        const port = installation.services.ask(posts)
        for (let n = -1; n < 110; n++) {
          const expected = leaves.some(({ from, until, given }) => given && from <= day(n) && day(n) <= until)
          const there = await port.holders(tx, [post], day(n))
          expect(there.map(({ kind, name }) => `${kind} ${name.split(' ')[0]}`)).toEqual([...(expected ? ['plh Budi'] : []), 'definitif Sri'])
        }
        const named = (await Promise.all(leaves.filter(({ given }) => !given).map(({ id }) => handoversOf(tx, id)))).flat()
        expect(named.every(({ holdingId }) => holdingId === null)).toBe(true)
      }),
    ),
    { numRuns: 25 },
  ), 120_000)

test('a Plh. whom a decree names later goes first on its days, and taking the leave back leaves the decree alone', () =>
  tried(async tx => {
    const port = installation.services.ask(posts)
    const span = { from: day(10), until: day(14) }
    const id = await insertDraft(tx, { employeeId: holder, unitId: place.units['diskominfo-ikp']! }, { kind: 'tahunan', ground: null, ...span, reason: 'Keperluan keluarga', birth: null, address: 'Jalan Uji 1', phone: '0812 0000 0000', paperId: null })
    await writeHandovers(tx, id, [{ postId: post, employeeId: deputy }])
    await updateRequest(tx, id, { state: 'recommended', submittedAt: new Date() })
    const granted = await decide(tx, actingOn(first), (await requestById(tx, id, true))!, { verdict: 'agree', remarks: null, ...span, charges: {} })
    await port.appoint(tx, { postId: post, kind: 'plh', name: 'Dewi Lestari', nip: null, accountId: null, employeeId: null, from: day(12), to: day(13), decree: { number: '800/7/2027', on: day(1), fileId: null }, reason: null })
    const inCharge = async () => Promise.all([10, 12, 13, 14, 15].map(async n => (await port.inCharge(tx, [post], day(n))).get(post)?.name.split(' ')[0]))
    expect(await inCharge()).toEqual(['Budi', 'Dewi', 'Dewi', 'Budi', 'Sri'])
    await cancel(tx, actingOn(day(2)), granted, null)
    expect(await inCharge()).toEqual(['Sri', 'Dewi', 'Dewi', 'Sri', 'Sri'])
  }))
