import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeAge, codeAt, codeSecret, codeWindow } from './rotating-code.ts'

const screen = codeSecret('a secret of the tests', 'place:1')
const shown = new Date('2026-10-01T00:20:10Z')
const after = (seconds: number) => new Date(shown.getTime() + seconds * 1000)

describe('a rotating code', () => {
  it('is the same for its window and another in the next, and of another screen never the same', () => {
    expect(codeAt(screen, after(19))).toBe(codeAt(screen, shown))
    expect(codeAt(screen, after(20))).not.toBe(codeAt(screen, shown))
    expect(codeAt(codeSecret('a secret of the tests', 'place:2'), shown)).not.toBe(codeAt(screen, shown))
  })

  it('tells how long ago it appeared, by the time of the check-in', () => {
    expect(codeAge(screen, codeAt(screen, shown), after(5))).toEqual({ fits: true, age: 15 })
    expect(codeAge(screen, codeAt(screen, shown), after(90))).toEqual({ fits: true, age: 100 })
    expect(codeAge(screen, codeAt(screen, shown), after(200))).toEqual({ fits: false })
  })

  it('of a moment to come fits only as far as the clock may be off', () => {
    expect(codeAge(screen, codeAt(screen, after(24)), after(16))).toEqual({ fits: true, age: 0 })
    expect(codeAge(screen, codeAt(screen, after(60)), shown)).toEqual({ fits: false })
    expect(codeAge(screen, codeAt(screen, after(60)), shown, { drift: 90 })).toEqual({ fits: true, age: 0 })
  })

  it('is not guessed, cut short or made longer', () => {
    const code = codeAt(screen, shown)
    for (const wrong of ['', code.slice(1), `${code}x`, code.toLowerCase(), `${code.slice(0, -1)}é`, 'x'.repeat(5000)]) expect(codeAge(screen, wrong, shown).fits).toBe(wrong === code)
  })

  it('fits at any moment within its tolerance, and its age is that moment’s', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 0, max: 120 }), (second, late) => {
      const from = new Date(second * 1000)
      const age = codeAge(screen, codeAt(screen, from), new Date((second + late) * 1000))
      expect(age).toEqual({ fits: true, age: (second % codeWindow) + late })
    }), { numRuns: 50 })
  })
})
