import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import { Problem } from '#platform/web/problems.ts'
import type { Attachment } from '#modules/correspondence/contract.ts'
import type { HoldingKind } from '#modules/organisation/contract.ts'
import type { RecipientState } from './contract.ts'

/** What can happen to a recipient; `take-back` when all they passed on was recalled, `close` when others are done. */
export type RecipientEvent = 'read' | 'pass-on' | 'take-back' | 'report' | 'answer' | 'send-back' | 'recall' | 'close'

/** What somebody asks of positions below theirs. Title and name are those of that day. */
export interface Disposition {
  id: string
  letterId: string
  /** The one it was passed on from; who gives is one of its recipients. */
  parentId: string | null
  postId: string
  title: string
  accountId: string
  name: string
  capacity: HoldingKind
  /** Whose agenda the letter stands in. */
  officeId: string
  /** Codes of the reference list `disposition-instruction`. */
  instructions: string[]
  note: string
  dueOn: string | null
  at: Date
  doneAt: Date | null
}

export interface Recipient {
  id: string
  dispositionId: string
  postId: string
  unitId: string
  title: string
  /** Who was in charge when it was given. */
  name: string | null
  responsible: boolean
  state: RecipientState
  readAt: Date | null
  readBy: string | null
  doneAt: Date | null
  doneBy: string | null
  recallReason: string | null
}

export interface Report {
  id: string
  recipientId: string
  text: string
  files: Attachment[]
  at: Date
  by: string
  verdict: 'accepted' | 'returned' | null
  verdictAt: Date | null
  verdictBy: string | null
  remarks: string | null
}

/** All dispositions of one letter, the oldest first. */
export interface Chain {
  dispositions: readonly Disposition[]
  recipients: readonly Recipient[]
}

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'recipient',
  initial: 'unread',
  states: {
    unread: { on: { read: 'read', recall: 'recalled', 'pass-on': 'passed-on', report: 'reported', answer: 'answered', close: 'closed' } },
    read: { on: { 'pass-on': 'passed-on', report: 'reported', answer: 'answered', close: 'closed' } },
    'passed-on': { on: { 'pass-on': 'passed-on', 'take-back': 'read', report: 'reported', answer: 'answered', close: 'closed' } },
    reported: { on: { 'send-back': 'read' } },
    answered: {},
    recalled: {},
    closed: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: RecipientState, event: RecipientEvent): RecipientState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as RecipientState
}

/** Whether something is still asked of them. */
export const isOpen = ({ state }: Pick<Recipient, 'state'>): boolean => state === 'unread' || state === 'read' || state === 'passed-on'

const isAnswer = ({ state }: Pick<Recipient, 'state'>): boolean => state === 'reported' || state === 'answered'

/** What an act makes of a chain. */
export interface Outcome {
  /** Recipients whose state changes. */
  states: { id: string; state: RecipientState }[]
  /** Dispositions that are done by it, and those that are not any more. */
  done: string[]
  undone: string[]
  /** Who becomes responsible in the place of one that was recalled. */
  responsible: string | null
}

const nothing: Outcome = { states: [], done: [], undone: [], responsible: null }

export const recipientsOf = ({ recipients }: Chain, dispositionId: string): Recipient[] => recipients.filter(one => one.dispositionId === dispositionId)

/** What this recipient passed on. */
export const passedOn = ({ dispositions }: Chain, { dispositionId, postId }: Pick<Recipient, 'dispositionId' | 'postId'>): Disposition[] =>
  dispositions.filter(one => one.parentId === dispositionId && one.postId === postId)

/** The recipient who passed it on; null for one that stands at the beginning. */
export const receivedBy = ({ recipients }: Chain, { parentId, postId }: Pick<Disposition, 'parentId' | 'postId'>): Recipient | null =>
  recipients.find(one => one.dispositionId === parentId && one.postId === postId) ?? null

/** Whom a position has asked and who is not done with it. */
export const openFrom = (chain: Chain, postId: string): Recipient[] => chain.dispositions.filter(one => one.postId === postId).flatMap(one => recipientsOf(chain, one.id)).filter(isOpen)

/** Positions from whoever gave first down to the giver of this one. */
export function pathOf(chain: Chain, disposition: Pick<Disposition, 'parentId' | 'postId'>): string[] {
  const parent = chain.dispositions.find(one => one.id === disposition.parentId)
  return [...(parent ? pathOf(chain, parent) : []), disposition.postId]
}

/** The disposition at the beginning of the one given. */
export function rootOf(chain: Chain, disposition: Disposition): Disposition {
  const parent = chain.dispositions.find(one => one.id === disposition.parentId)
  return parent ? rootOf(chain, parent) : disposition
}

/** Ends all that is still open in these dispositions and in what was passed on from them. */
function closing(chain: Chain, dispositions: readonly Disposition[]): Outcome {
  const parts = dispositions.flatMap(given => recipientsOf(chain, given.id).map(one => {
    const below = closing(chain, passedOn(chain, one))
    return { ...below, states: [...(isOpen(one) ? [{ id: one.id, state: 'closed' as const }] : []), ...below.states] }
  }))
  return { ...nothing, states: parts.flatMap(part => part.states), done: [...dispositions.filter(one => !one.doneAt).map(one => one.id), ...parts.flatMap(part => part.done)] }
}

function moved(recipient: Recipient, event: RecipientEvent, no: () => Problem): { id: string; state: RecipientState } {
  const state = after(recipient.state, event)
  if (!state) throw no()
  return { id: recipient.id, state }
}

const find = (chain: Chain, id: string): { recipient: Recipient; given: Disposition } => {
  const recipient = chain.recipients.find(one => one.id === id)
  const given = chain.dispositions.find(one => one.id === recipient?.dispositionId)
  if (!recipient || !given) throw new Problem('', 'Disposisi ini tidak ada lagi.')
  return { recipient, given }
}

const finished = () => new Problem('', 'Disposisi ini sudah selesai.')

/** A recipient asks others in turn. */
export const passing = (chain: Chain, recipientId: string): Outcome => ({ ...nothing, states: [moved(find(chain, recipientId).recipient, 'pass-on', finished)] })

/** A recipient is done: so is all they passed on, and the disposition when they are the responsible one. */
export function reporting(chain: Chain, recipientId: string, how: 'report' | 'answer' = 'report'): Outcome {
  const { recipient, given } = find(chain, recipientId)
  const below = closing(chain, passedOn(chain, recipient))
  return { ...below, states: [moved(recipient, how, finished), ...below.states], done: [...(recipient.responsible && !given.doneAt ? [given.id] : []), ...below.done] }
}

/** The giver does not accept a report. */
export function sendingBack(chain: Chain, recipientId: string): Outcome {
  const { recipient, given } = find(chain, recipientId)
  const own = receivedBy(chain, given)
  if (own && !isOpen(own)) throw new Problem('', 'Disposisi kepada Anda sendiri sudah selesai, jadi laporan ini tidak dapat dikembalikan.')
  return { ...nothing, states: [moved(recipient, 'send-back', () => new Problem('', 'Laporan ini tidak dapat dikembalikan lagi.'))], undone: recipient.responsible ? [given.id] : [] }
}

/** The giver accepts a report; that of the responsible one settles the matter for all others. */
export function accepting(chain: Chain, recipientId: string): Outcome {
  const { recipient, given } = find(chain, recipientId)
  if (!isAnswer(recipient)) throw new Problem('', 'Belum ada laporan yang dapat diterima.')
  return recipient.responsible ? closing(chain, [given]) : nothing
}

/** Others who still have it, one of whom must be responsible when this one is recalled. */
export const heirs = (chain: Chain, { id, dispositionId, responsible }: Recipient): Recipient[] =>
  responsible ? recipientsOf(chain, dispositionId).filter(one => one.id !== id && one.state !== 'recalled') : []

/** A recipient is taken out, as long as they have not read it. `heirId` is who becomes responsible instead. */
export function recalling(chain: Chain, recipientId: string, heirId: string | null): Outcome {
  const { recipient, given } = find(chain, recipientId)
  const state = moved(recipient, 'recall', () =>
    recipient.readAt || isOpen(recipient)
      ? new Problem('', 'Disposisi ini sudah dibaca {title}, jadi tidak dapat ditarik kembali. Beri arahan baru kepada yang bersangkutan.', { title: recipient.title })
      : finished())
  const others = heirs(chain, recipient)
  const heir = others.length === 1 ? others[0] : others.find(one => one.id === heirId)
  if (others.length > 0 && !heir) throw new Problem('penerus', 'Pilih siapa yang bertanggung jawab menggantikannya.')
  // The one who is left may have reported already.
  const done = recipientsOf(chain, given.id).every(one => one.id === recipient.id || one.state === 'recalled') || (heir && isAnswer(heir))
  const own = receivedBy(chain, given)
  const nobodyLeft = own?.state === 'passed-on' && passedOn(chain, own).flatMap(one => recipientsOf(chain, one.id)).every(one => one.id === recipient.id || one.state === 'recalled')
  return { ...nothing, states: [state, ...(nobodyLeft ? [{ id: own.id, state: after(own.state, 'take-back')! }] : [])], done: done && !given.doneAt ? [given.id] : [], responsible: heir?.id ?? null }
}

/**
 * Who has done with a letter when its answer is signed: the position that signed, or those it had made responsible, and
 * whoever was responsible below them.
 */
export function answering(chain: Chain, signerPostId: string): Outcome {
  const responsible = (given: readonly Disposition[]): Recipient[] => given.flatMap(one => recipientsOf(chain, one.id)).filter(one => one.responsible && isOpen(one))
  const own = chain.recipients.filter(one => one.postId === signerPostId && isOpen(one))
  const first = own.length > 0 ? own : responsible(chain.dispositions.filter(one => one.postId === signerPostId && one.parentId === null))
  const down = (from: readonly Recipient[]): Recipient[] => from.flatMap(one => [one, ...down(responsible(passedOn(chain, one)))])
  const answered = new Set(down(first).map(one => one.id))
  const parts = first.map(one => reporting(chain, one.id, 'answer'))
  return {
    ...nothing,
    states: [...new Map(parts.flatMap(part => part.states).map(one => [one.id, answered.has(one.id) ? { ...one, state: 'answered' as const } : one])).values()],
    done: [...new Set(parts.flatMap(part => part.done))],
  }
}

/** The chain as an act leaves it. */
export const applied = (chain: Chain, { states, done, undone, responsible }: Outcome, now: Date): Chain => ({
  dispositions: chain.dispositions.map(one => (done.includes(one.id) ? { ...one, doneAt: now } : undone.includes(one.id) ? { ...one, doneAt: null } : one)),
  recipients: chain.recipients.map(one => {
    const state = states.find(({ id }) => id === one.id)?.state ?? one.state
    const heir = responsible === one.id
    return { ...one, state, responsible: one.responsible || heir, doneAt: state === one.state ? one.doneAt : isOpen({ state }) ? null : now }
  }),
})

/** Whether the office has done with the letter: every disposition at the beginning is done. */
export const isSettled = ({ dispositions }: Chain, officeId: string): boolean => dispositions.filter(one => one.officeId === officeId && one.parentId === null).every(one => one.doneAt !== null)
