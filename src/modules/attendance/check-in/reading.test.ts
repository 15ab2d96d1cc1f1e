import { describe, expect, it } from 'vitest'
import type { ValidPlace } from '#modules/schedules/contract.ts'
import { givenOf, readingOf } from './reading.ts'

const office: readonly ValidPlace[] = [{ id: 'o', name: 'Kantor', unitId: 'u', area: { kind: 'circle', centre: { latitude: -6.98, longitude: 109.14 }, radius: 100 } }]
/** A ten-thousandth of a degree of latitude: eleven metres. */
const at = (north: number, ms: number, accuracy = 6) => [(-6.98 + north / 10_000).toFixed(7), '109.1400000', accuracy, ms].join(',')
const sent = (...readings: string[]) => ({ latitude: '-6.98', longitude: '109.14', accuracy: '6', altitude: '', age: '1', readings: readings.join(';') })
const movesOf = (...readings: string[]) => readingOf(givenOf(sent(...readings))!, office, { secret: 's', personId: 'p' })!.moves

describe('several readings of one press', () => {
  it('become metres between them, and nothing else of them stays', () => {
    const moves = movesOf(at(0, 0), at(1, 1000), at(0, 2000))!
    expect(moves.steps.map(Math.round)).toEqual([11, 11])
    expect(moves.between).toBe(0)
    const reading = readingOf(givenOf(sent(at(0, 0), at(1, 1000), at(0, 2000)))!, office, { secret: 's', personId: 'p' })
    expect(JSON.stringify(reading)).not.toContain('109.14')
  })

  it('count once the phone has settled, and while they follow each other', () => {
    expect(movesOf(at(30, 0, 80), at(0, 1000), at(1, 2000), at(0, 3000))!.steps).toHaveLength(2)
    expect(movesOf(at(0, 0), at(1, 10), at(0, 20))).toBeUndefined()
    expect(movesOf(at(0, 0), at(1, 60_000), at(0, 120_000))).toBeUndefined()
  })

  it('may be missing or nonsense: the position counts all the same', () => {
    expect(movesOf()).toBeUndefined()
    expect(movesOf('x,y', '1,2,3', `${at(0, 0)},7`, 'NaN,1,1,1')).toBeUndefined()
    expect(givenOf({ ...sent(), readings: undefined })).toMatchObject({ latitude: -6.98, readings: [] })
  })
})
