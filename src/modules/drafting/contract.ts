import type { Db, Tx } from '#platform/db/database.ts'
import type { DocumentSource } from '#platform/documents/compiler.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { Attachment, Letter, Meeting, NewAddressee, Secrecy } from '#modules/correspondence/contract.ts'
import type { Urgency } from '#modules/inbox/contract.ts'
import type { HoldingKind } from '#modules/organisation/contract.ts'

/** A page that goes with the letter (lampiran): printed behind it, each on a page of its own. */
export interface Annex {
  title: string
  /** Markdown. */
  body: string
}

/** Who signs, as the draft says it; who that is by name is resolved on the day. */
export interface DraftSigner {
  postId: string
  /** `a.n.`: the position in whose name it is signed. */
  onBehalfOf: string | null
  /** `u.b.`: the position between the two, whose task it would have been. */
  through: string | null
}

/** All a letter says, in one version. */
export interface DraftContent {
  /** Code of the reference list `letter-kind`. */
  kind: string
  subject: string
  /** Markdown. */
  body: string
  /** Parts the kind asks for, by their code: `dasar`, `untuk`, `menimbang` … as Markdown. */
  parts: Readonly<Record<string, string>>
  classification: string | null
  secrecy: Secrecy
  urgency: Urgency
  addressees: readonly NewAddressee[]
  signer: DraftSigner
  annexes: readonly Annex[]
  files: readonly Attachment[]
  meeting: Meeting | null
  /** Of kinds that send people; the paper lists them as its part `kepada`. */
  assignment?: Assignment | null
  replyBy: string | null
  answersId: string | null
}

/** The person who signs on a day, and how it is written above and below the name. */
export interface Signatory {
  accountId: string | null
  employeeId: string | null
  /** The position that signs: where the person is in charge. */
  postId: string
  name: string
  kind: HoldingKind
  /** Lines above the name: `a.n. BUPATI TEGAL`, `SEKRETARIS DAERAH,`. */
  capacity: string[]
  /** Lines below it: rank and NIP, as far as they are known. */
  below: string[]
}

/** What a letter bears once it has a number and somebody signs it. */
export interface Signing {
  number: string
  /** The date on the letter, `2026-11-21`. */
  on: string
  signer: Signatory
  /** Whole address of the page where it can be checked. */
  address: string
  /** Beside the QR code: what the signature rests on, and that of a test authority that it proves nothing. */
  sentence: string
}

type Printing = Pick<Context, 'government' | 'ask'> & { db: Db | Tx }

/** Letters as paper. */
export interface Papers {
  /**
   * The letter as a document; without `signing` a draft, marked so on every page, with whoever would sign today.
   * The place of the stamp is marked `signature`. @throws NotFound for a letter that was not drafted here
   */
  of(context: Printing & Pick<Context, 'now'>, letter: Letter, signing?: Signing): Promise<DocumentSource>
  /** Who signs that day. @throws Problem when nobody is in charge of the position */
  signatory(db: Db | Tx, letter: Letter, day: string): Promise<Signatory>
}

/** Somebody who acts on a draft, and the position they act for. */
export interface Actor {
  accountId: string | null
  postId: string | null
}

/** A draft written by another module, e.g. a decree that follows from a due list. */
export interface NewDraft {
  unitId: string
  /** The drafter: who gets it back when it is returned. */
  accountId: string
  content: DraftContent
}

/** Drafts, for those who write them and those who sign what came of them. */
export interface Drafts {
  /** What the letter says now; null for one that was not drafted here. */
  content(db: Db | Tx, letterId: string): Promise<DraftContent | null>
  /** Answers the letter, in state `draft`. */
  begin(context: Pick<Context, 'government' | 'now' | 'ask'> & { tx: Tx }, draft: NewDraft): Promise<Letter>
  /** Sends it on its way: to the first who gives paraf, or to the signer when there is none. */
  circulate(context: Pick<Context, 'government' | 'now' | 'ask'> & { tx: Tx }, letterId: string, by: Actor): Promise<void>
  /**
   * Back to the drafter, from a paraf or from the signature; ends the tasks `paraf` and `sign` of the letter.
   * Who asks has checked that the actor may. @throws Problem when the remarks are missing, or the letter is past it
   */
  giveBack(tx: Tx, letterId: string, by: Actor, remarks: string): Promise<void>
}

export const papers = port<Papers>('drafting.papers')
export const drafts = port<Drafts>('drafting.drafts')
