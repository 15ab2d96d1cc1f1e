import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Desk } from '#modules/inbox/contract.ts'
import type { Invitation, Invitations, Letter, PartyRole } from './contract.ts'
import { isSecret } from './letter.ts'

type Row = Pick<Letter, 'id' | 'secrecy' | 'state' | 'number' | 'subject' | 'sender' | 'meeting' | 'version'> & { from: Date; until: Date; changedAt: Date; roles: PartyRole[]; passedTo: string[] }

/** Whom a letter invites: those it is for, those who sign it, and those it was passed on to. Who registered or filed it is not among them. */
const invited = ['to', 'copy', 'signer', 'disposition']

/** A letter that is still being written invites nobody; one withdrawn after it was signed takes its invitation back. */
const stands = sql`l.meeting_until is not null and (l.state in ('signed', 'sent', 'received') or (l.state = 'cancelled' and (l.signed_at is not null or l.origin <> 'made')))`

const columns = sql`l.id, l.secrecy, l.state, l.number, l.subject, l.sender, l.meeting, l.version, l.meeting_at as "from", l.meeting_until as until, l.changed_at as "changedAt"`

function invitationOf({ id, secrecy, state, number, subject, sender, meeting, version, from, until, changedAt, roles, passedTo }: Row): Invitation {
  const secret = isSecret(secrecy)
  return {
    letterId: id, secret, cancelled: state === 'cancelled', from, until, openEnd: meeting?.to === null, version, changedAt, roles,
    ...(secret ? { number: null, subject: '', sender: '', place: '', link: null, agenda: '', passedTo: [] } : { number, subject, sender, place: meeting?.place ?? '', link: meeting?.link ?? null, agenda: meeting?.agenda ?? '', passedTo }),
  }
}

/** Desks as ids of positions and of accounts, and as the keys they are. */
function idsOf(desks: readonly Desk[]) {
  const posts = desks.flatMap(desk => ('postId' in desk ? desk.postId : []))
  const accounts = desks.flatMap(desk => ('accountId' in desk ? desk.accountId : []))
  return { posts, accounts, keys: [...posts.map(id => `p:${id}`), ...accounts.map(id => `a:${id}`)] }
}

async function ofDesks(db: Db, desks: readonly Desk[], { from, to }: { from: Date; to: Date }, limit: number): Promise<Invitation[]> {
  const { posts, accounts, keys } = idsOf(desks)
  const mine = sql`(p.post_id = any(${posts}::uuid[]) or p.account_id = any(${accounts}::uuid[]))`
  const { rows } = await sql<Row>`
    select ${columns}, own.roles, coalesce(further.posts, '{}') as "passedTo"
    from correspondence.letter l
      cross join lateral (select array_agg(distinct p.role) as roles from correspondence.party p where p.letter_id = l.id and p.role = any(${invited}) and ${mine}) own
      cross join lateral (select array_agg(distinct p.post_id) as posts from correspondence.party p where p.letter_id = l.id and p.role = 'disposition' and p.post_id is not null and ${mine} is not true) further
    where l.meeting_until >= ${from} and l.meeting_until < ${to} and ${stands} and l.locks && ${keys}::text[] and own.roles is not null
    order by l.meeting_at, l.id limit ${limit}`.execute(db)
  return rows.map(invitationOf)
}

async function ofLetter(db: Db, letterId: string): Promise<Invitation | null> {
  const { rows } = await sql<Row>`select ${columns}, '{}'::text[] as roles, '{}'::uuid[] as "passedTo" from correspondence.letter l where l.id = ${letterId} and ${stands}`.execute(db)
  return rows[0] ? invitationOf(rows[0]) : null
}

/** Meetings people are invited to by letters, for calendars. */
export const invitationsOffer: Invitations = { of: ofDesks, byLetter: ofLetter }
