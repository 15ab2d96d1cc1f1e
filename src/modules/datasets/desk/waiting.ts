import type { Who } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import type { ReleaseState } from '../contract.ts'
import type { ReleaseEvent } from '../entry.ts'
import { mayRelease } from '../policy.ts'
import { waitingReleases, type Waiting } from '../store.ts'

/** What is to be done next to a release in a state that waits. */
const next: Partial<Record<ReleaseState, ReleaseEvent>> = { submitted: 'check', checked: 'approve', approved: 'publish', rejected: 'fill' }

/** States of releases that wait for somebody who holds what the person holds. */
const waitsFor = (who: Who): ReleaseState[] => [
  ...(who.may('datasets.check') ? (['submitted'] as const) : []),
  ...(who.may('datasets.approve') ? (['checked', 'approved'] as const) : []),
  ...(who.may('datasets.produce') ? (['rejected'] as const) : []),
]

/** Releases this person can take further now, longest waiting first. */
export async function waitingHere({ db, who }: Pick<Context, 'db' | 'who'>): Promise<Waiting[]> {
  const waiting = await waitingReleases(db, who.reach('datasets.read'), waitsFor(who), 50)
  return waiting.filter(({ release, entry }) => mayRelease(who, next[release.state]!, entry, release))
}
