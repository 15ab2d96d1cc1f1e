import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { histories } from '#modules/personnel/contract.ts'
import { dues } from '#modules/workforce/contract.ts'
import type { KindOfDecree, Person } from './kinds/kind.ts'

/** People within a reach for whom something of a kind falls due, in the order asked; others are left out. */
export async function peopleDue({ ask, government, db }: Pick<Context, 'ask' | 'government'> & { db: Db | Tx }, { kind, rests }: Pick<KindOfDecree, 'kind' | 'rests'>, reach: Reach | null, ids: readonly string[], day: string): Promise<Person[]> {
  const standing = await ask(histories).standing(db, reach, ids, rests)
  const [days, units] = [await ask(dues).of(db, kind, standing, day), await ask(unitDirectory).of(government.id)]
  return [...new Set(ids)].flatMap(id => {
    const [one, dueOn] = [standing.get(id), days.get(id)]
    return one && dueOn ? [{ ...one, dueOn, unit: units.byId(one.unitId)?.name ?? '' }] : []
  })
}
