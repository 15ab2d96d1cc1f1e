import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'

export type BundleState = 'opening' | 'done' | 'failed'

/** A ZIP with files of older letters. */
export interface Bundle {
  id: string
  accountId: string
  unitId: string
  fileId: string
  name: string
  state: BundleState
  failure: Message | null
  done: number
  total: number
  createdAt: Date
  touchedAt: Date
  /** Files that were not taken. */
  refused: number
}

const columns = sql`b.id, b.account_id as "accountId", b.unit_id as "unitId", b.file_id as "fileId", b.name, b.state, b.failure, b.done, b.total, b.created_at as "createdAt", b.touched_at as "touchedAt",
  (select count(*)::int from letter_lists.paper p where p.bundle_id = b.id and p.problem is not null) as refused`

const isId = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)

export async function insertBundle(tx: Tx, bundle: Pick<Bundle, 'accountId' | 'unitId' | 'fileId' | 'name'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into letter_lists.bundle (account_id, unit_id, file_id, name) values (${bundle.accountId}, ${bundle.unitId}, ${bundle.fileId}, ${bundle.name}) returning id`.execute(tx)
  return rows[0]!.id
}

/** A person's own. */
export async function bundleOf(db: Db, accountId: string, id: string): Promise<Bundle | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Bundle>`select ${columns} from letter_lists.bundle b where b.id = ${id} and b.account_id = ${accountId}`.execute(db)
  return rows[0] ?? null
}

/** For the job, whoever brought it. */
export async function bundleById(db: Db, id: string): Promise<Bundle | null> {
  const { rows } = await sql<Bundle>`select ${columns} from letter_lists.bundle b where b.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** A person's own, newest first. */
export async function bundlesOf(db: Db, accountId: string): Promise<Bundle[]> {
  const { rows } = await sql<Bundle>`select ${columns} from letter_lists.bundle b where b.account_id = ${accountId} order by b.id desc limit 20`.execute(db)
  return rows
}

/** Says how far it is, or how it ended. */
export async function changeBundle(db: Db | Tx, id: string, { state = 'opening', failure = null, done, total }: Partial<Pick<Bundle, 'state' | 'failure' | 'done' | 'total'>>): Promise<void> {
  await sql`update letter_lists.bundle set state = ${state}, failure = ${failure ? JSON.stringify(failure) : null}::jsonb, done = coalesce(${done ?? null}::integer, done), total = coalesce(${total ?? null}::integer, total), touched_at = now() where id = ${id}`.execute(db)
}

export interface Paper {
  path: string
  name: string
  fileId: string | null
  problem: Message | null
}

/** Begins anew: what an earlier try took out is pending and forgotten within a day. */
export async function emptyBundle(db: Db, id: string): Promise<void> {
  await sql`delete from letter_lists.paper where bundle_id = ${id}`.execute(db)
}

export async function insertPaper(db: Db, bundleId: string, { path, name, fileId, problem }: Paper): Promise<void> {
  await sql`
    insert into letter_lists.paper (bundle_id, path, name, file_id, problem) values (${bundleId}, ${path}, ${name}, ${fileId}, ${problem ? JSON.stringify(problem) : null}::jsonb)
    on conflict do nothing`.execute(db)
}

/** Files of a bundle that were not taken, with the reason. */
export async function refusedPapers(db: Db, bundleId: string, limit: number): Promise<Paper[]> {
  const { rows } = await sql<Paper>`select path, name, file_id as "fileId", problem from letter_lists.paper where bundle_id = ${bundleId} and problem is not null order by path limit ${limit}`.execute(db)
  return rows
}

/** Of these names those a person brought, the newest ZIP first. A name with folders is a path, one without any of them. */
export async function papersNamed(db: Db | Tx, accountId: string, names: readonly string[]): Promise<(Paper & { bundleId: string })[]> {
  if (names.length === 0) return []
  const { rows } = await sql<Paper & { bundleId: string }>`
    select p.bundle_id as "bundleId", p.path, p.name, p.file_id as "fileId", p.problem from letter_lists.paper p join letter_lists.bundle b on b.id = p.bundle_id
    where b.account_id = ${accountId} and p.name = any(${[...new Set(names.map(name => name.split('/').at(-1)!))]}::text[]) order by b.id desc, p.path`.execute(db)
  return rows
}

/** Forgets what came more than a day ago: its files are gone, unless a letter has them. */
export async function forgetBundles(db: Db): Promise<void> {
  await sql`delete from letter_lists.bundle where created_at < now() - interval '1 day'`.execute(db)
}
