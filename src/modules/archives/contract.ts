import type { Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { Attachment, Letter, Secrecy } from '#modules/correspondence/contract.ts'

/** What becomes of a dossier when its retention is over: destroyed, kept for good, or judged again. */
export type Final = 'musnah' | 'permanen' | 'dinilai-kembali'

/** The version of the schedule a dossier is judged by; all null when the schedule does not know its code. */
export interface Judgement {
  retentionId: string | null
  retentionCode: string | null
  retentionBasis: string | null
  activeYears: number | null
  inactiveYears: number | null
  final: Final | null
}

export type DossierState = 'open' | 'closed' | 'inactive' | 'destroyed' | 'handed-over'

/** Letters and papers of one matter, kept by a unit. */
export interface Dossier extends Judgement {
  id: string
  unitId: string
  year: number
  /** Its number within unit and year. */
  sequence: number
  classification: string
  title: string
  /** The highest of what is in it. */
  secrecy: Secrecy
  state: DossierState
  holderPostId: string | null
  openedOn: string
  closedOn: string | null
  /** Where its paper stands. */
  room: string | null
  shelf: string | null
  box: string | null
  /** What an assessment made of one that is judged again at the end. */
  decided: Exclude<Final, 'dinilai-kembali'> | null
  /** First day it counts as inactive. */
  inactiveOn: string | null
  /** First day its retention is over. */
  dueOn: string | null
  /** The proposal it stands on; as long as it does, nothing about it changes. */
  proposalId: string | null
  createdBy: string | null
  version: number
}

/** A dossier with what is counted of its content. */
export interface Counted extends Dossier {
  items: number
  /** Years of the oldest and the newest thing in it. */
  from: number | null
  to: number | null
}

/** Asli or kopi. */
export type Maturity = 'asli' | 'kopi'

/** A letter or another paper in a dossier. */
export interface Item {
  id: string
  dossierId: string
  unitId: string
  sequence: number
  letterId: string | null
  /** Of papers. */
  title: string | null
  datedOn: string | null
  maturity: Maturity
  amount: number
  secrecy: Secrecy
  remarks: string | null
  files: Attachment[]
  fileIds: string[]
  filedBy: string | null
  filedAt: Date
  destroyedAt: Date | null
}

/** Something in a dossier the person may know of. */
export interface Shown extends Item {
  letter: Letter | null
}

/** What of a dossier's content is shown, and how much is not. */
export interface Contents {
  shown: Shown[]
  hidden: number
}

/** Dossiers as far as a person may know of them. Rules of who may see what are kept here and nowhere else. */
export interface Dossiers {
  /** The dossier with its content. @throws NotFound to a stranger */
  open(context: Context, id: string): Promise<{ dossier: Counted } & Contents>
  /** Lets the person read things shown to them: secret ones are audited and ask for the second factor again. @throws Elsewhere to the page that asks for it */
  read(context: Context, things: readonly Shown[]): Promise<void>
}

/** Moving to the inactive ones, destroying, handing over to the archive institution. */
export type DisposalKind = 'move' | 'destroy' | 'hand-over'

/** A dossier that is due. */
export interface Due extends Counted {
  itemIds: string[]
  maturity: Maturity | 'campuran'
  /** Somebody has it: it comes back first. */
  lent: boolean
}

/** What was decided about dossiers that stand on a proposal, by two people, with minutes. */
export interface Decision {
  proposalId: string
  kind: DisposalKind
  /** The day retention was counted for. */
  asOf: string
  /** It happens to these. */
  agreed: readonly string[]
  /** These were judged again, and are kept for good. */
  permanent: readonly string[]
  proposedBy: string
  assessedBy: string
  decidedBy: string
  carriedOutBy: string
  minutes: string
}

/** What is due, and what comes of it when a proposal was approved. Retention is guarded here and in the database. */
export interface Disposing {
  /** Dossiers of a unit due on a day and on no proposal, the oldest first; with `ids` only these, and locked. */
  due(db: Db | Tx, unitId: string, kind: DisposalKind, day: string, limit: number, ids?: readonly string[]): Promise<Due[]>
  /** How many are due for each, in the units whose archive the person keeps. */
  counts(db: Db, who: Who, day: string): Promise<{ unitId: string; kind: DisposalKind; n: number }[]>
  /** Puts dossiers on a proposal. */
  hold(tx: Tx, proposalId: string, dossierIds: readonly string[]): Promise<void>
  /** Lets go of those that are still on it. */
  release(tx: Tx, proposalId: string): Promise<void>
  /** Sets the final states; what is destroyed is erased by a job. Fails when a dossier is still under retention. */
  settle(tx: Tx, decision: Decision): Promise<void>
  /** How much of what was destroyed is not erased yet. */
  unerased(db: Db, proposalId: string): Promise<number>
}

export const dossiers = port<Dossiers>('archives.dossiers')
export const disposing = port<Disposing>('archives.disposing')

export const finalWords = { musnah: 'Musnah', permanen: 'Permanen', 'dinilai-kembali': 'Dinilai kembali' } as const
export const maturityWords = { asli: 'Asli', kopi: 'Kopi', campuran: 'Asli dan kopi' } as const
export const dossierStateWords = {
  open: { label: 'Masih terbuka', tone: 'good' },
  closed: { label: 'Aktif, ditutup', tone: 'info' },
  inactive: { label: 'Inaktif', tone: 'plain' },
  destroyed: { label: 'Dimusnahkan', tone: 'bad' },
  'handed-over': { label: 'Diserahkan', tone: 'plain' },
} as const
