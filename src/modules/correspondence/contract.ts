import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { Desk, Urgency } from '#modules/inbox/contract.ts'

/** Classes of secrecy: open (biasa), limited (terbatas), secret (rahasia), top secret (sangat rahasia). */
export type Secrecy = 'B' | 'T' | 'R' | 'SR'

/** Where the record comes from: written here, or brought in on paper, by e-mail, or out of an older list. */
export type Origin = 'made' | 'paper' | 'email' | 'list'

/**
 * One that is made: `draft` → `circulating` (paraf) → `approved` (waits for the signature) → `numbered` (the signature is
 * being made, or its provider did not answer) → `signed` → `sent`. `returned` is a draft again, with remarks. One that
 * came in is `received`.
 */
export type LetterState = 'draft' | 'circulating' | 'returned' | 'approved' | 'numbered' | 'signed' | 'sent' | 'received' | 'cancelled'

/** A file beside the letter. */
export interface Attachment {
  fileId: string
  name: string
  mediaType: string
  bytes: number
}

/** When and where people are invited; instants in ISO 8601. */
export interface Meeting {
  from: string
  to: string | null
  place: string
  /** Address of a meeting on the net. */
  link: string | null
  agenda: string
}

/** A letter, whichever way it goes. */
export interface Letter {
  id: string
  origin: Origin
  /** Unit that made it, or that registered it. */
  unitId: string
  /** Code of the reference list `letter-kind`. */
  kind: string
  state: LetterState
  secrecy: Secrecy
  urgency: Urgency
  /** Code of the reference list `letter-classification`. */
  classification: string | null
  number: string | null
  /** The date it bears. */
  letterOn: string | null
  subject: string
  /** For one that came in: what it says, in a few sentences. */
  summary: string
  /** Who it comes from, as people name them. */
  sender: string
  /** Position that signs one that is made. */
  signerPostId: string | null
  /** The finished letter: the signed PDF, or the scan. */
  fileId: string | null
  attachments: Attachment[]
  meeting: Meeting | null
  /** Last day for an answer. */
  replyBy: string | null
  /** The letter it answers. */
  answersId: string | null
  /** Of the page where everybody can check it. */
  code: string | null
  createdBy: string | null
  createdAt: Date
  signedAt: Date | null
  sentAt: Date | null
  version: number
}

/** Somebody a letter is for. A position or a unit of this installation has it in the inbox; others by e-mail or as print. */
export interface Addressee {
  id: string
  role: 'to' | 'copy'
  /** As it stands in the letter: `Kepala Dinas Kesehatan`. */
  name: string
  postId: string | null
  unitId: string | null
  email: string | null
  /** Lines of the address, for one who gets it as print. */
  address: string | null
  deliveredAt: Date | null
  /** Of e-mail: why it could not be delivered. */
  failure: string | null
}

export type NewAddressee = Omit<Addressee, 'id' | 'deliveredAt' | 'failure'>

/** Why somebody may see a letter. */
export type PartyRole = 'maker' | 'registrar' | 'paraf' | 'signer' | 'to' | 'copy' | 'disposition' | 'archive'

/** A desk that has to do with a letter, and the unit it counts for; without a desk the unit as such. */
export interface Party {
  unitId: string
  role: PartyRole
  desk: Exclude<Desk, { officeId: string }> | null
}

/** A line of the agenda of incoming letters of one unit. */
export interface Receipt {
  unitId: string
  year: number
  sequence: number
  receivedOn: string
  via: 'paper' | 'email' | 'office'
  /** When the unit had done with it, and how: `answered`, `done`, `noted`. */
  closedAt: Date | null
  outcome: string | null
}

/** One line of what happened to a letter. `event` is an Indonesian source text such as `Surat ditandatangani`. */
export interface Step {
  event: string
  at: Date
  /** Name of the person, and the position they acted for. */
  by: string | null
  capacity: string | null
  remarks: string | null
}

export interface NewStep {
  event: string
  by: string | null
  postId?: string | null
  remarks?: string | null
}

export type NewLetter = Pick<Letter, 'origin' | 'unitId' | 'kind' | 'state' | 'secrecy' | 'urgency' | 'subject' | 'sender'> &
  Partial<Pick<Letter, 'classification' | 'number' | 'letterOn' | 'summary' | 'signerPostId' | 'fileId' | 'attachments' | 'meeting' | 'replyBy' | 'answersId'>> & { createdBy: string | null }

export type LetterChange = Partial<Omit<Letter, 'id' | 'origin' | 'createdBy' | 'createdAt' | 'version'>>

type Asking = Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask' | 'request'>

/** The letters of a government, for modules that do something with them. Rules of secrecy are kept here and nowhere else. */
export interface Letters {
  /** Whoever asks answers for who may see it. */
  byId(db: Db | Tx, id: string): Promise<Letter | null>
  byIds(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Letter>>
  /** The same, and nobody else changes it until the transaction ends. */
  take(tx: Tx, id: string): Promise<Letter | null>
  /**
   * The letter as far as the person may read it. Reading R and SR is audited and asks for the second factor again.
   * @throws NotFound to a stranger
   * @throws Elsewhere to the page that asks for the second factor
   */
  readable(context: Asking, id: string): Promise<Letter>
  /** Ids of those the person may know of, out of many; without the second factor, for lists. */
  visible(context: Omit<Asking, 'request'>, ids: readonly string[]): Promise<Set<string>>
  create(tx: Tx, letter: NewLetter, parties: readonly Party[]): Promise<Letter>
  /** Renews search and locks with it. */
  change(tx: Tx, id: string, change: LetterChange): Promise<Letter>
  /** Lets further desks see it. */
  join(tx: Tx, id: string, parties: readonly Party[]): Promise<void>
  /** Takes desks away again that had it for this reason only, e.g. when they have not opened it. */
  leave(tx: Tx, id: string, parties: readonly Party[]): Promise<void>
  parties(db: Db | Tx, id: string): Promise<Party[]>
  addressees(db: Db | Tx, id: string): Promise<Addressee[]>
  /** Replaces whom it is for; only until it is sent. */
  address(tx: Tx, id: string, addressees: readonly NewAddressee[]): Promise<void>
  step(tx: Tx, id: string, step: NewStep): Promise<void>
  steps(db: Db, id: string): Promise<Step[]>
  /**
   * Gives a signed letter to everyone it is for: inboxes at once, e-mail with a link, and a task to the secretariat for
   * what goes out as print. Whoever has it already is left out.
   */
  deliver(tx: Tx, letter: Letter, by: string | null): Promise<void>
  /** Whether this is the key of the link that went out by e-mail: it opens a limited letter to whoever got it. */
  opensWith(db: Db, id: string, key: string): Promise<boolean>
  receipts(db: Db | Tx, id: string): Promise<Receipt[]>
  /** Says that a unit has done with a letter it got. */
  close(tx: Tx, id: string, unitId: string, outcome: 'answered' | 'done' | 'noted', by: string | null): Promise<void>
  /** What a unit said it had done with is not done after all. */
  reopen(tx: Tx, id: string, unitId: string): Promise<void>
  /** Removes what the letter says, its files and its words in the search; the line of the book stays. For records past their retention. */
  erase(tx: Tx, id: string): Promise<void>
}

export const letters = port<Letters>('correspondence.letters')

/** A meeting a letter invites to that went out or came in. Of a secret letter only the times are told. */
export interface Invitation {
  letterId: string
  secret: boolean
  /** The letter was withdrawn after it had been signed. */
  cancelled: boolean
  number: string | null
  subject: string
  sender: string
  from: Date
  until: Date
  /** The letter names no end: `until` is two hours after the beginning. */
  openEnd: boolean
  place: string
  link: string | null
  agenda: string
  /** Why those who were asked for are invited. */
  roles: PartyRole[]
  /** Other positions it was passed on to by disposition. */
  passedTo: string[]
  version: number
  changedAt: Date
}

/** Meetings people are invited to by letters. */
export interface Invitations {
  /** Those of these desks that end from `from` on and before `to`, earliest first. */
  of(db: Db, desks: readonly Desk[], span: { from: Date; to: Date }, limit: number): Promise<Invitation[]>
  /** The one of a letter. Whoever asks answers for who may see it. */
  byLetter(db: Db, letterId: string): Promise<Invitation | null>
}

export const invitations = port<Invitations>('correspondence.invitations')

/** A letter out of an older list, as it came into a unit or went out from it. */
export interface ListedLetter {
  direction: 'in' | 'out'
  kind: string
  secrecy: Secrecy
  urgency: Urgency
  classification: string | null
  number: string | null
  letterOn: string
  subject: string
  summary: string
  /** Who it came from, or for one that went out who it was for. */
  other: string
  fileId: string | null
  /** For one that came in: the day, and its number in the older book; without one the next number is drawn. */
  receivedOn: string | null
  agenda: { year: number; sequence: number } | null
  /** For one that went out: its number in the older book. */
  remark: string | null
}

/** By what a letter of a list is recognised; one without a number by its subject. */
export type ListedKey = Pick<ListedLetter, 'direction' | 'number' | 'letterOn' | 'subject' | 'other'>

/** What of a letter that is there is compared with a list. */
export type KnownListed = Pick<Letter, 'id' | 'origin' | 'kind' | 'secrecy' | 'urgency' | 'classification' | 'subject' | 'summary' | 'fileId'> & Pick<Receipt, 'year' | 'sequence'> & { receivedOn: string | null }

/** A line of an agenda that is taken. */
export interface TakenLine {
  year: number
  sequence: number
  /** Of a secret letter neither number nor sender is told. */
  number: string | null
  sender: string | null
}

/** Letters by the hundred, for lists that come in. Who asks has checked that the person keeps the agenda of the unit. */
export interface Lists {
  /** The office in whose books the letters of a unit stand. */
  officeOf(governmentId: string, unitId: string): Promise<string>
  /** In the order asked; null for what the unit does not have. */
  known(db: Db | Tx, unitId: string, asked: readonly ListedKey[]): Promise<(KnownListed | null)[]>
  /** Of these lines of the unit's agenda those that are taken. */
  taken(db: Db | Tx, unitId: string, lines: readonly { year: number; sequence: number }[]): Promise<TakenLine[]>
  /**
   * Records them as received or sent, done with, with their lines of the agenda; files are read for the search later.
   * Answers the ids in the same order.
   */
  write(tx: Tx, unitId: string, letters: readonly ListedLetter[], by: string): Promise<string[]>
  /** Changes what a list says anew of a letter that came from one. */
  change(tx: Tx, id: string, change: Partial<Pick<Letter, 'kind' | 'secrecy' | 'urgency' | 'classification' | 'subject' | 'summary' | 'fileId'>>, by: string): Promise<void>
}

export const lists = port<Lists>('correspondence.lists')

/** A letter was signed, and is now what it says. */
export const letterSigned = event<{ letterId: string; unitId: string; kind: string }>('correspondence.letter-signed')

/** A signed letter was taken back by whoever is in charge of the position that signed it. */
export const letterWithdrawn = event<{ letterId: string; unitId: string }>('correspondence.letter-withdrawn')

/** A unit has done with a letter it got. */
export const letterClosed = event<{ letterId: string; unitId: string }>('correspondence.letter-closed')

/** What a letter said is gone; whoever keeps words or files of it removes them. */
export const letterErased = event<{ letterId: string }>('correspondence.letter-erased')

export const secrecyWords = { B: 'Biasa', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' } as const
export const urgencyWords = { biasa: 'Biasa', segera: 'Segera', kilat: 'Amat segera' } as const
