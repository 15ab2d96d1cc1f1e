import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Task, TaskKind } from '../contract.ts'
import type { Offices, Scope } from '../desks.ts'
import { taskColumns, taskOf, type TaskRow } from '../store.ts'
import { taskKinds } from '../task.ts'
import type { Filter } from './filters.ts'

/** No counter of an office counts further. */
export const counted = 999

const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`

/** The words somebody typed; null when there are none. At a desk the beginning of a word will do; an index of offices knows whole ones. */
function wanted(text: string, scope: Scope): RawBuilder<unknown> | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  return words && ('desks' in scope ? sql`to_tsquery('indonesian', ${words.map(word => `${word}:*`).join(' & ')})` : sql`plainto_tsquery('indonesian', ${words.join(' ')})`)
}

/** What waits at the desk of the secretariat itself, as far as its units do not show it already. */
const ofOffices = ({ units, all }: Offices) => sql`t.desk_id = any(${ids(units)}) and ${all ? sql`t.confidential` : sql`(t.confidential or t.unit_id <> all(${ids(units)}))`}`

/** How a list goes: its column, the whole order, and from where it goes on. */
interface Order {
  column: RawBuilder<unknown>
  by: RawBuilder<unknown>
  outer: RawBuilder<unknown>
  on: RawBuilder<unknown>
}

function orderOf({ done, sort, after }: Filter): Order {
  const column = sort === 'tenggat' ? "coalesce(t.due_on, 'infinity'::date)" : done ? 't.done_at' : 't.at'
  const falling = sort === 'baru'
  const way = falling ? ' desc' : ''
  const mark = sql`((select ${sql.raw(column.replaceAll('t.', 'a.'))} from inbox.task a where a.id = ${after}::uuid), ${after}::uuid)`
  return {
    column: sql.raw(column),
    by: sql.raw(`${column}${way}, t.id${way}`),
    outer: sql.raw(`i.at${way}, i.id${way}`),
    on: after ? sql`and (${sql.raw(column)}, t.id) ${sql.raw(falling ? '<' : '>')} ${mark}` : sql``,
  }
}

/** The ids of a scope in parts, each a walk of one index of which nothing is read that is not among the next rows. */
function* partsOf(scope: Scope, filter: Filter, { column, by, outer, on }: Order, limit: number): Generator<RawBuilder<unknown>> {
  const taken = (where: RawBuilder<unknown>) => sql`(select t.id, ${column} as at from inbox.task t where ${where} and ${sql.join([...conditions(filter)], sql` and `)} ${on} order by ${by} limit ${limit})`
  const words = filter.text ? wanted(filter.text, scope) : null
  if (filter.text && !words) return yield taken(sql`false`)
  const holding = words ? sql`and t.words @@ ${words}` : sql``
  if ('desks' in scope) return yield taken(sql`t.desk_id = any(${ids(scope.desks)}) ${holding}`)
  const offices = filter.units ? { units: scope.units.filter(unit => filter.units!.includes(unit)), all: false } : scope
  yield taken(sql`${ofOffices(offices)} ${holding}`)
  if (words) {
    const { done, kind = null, unread = false, urgency = null, due, sort, after = null } = filter
    yield taken(sql`not t.confidential and t.id in (select inbox.found(${words}, ${offices.all ? null : ids(offices.units)}, ${done}, ${kind}, ${unread}, ${urgency}, ${due?.from ?? null}, ${due?.to ?? null}, ${sort}, ${after}, ${limit}))`)
  }
  else if (offices.all) yield taken(sql`not t.confidential`)
  else yield sql`(select i.id, i.at from unnest(${ids(offices.units)}) as u (id) cross join lateral ${taken(sql`t.unit_id = u.id and not t.confidential`)} i order by ${outer} limit ${limit})`
}

function* conditions({ done, kind, unread, urgency, due }: Filter): Generator<RawBuilder<unknown>> {
  yield done ? sql`t.done_at is not null` : sql`t.done_at is null`
  if (kind) yield sql`t.kind = ${kind}`
  if (unread) yield sql`t.read_at is null`
  if (urgency) yield sql`t.urgency = ${urgency}`
  if (due) yield due.from ? sql`t.due_on between ${due.from}::date and ${due.to}::date` : sql`t.due_on <= ${due.to}::date`
}

/** Tasks of a scope. */
export async function listTasks(db: Db, scope: Scope, filter: Filter, limit: number): Promise<Task[]> {
  const order = orderOf(filter)
  const parts = sql.join([...partsOf(scope, filter, order, limit)], sql` union all `)
  const { rows } = await sql<TaskRow>`select ${taskColumns} from (select * from (${parts}) i order by ${order.outer} limit ${limit}) i join inbox.task t on t.id = i.id order by ${order.by}`.execute(db)
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

const sums = sql`t.kind, count(*)::int as open, (count(*) filter (where t.read_at is null))::int as unread`

const countDesks = async (db: Db, desks: readonly string[]): Promise<KindCount[]> =>
  (await sql<KindCount>`select ${sums} from inbox.task t where t.desk_id = any(${ids(desks)}) and t.done_at is null group by t.kind`.execute(db)).rows

async function countOffices(db: Db, offices: Offices): Promise<KindCount[]> {
  const own = sql`select ${sums} from inbox.task t where ${ofOffices(offices)} and t.done_at is null group by t.kind`
  const upTo = (more: RawBuilder<unknown>) => sql`(select count(*)::int from (select from inbox.task t where t.kind = k.kind and not t.confidential and t.done_at is null ${more} limit ${counted + 1}) c)`
  const ofUnits = offices.all
    ? sql`select k.kind, ${upTo(sql``)} as open, ${upTo(sql`and t.read_at is null`)} as unread from unnest(${[...taskKinds]}::text[]) as k (kind)`
    : sql`select ${sums} from inbox.task t where t.unit_id = any(${ids(offices.units)}) and not t.confidential and t.done_at is null group by t.kind`
  return (await sql<KindCount>`select kind, sum(open)::int as open, sum(unread)::int as unread from (${own} union all ${ofUnits}) c group by kind`.execute(db)).rows
}
