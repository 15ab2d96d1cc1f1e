import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/database.ts'

/** What changed, as the acting code knows it. */
export interface AuditNote {
  /** Kind and id of the record, e.g. `['publication', '0199…']`. */
  record: [kind: string, id: string]
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

export interface AuditEntry extends Partial<AuditNote> {
  /** Permission that allowed it. */
  action: string
  /** Null for a visitor or the system itself. */
  accountId: string | null
  path: string
}

/** Appends to the government's hash chain, in the transaction of what it tells of. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`select platform.append_audit(${written(entry)})`.execute(tx)
}

/** Appends many entries in one go. The chain is held until the transaction ends, so tell of all at its end. */
export async function appendAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += 2000) await sql`select platform.append_audits(${entries.slice(at, at + 2000).map(written)}::text[])`.execute(tx)
}

const written = ({ action, accountId, path, record, before, after }: AuditEntry) =>
  JSON.stringify({ account: accountId, action, path, kind: record?.[0] ?? null, id: record?.[1] ?? null, ...changes(before, after) })

/** Only what differs, and never a long text twice: the versions are kept by the modules. */
function changes(before: Record<string, unknown> = {}, after: Record<string, unknown> = {}) {
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  if (differing.length === 0) return {}
  const pick = (from: Record<string, unknown>) => Object.fromEntries(differing.filter(key => key in from).map(key => [key, shortened(from[key])]))
  return { before: pick(before), after: pick(after) }
}

const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > 500 ? `${value.slice(0, 500)}… (${value.length})` : typeof value === 'bigint' ? String(value) : value

/** Result of walking one government's chain. */
export interface AuditVerdict {
  governmentId: string
  entries: number
  /** Sequence of the first entry that does not fit, or null when all do. */
  brokenAt: number | null
  /** Hash of the newest entry; kept elsewhere, it proves later that nothing before it was rewritten. */
  head: string
}

/**
 * Recomputes every chain from its first entry. A changed, removed or inserted line breaks the hash of all that
 * follow; a line cut from the end no longer fits the head.
 * @param pool connection of the migrating role, which sees all governments
 */
export async function verifyAudit(pool: pg.Pool | pg.Client): Promise<AuditVerdict[]> {
  const { rows } = await pool.query<{ government_id: string; entries: string; broken_at: string | null; last: string; last_hash: Buffer | null; head: Buffer | null; head_sequence: string | null }>(`
    with chain as (
      select government_id, sequence, entry, at, hash, previous_hash,
        lag(hash) over w as before, lag(sequence) over w as sequence_before
      from platform.audit_entry window w as (partition by government_id order by sequence)
    ), checked as (
      select government_id, count(*) as entries, max(sequence) as last, (array_agg(hash order by sequence desc))[1] as last_hash,
        min(sequence) filter (where hash <> sha256(previous_hash || convert_to(entry, 'UTF8'))
          or previous_hash <> coalesce(before, '\\x'::bytea) or sequence <> coalesce(sequence_before, 0) + 1
          or (entry::jsonb ->> 'at')::timestamptz <> at) as broken_at
      from chain group by government_id
    )
    select coalesce(c.government_id, h.government_id) as government_id, coalesce(entries, 0) as entries, broken_at, coalesce(last, 0) as last, last_hash, h.hash as head, h.sequence as head_sequence
    from checked c full join platform.audit_head h using (government_id) order by 1`)
  return rows.map(row => {
    const cut = Number(row.head_sequence) !== Number(row.last) || !row.head || (row.last_hash ? !row.head.equals(row.last_hash) : row.head.length > 0)
    const brokenAt = row.broken_at !== null ? Number(row.broken_at) : cut ? Number(row.last) + 1 : null
    return { governmentId: row.government_id, entries: Number(row.entries), brokenAt, head: row.head?.toString('hex') ?? '' }
  })
}
