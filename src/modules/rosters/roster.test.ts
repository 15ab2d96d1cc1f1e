import { addDays } from '#platform/time/zone.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, cycled, daysOfMonth, dutyOn, inCycle, lengthOf, overlapping, readCycle, warningsOf, type Duty, type Shift } from './roster.ts'
import { monthOf } from './roster-import.ts'

const shift = (letter: string, starts: string, ends: string, onHolidays = true): Shift => ({ id: letter, unitId: 'u', letter, name: letter, starts, ends, minutes: lengthOf({ starts, ends }), onHolidays, closed: false })
const [morning, noon, night] = [shift('P', '07:00', '14:00'), shift('S', '14:00', '21:00'), shift('M', '21:00', '07:00')]
const shifts = new Map([morning!, noon!, night!].map(one => [one.letter, one]))
const days = daysOfMonth('2026-11-01')
const rest = { hours: 11, days: 7 }
const on = (day: string, one: Shift): Duty => dutyOn('a', day, one)

describe('a shift', () => {
  it('ends on the next day when it ends no later than it begins', () => {
    expect([on('2026-11-30', night!).until, on('2026-11-30', morning!).until, on('2026-11-30', shift('H', '08:00', '08:00')).until]).toEqual(['2026-12-01T07:00', '2026-11-30T14:00', '2026-12-01T08:00'])
    expect([lengthOf(night!), lengthOf(shift('H', '08:00', '08:00'))]).toEqual([600, 1440])
  })
})

describe('a cycle', () => {
  it('is read with lines, blanks or nothing between the letters', () => {
    for (const text of ['P-P-S-S-M-M-L-L', 'p p s s m m l l', 'PPSSMMLL', 'P, P, S, S, M, M, L, L']) expect(readCycle(text)).toEqual(['P', 'P', 'S', 'S', 'M', 'M', '', ''])
    expect([readCycle('P1-M1-L'), readCycle('  '), cellOf(' l '), cellOf('-'), cellOf('p')]).toEqual([['P1', 'M1', ''], [], '', '', 'P'])
  })

  it('goes on where somebody stands in it, and leaves holidays free where a shift is not worked then', () => {
    const planned = cycled(['P', 'D', ''], new Map([...shifts, ['D', shift('D', '08:00', '15:00', false)]]), { employeeId: 'a', turn: 1 }, days.slice(0, 6), day => day === '2026-11-01')
    expect(planned.map(({ day, shiftId }) => `${day.slice(8)}${shiftId}`)).toEqual(['03P', '04D', '06P'])
  })

  it('plans everybody the same over its whole length, whoever begins where', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('P', 'S', 'M', ''), { minLength: 1, maxLength: 12 }), fc.nat(11), fc.nat(11), (cycle, a, b) => {
      const span = Array.from({ length: cycle.length }, (_, i) => addDays('2026-11-01', i))
      const count = (turn: number) => cycled(cycle, shifts, { employeeId: 'a', turn }, span, () => false).map(({ shiftId }) => shiftId).toSorted()
      expect(count(a)).toEqual(count(b))
      expect(inCycle(cycle, a, cycle.length)).toBe(inCycle(cycle, a, 0))
    }))
  })
})

describe('the rules of rest', () => {
  it('warn of too few hours between shifts and too many days in a row, once each', () => {
    expect(warningsOf([on('2026-11-02', noon!), on('2026-11-03', morning!)], rest, days)).toEqual([{ employeeId: 'a', day: '2026-11-03', kind: 'rest', hours: 10 }])
    expect(warningsOf(days.slice(0, 9).map(day => on(day, morning!)), rest, days)).toEqual([{ employeeId: 'a', day: '2026-11-09', kind: 'row', days: 9 }])
    expect(warningsOf(days.slice(0, 7).map(day => on(day, morning!)), rest, days)).toEqual([])
  })

  it('look across the border of a month', () => {
    expect(warningsOf([on('2026-10-31', night!), on('2026-11-01', noon!)], rest, days)).toEqual([{ employeeId: 'a', day: '2026-11-01', kind: 'rest', hours: 7 }])
  })

  it('find nothing in the cycle two, two, two, two', () => {
    const planned = [0, 2, 4, 6].flatMap(turn => cycled(readCycle('PPSSMMLL'), shifts, { employeeId: `${turn}`, turn }, days, () => false))
    expect(warningsOf(planned, rest, days)).toEqual([])
    expect(overlapping(planned)).toEqual([])
  })
})

describe('two shifts at once', () => {
  it('are found whatever their order', () => {
    const [one, other] = [on('2026-11-02', night!), on('2026-11-03', shift('T', '06:00', '14:00'))]
    expect(overlapping([other, one])).toEqual([{ before: one, duty: other }])
    expect(overlapping([one, on('2026-11-03', morning!)])).toEqual([])
  })
})

describe('a month', () => {
  it('is read as people write it', () => {
    for (const text of ['2026-12', '12/2026', 'Desember 2026', 'DES 2026', '2026/12']) expect(monthOf(text), text).toBe('2026-12-01')
    for (const text of ['', '13/2026', 'Depan', '2026']) expect(monthOf(text), text).toBe(null)
  })
})
