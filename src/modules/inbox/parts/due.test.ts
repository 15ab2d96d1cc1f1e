import { describe, expect, it } from 'vitest'
import { nearness } from './due.tsx'

/** Friday 20 November 2026; Monday 23 November is a holiday. */
const friday = '2026-11-20'
const holidays = new Set(['2026-11-23'])

describe('a deadline', () => {
  it.each([
    ['2026-11-17', 'bad', 'Terlambat {n} hari kerja', 3],
    ['2026-11-20', 'warn', 'Hari ini', undefined],
    ['2026-11-21', 'warn', 'Besok', undefined],
    ['2026-11-24', 'warn', 'Hari kerja berikutnya', undefined],
    ['2026-11-25', 'plain', '{n} hari kerja lagi', 2],
    ['2026-12-04', 'plain', '{n} hari kerja lagi', 9],
  ])('on %s is %s: %s', (due, tone, text, n) => expect(nearness(due, friday, holidays)).toEqual({ tone, text, ...(n ? { values: { n } } : {}) }))

  it('of last Friday is past on Sunday and over the holiday, though no working day was lost', () => {
    for (const day of ['2026-11-22', '2026-11-23']) expect(nearness(friday, day, holidays)).toEqual({ tone: 'bad', text: 'Lewat tenggat' })
    expect(nearness(friday, '2026-11-24', holidays)).toEqual({ tone: 'bad', text: 'Terlambat {n} hari kerja', values: { n: 1 } })
  })
})
