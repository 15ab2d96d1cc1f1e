import type { Belongings } from '#platform/archive/belonging.ts'

const theirs = 'readers gave their addresses to this installation for its letters, and nobody else'

/** Readers do not move: they subscribe anew where the unit is. */
export const belongings: Belongings = {
  leave: [],
  stay: {
    'subscriptions.subscriber': theirs,
    'subscriptions.subscription': theirs,
    'subscriptions.delivery': theirs,
    'subscriptions.digest': 'letters already sent from here',
    'subscriptions.tally': 'counts readers of this installation',
  },
}
