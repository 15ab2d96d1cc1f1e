import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Part, Score } from './inspection/score.ts'
import type { PartCode, SiteKind } from './requirement.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** What is known of an audit besides its points. */
export interface Facts {
  pages: number
  complete: boolean
  changedOn: string | null
  /** Of the front page. */
  bytes: number | null
  requests: number | null
  /** Whether the weight holds everything the page loads. */
  whole: boolean
  certificate: { host: string; until: string | null } | null
  /** Pages that were looked at, for outside sites. */
  looked?: { url: string; status: number }[]
  /** Why the visit of an outside site failed or ended early, and what robots.txt kept from us. */
  failure?: { reason: string; status: number | null; url: string } | null
  cut?: string | null
  spared?: number
}

/** A site that is audited: of a unit here, or an address elsewhere. */
export interface Subject {
  id: string
  unitId: string | null
  url: string | null
  name: string
  kind: SiteKind
  addedBy: string | null
  addedAt: Date
  /** Somebody is auditing it, or soon will. */
  waiting: boolean
  auditedAt: Date | null
  score: number | null
  lacking: PartCode[]
  parts: Part[]
  facts: Facts
  judgedBy: string[]
}

const columns = sql`s.id, s.unit_id as "unitId", s.url, s.name, s.kind, s.added_by as "addedBy", s.added_at as "addedAt", (coalesce(s.due_at <= now(), false) or coalesce(s.busy_until > now(), false)) as waiting,
  s.audited_at as "auditedAt", s.score, s.lacking, s.parts, s.facts, s.judged_by as "judgedBy"`

/** Which subjects a list is about; own ones are those of the units named, because only published sites count. */
export interface Scope {
  reach: Reach | null
  outside: boolean
  shown: readonly string[]
}

const inScope = ({ reach, outside, shown }: Scope): Expression<SqlBool> =>
  sql<SqlBool>`${within(reach, { unit: sql.ref('s.unit_id') })} and ${outside ? sql<SqlBool>`s.url is not null` : sql<SqlBool>`s.url is null and s.unit_id = any(${[...shown]}::uuid[])`}`

export interface SubjectFilter {
  kind?: SiteKind
  /** A part that has not all its points. */
  lacking?: PartCode
  /** Mark of the last one seen. */
  after?: string
  limit: number
}

const matches = ({ kind, lacking }: Pick<SubjectFilter, 'kind' | 'lacking'>): Expression<SqlBool> =>
  sql<SqlBool>`${kind ? sql<SqlBool>`s.kind = ${kind}` : sql<SqlBool>`true`} and ${lacking ? sql<SqlBool>`${lacking} = any(s.lacking)` : sql<SqlBool>`true`}`

/** Lowest score first, those never audited last; `next` is the mark to go on from. */
export async function subjects(db: Db, scope: Scope, filter: SubjectFilter): Promise<{ items: Subject[]; next: string | null }> {
  const mark = /^(\d{1,3})\.([0-9a-f-]{36})$/.exec(filter.after ?? '')
  const { rows } = await sql<Subject>`
    select ${columns} from site_health.subject s
    where ${inScope(scope)} and ${matches(filter)} and ${mark ? sql<SqlBool>`(coalesce(s.score, 101), s.id) > (${Number(mark[1])}, ${mark[2]}::uuid)` : sql<SqlBool>`true`}
    order by coalesce(s.score, 101), s.id limit ${filter.limit + 1}`.execute(db)
  const items = rows.slice(0, filter.limit)
  const last = items.at(-1)
  return { items, next: rows.length > filter.limit && last ? `${last.score ?? 101}.${last.id}` : null }
}

/** How the sites of a scope stand together. */
export interface Summary {
  sites: number
  audited: number
  complete: number
  /** Mean of the scores, whole; null when none was audited. */
  average: number | null
}

export async function summary(db: Db, scope: Scope, filter: Pick<SubjectFilter, 'kind' | 'lacking'> = {}): Promise<Summary> {
  const { rows } = await sql<Summary>`
    select count(*)::int as sites, count(s.score)::int as audited, count(*) filter (where (s.facts ->> 'complete')::boolean)::int as complete, round(avg(s.score))::int as average
    from site_health.subject s where ${inScope(scope)} and ${matches(filter)}`.execute(db)
  return rows[0]!
}

/** One subject within reach; with a whole reach every one. Nothing for a stranger's. */
export async function subjectWithin(db: Db | Tx, reach: Reach | null, by: { id: string } | { unitId: string }): Promise<Subject | undefined> {
  const wanted = 'id' in by ? sql<SqlBool>`s.id = ${by.id}::uuid` : sql<SqlBool>`s.unit_id = ${by.unitId}::uuid and s.url is null`
  if (!/^[0-9a-f-]{36}$/.test('id' in by ? by.id : by.unitId)) return undefined
  const { rows } = await sql<Subject>`select ${columns} from site_health.subject s where ${wanted} and ${within(reach, { unit: sql.ref('s.unit_id') })}`.execute(db)
  return rows[0]
}

/** Sites of units become subjects, keeping the name and kind they have now; new ones are due at once. */
export async function ensureSubjects(tx: Tx, sites: readonly { unitId: string; name: string; kind: SiteKind }[]): Promise<void> {
  await sql`
    insert into site_health.subject (unit_id, name, kind, due_at)
    select unit_id, name, kind, now() from unnest(${sites.map(site => site.unitId)}::uuid[], ${sites.map(site => site.name)}::text[], ${sites.map(site => site.kind)}::text[]) as n (unit_id, name, kind)
    on conflict (unit_id) where url is null do update set name = excluded.name, kind = excluded.kind, due_at = coalesce(subject.due_at, now())
      where (subject.name, subject.kind) <> (excluded.name, excluded.kind) or subject.due_at is null`.execute(tx)
}

/** Lets a unit's site be audited soon; what happens until then is seen by the same audit. */
export async function soon(tx: Tx, unitId: string, minutes: number): Promise<void> {
  await sql`update site_health.subject set due_at = least(coalesce(due_at, 'infinity'), now() + ${`${minutes} minutes`}::interval) where unit_id = ${unitId}::uuid and url is null`.execute(tx)
}

/** Lets one be audited at once. */
export async function now(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('site_health.subject').set({ due_at: sql<Date>`now()` }).where('id', '=', id).execute()
}

/** Adds an outside site; null when its address is listed already. */
export async function addOutside(tx: Tx, site: { url: string; name: string; kind: SiteKind; unitId: string | null; by: string | null }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into site_health.subject (url, name, kind, unit_id, added_by) values (${site.url}, ${site.name}, ${site.kind}, ${site.unitId}, ${site.by}) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Takes an outside site off the list, with its history. */
export async function removeOutside(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('site_health.subject').where('id', '=', id).where('url', 'is not', null).execute()
}

/** Takes the next own site whose time has come, or one in particular, so that nobody else audits it meanwhile. */
export async function claim(tx: Tx, which: { id: string } | 'next', minutes: number): Promise<Subject | undefined> {
  const wanted = which === 'next' ? sql<SqlBool>`c.due_at <= now() and c.url is null` : sql<SqlBool>`c.id = ${which.id}::uuid`
  const { rows } = await sql<Subject>`
    update site_health.subject s set busy_until = now() + ${`${minutes} minutes`}::interval
    where s.id = (select c.id from site_health.subject c where ${wanted} and coalesce(c.busy_until < now(), true) order by c.due_at limit 1 for update skip locked)
    returning ${columns}`.execute(tx)
  return rows[0]
}

/** Gives a subject back unaudited; own sites come again after some hours, or only when they are shown again. */
export async function release(tx: Tx, id: string, hours: number | null): Promise<void> {
  await sql`update site_health.subject set busy_until = null, due_at = case when ${hours === null} then null else now() + ${`${hours ?? 0} hours`}::interval end where id = ${id}::uuid`.execute(tx)
}

/** Writes an audit; own sites are due again after `days`, outside ones when somebody asks. */
export async function record(tx: Tx, subject: Pick<Subject, 'id' | 'url'>, audit: { score: Score; facts: Facts; judgedBy: readonly string[]; at: Date; month: string; days: number }): Promise<void> {
  const { score, facts, judgedBy, at } = audit
  const lacking = score.parts.filter(part => part.text !== null).map(part => part.code)
  await sql`
    update site_health.subject set audited_at = ${at}, score = ${score.score}, lacking = ${lacking}::text[], parts = ${JSON.stringify(score.parts)}::jsonb, facts = ${JSON.stringify(facts)}::jsonb,
      judged_by = ${[...judgedBy]}::uuid[], busy_until = null, due_at = ${subject.url === null ? sql`now() + ${`${audit.days} days`}::interval` : null}
    where id = ${subject.id}::uuid`.execute(tx)
  await sql`
    insert into site_health.month (subject_id, month, score, complete, audited_at, judged_by) values (${subject.id}::uuid, ${audit.month}::date, ${score.score}, ${score.complete}, ${at}, ${[...judgedBy]}::uuid[])
    on conflict (subject_id, month) do update set score = excluded.score, complete = excluded.complete, audited_at = excluded.audited_at, judged_by = excluded.judged_by`.execute(tx)
}

export interface Month {
  /** `2026-11` */
  month: string
  score: number
  complete: boolean
  auditedAt: Date
}

/** The last two years of a subject, newest first. */
export async function monthsOf(db: Db, id: string): Promise<Month[]> {
  const { rows } = await sql<Month>`select to_char(month, 'YYYY-MM') as month, score, complete, audited_at as "auditedAt" from site_health.month where subject_id = ${id}::uuid order by month.month desc limit 24`.execute(db)
  return rows
}

/** Score of every site in every month, for the dataset. */
export async function allMonths(db: Db): Promise<(Month & { name: string; unitId: string | null; url: string | null })[]> {
  const { rows } = await sql<Month & { name: string; unitId: string | null; url: string | null }>`
    select to_char(m.month, 'YYYY-MM') as month, m.score, m.complete, m.audited_at as "auditedAt", s.name, s.unit_id as "unitId", s.url
    from site_health.month m join site_health.subject s on s.id = m.subject_id order by m.month, s.name, s.id`.execute(db)
  return rows
}

/** What was audited month by month, for evidence. */
export async function monthSums(db: Db): Promise<{ month: string; at: Date; sites: number; average: number; complete: number }[]> {
  const { rows } = await sql<{ month: string; at: Date; sites: number; average: number; complete: number }>`
    select to_char(m.month, 'YYYY-MM') as month, max(m.audited_at) as at, count(*)::int as sites, round(avg(m.score))::int as average, count(*) filter (where m.complete)::int as complete
    from site_health.month m group by m.month order by m.month`.execute(db)
  return rows
}
