import { covers, type Reach, type Who } from '#platform/access/who.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import type { Seat } from '#modules/inbox/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { after, isCourse, turnOf, type Event } from './flow.ts'
import type { Draft } from './store.ts'

/** What people do with a draft. */
export type Deed = 'edit' | 'circulate' | 'withdraw' | 'cancel' | 'paraf'

/** As much as decides what somebody may do. */
export interface Case {
  letter: Pick<Letter, 'state' | 'unitId'>
  draft: Draft
  seats: readonly Seat[]
}

const events: Record<Exclude<Deed, 'paraf'>, Event> = { edit: { type: 'save' }, circulate: { type: 'circulate', onwards: false }, withdraw: { type: 'withdraw' }, cancel: { type: 'cancel' } }

/** The seat from which the person gives the paraf whose turn it is. */
export function seatOnTurn({ letter, draft, seats }: Case): Seat | null {
  const turn = letter.state === 'circulating' ? turnOf(draft) : null
  return seats.find(({ postId }) => postId === turn?.postId) ?? null
}

/** The draft is one's own: who began it, or who writes for its unit. */
const isOwn = (who: Who, { letter, draft }: Case): boolean => draft.drafterId === who.account?.id || covers(who.reach('drafting.write'), { unitId: letter.unitId })

/** Whether the person may do this to the draft now; who asks has seen that they may read it. Buttons and actions ask the same. */
export function may(who: Who, deed: Deed, of: Case): boolean {
  if (deed === 'paraf') return seatOnTurn(of) !== null
  if (after(of.letter.state, of.draft, events[deed]) === null) return false
  // While it circulates only the one who has it may change it.
  if (deed === 'edit' && of.letter.state === 'circulating') return seatOnTurn(of) !== null
  return isOwn(who, of)
}

/** How a letter came about is for those who make it, not for those who get it. */
export const maySeeMaking = (who: Who, of: Case): boolean =>
  isOwn(who, of) || of.seats.some(({ postId }) => postId === of.draft.content.signer.postId || of.draft.steps.some(step => step.postId === postId)) || isCourse(of.letter.state)

/** Units somebody writes for: those on the way from the top to where they work, and below it, as far as they may. */
export function unitsToWriteFor(reach: Reach | null, units: UnitTree, workplaces: readonly string[]): string[] {
  const own = workplaces.flatMap(id => [id, ...units.below(id), ...units.ancestors(id).map(unit => unit.id).toReversed()])
  return [...new Set(own)].filter(unitId => covers(reach, { unitId }))
}
