import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import type { NumberRequest } from './contract.ts'
import { codeFrom, type Filling, type Resets } from './pattern.ts'

/**
 * The series a pattern draws from: the agenda of the unit, one of its own for the kind, that of the unit above
 * (“memakai penomoran unit induk”), or one for the whole government.
 */
export type Draws = 'unit' | 'kind' | 'above' | 'government'

/** A pattern as somebody set it; without a unit for all units, without a kind for all kinds. */
export interface Pattern {
  id: string
  unitId: string | null
  kind: string | null
  /** Null only where the numbers of the unit above are used as they are. */
  pattern: string | null
  draws: Draws
  resets: Resets
  version: number
}

/** All that decides how numbers look. */
export interface Rules {
  patterns: readonly Pattern[]
  /** Codes units chose for themselves. */
  codes: ReadonlyMap<string, string>
  /** The reference list `letter-number-pattern`: by kind, and `umum` for all others. */
  defaults: ReadonlyMap<string, string>
}

/** A run of numbers: all kinds of a unit together, or one kind. */
export interface SeriesKey {
  unitId: string
  kind: string | null
}

/** How the letters of a unit are numbered. */
export interface Numbering {
  pattern: string
  /** Whether the reference data says how it looks, because nobody set a pattern. */
  byDefault: boolean
  series: SeriesKey
  resets: Resets
}

/** What the reference data says when it says nothing of a kind. */
export const anyKind = 'umum'

/** Parts of an agency have no agenda of their own unless they are given one. */
const sharesUnlessSet = (unit: Unit): boolean => unit.kind === 'division' || unit.kind === 'section'

/** The most specific pattern counts: of unit and kind, of the unit, of the government for the kind, of the government. */
export function numberingOf(rules: Rules, units: UnitTree, unitId: string, kind: string | null): Numbering {
  const unit = units.byId(unitId)
  const find = (ofUnit: string | null, ofKind: string | null) => rules.patterns.find(one => one.unitId === ofUnit && one.kind === ofKind)
  const own = (kind !== null && find(unitId, kind)) || find(unitId, null)
  const parentId = unit?.parentId ?? null
  const above = (pattern: Pattern | null): Numbering => {
    const there = numberingOf(rules, units, parentId!, kind)
    return pattern?.pattern ? { ...there, pattern: pattern.pattern, byDefault: false } : there
  }
  if (own) return own.draws === 'above' && parentId ? above(own) : drawn(own)
  if (unit && parentId && sharesUnlessSet(unit)) return above(null)
  const general = (kind !== null && find(null, kind)) || find(null, null)
  if (general) return drawn(general)
  return { byDefault: true, pattern: (kind !== null && rules.defaults.get(kind)) || rules.defaults.get(anyKind) || '{urut}/{unit}/{tahun}', series: { unitId, kind: null }, resets: 'year' }

  function drawn(set: Pattern): Numbering {
    const root = units.all.find(one => one.parentId === null)?.id ?? unitId
    const series = { unitId: set.draws === 'government' ? root : unitId, kind: set.draws === 'kind' || set.draws === 'government' ? set.kind : null }
    // Whoever joins the unit's agenda keeps its time: a series begins at 1 for all or for none.
    const resets = set.kind !== null && series.kind === null ? numberingOf(rules, units, unitId, null).resets : set.resets
    return { byDefault: false, pattern: set.pattern ?? '{urut}/{unit}/{tahun}', series, resets }
  }
}

/** The code of a unit, chosen or made of its name. */
export function codeOf(rules: Pick<Rules, 'codes'>, units: UnitTree, unitId: string): string {
  const unit = units.byId(unitId)
  return rules.codes.get(unitId) ?? (unit ? codeFrom(unit) : '')
}

/** What fills the pattern of a letter of a unit. */
export const fillingOf = (rules: Pick<Rules, 'codes'>, units: UnitTree, unitId: string, { series }: Pick<Numbering, 'series'>, letter: Pick<NumberRequest, 'classification' | 'secrecy' | 'on'>): Filling => ({
  classification: letter.classification, secrecy: letter.secrecy, on: letter.on, unit: codeOf(rules, units, series.unitId), kode: codeOf(rules, units, unitId),
})

/** Names a series within a government. */
export const seriesName = ({ unitId, kind }: SeriesKey): string => `${unitId} ${kind ?? ''}`
