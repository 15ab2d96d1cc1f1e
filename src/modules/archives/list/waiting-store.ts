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
  /** Proposals on their way. */
  proposals: number
  /** Dossiers that should have been moved to the inactive ones. */
  unmoved: number
}

/** All of it in one query, within reach. */
export async function waitingFor(db: Db, reader: Reader, day: string): Promise<Waiting> {
  const manage = reader.who.reach('archives.manage')
  const decides = reader.who.reach('archives.approve')
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from archives.waiting w where ${within(manage, { unit: sql.ref('w.unit_id') })}) as unfiled,
      (select count(*)::int from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'requested' and ${within(manage, { unit: sql.ref('d.unit_id') })}) as requested,
      (select count(*)::int from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'lent' and l.due_on < ${day}::date
        and (l.borrower = ${reader.who.account?.id ?? null}::uuid or ${within(manage, { unit: sql.ref('d.unit_id') })})) as overdue,
      (select count(*)::int from archives.disposal p where p.state in ('draft', 'proposed', 'assessed', 'approved')
        and (${within(manage, { unit: sql.ref('p.unit_id') })} or ${within(decides, { unit: sql.ref('p.unit_id') })})) as proposals,
      (select count(*)::int from archives.dossier d where d.state = 'closed' and d.inactive_on <= ${day}::date and ${dossiersOf(reader)}) as unmoved`.execute(db)
  return rows[0]!
}

/** What asks for an act of this person: requests to hand out and proposals to judge. */
export async function countOwn(db: Db, who: Who): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from archives.loan l join archives.dossier d on d.id = l.dossier_id where l.state = 'requested' and ${within(who.reach('archives.manage'), { unit: sql.ref('d.unit_id') })})
      + (select count(*) from archives.disposal p where p.state = 'assessed' and p.proposed_by <> ${who.account?.id ?? null}::uuid and ${within(who.reach('archives.approve'), { unit: sql.ref('p.unit_id') })}) as n`.execute(db)
  return Number(rows[0]!.n)
}
