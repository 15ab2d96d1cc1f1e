import type { UnitTree } from '#modules/organisation/contract.ts'
import { around, numberText, patternProblems } from './pattern.ts'
import { fillingOf, numberingOf, type Rules, type SeriesKey } from './rules.ts'

/** A letter everybody can imagine, for samples. */
const imagined = { classification: '000.1.2.3', secrecy: 'B' } as const

/** What the number of a letter of today would look like; null when the pattern cannot be used. */
export function sampleOf(rules: Rules, units: UnitTree, { unitId, kind, today, next }: SeriesKey & { today: string; next: number }): string | null {
  const numbering = numberingOf(rules, units, unitId, kind)
  if (patternProblems(numbering.pattern, numbering.resets).length > 0) return null
  return numberText(around(numbering.pattern, fillingOf(rules, units, unitId, numbering, { ...imagined, on: today })), next)
}
