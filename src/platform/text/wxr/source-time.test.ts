import { expect, test } from 'vitest'
import { instantIn } from './source-time.ts'

test('days that do not exist are no dates', () => {
  expect(instantIn('2015-02-31 00:00:00', 'Asia/Jakarta')).toBeUndefined()
})

test('a wall-clock time is read in its zone, also beside a change of the clocks', () => {
  expect(instantIn('2015-01-08 15:30:00', 'Asia/Jakarta')).toEqual(new Date('2015-01-08T08:30:00Z'))
  expect(instantIn('2026-03-29 03:30:00', 'Europe/Berlin')).toEqual(new Date('2026-03-29T01:30:00Z'))
})
