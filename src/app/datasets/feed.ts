import type { Cell } from '#platform/columnar/query.ts'
import { reference } from '#platform/reference/reference.ts'
import { withoutSmallCells } from '#platform/statistics/small-cells.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec } from '#platform/web/module.ts'
import type { Services } from '#platform/web/services.ts'
import type { Government } from '#platform/access/government.ts'
import { feeding } from '#modules/datasets/contract.ts'
import { periodOf } from '#platform/time/period.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { modules } from '../modules.ts'

/** A cell as a table takes it: instants as ISO text, everything else as it is. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return value.toString()
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)
}

/** The unit that answers for what a module produces: reference list `data-producer`, else the government itself. */
async function producerOf(services: Services, government: Government, module: string, today: string): Promise<string> {
  const units = await services.ask(unitDirectory).of(government.id)
  const { unit } = await reference<{ unit?: string }>(services.database.of(government.id), 'data-producer', module, today, {})
  const found = unit ? units.bySlug(unit) : undefined
  return (found ?? units.all.find(({ kind }) => kind === 'government') ?? units.all[0])!.id
}

/** Makes one dataset of a module and publishes it, unless its period stands already and `again` does not ask for it anew. */
async function feed(services: Services, government: Government, module: string, spec: DatasetSpec, now: Date, again: boolean): Promise<'first' | 'new' | 'same'> {
  const db = services.database.of(government.id)
  const today = dayIn(now, government.zone)
  const period = periodOf(spec.every, today)
  if (!again && (await services.ask(feeding).digestOf(db, spec.code, period)) !== null) return 'same'
  const made = await spec.rows({ db, government, now, ask: services.ask })
  // A table without rows would only say that nothing was recorded yet.
  if (made.length === 0) return 'same'
  const { count } = await reference<{ count: number }>(db, 'data-smallest-cell', 'people', today, { count: 5 })
  const { rows, suppressed } = withoutSmallCells(made, spec.columns.map(({ name, type, people = false }) => ({ name, people, number: type === 'integer' || type === 'decimal' })), count)
  const table = await services.tables.keepRows(government.id, spec.columns, rows.map(row => spec.columns.map(({ name }) => cellOf(row[name]))))
  const unitId = await producerOf(services, government, module, today)
  const outcome = await services.database.transaction(government.id, tx => services.ask(feeding).publish(tx, { spec, module, unitId, period, table, suppressed }))
  if (outcome === 'same') await services.tables.remove(government.id, table)
  return outcome
}

/** Makes what the modules of a government declare under `datasets` and is due, or with `again` all of it. Answers how many were published. */
export async function feedAll(services: Services, governmentId: string, now: Date, again = false): Promise<number> {
  const government = (await services.ask(governmentDirectory).byId(governmentId))!
  let published = 0
  for (const module of modules)
    for (const spec of module.exports.datasets) {
      try {
        if ((await feed(services, government, module.name, spec, now, again)) !== 'same') published++
      } catch (error) {
        // One module's trouble must not keep the others' data back.
        services.log.error({ err: error, dataset: spec.code, government: governmentId }, 'dataset not made')
      }
    }
  return published
}

/** Every hour, because governments have midnight at different times; most hours there is nothing to do. */
export const feedDatasets: Job = {
  name: 'datasets.feed',
  every: '25 * * * *',
  expires: 3000,
  async run({ services, now }) {
    for (const { id } of await services.ask(governmentDirectory).all()) await feedAll(services, id, now)
  },
}
