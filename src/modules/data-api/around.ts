import type { Db } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'

interface Licence {
  code: string
  name: string
  url: string | null
  open: boolean
}

/** What every description of a dataset refers to. */
export interface Around {
  government: Context['government']
  /** Origin under which machines know this portal. */
  origin: string
  units: UnitTree
  themes: readonly { code: string; name: string }[]
  licences: ReadonlyMap<string, Licence>
}

/** Reads it: two queries, units come from memory. */
export async function aroundOf(context: Pick<Context, 'db' | 'ask' | 'government' | 'now' | 'request' | 'place'>): Promise<Around> {
  const today = todayOf(context)
  const [units, themes, licences] = await Promise.all([context.ask(unitDirectory).of(context.government.id), themesOf(context.db, today), referenceList<Omit<Licence, 'code'>>(context.db, 'data-licence', today)])
  return {
    government: context.government,
    origin: context.place.portal || context.request.origin,
    units,
    themes,
    licences: new Map(licences.map(({ code, value }) => [code, { code, ...value }])),
  }
}

async function themesOf(db: Db, today: string): Promise<Around['themes']> {
  const rows = await referenceList<{ name: string; order: number }>(db, 'data-theme', today)
  return rows.toSorted((a, b) => a.value.order - b.value.order).map(({ code, value }) => ({ code, name: value.name }))
}
