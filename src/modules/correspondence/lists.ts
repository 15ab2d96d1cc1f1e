import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import { indexAll } from '#platform/search/search.ts'
import type { Services } from '#platform/web/services.ts'
import { agendas } from '#modules/numbering/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { letters, type KnownListed, type Letter, type ListedKey, type ListedLetter, type Lists, type Party, type TakenLine } from './contract.ts'
import { isSecret, likenessOf } from './letter.ts'
import { locksOf } from './locks.ts'
import { officeOf } from './parts/office.ts'
import { readFilesJob } from './reading/read-files.ts'
import { entryOf } from './reading/search.ts'
import { letterColumns } from './store.ts'

/** Noon where the government is, more or less: a day that stays that day in every zone of the country. */
const noonOf = (day: string) => `${day}T05:00:00Z`

/** Letters by the hundred, for lists that come in. */
export function makeLists(services: Services): Lists {
  return {
    officeOf: async (governmentId, unitId) => officeOf(await services.ask(unitDirectory).of(governmentId), unitId),
    known: knownListed,
    taken: takenLines,
    write: (tx, unitId, listed, by) => writeListed(tx, services, unitId, listed, by),
    change: (tx, id, change, by) => changeListed(tx, services, id, change, by),
  }
}

/**
 * A letter is the same when its unit, direction, number, date and sender are; of one that went out the sender is the
 * unit itself. Those that other units of this installation sent here count as well.
 */
async function knownListed(db: Db | Tx, unitId: string, asked: readonly ListedKey[]): Promise<(KnownListed | null)[]> {
  const given = asked.map(({ direction, number, letterOn, subject, other }, n) => ({ n, direction, number, letter_on: letterOn, noon: noonOf(letterOn), subject, likeness: likenessOf(number ?? '', other) }))
  const { rows } = await sql<KnownListed & { n: number }>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as a (n integer, direction text, number text, letter_on date, noon timestamptz, subject text, likeness text))
    select distinct on (a.n) a.n, l.id, l.origin, l.kind, l.secrecy, l.urgency, l.classification, l.subject, l.summary, l.file_id as "fileId", r.year, r.sequence, r.received_on as "receivedOn"
    from asked a cross join lateral (
        select * from correspondence.letter l where l.origin <> 'made' and l.likeness = a.likeness and a.direction = 'in'
        union all select * from correspondence.letter l where l.origin = 'made' and l.number = a.number
        union all select * from correspondence.letter l where l.origin = 'list' and l.unit_id = ${unitId} and l.created_at = a.noon and l.number is not distinct from a.number and a.direction = 'out'
      ) l left join correspondence.receipt r on r.letter_id = l.id and r.unit_id = ${unitId}
    where l.letter_on = a.letter_on and l.state in ('received', 'sent', 'signed') and (a.number is not null or lower(l.subject) = lower(a.subject))
      and case a.direction when 'in' then r.letter_id is not null else l.unit_id = ${unitId} and l.state <> 'received' end
    order by a.n, l.id`.execute(db)
  const found = new Map(rows.map(({ n, ...row }) => [n, row]))
  return asked.map((_, n) => found.get(n) ?? null)
}

async function takenLines(db: Db | Tx, unitId: string, lines: readonly { year: number; sequence: number }[]): Promise<TakenLine[]> {
  if (lines.length === 0) return []
  const { rows } = await sql<TakenLine>`
    select r.year, r.sequence, case when l.secrecy in ('B', 'T') then l.number end as number, case when l.secrecy in ('B', 'T') then l.sender end as sender
    from unnest(${lines.map(({ year }) => year)}::integer[], ${lines.map(({ sequence }) => sequence)}::integer[]) as a (year, sequence)
      join correspondence.receipt r on r.unit_id = ${unitId} and r.year = a.year and r.sequence = a.sequence join correspondence.letter l on l.id = r.letter_id`.execute(db)
  return rows
}

/** Who may see it: the unit as for every letter; a secret one besides whoever brought it in, since nobody else may yet. */
function partiesOf({ direction, secrecy }: ListedLetter, unitId: string, by: string): Party[] {
  const unit: Party = { unitId, role: direction === 'in' ? 'to' : 'maker', desk: null }
  return isSecret(secrecy) ? [unit, { unitId, role: 'registrar', desk: { accountId: by } }] : [unit]
}

async function writeListed(tx: Tx, services: Services, unitId: string, listed: readonly ListedLetter[], by: string): Promise<string[]> {
  if (listed.length === 0) return []
  const governmentId = await governmentOf(tx)
  const own = (await services.ask(unitDirectory).of(governmentId)).byId(unitId)?.name ?? ''
  const ids = (await sql<{ id: string }>`select uuidv7() as id from generate_series(1, ${listed.length})`.execute(tx)).rows.map(({ id }) => id)
  const parties = listed.map(letter => partiesOf(letter, unitId, by))
  const rows = listed.map((letter, i) => {
    const incoming = letter.direction === 'in'
    const state: Letter['state'] = incoming ? 'received' : 'sent'
    return {
      id: ids[i], kind: letter.kind, state, secrecy: letter.secrecy, urgency: letter.urgency, classification: letter.classification, number: letter.number, letter_on: letter.letterOn, subject: letter.subject, summary: letter.summary,
      sender: incoming ? letter.other : own, file_id: letter.fileId, locks: locksOf({ secrecy: letter.secrecy, state, origin: 'list' }, parties[i]!), created_at: noonOf(letter.letterOn), sent_at: incoming ? null : noonOf(letter.letterOn),
    }
  })
  const { rows: written } = await sql<Letter & { locks: string[] }>`
    insert into correspondence.letter as l (id, origin, unit_id, kind, state, secrecy, urgency, classification, number, letter_on, subject, summary, sender, file_id, locks, created_by, created_at, sent_at)
    select id, 'list', ${unitId}, kind, state, secrecy, urgency, classification, number, letter_on, subject, summary, sender, file_id, locks, ${by}, created_at, sent_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, kind text, state text, secrecy text, urgency text, classification text, number text, letter_on date, subject text, summary text, sender text, file_id uuid, locks text[], created_at timestamptz, sent_at timestamptz)
    returning ${letterColumns}, l.locks`.execute(tx)
  await writeBeside(tx, services, unitId, listed.map((letter, i) => ({ letter, id: ids[i]!, parties: parties[i]! })), by)
  await indexAll(tx, written.map(letter => entryOf(letter, letter.locks, '')))
  for (const { id, fileId } of written) if (fileId) await services.jobs.enqueue(tx, readFilesJob.name, governmentId, { letterId: id })
  return ids
}

interface Written {
  letter: ListedLetter
  id: string
  parties: Party[]
}

/** Everything that stands beside the letters: parties, agenda, addressees, history. */
async function writeBeside(tx: Tx, services: Services, unitId: string, written: readonly Written[], by: string): Promise<void> {
  const parties = written.flatMap(({ id, parties: those }) => those.map(({ role, desk }) => ({ letter_id: id, role, account_id: desk && 'accountId' in desk ? desk.accountId : null })))
  await sql`
    insert into correspondence.party (letter_id, unit_id, role, account_id)
    select letter_id, ${unitId}, role, account_id from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as p (letter_id uuid, role text, account_id uuid)`.execute(tx)
  const receipts = await receiptsFor(tx, services, unitId, written)
  await sql`
    insert into correspondence.receipt (letter_id, unit_id, year, sequence, received_on, via, at, by, closed_at, outcome)
    select letter_id, ${unitId}, year, sequence, received_on, 'paper', at, ${by}, at, 'noted'
    from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as r (letter_id uuid, year integer, sequence integer, received_on date, at timestamptz)`.execute(tx)
  const addressees = written.flatMap(({ letter, id }) => (letter.direction === 'out' && letter.other ? [{ letter_id: id, name: letter.other, delivered_at: noonOf(letter.letterOn) }] : []))
  await sql`
    insert into correspondence.addressee (letter_id, position, role, name, delivered_at)
    select letter_id, 0, 'to', name, delivered_at from jsonb_to_recordset(${JSON.stringify(addressees)}::jsonb) as a (letter_id uuid, name text, delivered_at timestamptz)`.execute(tx)
  const steps = written.map(({ id, letter: { remark } }) => ({ letter_id: id, event: 'Surat dicatat dari daftar', remarks: remark }))
  await sql`
    insert into correspondence.step (letter_id, event, by, remarks, version)
    select letter_id, event, ${by}, remarks, 1 from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s (letter_id uuid, event text, remarks text)`.execute(tx)
}

/** Lines of the agenda: with the numbers of the older book, which the running one then follows, or the next of it. */
async function receiptsFor(tx: Tx, { ask }: Services, unitId: string, written: readonly Written[]) {
  const highest = new Map<number, number>()
  for (const { letter: { agenda } } of written) if (agenda) highest.set(agenda.year, Math.max(agenda.sequence, highest.get(agenda.year) ?? 0))
  for (const [year, sequence] of [...highest].toSorted(([a], [b]) => a - b)) await ask(agendas).follow(tx, { unitId, year, sequence })
  const receipts = []
  for (const { letter: { direction, agenda, receivedOn, letterOn }, id } of written) {
    if (direction === 'out') continue
    const day = receivedOn ?? letterOn
    const line = agenda ?? (await ask(agendas).next(tx, { unitId, on: day }))
    receipts.push({ letter_id: id, year: line.year, sequence: line.sequence, received_on: day, at: noonOf(day) })
  }
  return receipts
}

async function changeListed(tx: Tx, services: Services, id: string, change: Parameters<Lists['change']>[2], by: string): Promise<void> {
  const port = services.ask(letters)
  const changed = await port.change(tx, id, change)
  await port.step(tx, id, { event: 'Surat diperbarui dari daftar', by })
  if (!change.fileId) return
  const { rows } = await sql<{ id: string }>`select government_id as id from correspondence.letter where id = ${changed.id}`.execute(tx)
  await services.jobs.enqueue(tx, readFilesJob.name, rows[0]!.id, { letterId: id })
}
