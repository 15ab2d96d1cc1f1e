import { sql } from 'kysely'
import { within, type Who } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { dossiersOf, type Reader } from '../policy.ts'

/** Things that wait for the person, or that they should know of. */
export interface Waiting {
  /** Letters done with and in no dossier. */
  unfiled: number
  /** Asked for and not handed out. */
  requested: number
  /** Not brought back on the day. */
  overdue: number
  /** Due to be destroyed or handed over, and on no proposal. */
  due: number
  /** Dossiers that should have been moved to the inactive ones. */
  unmoved: number
}

/** All of it in one query, within reach. */
export async function waitingFor(db: Db, reader: Reader, day: string): Promise<Waiting> {
  const manage = reader.who.reach('archives.manage')
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from archives.waiting w where ${within(manage, { unit: sql.ref('w.unit_id') })}) as unfiled,
      (select count(*)::int from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'requested' and ${within(manage, { unit: sql.ref('d.unit_id') })}) as requested,
      (select count(*)::int from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'lent' and l.due_on < ${day}::date
        and (l.borrower = ${reader.who.account?.id ?? null}::uuid or ${within(manage, { unit: sql.ref('d.unit_id') })})) as overdue,
      (select count(*)::int from archives.dossier d where d.state in ('closed', 'inactive') and d.due_on <= ${day}::date and d.proposal_id is null and ${within(manage, { unit: sql.ref('d.unit_id') })}) as due,
      (select count(*)::int from archives.dossier d where d.state = 'closed' and d.inactive_on <= ${day}::date and ${dossiersOf(reader)}) as unmoved`.execute(db)
  return rows[0]!
}

/** Requests that wait for this person to hand out a dossier. */
export async function countRequests(db: Db, who: Who): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'requested' and ${within(who.reach('archives.manage'), { unit: sql.ref('d.unit_id') })}`.execute(db)
  return rows[0]!.n
}
