import { describe, expect, it } from 'vitest'
import { month, together } from '../testing/month.ts'
import { kinds, ordinary, worlds, type Kind } from '../testing/world.ts'
import { defaults, parametersFrom } from './defaults.ts'
import { parameters } from './parameters.ts'

/** Loose bounds on few people, many of whom spoof: the figures worth telling come from `npm run bench -- attendance-simulation`. */
const { honest, kinds: spoofers } = together([77, 78, 79].map(seed => month(150, ordinary, defaults, seed, { spoofers: 0.2 })))
const part = (kind: Kind) => spoofers[kind].listed / spoofers[kind].spoofers

describe('a month of 150 people, three times', () => {
  it('troubles hardly anybody honest, a third of whose check-ins come without a network', () => {
    expect(honest.offline / honest.checks).toBeGreaterThan(0.25)
    expect(honest.reviewed / honest.checks).toBeLessThan(0.006)
    expect(honest.listed / honest.people).toBeLessThan(0.01)
    expect(honest.high / honest.checks).toBeGreaterThan(0.6)
  })

  it('brings those before the superior whom the signals can show', () => {
    expect(kinds.filter(kind => spoofers[kind].spoofers < 20)).toEqual([])
    expect(part('constant')).toBeGreaterThan(0.7)
    expect(part('jitter')).toBeGreaterThan(0.4)
    expect(part('clock-or-replay')).toBeGreaterThan(0.7)
    expect(part('handed-over')).toBeGreaterThan(0.4)
  })

  it('is the same again from the same seed', () => {
    expect(month(50, worlds['poor phones']!, defaults, 5)).toEqual(month(50, worlds['poor phones']!, defaults, 5))
  })
})

describe('the weights', () => {
  it('are what their schema allows: nothing honest costs points, no sign earns any', () => {
    expect(parameters.parse(defaults)).toEqual(defaults)
    expect(parameters.safeParse({ ...defaults, supports: { ...defaults.supports, selfie: -1 } }).success).toBe(false)
    expect(parameters.safeParse({ ...defaults, signs: { ...defaults.signs, outside: { ...defaults.signs.outside, weight: 1 } } }).success).toBe(false)
  })

  it('are those of a region where it entered some that fit', () => {
    expect(parametersFrom({ ...defaults, levels: { high: 15, doubtful: 2 } }).levels).toEqual({ high: 15, doubtful: 2 })
    expect(parametersFrom({ levels: 'high' })).toEqual(defaults)
  })

  it('of a region from before a sign was known are kept, with the default for that sign', () => {
    const { 'reading-returned': _, ...signs } = defaults.signs
    const entered = { ...defaults, signs: { ...signs, outside: { ...signs.outside, weight: -1 } }, review: { points: 20, chance: 6, days: 3, doubtfulDays: 3 } }
    const read = parametersFrom(entered)
    expect([read.signs.outside.weight, read.signs['reading-returned'], read.review.points, read.review.lookBack]).toEqual([-1, defaults.signs['reading-returned'], 20, defaults.review.lookBack])
  })
})
