import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { makeDaysOf } from '../days/days.ts'
import { viewerOf } from '../parts/here.ts'
import type { Day, Viewer } from '../contract.ts'

/** More people than any government has. */
const most = 100_000

/** What part of the government is looked at: units side by side, and the people who work in the chosen unit itself. */
export interface Scope {
  viewer: Viewer
  /** The unit chosen; null for all one sees where that is several. */
  unit: Unit | null
  /** Units shown as rows, each with all below. */
  parts: readonly Unit[]
  /** People of the unit itself; of nobody where several stand side by side. */
  people: readonly Employee[]
  /** Everybody within, with their days. */
  everyone: readonly Employee[]
  days: ReadonlyMap<string, readonly Day[]>
}

/** @throws NotFound for units out of reach, Refused where one sees nobody */
export async function scopeOf(context: Context, asked: string | undefined, from: string, to: string): Promise<Scope> {
  const { db, ask, now } = context
  const viewer = await viewerOf(context)
  const { units, visible } = viewer
  if (visible.size === 0) throw new Refused('Papan presensi terbuka bagi atasan dan pengelola kepegawaian.')
  const tops = units.all.filter(({ id, parentId }) => visible.has(id) && (parentId === null || !visible.has(parentId)))
  const unit = asked === undefined ? (tops.length === 1 ? tops[0]! : null) : (units.byId(asked) ?? null)
  if (asked !== undefined && (!unit || !visible.has(unit.id))) throw new NotFound()
  const within = (unit ? units.below(unit.id) : [...visible]).filter(id => visible.has(id))
  const [everyone, days] = await Promise.all([ask(employees).serving(db, within, most), makeDaysOf(context)(db, { unitIds: within }, from, to, now)])
  const filled = new Set(everyone.flatMap(({ unitId }) => units.ancestors(unitId).map(({ id }) => id)))
  const parts = (unit ? units.children(unit.id).filter(({ id }) => visible.has(id)) : tops).filter(({ id }) => filled.has(id))
  return { viewer, unit, parts, people: unit ? everyone.filter(({ unitId }) => unitId === unit.id) : [], everyone, days }
}

/** Everybody by the part they belong to; in one pass. */
export function byPart({ viewer: { units }, parts, everyone }: Scope): Map<string, Employee[]> {
  const partIds = new Set(parts.map(({ id }) => id))
  const known = new Map<string, string | undefined>()
  const found = new Map<string, Employee[]>(parts.map(({ id }) => [id, []]))
  for (const person of everyone) {
    if (!known.has(person.unitId)) known.set(person.unitId, units.ancestors(person.unitId).find(({ id }) => partIds.has(id))?.id)
    const part = known.get(person.unitId)
    if (part) found.get(part)!.push(person)
  }
  return found
}
