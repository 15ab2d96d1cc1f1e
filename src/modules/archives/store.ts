import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Attachment, Secrecy } from '#modules/correspondence/contract.ts'
import type { Counted, Dossier, Item, Judgement } from './contract.ts'
import { dossiersOf, papersOf, type Reader } from './policy.ts'
import type { Tables } from './tables.ts'

const isId = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)

/** A dossier's own columns under their names here; `d` is the dossier. */
export const dossierColumns = sql`d.id, d.unit_id as "unitId", d.year, d.sequence, d.classification, d.title, d.secrecy, d.state, d.holder_post_id as "holderPostId",
  d.opened_on as "openedOn", d.closed_on as "closedOn", d.room, d.shelf, d.box, d.retention_id as "retentionId", d.retention_code as "retentionCode", d.retention_basis as "retentionBasis",
  d.active_years as "activeYears", d.inactive_years as "inactiveYears", d.final, d.decided, d.inactive_on as "inactiveOn", d.due_on as "dueOn", d.proposal_id as "proposalId", d.created_by as "createdBy", d.version`

const itemColumns = sql`i.id, i.dossier_id as "dossierId", i.unit_id as "unitId", i.sequence, i.letter_id as "letterId", i.title, i.dated_on as "datedOn", i.maturity, i.amount, i.secrecy, i.remarks,
  i.files, i.file_ids as "fileIds", i.filed_by as "filedBy", i.filed_at as "filedAt", i.destroyed_at as "destroyedAt"`

const counted = sql`(select count(*)::int from archives.item i where i.dossier_id = d.id and i.removed_at is null) as items,
  (select extract(year from min(i.dated_on))::int from archives.item i where i.dossier_id = d.id and i.removed_at is null) as "from",
  (select extract(year from max(i.dated_on))::int from archives.item i where i.dossier_id = d.id and i.removed_at is null) as "to"`

/** A dossier the person may know of, or nothing. */
export async function dossierFor(db: Db, reader: Reader, id: string): Promise<Counted | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Counted>`select ${dossierColumns}, ${counted} from archives.dossier d where d.id = ${id} and ${dossiersOf(reader)}`.execute(db)
  return rows[0] ?? null
}

/** The dossier, and nobody else changes it until the transaction ends. Whoever asks answers for who may see it. */
export async function takeDossier(tx: Tx, id: string): Promise<Dossier | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Dossier>`select ${dossierColumns} from archives.dossier d where d.id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

/** What lists are narrowed to. */
export interface DossierFilter {
  year?: number
  /** The code or those above it. */
  code?: string
  unitId?: string
  state?: Dossier['state'] | 'overdue'
  text?: string
  /** Today, for `overdue`: active dossiers that should have been moved. */
  day: string
  after?: { year: number; sequence: number; id: string }
  limit: number
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Dossiers the person may know of, the newest number first. */
export async function dossiersFor(db: Db, reader: Reader, { year, code, unitId, state, text, day, after, limit }: DossierFilter): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${dossierColumns}, ${counted} from archives.dossier d
    where ${dossiersOf(reader)}
      ${year ? sql`and d.year = ${year}` : sql``} ${code ? sql`and (d.classification = ${code} or d.classification like ${`${code}.%`})` : sql``} ${unitId ? sql`and d.unit_id = ${unitId}` : sql``}
      ${state === 'overdue' ? sql`and d.state = 'closed' and d.inactive_on <= ${day}::date` : state ? sql`and d.state = ${state}` : sql``}
      ${text ? sql`and (d.title ilike ${like(text)} or d.classification || ' ' || d.sequence || '/' || d.year ilike ${like(text)})` : sql``}
      ${after ? sql`and (d.year, d.sequence, d.id) < (${after.year}, ${after.sequence}, ${after.id}::uuid)` : sql``}
    order by d.year desc, d.sequence desc, d.id desc limit ${limit}`.execute(db)
  return rows
}

/** Open dossiers of a unit for filing, the newest first; those of the code, or that hold one of the letters, before the rest. */
export async function openDossiers(db: Db, reader: Reader, unitId: string, { codes = [], letterIds = [] }: { codes?: readonly string[]; letterIds?: readonly string[] } = {}): Promise<(Counted & { related: boolean; near: number })[]> {
  const { rows } = await sql<Counted & { related: boolean; near: number }>`
    select * from (
      select ${dossierColumns}, ${counted},
        exists (select from archives.item i where i.dossier_id = d.id and i.removed_at is null and i.letter_id = any(${[...letterIds]}::uuid[])) as related,
        coalesce(array_position(${[...codes]}::text[], d.classification), 99)::int as near
      from archives.dossier d where d.unit_id = ${unitId} and d.state = 'open' and ${dossiersOf(reader)}) d
    order by related desc, near, year desc, sequence desc limit 500`.execute(db)
  return rows
}

/** The next number of a unit's year; whoever asks at the same time waits for the end of this transaction. */
async function nextNumber(tx: Tx, unitId: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`archives.dossier:${unitId}:${year}`}, 0))`.execute(tx)
  const { rows } = await sql<{ n: number }>`select coalesce(max(sequence), 0) + 1 as n from archives.dossier where unit_id = ${unitId} and year = ${year}`.execute(tx)
  return rows[0]!.n
}

export type NewDossier = Pick<Dossier, 'unitId' | 'classification' | 'title' | 'openedOn' | 'holderPostId' | 'room' | 'shelf' | 'box'>

export async function insertDossier(tx: Tx, given: NewDossier, judged: Judgement, by: string | null): Promise<Dossier> {
  const year = Number(given.openedOn.slice(0, 4))
  const sequence = await nextNumber(tx, given.unitId, year)
  const { rows } = await sql<Dossier>`
    insert into archives.dossier as d (unit_id, year, sequence, classification, title, opened_on, holder_post_id, room, shelf, box, retention_id, retention_code, retention_basis, active_years, inactive_years, final, created_by)
    values (${given.unitId}, ${year}, ${sequence}, ${given.classification}, ${given.title}, ${given.openedOn}, ${given.holderPostId}, ${given.room}, ${given.shelf}, ${given.box},
      ${judged.retentionId}, ${judged.retentionCode}, ${judged.retentionBasis}, ${judged.activeYears}, ${judged.inactiveYears}, ${judged.final}, ${by})
    returning ${dossierColumns}`.execute(tx)
  return rows[0]!
}

type DossierChange = Partial<Omit<Dossier, 'id' | 'unitId' | 'year' | 'sequence' | 'inactiveOn' | 'dueOn' | 'createdBy' | 'version'>>

const columns: Record<keyof DossierChange, string> = {
  classification: 'classification', title: 'title', secrecy: 'secrecy', state: 'state', holderPostId: 'holder_post_id', openedOn: 'opened_on', closedOn: 'closed_on', room: 'room', shelf: 'shelf', box: 'box',
  retentionId: 'retention_id', retentionCode: 'retention_code', retentionBasis: 'retention_basis', activeYears: 'active_years', inactiveYears: 'inactive_years', final: 'final', decided: 'decided', proposalId: 'proposal_id',
}

/** Changes what is given and counts the version on. */
export async function updateDossier(tx: Tx, id: string, change: DossierChange): Promise<Dossier> {
  const sets = Object.entries(change).filter(([, value]) => value !== undefined).map(([name, value]) => sql`${sql.ref(columns[name as keyof DossierChange])} = ${value}`)
  const { rows } = await sql<Dossier>`update archives.dossier as d set ${sql.join([...sets, sql`version = d.version + 1`])} where d.id = ${id} returning ${dossierColumns}`.execute(tx)
  return rows[0]!
}

/** What is in dossiers, in the order of the numbers: letters whoever may see them, papers only those the person may know of. */
export async function itemsFor(db: Db, reader: Reader, dossierIds: readonly string[]): Promise<Item[]> {
  if (dossierIds.length === 0) return []
  const { rows } = await sql<Item>`
    select ${itemColumns} from archives.item i join archives.dossier d on d.id = i.dossier_id
    where i.dossier_id = any(${[...dossierIds]}::uuid[]) and i.removed_at is null and (i.letter_id is not null or ${papersOf(reader)}) order by i.dossier_id, i.sequence`.execute(db)
  return rows
}

/** One thing in a dossier the person may know of; a letter still goes by its own rules. */
export async function itemFor(db: Db, reader: Reader, dossierId: string, id: string): Promise<Item | null> {
  if (!isId(id) || !isId(dossierId)) return null
  const { rows } = await sql<Item>`
    select ${itemColumns} from archives.item i join archives.dossier d on d.id = i.dossier_id
    where i.id = ${id} and i.dossier_id = ${dossierId} and i.removed_at is null and ${dossiersOf(reader)} and (i.letter_id is not null or ${papersOf(reader)})`.execute(db)
  return rows[0] ?? null
}

export async function takeItem(tx: Tx, id: string): Promise<Item | null> {
  const { rows } = await sql<Item>`select ${itemColumns} from archives.item i where i.id = ${id} and i.removed_at is null for update`.execute(tx)
  return rows[0] ?? null
}

export interface NewItem {
  dossier: Pick<Dossier, 'id' | 'unitId'>
  letterId?: string
  title?: string
  datedOn: string | null
  maturity: Item['maturity']
  amount: number
  secrecy: Secrecy
  remarks: string | null
  files: readonly Attachment[]
  fileIds: readonly string[]
  by: string | null
}

/** Puts something under the next number of its dossier; the dossier is locked by whoever calls. */
export async function insertItem(tx: Tx, { dossier, letterId, title, datedOn, maturity, amount, secrecy, remarks, files, fileIds, by }: NewItem): Promise<Item> {
  const { rows } = await sql<Item>`
    insert into archives.item as i (dossier_id, unit_id, sequence, letter_id, title, dated_on, maturity, amount, secrecy, remarks, files, file_ids, filed_by)
    select ${dossier.id}, ${dossier.unitId}, coalesce(max(o.sequence), 0) + 1, ${letterId ?? null}::uuid, ${title ?? null}, ${datedOn}::date, ${maturity}, ${amount}, ${secrecy}, ${remarks}, ${JSON.stringify(files)}::jsonb, ${[...fileIds]}::uuid[], ${by}::uuid
    from archives.item o where o.dossier_id = ${dossier.id} returning ${itemColumns}`.execute(tx)
  return rows[0]!
}

/** Where letters lie among the dossiers of a unit. */
export async function filedIn(db: Db | Tx, unitId: string, letterIds: readonly string[]): Promise<Map<string, { dossierId: string; itemId: string }>> {
  const { rows } = await sql<{ letterId: string; dossierId: string; itemId: string }>`
    select letter_id as "letterId", dossier_id as "dossierId", id as "itemId" from archives.item where unit_id = ${unitId} and letter_id = any(${[...letterIds]}::uuid[]) and removed_at is null`.execute(db)
  return new Map(rows.map(({ letterId, ...place }) => [letterId, place]))
}

export async function insertStep(tx: Tx, dossierIds: readonly string[], event: string, by: string | null, remarks: string | null = null): Promise<void> {
  await sql`insert into archives.step (dossier_id, event, by, remarks) select id, ${event}, ${by}::uuid, ${remarks} from unnest(${[...dossierIds]}::uuid[]) as id`.execute(tx)
}

/** History of a dossier, the newest first. */
export const stepsOf = (db: Db, dossierId: string) =>
  db.withTables<Tables>().selectFrom('archives.step').select(['event', 'at', 'by', 'remarks']).where('dossier_id', '=', dossierId).orderBy('id', 'desc').limit(200).execute()
