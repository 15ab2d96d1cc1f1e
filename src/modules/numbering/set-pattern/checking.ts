import type { Message } from '#platform/forms/fields.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { coinciding, lineOf, type Line } from '../coinciding.ts'
import { isUnitCode, parsed, patternProblems } from '../pattern.ts'
import { codeOf, fillingOf, numberingOf, seriesName, type Draws, type Pattern, type Rules } from '../rules.ts'

/** Whose pattern is set: of one unit or of all, of one kind or of all. */
export interface Scope {
  unitId: string | null
  kind: string | null
}

/** What is typed about a pattern. `code` is null where a unit keeps the one made of its name. */
export interface Wanted {
  pattern: string | null
  draws: Draws
  resets: Pattern['resets']
  code: string | null
}

/** The rules as they would be. */
export function rulesWith(rules: Rules, { unitId, kind }: Scope, { pattern, draws, resets, code }: Wanted): Rules {
  const codes = new Map(rules.codes)
  if (unitId && code) codes.set(unitId, code)
  else if (unitId && kind === null) codes.delete(unitId)
  return { ...rules, codes, patterns: [...rules.patterns.filter(one => one.unitId !== unitId || one.kind !== kind), { id: '', unitId, kind, pattern, draws, resets, version: 0 }] }
}

interface UnitLine extends Line {
  unitId: string
}

/** What units print, each pattern of them once. */
function linesOf(rules: Rules, units: UnitTree, unitIds: readonly string[], today: string): { lines: UnitLine[]; unusable: { kind: string | null; message: Message }[] } {
  const kinds = [null, ...new Set(rules.patterns.flatMap(one => one.kind ?? []))]
  const lines = new Map<string, UnitLine>()
  const unusable = []
  for (const unitId of unitIds)
    for (const kind of kinds) {
      const numbering = numberingOf(rules, units, unitId, kind)
      const [message] = patternProblems(numbering.pattern, numbering.resets)
      if (message) unusable.push({ kind, message })
      const series = seriesName(numbering.series)
      const key = `${series} ${codeOf(rules, units, unitId)} ${numbering.pattern}`
      if (!message && !lines.has(key)) lines.set(key, { unitId, ...lineOf(series, parsed(numbering.pattern), fillingOf(rules, units, unitId, numbering, { classification: '', secrecy: 'B', on: today })) })
    }
  return { lines: [...lines.values()], unusable }
}

/** Everything that is wrong with a pattern in its place, by field. */
export function wrongWith(rules: Rules, units: UnitTree, scope: Scope, wanted: Wanted, today: string): { name: string; message: Message }[] {
  const own = wanted.pattern === null ? [] : patternProblems(wanted.pattern, wanted.resets).map(message => ({ name: 'pola', message }))
  if (wanted.pattern === null && wanted.draws !== 'above') own.push({ name: 'pola', message: { text: 'Tulis polanya.' } })
  if (wanted.code !== null && !isUnitCode(wanted.code)) own.push({ name: 'kode', message: { text: 'Kode unit memakai huruf, angka, spasi, titik, dan tanda hubung; tanpa garis miring.' } })
  if (own.length > 0) return own
  const then = rulesWith(rules, scope, wanted)
  const everybody = units.all.map(({ id }) => id)
  const changed = linesOf(then, units, scope.unitId ? units.below(scope.unitId) : everybody, today)
  const [broken] = changed.unusable
  if (broken) return [{ name: 'ulang', message: broken.message }]
  const pair = coinciding(changed.lines, linesOf(then, units, everybody, today).lines)
  if (!pair) return []
  const [one, other] = pair.map(line => units.byId(line.unitId)?.name ?? '')
  return [{ name: 'pola', message: one === other
    ? { text: 'Dengan pola ini dua buku {unit} dapat mencetak nomor yang sama. Tambahkan tanda yang membedakan, misalnya singkatan jenisnya.', values: { unit: one! } }
    : { text: 'Dengan pola ini {one} dan {other} dapat mencetak nomor yang sama. Tambahkan {unit} atau kode lain yang membedakan.', values: { one: one!, other: other!, unit: '{unit}' } } }]
}
