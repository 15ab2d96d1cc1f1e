import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { State } from './contract.ts'
import { after, type Event } from './publication.ts'

/** As much of a publication as decides what may be done to it. */
export interface Subject {
  unitId: string
  ownerId: string | null
  state: State
  /** Whether the public has seen a version. */
  live: boolean
}

const needs: Record<Event, Permission> = {
  save: 'publications.write',
  submit: 'publications.write',
  withdraw: 'publications.write',
  discard: 'publications.write',
  return: 'publications.review',
  approve: 'publications.review',
  schedule: 'publications.publish',
  unschedule: 'publications.publish',
  publish: 'publications.publish',
  revise: 'publications.write',
  archive: 'publications.publish',
  restore: 'publications.publish',
}

/** Whether the person may do this to the publication now. Buttons and actions ask the same. */
export function may(who: Who, event: Event, subject: Subject): boolean {
  if (after(subject.state, event) === null) return false
  // Giving up a correction leads back to what the public sees; without that there is nothing to go back to.
  if (event === 'discard' && !subject.live) return false
  if (event === 'archive' && subject.state !== 'published' && subject.live) return false
  // Only who reviews may change a text while it lies with the reviewers.
  const permission = event === 'save' && subject.state === 'submitted' ? 'publications.review' : needs[event]
  return covers(who.reach(permission), { unitId: subject.unitId, ownerId: subject.ownerId })
}

/** Whether the person may see the unpublished text. */
export const mayRead = (who: Who, subject: Pick<Subject, 'unitId' | 'ownerId'>): boolean => covers(who.reach('publications.read'), subject)
