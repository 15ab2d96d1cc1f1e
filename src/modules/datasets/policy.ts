import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { Dataset, Release } from './contract.ts'
import { entryAfter, releaseAfter, type EntryEvent, type ReleaseEvent } from './entry.ts'

const entryNeeds: Record<EntryEvent, Permission> = {
  save: 'datasets.produce',
  propose: 'datasets.produce',
  return: 'datasets.approve',
  list: 'datasets.approve',
  retire: 'datasets.approve',
  restore: 'datasets.produce',
}

const releaseNeeds: Record<ReleaseEvent, Permission> = {
  fill: 'datasets.produce',
  submit: 'datasets.produce',
  recall: 'datasets.produce',
  cancel: 'datasets.produce',
  check: 'datasets.check',
  reject: 'datasets.check',
  approve: 'datasets.approve',
  publish: 'datasets.approve',
  replace: 'datasets.approve',
  withdraw: 'datasets.approve',
  'show-again': 'datasets.approve',
}

type Entry = Pick<Dataset, 'unitId' | 'state' | 'origin'>

/** Whether the person may do this to the entry now. Buttons and actions ask the same. */
export function mayEntry(who: Who, event: EntryEvent, entry: Entry): boolean {
  if (entryAfter(entry.state, event) === null) return false
  // What modules and other portals feed is described here, but not given up or put forward by hand.
  if (entry.origin !== 'office' && event !== 'save') return event === 'retire' && covers(who.reach('datasets.approve'), entry)
  return covers(who.reach(entryNeeds[event]), entry)
}

/**
 * Whether the person may do this to the release now. Nobody checks or approves what they submitted themselves; the
 * walidata may send back at every step.
 */
export function mayRelease(who: Who, event: ReleaseEvent, entry: Entry, release: Pick<Release, 'state' | 'submittedBy' | 'checkedBy'>): boolean {
  if (releaseAfter(release.state, event) === null) return false
  if (entry.origin !== 'office' && event !== 'withdraw' && event !== 'show-again') return false
  // Data that belong to no listed entry are nobody's yet.
  if (entry.state !== 'listed' && (event === 'publish' || event === 'show-again')) return false
  const self = who.account?.id ?? null
  if ((event === 'check' || event === 'approve') && release.submittedBy === self) return false
  if (event === 'approve' && release.checkedBy === self) return false
  if (event === 'reject') return covers(who.reach(release.state === 'submitted' ? 'datasets.check' : 'datasets.approve'), entry) || covers(who.reach('datasets.approve'), entry)
  return covers(who.reach(releaseNeeds[event]), entry)
}

/** Whether the person may see what is not published yet. */
export const mayRead = (who: Who, entry: Pick<Dataset, 'unitId'>): boolean => covers(who.reach('datasets.read'), entry)
