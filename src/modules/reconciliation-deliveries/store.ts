import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { Reading } from '#platform/sheets/sheet-run.ts'
import type { DeliveryState, Effect } from '#modules/reconciliation/contract.ts'

/** What a person chose of a file. */
export interface Choices {
  sheet: number
  /** Row of the headings, when the person named one. */
  heading: number | null
  /** Column by name of the field. */
  columns: Record<string, number>
}

/** What is odd in a file that comes in all the same. */
export interface Oddities {
  /** Rows without anything to recognise them by; they stay out. */
  nameless: number
  /** Cells that are not what their column is compared as, and the first of them. */
  unreadable: number
  examples: { line: number; field: string; text: string }[]
}

/** One file on its way into a source. */
export interface Delivery {
  id: string
  sourceId: string
  state: DeliveryState
  fileId: string
  fileName: string
  mediaType: string
  asOf: string
  reading: Reading | null
  choices: Choices
  progress: { done: number; of: number } | null
  counts: (Effect & Oddities) | null
  failure: Message | null
  createdBy: string | null
  createdAt: Date
  touchedAt: Date
  finishedAt: Date | null
}

const columns = sql`d.id, d.source_id as "sourceId", d.state, d.file_id as "fileId", d.file_name as "fileName", d.media_type as "mediaType", d.as_of::text as "asOf", d.reading, d.choices, d.progress, d.counts, d.failure,
  d.created_by as "createdBy", d.created_at as "createdAt", d.touched_at as "touchedAt", d.finished_at as "finishedAt"`

const noChoices: Choices = { sheet: 0, heading: null, columns: {} }
const complete = (row: Delivery): Delivery => ({ ...row, choices: { ...noChoices, ...row.choices } })

export async function insertDelivery(tx: Tx, sourceId: string, file: StoredFile, asOf: string, by: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into reconciliation_deliveries.delivery (source_id, file_id, file_name, media_type, as_of, created_by)
    values (${sourceId}, ${file.id}, ${file.name}, ${file.mediaType}, ${asOf}::date, ${by}::uuid) returning id`.execute(tx)
  return rows[0]!.id
}

export async function deliveryById(db: Db | Tx, id: string, lock = false): Promise<Delivery | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<Delivery>`select ${columns} from reconciliation_deliveries.delivery d where d.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ? complete(rows[0]) : null
}

export const deliveriesOf = async (db: Db, sourceIds: readonly string[], limit: number): Promise<Delivery[]> =>
  (await sql<Delivery>`select ${columns} from reconciliation_deliveries.delivery d where d.source_id = any(${[...sourceIds]}::uuid[]) and d.state <> 'dropped' order by d.id desc limit ${limit}`.execute(db)).rows.map(complete)

type Change = Partial<Pick<Delivery, 'state' | 'reading' | 'choices' | 'progress' | 'counts' | 'failure'>>

/** Changes a delivery if it is in one of the states `when`; answers whether it was. */
export async function changeDelivery(db: Db | Tx, id: string, { state, ...data }: Change, when: readonly DeliveryState[]): Promise<boolean> {
  const sets = [
    sql`touched_at = now()`,
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(state === 'taken' ? [sql`finished_at = now()`] : []),
    ...Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [sql`${sql.ref(name)} = ${value === null ? null : JSON.stringify(value)}::jsonb`])),
  ]
  const { numAffectedRows } = await sql`update reconciliation_deliveries.delivery set ${sql.join(sets)} where id = ${id} and state = any(${[...when]}::text[])`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}
