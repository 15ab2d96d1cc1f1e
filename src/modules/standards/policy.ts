import { covers, type Who } from '#platform/access/who.ts'
import { after, isPublished, type Event, type Standard } from './concept.ts'

type Facts = Pick<Standard, 'state' | 'unitId' | 'proposedBy' | 'reviewedBy'>

/** Whether the person reviews: a standard is the whole government's, and so must the reach be. */
export const mayReview = (who: Who): boolean => covers(who.reach('standards.review'), { unitId: null })
const proposes = (who: Who, { unitId, proposedBy }: Pick<Facts, 'unitId' | 'proposedBy'>): boolean => covers(who.reach('standards.propose'), { unitId, ownerId: proposedBy })

/** Whether the person may see it inside: what is published everyone, what is on its way its proposers and reviewers. */
export const maySee = (who: Who, standard: Facts): boolean => isPublished(standard.state) || mayReview(who) || proposes(who, standard)

/**
 * Whether the person may do this to a version now. Buttons and actions ask the same. Nobody's own work passes alone:
 * who proposed does not review, who reviewed does not establish.
 */
export function may(who: Who, event: Event, standard: Facts): boolean {
  if (after(standard.state, event) === null) return false
  if (event === 'save' || event === 'withdraw') return proposes(who, standard)
  if (!mayReview(who)) return false
  const me = who.account?.id
  if (event === 'review') return standard.proposedBy !== me
  if (event === 'establish') return standard.reviewedBy !== me
  return event !== 'replace'
}

/** Why somebody who reviews may not take the next step themselves; null when that is not the reason. */
export function ownWork(who: Who, { state, proposedBy, reviewedBy }: Facts): string | null {
  const me = who.account?.id
  if (!me || !mayReview(who)) return null
  if (state === 'proposed' && proposedBy === me) return 'Usulan Anda sendiri diperiksa orang lain.'
  if (state === 'reviewed' && reviewedBy === me) return 'Yang memeriksa tidak menetapkan; orang lain yang menetapkan standar ini.'
  return null
}
