import { sql, type Expression, type SqlBool } from 'kysely'
import stopwords from 'stopwords-iso' with { type: 'json' }
import type pg from 'pg'
import type { Permission, Who } from '../access/who.ts'
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
  /** Null for what everyone may find, unless it has locks. */
  permission: Permission | null
  /** Found only with one of the keys that open these. */
  locks?: readonly string[]
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
  /** Keys the person holds to entries with locks. */
  keys?: readonly string[]
  /** Only entries with locks. */
  locked?: boolean
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
const candidates = 150

/** Puts an entry into the search, or renews it, in the transaction of what it tells of. */
export const index = (tx: Tx, entry: Entry): Promise<void> => indexAll(tx, [entry])

/** The same for many at once. */
export async function indexAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const given = entries.map(({ kind, id, sort, title, summary, body, href, unitId, ownerId = null, districtCode, at, permission, locks = null }) => ({ kind, id, sort, title, summary, body, href, unit_id: unitId, owner_id: ownerId, district_code: districtCode, at, permission, locks }))
  await sql`
    insert into platform.search_entry (kind, id, sort, title, summary, href, unit_id, owner_id, district_code, at, permission, locks, words)
    select kind, id, sort, title, summary, href, unit_id, owner_id, district_code, at, permission, locks, platform.search_vector(title, summary, body)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as e (kind text, id uuid, sort text, title text, summary text, body text, href text, unit_id uuid, owner_id uuid, district_code text, at timestamptz, permission text, locks text[])
    on conflict (government_id, kind, id) do update set sort = excluded.sort, title = excluded.title, summary = excluded.summary, href = excluded.href,
      unit_id = excluded.unit_id, owner_id = excluded.owner_id, district_code = excluded.district_code, at = excluded.at, permission = excluded.permission, locks = excluded.locks, words = excluded.words`.execute(tx)
  const open = entries.filter(({ permission, locks }) => permission === null && !locks)
  const words = [...new Set(open.flatMap(({ title, summary, body }) => wordsOf(`${title} ${summary} ${body.slice(0, 5000)}`)))].filter(word => word.length >= 4 && word.length <= 30 && /^\p{L}+$/u.test(word))
  if (words.length === 0) return
  // Sorted, so that two transactions never wait for each other in a circle.
  await sql`insert into platform.search_word (word) select unnest(${words.sort()}::text[]) on conflict do nothing`.execute(tx)
}

/** Changes who finds an entry, without reading what it says again. */
export async function relock(tx: Tx, kind: string, id: string, locks: readonly string[]): Promise<void> {
  await sql`update platform.search_entry set locks = ${[...locks]}::text[] where kind = ${kind} and id = ${id}`.execute(tx)
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
  const first = query.year === undefined ? null : query.year * 4 + 1
  const { rows } = await sql<Hit>`
    with asked as (select ${words.join(' ')}::text as said),
    -- Stems that stop words share are not in the index ("permintaan" has the one of "minta"), so they are not asked for either.
    wanted as materialized (select coalesce(
      (select string_agg(quote_literal(lexeme), ' & ')::tsquery from unnest(tsvector_to_array(platform.search_vector('', '', said))) as lexeme),
      plainto_tsquery('indonesian', said)) as q from asked)
    select e.kind, e.id, e.title, e.summary, e.href, e.unit_id as "unitId", e.at from wanted, platform.find_entries(
      wanted.q, ${query.kind ?? null}, ${query.sort ?? null}, ${query.unitId ?? null}, ${query.districtCode ?? null},
      ${first}, ${first === null ? null : first + 3}, ${held(who, query.office ?? [])}::jsonb, ${[...(query.keys ?? [])]}::text[], ${query.locked ?? false}, ${candidates}) e
    order by ts_rank(e.words, wanted.q, 1) * (1 + 1 / (1 + extract(epoch from now() - e.at)::float8 / 2592000)) desc, e.at desc, e.id
    limit ${query.limit + 1} offset ${query.offset ?? 0}`.execute(db)
  return { hits: rows.slice(0, query.limit), more: rows.length > query.limit }
}

/** The person's reach under each permission whose entries are searched, as the database compares it; null for visitors. */
function held(who: Who | null, office: readonly Permission[]): string | null {
  const reaches = office.flatMap(permission => {
    const reach = who?.reach(permission)
    return reach ? [{ permission, government: reach.government, units: reach.government ? [] : [...reach.units], owner: reach.own ? reach.accountId : null }] : []
  })
  return reaches.length > 0 ? JSON.stringify(reaches) : null
}

/** The nearest words that do occur, or null when nothing is near. */
async function mend(db: Db, words: readonly string[]): Promise<string[] | null> {
  const { rows } = await sql<{ n: number; word: string | null }>`
    select (n - 1)::int as n, platform.nearest_word(w) as word from unnest(${words}::text[]) with ordinality as t(w, n)`.execute(db)
  const mended = words.map((word, i) => rows.find(row => row.n === i)?.word ?? word)
  return mended.some((word, i) => word !== words[i]) ? mended : null
}

/** Whether what `kind` put into the search under `id` has all the words: a condition for lists that filter by more than words. */
export const mentions = (kind: string, id: Expression<unknown>, words: string) => sql<SqlBool>`exists (select 1 from platform.search_entry e where e.kind = ${kind} and e.id = ${id} and e.words @@ coalesce(
  (select string_agg(quote_literal(lexeme), ' & ')::tsquery from unnest(tsvector_to_array(platform.search_vector('', '', ${words}))) as lexeme), plainto_tsquery('indonesian', ${words})))`

/** Fills the list of common words once, as the migrating role. */
export async function prepareSearch(client: pg.Client): Promise<void> {
  await client.query(
    `insert into platform.stop_word select distinct unnest(ts_lexize('indonesian_stem', w)) from unnest($1::text[]) w
     where not exists (select 1 from platform.stop_word) on conflict do nothing`,
    [stopwords.id],
  )
}
