import { ofReading, signs, type Sign } from './codes.ts'
import type { Parameters } from './parameters.ts'
import { sentencesOfMonth } from './sentences.ts'
import type { Trace } from './trace.ts'

export interface MonthReason {
  code: Sign
  /** How surprising it would be for an honest person: 10 points is one in ten, 20 one in a hundred. */
  points: number
  text: string
  values: { shown: number; looked: number }
}

export interface Suspicion {
  /** Whether a superior is asked to talk with the person, for a surprising month or several doubtful days; nothing else follows from it. */
  listed: boolean
  points: number
  /** The most surprising first; without what happens to everybody now and then. */
  reasons: MonthReason[]
}

/** Chance that something with `chance` each time happens at least `shown` times of `looked`. */
function atLeast(shown: number, looked: number, chance: number): number {
  if (chance === 1) return 1
  let term = (1 - chance) ** looked
  let below = 0
  for (let i = 0; i < shown; i++) {
    below += term
    term *= ((looked - i) / (i + 1)) * (chance / (1 - chance))
  }
  // Below what subtraction can tell, the next term stands for the rest of the sum.
  return Math.max(1 - below, Math.min(1, term))
}

/** Chance that it shows as often with somebody honest: most people, and the few to whom it happens more. */
function honestChance(shown: number, looked: number, { often, others }: Parameters['signs'][Sign]): number {
  const most = 1 - others.reduce((sum, { share }) => sum + share, 0)
  return others.reduce((sum, one) => sum + one.share * atLeast(shown, looked, one.often), most * atLeast(shown, looked, often))
}

/**
 * How surprising a month of check-ins would be if all were honest. What some honest phones always show cannot weigh
 * more than such phones are rare; signs of the same reading have common causes, so each further one counts half of the one
 * before. Who looks for many signs finds some by chance: that much is taken from each.
 */
export function suspicionOf(checks: readonly Trace[], { signs: known, review }: Parameters): Suspicion {
  const reasons = signs.flatMap(code => {
    const looked = checks.filter(check => check.looked.includes(code)).length
    const shown = checks.filter(check => check.shown.includes(code)).length
    if (shown === 0) return []
    const points = -10 * Math.log10(honestChance(shown, looked, known[code]))
    return [{ code, points, text: sentencesOfMonth[code].text, values: { shown, looked } }]
  }).toSorted((a, b) => b.points - a.points || a.code.localeCompare(b.code))
  const beyond = reasons.map(({ code, points }) => ({ code, points: Math.max(0, points - review.chance) }))
  const points = beyond.filter(({ code }) => !ofReading.has(code)).reduce((sum, one) => sum + one.points, 0)
    + beyond.filter(({ code }) => ofReading.has(code)).reduce((sum, one, i) => sum + one.points / 2 ** i, 0)
  const days = daysOf(checks.filter(check => check.shown.length > 0))
  const doubted = daysOf(checks.filter(check => check.level === 'doubtful' && check.shown.some(sign => sign !== 'far-away')))
  return { listed: (points >= review.points && days >= review.days) || doubted >= review.doubtfulDays, points, reasons: reasons.filter(reason => reason.points > review.chance) }
}

const daysOf = (checks: readonly Trace[]) => new Set(checks.map(check => check.day)).size
