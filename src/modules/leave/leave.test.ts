import { addDays } from '#platform/time/zone.ts'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAccountOf } from '#modules/leave-accounts/testing.ts'
import { findingsOf, type Asked, type Case } from './judge.ts'
import { after, deskOf, isDecisive, isGranted, machine, states, type Event, type Kind, type Request, type State } from './leave.ts'

const events: Event[] = ['submit', 'withdraw', 'advise', 'grant', 'defer', 'refuse', 'begin', 'recall', 'finish', 'cancel']

describe('the states of a request', () => {
  it('end for good', () => {
    for (const state of ['ended', 'deferred', 'refused', 'cancelled'] as const) for (const event of events) expect(after(state, event), `${state} ${event}`).toBeNull()
  })

  it('never grant leave without a decision, whatever happens in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), happened => {
      let state: State = 'draft'
      let decided = false
      for (const event of happened) {
        const next = after(state, event)
        if (next === null) continue
        decided ||= event === 'grant'
        state = next
        expect(isGranted(state) && !decided).toBe(false)
        if (state === 'running') expect(decided).toBe(true)
      }
      expect(states).toContain(state)
    }))
  })

  it('are drawn in the README as they are', () => {
    const drawn = Object.entries(machine.config.states!).flatMap(([from, { on = {} }]) => Object.entries(on).map(([event, to]) => `${from} --> ${String(to)} : ${event}`))
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    for (const line of drawn) expect(readme).toContain(line)
  })

  it('say at whose desk it waits, and whether that one decides', () => {
    const at = { superiorPost: 'a', officialPost: 'b' }
    expect([deskOf({ ...at, state: 'submitted' }), deskOf({ ...at, state: 'recommended' }), deskOf({ ...at, state: 'approved' })]).toEqual(['a', 'b', undefined])
    expect(isDecisive({ ...at, state: 'submitted' })).toBe(false)
    expect(isDecisive({ ...at, state: 'recommended' })).toBe(true)
    expect(isDecisive({ superiorPost: 'a', officialPost: 'a', state: 'submitted' })).toBe(true)
    expect(isDecisive({ superiorPost: null, officialPost: null, state: 'submitted' })).toBe(true)
  })
})

const kind = (over: Partial<Kind> = {}): Kind => ({
  id: 'v1', code: 'tahunan', order: 1, name: 'Cuti tahunan', who: ['pns'], count: 'working-days', quota: true, most: null, extension: null, years: 0, again: 0, papers: [], late: 0, births: null, sex: null,
  clearsAnnual: false, unpaid: false, deferrable: true, grounds: [], legalBasis: '', verified: false, ...over,
})
const besar = kind({ code: 'besar', quota: false, count: 'months', most: { n: 3, unit: 'months' }, years: 5, again: 5, clearsAnnual: true, grounds: [{ code: 'haji-pertama', name: 'Haji', years: 0, again: 0 }, { code: 'lain', name: 'Lain' }] })
const sakit = kind({ code: 'sakit', quota: false, count: 'days', most: { n: 12, unit: 'months' }, extension: { n: 6, unit: 'months' }, years: 0, late: 14, papers: [{ from: 1, what: 'Surat dokter' }, { from: 15, what: 'Surat dokter pemerintah' }] })
const melahirkan = kind({ code: 'melahirkan', quota: false, count: 'months', most: { n: 3, unit: 'months' }, years: 0, births: 3, sex: 'f' })

const request = (over: Partial<Request>): Request => ({
  id: 'r', employeeId: 'e', unitId: 'u', state: 'approved', kind: 'tahunan', ground: null, from: '2026-03-02', until: '2026-03-06', charges: {}, reason: '', birth: null, address: '', phone: '', paperId: null, ruleId: null,
  quotaId: null, superiorPost: null, officialPost: null, submittedAt: null, decidedAt: null, letterNumber: null, createdAt: new Date(), version: 1, ...over,
})
const holidays = new Set(['2026-12-25', '2027-01-01'])
/** A person's requests with the account that follows from them. */
const having = (requests: Request[] = []): Pick<Case, 'requests' | 'account'> => ({
  requests,
  account: anAccountOf({ taken: { uses: requests.flatMap(({ id, from, until, charges, state }) => Object.entries(charges).map(([year, days]) => ({ requestId: id, from, until, year: Number(year), days, pending: state === 'submitted' }))), cleared: [] } }),
})
const about = (over: Partial<Case> = {}): Case => ({ id: null, person: { kind: 'pns', status: 'active', enteredOn: '2014-03-01', nip: '199001012014031001' }, kind: kind(), ...having(), holidays, today: '2026-02-02', ...over })
const asked = (from: string, until = from, over: Partial<Asked> = {}): Asked => ({ from, until, ground: null, birth: null, paper: false, ...over })
const said = (one: Asked, of: Case) => findingsOf(one, of).map(({ name, message }) => `${name}: ${message.text}`)

describe('a request is judged', () => {
  it('by what is left: a day too many is refused, one less is not', () => {
    expect(said(asked('2026-03-02', '2026-03-17'), about())).toEqual([])
    expect(said(asked('2026-03-02', '2026-03-18'), about())).toEqual([expect.stringMatching(/^until: Sisa cuti tahunan/)])
  })

  it('by each year it reaches into', () => {
    const used = having([request({ id: 'x', charges: { 2026: 10 } })])
    expect(said(asked('2026-12-28', '2027-01-15'), about({ ...used, today: '2026-12-01' }))).toEqual([expect.stringContaining('Sisa cuti tahunan')])
    expect(said(asked('2026-12-30', '2027-01-15'), about({ ...used, today: '2026-12-01' }))).toEqual([])
  })

  it('by what it takes from leave already asked for in the next year', () => {
    // Seventeen days in January rest on five that are carried.
    const next = having([request({ id: 'x', from: '2027-02-01', until: '2027-02-23', charges: { 2027: 17 } })])
    expect(said(asked('2026-03-02', '2026-03-09'), about(next))).toEqual([])
    expect(said(asked('2026-03-02', '2026-03-13'), about(next))).toEqual([expect.stringMatching(/^until: Sisa yang terbawa/)])
  })

  it('by days that are no working days, that are past, or that are taken', () => {
    expect(said(asked('2026-03-07', '2026-03-08'), about())).toEqual([expect.stringContaining('Tidak ada hari kerja')])
    expect(said(asked('2026-01-30'), about())).toEqual([expect.stringContaining('sudah lewat')])
    expect(said(asked('2026-03-06', '2026-03-09'), about(having([request({ id: 'x' })])))).toEqual([expect.stringContaining('sudah mengajukan')])
    expect(said(asked('2026-03-06', '2026-03-09'), about({ id: 'x', ...having([request({ id: 'x' })]) }))).toEqual([])
    expect(said(asked('2026-03-06', '2026-03-09'), about(having([request({ id: 'x', state: 'refused' })])))).toEqual([])
  })

  it('by years of service, except for the first hajj', () => {
    const young = about({ kind: besar, person: { kind: 'pns', status: 'active', enteredOn: '2023-01-01', nip: null } })
    expect(said(asked('2026-05-01', '2026-06-01', { ground: 'lain' }), young)).toEqual([expect.stringContaining('masa kerja')])
    expect(said(asked('2026-05-01', '2026-06-01', { ground: 'haji-pertama' }), young)).toEqual([])
    expect(said(asked('2026-05-01', '2026-06-01'), young)[0]).toContain('Pilih alasannya')
  })

  it('by its length; cuti besar is shorter by the annual leave its year has used', () => {
    const five = about({ kind: besar })
    expect(said(asked('2026-05-01', '2026-07-31', { ground: 'lain' }), five)).toEqual([])
    expect(said(asked('2026-05-01', '2026-08-01', { ground: 'lain' }), five)).toEqual([expect.stringContaining('Paling lama')])
    expect(said(asked('2026-05-01', '2026-07-31', { ground: 'lain' }), { ...five, ...having([request({ id: 'x', charges: { 2026: 5 } })]) })).toEqual([expect.stringContaining('Paling lama')])
    expect(said(asked('2026-05-01', '2026-06-01', { ground: 'lain' }), { ...five, ...having([request({ id: 'x', kind: 'besar', from: '2024-01-01', until: '2024-02-01' })]) })).toEqual([expect.stringContaining('berikutnya setelah')])
  })

  it('by the paper its length needs, and sick leave goes on to its extension', () => {
    const ill = about({ kind: sakit })
    expect(said(asked('2026-02-02'), ill)).toEqual([expect.stringMatching(/^paper/)])
    expect(findingsOf(asked('2026-02-02', '2026-02-16'), ill)[0]?.message.values).toEqual({ what: 'surat dokter pemerintah' })
    const year = having([request({ id: 'x', kind: 'sakit', from: '2025-02-02', until: '2026-02-01' })])
    expect(said(asked('2026-02-02', '2026-08-01', { paper: true }), { ...ill, ...year })).toEqual([])
    expect(said(asked('2026-02-02', '2026-08-02', { paper: true }), { ...ill, ...year })).toEqual([expect.stringContaining('Paling lama')])
    expect(said(asked('2026-02-03', '2027-02-03', { paper: true }), ill)).toEqual([expect.stringContaining('Paling lama')])
  })

  it('by who may have it: up to the third child, and women only', () => {
    const person = { kind: 'pns' as const, status: 'active' as const, enteredOn: '2014-03-01', nip: '199001012014032001' }
    const birth = about({ kind: melahirkan, person })
    expect(said(asked('2026-05-01', '2026-07-31', { birth: 3 }), birth)).toEqual([])
    expect(said(asked('2026-05-01', '2026-07-31', { birth: 4 }), birth)).toEqual([expect.stringMatching(/^birth: .*cuti besar/)])
    expect(said(asked('2026-05-01', '2026-07-31', { birth: 1 }), { ...birth, person: { ...person, nip: '199001012014031001' } })).toEqual([expect.stringContaining('tidak berlaku')])
    expect(said(asked('2026-05-01'), about({ person: { ...person, kind: 'honorer' } }))).toEqual([expect.stringContaining('tidak berlaku')])
    expect(said(asked('2026-05-01'), about({ person: { ...person, status: 'cltn' } }))).toEqual([expect.stringContaining('aktif')])
  })

  it('as a whole: granting what was judged never overdraws any year', () => {
    const plan = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 25 })), { maxLength: 25 })
    fc.assert(fc.property(plan, wishes => {
      const granted: Request[] = []
      for (const [start, length] of wishes) {
        const span = { from: addDays('2026-02-02', start), until: addDays('2026-02-02', start + length) }
        const now = having(granted)
        if (findingsOf(asked(span.from, span.until), about(now)).length > 0) continue
        const charges: Record<string, number> = {}
        for (let day = span.from; day <= span.until; day = addDays(day, 1)) if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.has(day)) charges[day.slice(0, 4)] = (charges[day.slice(0, 4)] ?? 0) + 1
        granted.push(request({ id: `g${granted.length}`, ...span, charges }))
      }
      const used = (year: string) => granted.reduce((sum, one) => sum + (one.charges[year] ?? 0), 0)
      expect(used('2026')).toBeLessThanOrEqual(12)
      expect(used('2027')).toBeLessThanOrEqual(12 + Math.min(6, 12 - used('2026')))
      for (const [i, one] of granted.entries()) for (const other of granted.slice(i + 1)) expect(one.from > other.until || other.from > one.until).toBe(true)
    }))
  })
})
