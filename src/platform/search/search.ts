import { sql, type Expression, type SqlBool } from 'kysely'
import stopwords from 'stopwords-iso' with { type: 'json' }
import type pg from 'pg'
import { within, type Permission, type Who } from '../access/who.ts'
import type { Db, Tx } from '../db/database.ts'

/** Something that can be found. */
export interface Entry {
  kind: string
  id: string
  sort: string | null
  title: string
  summary: string
  /** Plain text of the rest; only its words are kept. */
  body: string
  href: string
  unitId: string | null
  ownerId?: string | null
  districtCode: string | null
  at: Date
  /** Null for what everyone may find. */
  permission: Permission | null
}

export interface Query {
  text: string
  kind?: string
  sort?: string
  unitId?: string
  districtCode?: string
  year?: number
  limit: number
  offset?: number
  /** Permissions whose entries are searched as well, as far as the person holds them. */
  office?: readonly Permission[]
}

export interface Hit {
  kind: string
  id: string
  title: string
  summary: string
  href: string
  unitId: string | null
  at: Date
}

export interface Found {
  hits: Hit[]
  /** Whether there are more than `limit`. */
  more: boolean
  /** What was searched instead, when the words as typed occur nowhere. */
  corrected: string | null
}

const stops = new Set<string>(stopwords.id)
const wordsOf = (text: string): string[] => text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

/** Candidates ranked per search: enough for good ranking, few enough to stay quick at any size. */
const candidates = 300

/** Puts an entry into the search, or renews it, in the transaction of what it tells of. */
export async function index(tx: Tx, entry: Entry): Promise<void> {
  await sql`
    insert into platform.search_entry (kind, id, sort, title, summary, href, unit_id, owner_id, district_code, at, permission, words)
    values (${entry.kind}, ${entry.id}, ${entry.sort}, ${entry.title}, ${entry.summary}, ${entry.href}, ${entry.unitId}, ${entry.ownerId ?? null},
      ${entry.districtCode}, ${entry.at}, ${entry.permission}, platform.search_vector(${entry.title}, ${entry.summary}, ${entry.body}))
    on conflict (government_id, kind, id) do update set sort = excluded.sort, title = excluded.title, summary = excluded.summary, href = excluded.href,
      unit_id = excluded.unit_id, owner_id = excluded.owner_id, district_code = excluded.district_code, at = excluded.at, permission = excluded.permission, words = excluded.words`.execute(tx)
  if (entry.permission !== null) return
  const words = [...new Set(wordsOf(`${entry.title} ${entry.summary} ${entry.body.slice(0, 5000)}`))].filter(word => word.length >= 4 && word.length <= 30 && /^\p{L}+$/u.test(word))
  // Sorted, so that two transactions never wait for each other in a circle.
  await sql`insert into platform.search_word (word) select unnest(${words.sort()}::text[]) on conflict do nothing`.execute(tx)
}

/** Takes an entry out of the search. */
export async function unindex(tx: Tx, kind: string, id: string): Promise<void> {
  await sql`delete from platform.search_entry where kind = ${kind} and id = ${id}`.execute(tx)
}

/** Finds what the person may see: public entries, and officers' entries within the reach of their permissions. */
export async function search(db: Db, who: Who | null, query: Query): Promise<Found> {
  const words = wordsOf(query.text).slice(0, 12)
  const telling = words.filter(word => !stops.has(word))
  const asked = telling.length > 0 ? telling : words
  if (asked.length === 0) return { hits: [], more: false, corrected: null }
  const found = await run(db, who, query, asked)
  if (found.hits.length > 0 || (query.offset ?? 0) > 0) return { ...found, corrected: null }
  const mended = await mend(db, asked)
  if (!mended) return { ...found, corrected: null }
  const again = await run(db, who, query, mended)
  return { ...again, corrected: again.hits.length > 0 ? mended.join(' ') : null }
}

async function run(db: Db, who: Who | null, query: Query, words: readonly string[]): Promise<Omit<Found, 'corrected'>> {
  const wanted = sql`plainto_tsquery('indonesian', ${words.join(' ')})`
  const filters: Expression<SqlBool>[] = [audience(who, query.office ?? [])]
  if (query.kind) filters.push(sql<SqlBool>`e.kind = ${query.kind}`)
  if (query.sort) filters.push(sql<SqlBool>`e.sort = ${query.sort}`)
  if (query.unitId) filters.push(sql<SqlBool>`e.unit_id = ${query.unitId}`)
  if (query.districtCode) filters.push(sql<SqlBool>`e.district_code = ${query.districtCode}`)
  if (query.year) filters.push(sql<SqlBool>`e.quarter between ${query.year * 4 + 1} and ${query.year * 4 + 4}`)
  const offset = query.offset ?? 0
  const { rows } = await sql<Hit>`
    with wanted as materialized (select ${wanted} as q),
    quarters as (select min(quarter) as first, max(quarter) as last from platform.search_entry where government_id = (select platform.current_government())),
    found as (
      select c.* from quarters cross join lateral generate_series(quarters.last, quarters.first, -1) as quarter(n)
      cross join lateral (
        select e.kind, e.id, e.title, e.summary, e.href, e.unit_id, e.at, e.words from platform.search_entry e, wanted
        where e.government_id = (select platform.current_government()) and e.quarter = quarter.n and e.words @@ wanted.q and ${sql.join(filters, sql` and `)}
        limit ${candidates}) as c
      limit ${candidates})
    select kind, id, title, summary, href, unit_id as "unitId", at from found, wanted
    order by ts_rank(words, wanted.q, 1) * (1 + 1 / (1 + extract(epoch from now() - at) / 2592000)) desc, at desc, id
    limit ${query.limit + 1} offset ${offset}`.execute(db)
  return { hits: rows.slice(0, query.limit), more: rows.length > query.limit }
}

/** Which entries may be found: the public ones, and those under each permission the person holds. */
function audience(who: Who | null, office: readonly Permission[]): Expression<SqlBool> {
  const allowed = office
    .filter(permission => who?.may(permission))
    .map(permission => sql<SqlBool>`(e.permission = ${permission} and ${within(who?.reach(permission) ?? null, { unit: sql.ref('e.unit_id'), owner: sql.ref('e.owner_id') })})`)
  return sql<SqlBool>`(${sql.join([sql<SqlBool>`e.permission is null`, ...allowed], sql` or `)})`
}

/** The nearest words that do occur, or null when nothing is near. */
async function mend(db: Db, words: readonly string[]): Promise<string[] | null> {
  const { rows } = await sql<{ n: number; word: string | null }>`
    select (n - 1)::int as n, (
      select s.word from platform.search_word s where s.word % w and s.government_id = (select platform.current_government())
      order by similarity(s.word, w) desc, length(s.word), s.word limit 1) as word
    from unnest(${words}::text[]) with ordinality as t(w, n)`.execute(db)
  const mended = words.map((word, i) => rows.find(row => row.n === i)?.word ?? word)
  return mended.some((word, i) => word !== words[i]) ? mended : null
}

/** Fills the list of common words once, as the migrating role. */
export async function prepareSearch(client: pg.Client): Promise<void> {
  await client.query(
    `insert into platform.stop_word select distinct unnest(ts_lexize('indonesian_stem', w)) from unnest($1::text[]) w
     where not exists (select 1 from platform.stop_word) on conflict do nothing`,
    [stopwords.id],
  )
}
