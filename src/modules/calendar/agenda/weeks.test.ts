import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Invitation } from '#modules/correspondence/contract.ts'
import { overlapping, weeksOf } from './weeks.ts'

const zone = 'Asia/Jakarta'
const meeting = (letterId: string, from: string, until: string, more: Partial<Invitation> = {}): Invitation => ({
  letterId, secret: false, cancelled: false, number: null, subject: 'Rapat', sender: '', from: new Date(`${from}:00+07:00`), until: new Date(`${until}:00+07:00`), openEnd: false, place: '', link: null, agenda: '', roles: ['to'], passedTo: [], version: 1, changedAt: new Date(0), ...more,
})

describe('weeks', () => {
  it('begin on Mondays, in the government’s own time', () => {
    const weeks = weeksOf([meeting('a', '2026-11-22T23:30', '2026-11-23T01:00'), meeting('b', '2026-11-23T00:30', '2026-11-23T01:00'), meeting('c', '2026-11-23T09:00', '2026-11-23T10:00'), meeting('d', '2026-12-08T09:00', '2026-12-08T10:00')], zone, '2026-11-20')
    expect(weeks.map(({ from, to, days }) => [from, to, days.map(({ day, invitations }) => [day, invitations.map(({ letterId }) => letterId).join('')])])).toEqual([
      ['2026-11-16', '2026-11-22', [['2026-11-22', 'a']]],
      ['2026-11-23', '2026-11-29', [['2026-11-23', 'bc']]],
      ['2026-12-07', '2026-12-13', [['2026-12-08', 'd']]],
    ])
  })

  it('show under today what began earlier and goes on', () => {
    const [week] = weeksOf([meeting('diklat', '2026-11-18T08:00', '2026-11-26T16:00'), meeting('rapat', '2026-11-24T09:00', '2026-11-24T10:00')], zone, '2026-11-24')
    expect(week?.days).toMatchObject([{ day: '2026-11-24', invitations: [{ letterId: 'diklat' }, { letterId: 'rapat' }] }])
  })
})

describe('meetings at the same time', () => {
  it('are found, but not one after the other or one that was cancelled', () => {
    const found = overlapping([meeting('a', '2026-11-23T09:00', '2026-11-23T11:00'), meeting('b', '2026-11-23T10:59', '2026-11-23T12:00'), meeting('c', '2026-11-23T12:00', '2026-11-23T13:00'), meeting('d', '2026-11-23T12:30', '2026-11-23T12:45', { cancelled: true })])
    expect([...found].toSorted()).toEqual(['a', 'b'])
  })

  it('are those that a comparison of each with each finds', () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23) + minutes * 60_000)
    const one = fc.record({ from: fc.nat(600), long: fc.integer({ min: 1, max: 120 }), cancelled: fc.boolean() })
    fc.assert(fc.property(fc.array(one, { maxLength: 12 }), given => {
      const all = given.map(({ from, long, cancelled }, i) => ({ ...meeting(String(i), '2026-11-23T00:00', '2026-11-23T00:00'), from: at(from), until: at(from + long), cancelled }))
      const expected = all.filter(a => !a.cancelled && all.some(b => b !== a && !b.cancelled && a.from < b.until && b.from < a.until)).map(({ letterId }) => letterId)
      expect([...overlapping(all)].toSorted()).toEqual(expected.toSorted())
    }))
  })
})
