import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import type { CodeItem, CodeListHead } from './contract.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** A list that is kept here, national or a government's own. */
export interface KeptList extends CodeListHead {
  id: string
  description: string
  national: boolean
}

/** One version of a list. A draft becomes valid and stays as it is. */
export interface CodeVersion {
  id: string
  listId: string
  number: number
  state: 'draft' | 'valid'
  validFrom: string | null
  /** The day after the last one. */
  validTo: string | null
  legalBasis: string
  verified: boolean
  /** Of all governments. */
  national: boolean
  filledBy: string | null
  publishedAt: Date | null
  items: number
  /** Tells a stale form from a fresh one. */
  stamp: number
}

interface VersionRow extends Omit<CodeVersion, 'state'> {
  state: string
}

const versionColumns = sql`v.id, v.list_id as "listId", v.number, v.state, v.valid_from as "validFrom", v.valid_to as "validTo", v.legal_basis as "legalBasis", v.verified,
  v.government_id is null as national, v.filled_by as "filledBy", v.published_at as "publishedAt", v.version as stamp, (select count(*)::int from code_lists.item i where i.version_id = v.id) as items`

const versionOf = (row: VersionRow): CodeVersion => ({ ...row, state: row.state === 'draft' ? 'draft' : 'valid' })

interface ListRow {
  id: string
  code: string
  title: string
  description: string
  kind: string
  national: boolean
}

const listOf = ({ kind, ...row }: ListRow): KeptList => ({ ...row, kind: kind === 'master' ? 'master' : 'reference', derived: false })

const listColumns = sql`l.id, l.code, l.title, l.description, l.kind, l.government_id is null as national`

/** All lists by title; `validOn` leaves out those without a version valid that day. */
export async function keptLists(db: Db | Tx, validOn?: string): Promise<KeptList[]> {
  const valid = validOn === undefined ? sql`true` : sql`exists (select from code_lists.version v where v.list_id = l.id and v.state = 'valid' and v.valid_from <= ${validOn}::date and (v.valid_to is null or v.valid_to > ${validOn}::date))`
  const { rows } = await sql<ListRow>`select ${listColumns} from code_lists.list l where ${valid} order by lower(l.title)`.execute(db)
  return rows.map(listOf)
}

/** One list by its code. */
export async function keptList(db: Db | Tx, code: string): Promise<KeptList | null> {
  const { rows } = await sql<ListRow>`select ${listColumns} from code_lists.list l where l.code = ${code} order by l.government_id nulls last limit 1`.execute(db)
  return rows[0] ? listOf(rows[0]) : null
}

/** By list, the version that counts on a day: a government's own before the national one. Lists without one are left out. */
export async function versionsOn(db: Db | Tx, listIds: readonly string[], day: string): Promise<Map<string, CodeVersion>> {
  const { rows } = await sql<VersionRow>`
    select distinct on (v.list_id) ${versionColumns} from code_lists.version v
    where v.list_id = any(${[...listIds]}::uuid[]) and v.state = 'valid' and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)
    order by v.list_id, v.government_id nulls last, v.number desc`.execute(db)
  return new Map(rows.map(row => [row.listId, versionOf(row)]))
}

/** The version of one list that counts on a day. */
export const versionOn = async (db: Db | Tx, listId: string, day: string): Promise<CodeVersion | null> => (await versionsOn(db, [listId], day)).get(listId) ?? null

/** All versions of the lists, newest first. */
export async function codeVersions(db: Db | Tx, listIds: readonly string[]): Promise<CodeVersion[]> {
  if (listIds.length === 0) return []
  const { rows } = await sql<VersionRow>`select ${versionColumns} from code_lists.version v where v.list_id = any(${[...listIds]}::uuid[]) order by v.number desc`.execute(db)
  return rows.map(versionOf)
}

/** Drafts by list. */
export async function draftsOf(db: Db | Tx, listIds: readonly string[]): Promise<Map<string, CodeVersion>> {
  const { rows } = await sql<VersionRow>`select ${versionColumns} from code_lists.version v where v.list_id = any(${[...listIds]}::uuid[]) and v.state = 'draft'`.execute(db)
  return new Map(rows.map(row => [row.listId, versionOf(row)]))
}

/** The draft of one list. */
export const draftOf = async (db: Db | Tx, listId: string): Promise<CodeVersion | null> => (await draftsOf(db, [listId])).get(listId) ?? null

/** The draft somebody is filling from a spreadsheet, with its list. */
export async function filledDraft(db: Db | Tx, accountId: string): Promise<{ list: KeptList; draft: CodeVersion } | null> {
  const { rows } = await sql<{ listId: string; code: string }>`
    select v.list_id as "listId", l.code from code_lists.version v join code_lists.list l on l.id = v.list_id where v.state = 'draft' and v.filled_by = ${accountId}::uuid order by v.id desc limit 1`.execute(db)
  const [row] = rows
  const [list, draft] = row ? await Promise.all([keptList(db, row.code), draftOf(db, row.listId)]) : [null, null]
  return list && draft ? { list, draft } : null
}

/** Adds a list of the government's own. */
export async function insertList(tx: Tx, list: Pick<KeptList, 'code' | 'title' | 'description' | 'kind'>): Promise<string> {
  return (await tables(tx).insertInto('code_lists.list').values(list).returning('id').executeTakeFirstOrThrow()).id
}

/** Begins a version, empty or with the items of another. */
export async function insertDraft(tx: Tx, listId: string, from: CodeVersion | null, by: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into code_lists.version (list_id, number, legal_basis, created_by)
    select ${listId}::uuid, coalesce(max(number), 0) + 1, ${from?.legalBasis ?? ''}, ${by}::uuid from code_lists.version where list_id = ${listId}::uuid returning id`.execute(tx)
  const { id } = rows[0]!
  if (from) await sql`insert into code_lists.item (version_id, code, label, parent, position) select ${id}::uuid, code, label, parent, position from code_lists.item where version_id = ${from.id}::uuid`.execute(tx)
  return id
}

/** Changes what a draft says of itself, or who fills it. */
export async function updateDraft(tx: Tx, id: string, set: { valid_from?: string | null; legal_basis?: string; verified?: boolean; filled_by?: string | null }): Promise<void> {
  await tables(tx).updateTable('code_lists.version').set({ ...set, version: sql`version + 1` }).where('id', '=', id).execute()
}

/** Throws a draft away with its items. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('code_lists.version').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Makes a draft valid from its day on and ends the government's own version before it. */
export async function publishDraft(tx: Tx, draft: CodeVersion, by: string | null): Promise<void> {
  await sql`update code_lists.version set valid_to = ${draft.validFrom}::date, version = version + 1
    where list_id = ${draft.listId}::uuid and state = 'valid' and government_id is not null and (valid_to is null or valid_to > ${draft.validFrom}::date)`.execute(tx)
  await tables(tx).updateTable('code_lists.version').set({ state: 'valid', filled_by: null, published_by: by, published_at: new Date(), version: sql`version + 1` }).where('id', '=', draft.id).execute()
}

/** The latest day from which an own version of the list is valid. */
export async function latestStart(db: Db | Tx, listId: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select max(valid_from) as day from code_lists.version where list_id = ${listId}::uuid and state = 'valid' and government_id is not null`.execute(db)
  return rows[0]?.day ?? null
}

export interface PlacedItem extends CodeItem {
  position: number
}

/** Items of a version in their order; `after` is the last one seen. */
export async function itemsOf(db: Db | Tx, versionId: string, { words = '', after, limit }: { words?: string; after?: Pick<PlacedItem, 'position' | 'code'>; limit: number }): Promise<PlacedItem[]> {
  let query = tables(db).selectFrom('code_lists.item').select(['code', 'label', 'parent', 'position']).where('version_id', '=', versionId).orderBy('position').orderBy('code').limit(limit)
  const asked = words.trim().toLowerCase()
  if (asked) query = query.where(({ or, eb }) => or([eb(sql`position(${asked} in lower(label))`, '>', 0), eb(sql`position(${asked} in lower(code))`, '=', 1)]))
  if (after) query = query.where(({ eb }) => eb(sql`(position, code)`, '>', sql`(${after.position}, ${after.code})`))
  return query.execute()
}

/** One item of a version. */
export async function itemOf(db: Db | Tx, versionId: string, code: string): Promise<PlacedItem | null> {
  return (await tables(db).selectFrom('code_lists.item').select(['code', 'label', 'parent', 'position']).where('version_id', '=', versionId).where('code', '=', code).executeTakeFirst()) ?? null
}

/** Those of the codes that a version has. */
export async function itemsByCode(db: Db | Tx, versionId: string, codes: readonly string[]): Promise<Map<string, CodeItem>> {
  const { rows } = await sql<CodeItem>`select code, label, parent from code_lists.item where version_id = ${versionId}::uuid and code = any(${[...codes]}::text[])`.execute(db)
  return new Map(rows.map(item => [item.code, item]))
}

/** Holds a draft until the transaction ends. @throws Problem when it has become valid meanwhile, or was thrown away */
export async function lockDraft(tx: Tx, id: string): Promise<void> {
  const row = await tables(tx).selectFrom('code_lists.version').select('id').where('id', '=', id).where('state', '=', 'draft').forUpdate().executeTakeFirst()
  if (!row) throw new Problem('', 'Versi ini sudah ditetapkan atau dibuang. Muat ulang halaman.')
}

/** Adds items to a draft, or changes those with the same code; new ones come last. */
export async function keepItems(tx: Tx, versionId: string, items: readonly CodeItem[]): Promise<void> {
  if (items.length === 0) return
  await sql`
    insert into code_lists.item (version_id, code, label, parent, position)
    select ${versionId}::uuid, code, label, parent, n + coalesce((select max(position) from code_lists.item where version_id = ${versionId}::uuid), 0)
    from jsonb_to_recordset(${JSON.stringify(items.map((item, i) => ({ ...item, n: i + 1 })))}::jsonb) as given (code text, label text, parent text, n int)
    on conflict (version_id, code) do update set label = excluded.label, parent = excluded.parent`.execute(tx)
}

/** Gives an item of a draft another code; those below it follow. */
export async function renameItem(tx: Tx, versionId: string, before: string, code: string): Promise<void> {
  await tables(tx).updateTable('code_lists.item').set({ code }).where('version_id', '=', versionId).where('code', '=', before).execute()
  await tables(tx).updateTable('code_lists.item').set({ parent: code }).where('version_id', '=', versionId).where('parent', '=', before).execute()
}

/** Takes an item out of a draft. */
export async function deleteItem(tx: Tx, versionId: string, code: string): Promise<void> {
  await tables(tx).deleteFrom('code_lists.item').where('version_id', '=', versionId).where('code', '=', code).execute()
}

/** Items whose parent is not in the list, or leads back to themselves. */
export async function strayItems(db: Db | Tx, versionId: string): Promise<CodeItem[]> {
  const { rows } = await sql<CodeItem>`
    with recursive placed as (
      select code from code_lists.item where version_id = ${versionId}::uuid and parent is null
      union all select i.code from code_lists.item i join placed p on p.code = i.parent where i.version_id = ${versionId}::uuid
    )
    select code, label, parent from code_lists.item i where version_id = ${versionId}::uuid and not exists (select from placed p where p.code = i.code) order by position, code limit 20`.execute(db)
  return rows
}

/** What a version does to the one before it. */
export interface Comparison {
  added: number
  gone: number
  /** Label or parent changed. */
  renamed: number
  /** The first of each, in the order of the codes. */
  lines: { is: 'added' | 'gone' | 'renamed'; code: string; before: string | null; after: string | null }[]
}

/** Compares two versions code by code; without an earlier one everything is added. */
export async function compared(db: Db | Tx, earlierId: string | null, laterId: string, limit = 60): Promise<Comparison> {
  const { rows } = await sql<{ is: 'added' | 'gone' | 'renamed'; n: number; code: string; before: string | null; after: string | null }>`
    with differing as (
      select case when b.code is null then 'added' when a.code is null then 'gone' else 'renamed' end as "is", coalesce(a.code, b.code) as code,
        b.label || coalesce(' (' || b.parent || ')', '') as before, a.label || coalesce(' (' || a.parent || ')', '') as after
      from (select * from code_lists.item where version_id = ${laterId}::uuid) a
        full join (select * from code_lists.item where version_id = ${earlierId}::uuid) b on b.code = a.code
      where a.code is null or b.code is null or (a.label, a.parent) is distinct from (b.label, b.parent)
    ), numbered as (select *, count(*) over (partition by "is")::int as n, row_number() over (partition by "is" order by code) as at from differing)
    select "is", n, code, before, after from numbered where at <= ${limit} order by array_position(array['gone', 'renamed', 'added'], "is"), code`.execute(db)
  const count = (is: string) => rows.find(row => row.is === is)?.n ?? 0
  return { added: count('added'), gone: count('gone'), renamed: count('renamed'), lines: rows.map(({ is, code, before, after }) => ({ is, code, before, after })) }
}
