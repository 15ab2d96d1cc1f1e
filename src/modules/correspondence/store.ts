import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Addressee, Letter, LetterChange, NewAddressee, NewLetter, Party, PartyRole, Receipt, Step } from './contract.ts'

const isId = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)

/** A letter's own columns under their names here; `l` is the letter. */
export const letterColumns = sql`l.id, l.origin, l.unit_id as "unitId", l.kind, l.state, l.secrecy, l.urgency, l.classification, l.number, l.letter_on as "letterOn",
  l.subject, l.summary, l.sender, l.signer_post_id as "signerPostId", l.file_id as "fileId", l.attachments, l.meeting, l.reply_by as "replyBy", l.answers_id as "answersId",
  l.code, l.created_by as "createdBy", l.created_at as "createdAt", l.signed_at as "signedAt", l.sent_at as "sentAt", l.version`

/** Letters by id; ids nobody has are left out. With `lock` nobody else changes them until the transaction ends. */
export async function lettersById(db: Db | Tx, ids: readonly string[], lock = false): Promise<Map<string, Letter>> {
  const known = ids.filter(isId)
  if (known.length === 0) return new Map()
  const { rows } = await sql<Letter>`select ${letterColumns} from correspondence.letter l where l.id = any(${known}::uuid[]) ${lock ? sql`order by l.id for update` : sql``}`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Ids among these whose locks one of the keys opens. */
export async function openedBy(db: Db, keys: readonly string[], ids: readonly string[]): Promise<Set<string>> {
  const known = ids.filter(isId)
  if (known.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from correspondence.letter where id = any(${known}::uuid[]) and locks && ${[...keys]}::text[]`.execute(db)
  return new Set(rows.map(row => row.id))
}

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<Letter> {
  const { rows } = await sql<Letter>`
    insert into correspondence.letter as l (origin, unit_id, kind, state, secrecy, urgency, classification, number, letter_on, subject, summary, sender, signer_post_id, file_id, attachments, meeting, reply_by, answers_id, created_by)
    values (${letter.origin}, ${letter.unitId}, ${letter.kind}, ${letter.state}, ${letter.secrecy}, ${letter.urgency}, ${letter.classification ?? null}, ${letter.number ?? null}, ${letter.letterOn ?? null},
      ${letter.subject}, ${letter.summary ?? ''}, ${letter.sender}, ${letter.signerPostId ?? null}, ${letter.fileId ?? null}, ${JSON.stringify(letter.attachments ?? [])}::jsonb, ${letter.meeting ? JSON.stringify(letter.meeting) : null}::jsonb,
      ${letter.replyBy ?? null}, ${letter.answersId ?? null}, ${letter.createdBy})
    returning ${letterColumns}`.execute(tx)
  return rows[0]!
}

const columns: Record<keyof LetterChange, string> = {
  unitId: 'unit_id', kind: 'kind', state: 'state', secrecy: 'secrecy', urgency: 'urgency', classification: 'classification', number: 'number', letterOn: 'letter_on', subject: 'subject', summary: 'summary',
  sender: 'sender', signerPostId: 'signer_post_id', fileId: 'file_id', attachments: 'attachments', meeting: 'meeting', replyBy: 'reply_by', answersId: 'answers_id', code: 'code', signedAt: 'signed_at', sentAt: 'sent_at',
}

/** Changes what is given and counts the version on. */
export async function updateLetter(tx: Tx, id: string, change: LetterChange): Promise<Letter> {
  const sets = Object.entries(change).filter(([, value]) => value !== undefined).map(([name, value]) => {
    const column = sql.ref(columns[name as keyof LetterChange])
    return name === 'attachments' || name === 'meeting' ? sql`${column} = ${value === null ? null : JSON.stringify(value)}::jsonb` : sql`${column} = ${value}`
  })
  const { rows } = await sql<Letter>`update correspondence.letter as l set ${sql.join([...sets, sql`version = l.version + 1`, sql`changed_at = now()`])} where l.id = ${id} returning ${letterColumns}`.execute(tx)
  return rows[0]!
}

/** Adds parties; one that is there already stays as it is. */
export async function insertParties(tx: Tx, letterId: string, parties: readonly Party[]): Promise<void> {
  if (parties.length === 0) return
  const given = parties.map(({ unitId, role, desk }) => ({ unit_id: unitId, role, post_id: desk && 'postId' in desk ? desk.postId : null, account_id: desk && 'accountId' in desk ? desk.accountId : null }))
  await sql`
    insert into correspondence.party (letter_id, unit_id, role, post_id, account_id)
    select ${letterId}::uuid, unit_id, role, post_id, account_id from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as p (unit_id uuid, role text, post_id uuid, account_id uuid)
    on conflict do nothing`.execute(tx)
}

/** Takes parties away that fit in unit, role and desk. */
export async function deleteParties(tx: Tx, letterId: string, parties: readonly Party[]): Promise<void> {
  for (const { unitId, role, desk } of parties)
    await sql`delete from correspondence.party where letter_id = ${letterId} and unit_id = ${unitId} and role = ${role}
      and post_id is not distinct from ${desk && 'postId' in desk ? desk.postId : null}::uuid and account_id is not distinct from ${desk && 'accountId' in desk ? desk.accountId : null}::uuid`.execute(tx)
}

export async function partiesOf(db: Db | Tx, letterId: string): Promise<Party[]> {
  const { rows } = await sql<{ unitId: string; role: PartyRole; postId: string | null; accountId: string | null }>`
    select unit_id as "unitId", role, post_id as "postId", account_id as "accountId" from correspondence.party where letter_id = ${letterId} order by id`.execute(db)
  return rows.map(({ unitId, role, postId, accountId }) => ({ unitId, role, desk: postId ? { postId } : accountId ? { accountId } : null }))
}

export async function writeLocks(tx: Tx, id: string, locks: readonly string[]): Promise<void> {
  await sql`update correspondence.letter set locks = ${[...locks]}::text[] where id = ${id}`.execute(tx)
}

export async function addresseesOf(db: Db | Tx, letterId: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select id, role, name, post_id as "postId", unit_id as "unitId", email, address, delivered_at as "deliveredAt", failure
    from correspondence.addressee where letter_id = ${letterId} order by position`.execute(db)
  return rows
}

export async function replaceAddressees(tx: Tx, letterId: string, addressees: readonly NewAddressee[]): Promise<void> {
  await sql`delete from correspondence.addressee where letter_id = ${letterId}`.execute(tx)
  if (addressees.length === 0) return
  const given = addressees.map(({ role, name, postId, unitId, email, address }, position) => ({ position, role, name, post_id: postId, unit_id: unitId, email, address }))
  await sql`
    insert into correspondence.addressee (letter_id, position, role, name, post_id, unit_id, email, address)
    select ${letterId}::uuid, position, role, name, post_id, unit_id, email, address
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as a (position integer, role text, name text, post_id uuid, unit_id uuid, email text, address text)`.execute(tx)
}

export async function markDelivered(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`update correspondence.addressee set delivered_at = now() where id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** Secret of the link for people outside; made when it is first needed. */
export async function linkKeyOf(tx: Tx, id: string, made: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`update correspondence.letter set link_key = coalesce(link_key, ${made}) where id = ${id} returning link_key as key`.execute(tx)
  return rows[0]!.key
}

export async function hasLinkKey(db: Db, id: string, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from correspondence.letter where id = ${id} and link_key = ${key}`.execute(db)
  return rows.length > 0
}

export async function insertReceipt(tx: Tx, receipt: { letterId: string; unitId: string; year: number; sequence: number; receivedOn: string; via: Receipt['via']; dueOn: string | null; by: string | null }): Promise<void> {
  const { letterId, unitId, year, sequence, receivedOn, via, dueOn, by } = receipt
  await sql`insert into correspondence.receipt (letter_id, unit_id, year, sequence, received_on, via, due_on, by) values (${letterId}, ${unitId}, ${year}, ${sequence}, ${receivedOn}, ${via}, ${dueOn}, ${by})`.execute(tx)
}

export async function receiptsOf(db: Db | Tx, letterId: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select unit_id as "unitId", year, sequence, received_on as "receivedOn", via, closed_at as "closedAt", outcome from correspondence.receipt where letter_id = ${letterId} order by at`.execute(db)
  return rows
}

/** Closes what is open; whether there was anything. */
export async function closeReceipt(tx: Tx, letterId: string, unitId: string, outcome: string): Promise<boolean> {
  const { rows } = await sql`update correspondence.receipt set closed_at = now(), outcome = ${outcome} where letter_id = ${letterId} and unit_id = ${unitId} and closed_at is null returning 1`.execute(tx)
  return rows.length > 0
}

export async function reopenReceipt(tx: Tx, letterId: string, unitId: string): Promise<void> {
  await sql`update correspondence.receipt set closed_at = null, outcome = null where letter_id = ${letterId} and unit_id = ${unitId} and outcome = 'done'`.execute(tx)
}

export async function insertStep(tx: Tx, letterId: string, step: { event: string; by: string | null; postId?: string | null; remarks?: string | null }): Promise<void> {
  await sql`insert into correspondence.step (letter_id, event, by, post_id, remarks, version)
    select id, ${step.event}, ${step.by}::uuid, ${step.postId ?? null}::uuid, ${step.remarks ?? null}, version from correspondence.letter where id = ${letterId}`.execute(tx)
}

/** A line of history with ids still to be named. */
export type StoredStep = Omit<Step, 'by' | 'capacity'> & { by: string | null; postId: string | null }

export async function stepsOf(db: Db, letterId: string): Promise<StoredStep[]> {
  const { rows } = await sql<StoredStep>`select event, at, by, post_id as "postId", remarks from correspondence.step where letter_id = ${letterId} order by id limit 500`.execute(db)
  return rows
}

/** Letters that came in with the same sender and number, newest first: most likely the same one. */
export async function alike(db: Db | Tx, likeness: string): Promise<Letter[]> {
  const { rows } = await sql<Letter>`select ${letterColumns} from correspondence.letter l where l.origin <> 'made' and l.likeness = ${likeness} order by l.id desc limit 5`.execute(db)
  return rows
}
