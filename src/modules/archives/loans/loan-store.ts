import { sql } from 'kysely'
import { within } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Secrecy } from '#modules/correspondence/contract.ts'
import { dossiersOf, type Reader } from '../policy.ts'
import type { LoanState } from './loan.ts'

/** A dossier in somebody's hands, or wanted there. */
export interface Loan {
  id: string
  dossierId: string
  /** Of the dossier. */
  unitId: string
  title: string
  number: string
  /** Of the dossier as it is now. */
  dossierSecrecy: Secrecy
  borrower: string
  purpose: string
  /** What the borrower could read when asking. */
  secrecy: Secrecy
  state: LoanState
  requestedAt: Date
  wantedUntil: string
  decidedBy: string | null
  decidedAt: Date | null
  dueOn: string | null
  returnedAt: Date | null
  receivedBy: string | null
  remarks: string | null
}

const columns = sql`l.id, l.dossier_id as "dossierId", d.unit_id as "unitId", d.title, d.sequence || '/' || d.year as number, d.secrecy as "dossierSecrecy", l.borrower, l.purpose, l.secrecy, l.state, l.requested_at as "requestedAt",
  l.wanted_until as "wantedUntil", l.decided_by as "decidedBy", l.decided_at as "decidedAt", l.due_on as "dueOn", l.returned_at as "returnedAt", l.received_by as "receivedBy", l.remarks`
const from = sql`archives.loan l join archives.dossier d on d.id = l.dossier_id`

/** All loans of a dossier, the newest first. */
export async function loansOf(db: Db | Tx, dossierId: string): Promise<Loan[]> {
  const { rows } = await sql<Loan>`select ${columns} from ${from} where l.dossier_id = ${dossierId} order by l.id desc limit 100`.execute(db)
  return rows
}

/** Loans the person keeps the archive of, or asked for; of a dossier they no longer see only while it is in their hands. */
const loansFor = ({ who, postIds }: Reader) => sql`(${within(who.reach('archives.manage'), { unit: sql.ref('d.unit_id') })}
  or (l.borrower = ${who.account?.id ?? null}::uuid and (l.state = 'lent' or ${dossiersOf({ who, postIds })})))`

export interface LoanFilter {
  state?: LoanState
  overdue?: string
  after?: string
  limit: number
}

export async function listLoans(db: Db, reader: Reader, { state, overdue, after, limit }: LoanFilter): Promise<Loan[]> {
  const { rows } = await sql<Loan>`
    select ${columns} from ${from} where ${loansFor(reader)} ${state ? sql`and l.state = ${state}` : sql``} ${overdue ? sql`and l.state = 'lent' and l.due_on < ${overdue}::date` : sql``} ${after ? sql`and l.id < ${after}::uuid` : sql``}
    order by l.id desc limit ${limit}`.execute(db)
  return rows
}

export async function loanFor(db: Db | Tx, reader: Reader, id: string, lock = false): Promise<Loan | null> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return null
  const { rows } = await sql<Loan>`select ${columns} from ${from} where l.id = ${id} and ${loansFor(reader)} ${lock ? sql`for update of l` : sql``}`.execute(db)
  return rows[0] ?? null
}

export async function insertLoan(tx: Tx, loan: Pick<Loan, 'dossierId' | 'borrower' | 'purpose' | 'secrecy' | 'wantedUntil'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into archives.loan (dossier_id, borrower, purpose, secrecy, wanted_until)
    values (${loan.dossierId}, ${loan.borrower}, ${loan.purpose}, ${loan.secrecy}, ${loan.wantedUntil})
    on conflict (dossier_id, borrower) where state = 'requested' do update set purpose = excluded.purpose, wanted_until = excluded.wanted_until returning id`.execute(tx)
  return rows[0]!.id
}

/** Moves a loan on; `by` is whoever keeps the archive, or asked. */
export async function updateLoan(tx: Tx, id: string, state: LoanState, { by, dueOn, remarks }: { by: string; dueOn?: string; remarks?: string | null }): Promise<void> {
  await sql`update archives.loan set state = ${state}, remarks = coalesce(${remarks ?? null}, remarks), due_on = coalesce(${dueOn ?? null}::date, due_on),
    decided_by = case when ${state} in ('lent', 'refused', 'withdrawn') then ${by}::uuid else decided_by end, decided_at = case when ${state} in ('lent', 'refused', 'withdrawn') and decided_at is null then now() else decided_at end,
    returned_at = case when ${state} = 'returned' then now() end, received_by = case when ${state} = 'returned' then ${by}::uuid end,
    reminded_on = case when ${dueOn ?? null}::date is null then reminded_on end where id = ${id}`.execute(tx)
}

/** Loans to be reminded of on a day: those due tomorrow, due today, and past it every seventh day; marked as reminded. */
export async function takeReminders(tx: Tx, day: string): Promise<Loan[]> {
  const { rows } = await sql<Loan>`
    update archives.loan l set reminded_on = ${day}::date from archives.dossier d
    where d.id = l.dossier_id and l.state = 'lent' and l.due_on <= ${day}::date + 1
      and (l.reminded_on is null or (l.due_on < ${day}::date and l.reminded_on <= greatest(l.due_on, ${day}::date - 7)))
    returning ${columns}`.execute(tx)
  return rows
}
