import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Task, TaskKind } from '../contract.ts'
import type { Scope } from '../desks.ts'
import { taskColumns, taskOf, type TaskRow } from '../store.ts'
import { taskKinds } from '../task.ts'
import type { Filter } from './filters.ts'

/** Of what a search finds in an office, the newest so many are looked at. */
export const searched = 2000

/** No counter of an office counts further. */
export const counted = 999

const plain = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&')
const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`

/** What a secretariat sees of the work of its units: nothing that is confidential. */
const ofUnits = ({ units, all }: { units: string[]; all: boolean }) => (all ? sql`not t.confidential` : sql`t.unit_id = any(${ids(units)}) and not t.confidential`)

/** What waits at the desk of the secretariat itself, as far as the other half leaves it out. */
const ofOffices = ({ units, all }: { units: string[]; all: boolean }) => sql`t.desk_id = any(${ids(units)}) and ${all ? sql`t.confidential` : sql`(t.confidential or t.unit_id <> all(${ids(units)}))`}`

/** Each half of a scope walks an index of its own. */
function* halvesOf(scope: Scope, filter: Filter): Generator<RawBuilder<unknown>> {
  const like = filter.text ? sql`and t.words like ${`%${plain(filter.text)}%`}` : sql``
  if ('desks' in scope) return yield sql`t.desk_id = any(${ids(scope.desks)}) ${like}`
  const units = filter.units ? scope.units.filter(unit => filter.units!.includes(unit)) : scope.units
  const narrowed = filter.units ? { units, all: false } : scope
  const found = filter.text
    ? sql`and t.id in (select inbox.found(${plain(filter.text)}, ${narrowed.all ? null : ids(units)}, ${filter.done}, ${filter.kind ?? null}, ${searched}))`
    : sql``
  yield sql`${ofUnits(narrowed)} ${found}`
  yield sql`${ofOffices(narrowed)} ${like}`
}

function* conditions({ done, kind, unread, urgency, due }: Filter): Generator<RawBuilder<unknown>> {
  yield done ? sql`t.done_at is not null` : sql`t.done_at is null`
  if (kind) yield sql`t.kind = ${kind}`
  if (unread) yield sql`t.read_at is null`
  if (urgency) yield sql`t.urgency = ${urgency}`
  if (due) yield due.from ? sql`t.due_on between ${due.from}::date and ${due.to}::date` : sql`t.due_on <= ${due.to}::date`
}

/** How a list goes, and from where it goes on. */
function orderOf({ done, sort, after }: Filter): { order: RawBuilder<unknown>; on: RawBuilder<unknown> } {
  const by = sort === 'tenggat' ? "coalesce(t.due_on, 'infinity'::date)" : done ? 't.done_at' : 't.at'
  const falling = sort === 'baru'
  const mark = sql`((select ${sql.raw(by.replaceAll('t.', 'a.'))} from inbox.task a where a.id = ${after}::uuid), ${after}::uuid)`
  return {
    order: sql.raw(falling ? `${by} desc, t.id desc` : `${by}, t.id`),
    on: after ? sql`and (${sql.raw(by)}, t.id) ${sql.raw(falling ? '<' : '>')} ${mark}` : sql``,
  }
}

/** Tasks of a scope. */
export async function listTasks(db: Db, scope: Scope, filter: Filter, limit: number): Promise<Task[]> {
  const { order, on } = orderOf(filter)
  const fits = sql.join([...conditions(filter)], sql` and `)
  const halves = [...halvesOf(scope, filter)].map(half => sql`(select ${taskColumns} from inbox.task t where ${half} and ${fits} ${on} order by ${order} limit ${limit})`)
  const { rows } = await sql<TaskRow>`select * from (${sql.join(halves, sql` union all `)}) t order by ${order} limit ${limit}`.execute(db)
  return rows.map(taskOf)
}

/** How many tasks of a kind are open, and how many of them nobody has read. */
export type Counts = Record<TaskKind, { open: number; unread: number }>

/** Counts what is open of a scope; of an office up to one more than `counted`. */
export async function countTasks(db: Db, scope: Scope): Promise<Counts> {
  const rows = 'desks' in scope ? await countDesks(db, scope.desks) : await countOffices(db, scope)
  const none = Object.fromEntries(taskKinds.map(kind => [kind, { open: 0, unread: 0 }])) as Counts
  for (const { kind, open, unread } of rows) none[kind] = { open, unread }
  return none
}

interface KindCount {
  kind: TaskKind
  open: number
  unread: number
}

const countDesks = async (db: Db, desks: readonly string[]): Promise<KindCount[]> =>
  (await sql<KindCount>`select t.kind, count(*)::int as open, (count(*) filter (where t.read_at is null))::int as unread from inbox.task t where t.desk_id = any(${ids(desks)}) and t.done_at is null group by t.kind`.execute(db)).rows

async function countOffices(db: Db, scope: { units: string[]; all: boolean }): Promise<KindCount[]> {
  const halves = [ofUnits(scope), ofOffices(scope)]
  const upTo = (more: RawBuilder<unknown>) => sql`(select count(*)::int from (${sql.join(halves.map(half => sql`(select 1 from inbox.task t where ${half} and t.kind = k.kind and t.done_at is null ${more} limit ${counted + 1})`), sql` union all `)}) c)`
  const { rows } = await sql<KindCount>`select k.kind, ${upTo(sql``)} as open, ${upTo(sql`and t.read_at is null`)} as unread from unnest(${[...taskKinds]}::text[]) as k (kind)`.execute(db)
  return rows
}
