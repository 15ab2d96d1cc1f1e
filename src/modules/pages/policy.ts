import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { State } from './contract.ts'
import { after, type Event } from './page.ts'

/** As much of a page as decides what may be done to it. */
export interface Subject {
  unitId: string
  state: State
  /** Whether the public has seen a version. */
  live: boolean
}

const needs: Record<Event, Permission> = {
  save: 'pages.write',
  submit: 'pages.write',
  withdraw: 'pages.write',
  discard: 'pages.write',
  return: 'pages.publish',
  publish: 'pages.publish',
  hide: 'pages.publish',
  restore: 'pages.publish',
}

/** Whether the person may do this to the page now. Buttons and actions ask the same. */
export function may(who: Who, event: Event, subject: Subject): boolean {
  if (after(subject.state, event) === null) return false
  // Giving up a change leads back to what the public sees; without that there is nothing to go back to.
  if ((event === 'discard' || event === 'hide') && !subject.live) return false
  // Only who publishes may change a page while it lies with the publishers.
  const permission = event === 'save' && subject.state === 'submitted' ? 'pages.publish' : needs[event]
  return covers(who.reach(permission), { unitId: subject.unitId })
}

/** Whether the person may see pages of a unit before they are public. */
export const mayRead = (who: Who, unitId: string): boolean => covers(who.reach('pages.read'), { unitId })

/** Whether the person may add pages to a unit. */
export const mayWrite = (who: Who, unitId: string): boolean => covers(who.reach('pages.write'), { unitId })
