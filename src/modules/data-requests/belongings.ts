import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'requests between agencies are kept for ever where they were asked and answered'

/** A unit that leaves takes no request with it. */
export const belongings: Belongings = {
  leave: [],
  stay: { 'data_requests.request': reason, 'data_requests.citizen': reason, 'data_requests.step': reason, 'data_requests.access': reason, 'data_requests.use': reason },
}
