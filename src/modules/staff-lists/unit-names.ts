import type { Match, Work } from '#platform/sheets/declaring.ts'
import { simplified } from '#platform/sheets/readers.ts'
import { governmentDirectory, unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'

/** Suggestions for one text, and texts for which some are sought. */
const most = { suggestions: 8, texts: 300 }
/** Texts less alike than the first share letters by accident; from the second on one is proposed. */
const alike = { some: 0.3, likely: 0.5 }

const short: Record<string, string> = {
  kec: 'kecamatan', kel: 'kelurahan', ds: 'desa', kab: 'kabupaten', din: 'dinas', bag: 'bagian', bid: 'bidang', sek: 'sekretariat', sdn: 'sd negeri', smpn: 'smp negeri', pkm: 'puskesmas', upt: 'uptd', dan: '', pada: '', di: '',
}

/** A name without the ways of writing it: `Kec. Adiwerna` is `kecamatan adiwerna`. */
export const plainName = (text: string): string =>
  simplified(text).split(' ').map(word => short[word] ?? word).filter(Boolean).join(' ')

const named = (unit: Unit, units: UnitTree): string => {
  const above = units.ancestors(unit.id).slice(1, -1).toReversed()
  return [unit.name, ...above.map(one => one.shortName || one.name)].join(', ')
}

/** Everything a unit may be called: by name or short name, alone or with what it is a part of. */
function callsOf(unit: Unit, units: UnitTree): string[] {
  const own = [unit.name, unit.shortName].filter(Boolean)
  const above = units.ancestors(unit.id).slice(0, -1).flatMap(one => [one.name, one.shortName])
  return [...own, ...own.flatMap(name => above.flatMap(other => [`${name} ${other}`, `${other} ${name}`]))].map(plainName)
}

const pieces = (text: string): Set<string> => {
  const padded = ` ${text} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)))
}

/** Share of the letters in threes that two names have in common, 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const piece of one) if (other.has(piece)) both++
  return (2 * both) / Math.max(1, one.size + other.size)
}

/** Which unit each text means: one that is called so, or those it is most like. Only units in reach are offered. */
export async function matchUnits({ services, governmentId, reach }: Pick<Work, 'services' | 'governmentId' | 'reach'>, texts: readonly string[]): Promise<Map<string, Match>> {
  const units = await services.ask(unitDirectory).of(governmentId)
  const within = reach('personnel.manage')
  const root = units.all.find(({ parentId }) => parentId === null)
  // The name of the government says nothing about a part of it.
  const own = ` ${plainName((await services.ask(governmentDirectory).byId(governmentId))?.name ?? '')}`
  const plainOf = (text: string) => ` ${plainName(text)}`.replace(own, '').trim()
  const offered = units.all.filter(({ id }) => id !== root?.id && (within?.government || within?.units.has(id))).map(unit => {
    const label = named(unit, units)
    return { unit, label, calls: [label, unit.name, unit.shortName].map(call => pieces(plainOf(call))) }
  })
  const byCall = new Map<string, Set<Unit>>()
  // Codes are nobody else's, whatever the names say.
  const byCode = new Map(units.all.flatMap(unit => [unit.slug, unit.regionCode, unit.npsn].flatMap(code => (code ? [[code, unit] as const] : []))))
  for (const unit of units.all) for (const call of callsOf(unit, units)) byCall.set(call, (byCall.get(call) ?? new Set()).add(unit))

  const matches = new Map<string, Match>()
  let sought = 0
  for (const text of texts) {
    const plain = plainName(text)
    const coded = byCode.get(text.trim().toLowerCase())
    const called = coded ? [coded] : [...(byCall.get(plain) ?? [])]
    if (called.length === 1) {
      matches.set(text, { value: called[0]!.id })
      continue
    }
    const among = called.length > 1 ? offered.filter(({ unit }) => called.includes(unit)) : offered
    const said = pieces(plainOf(text))
    const ranked = sought++ < most.texts ? among.map(one => ({ ...one, likeness: called.length > 1 ? 1 : Math.max(...one.calls.map(call => likeness(said, call))) })) : []
    const best = ranked.filter(one => one.likeness >= alike.some).toSorted((a, b) => b.likeness - a.likeness || a.label.length - b.label.length).slice(0, most.suggestions)
    matches.set(text, { suggestions: best.map(({ unit, label }) => ({ value: unit.id, label })), likely: called.length < 2 && (best[0]?.likeness ?? 0) >= alike.likely })
  }
  return matches
}
