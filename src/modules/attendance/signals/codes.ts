/** What may show that a position, a phone, a code or a clock is not what it says; each has honest causes too. */
export const signs = [
  'mocked', 'accuracy-zero', 'satellite-repeated', 'reading-repeated', 'reading-returned', 'accuracy-constant', 'accuracy-returned', 'altitude-repeated', 'too-steady', 'restless', 'impossible-speed',
  'outside', 'far-away', 'device-borrowed', 'code-late', 'clock-changed', 'chain-fork', 'chain-gap',
] as const
export type Sign = (typeof signs)[number]

/** What only a month shows. */
export type MonthSign = Sign | 'only-alone'

/** What speaks for a check-in. */
export const supports = ['at-place', 'about-at-place', 'office-network', 'office-code', 'vouched', 'vouched-fairly', 'vouched-in-circle', 'known-device', 'selfie'] as const
export type Support = (typeof supports)[number]

/** What is only said, so that nobody wonders. */
export type Remark = 'anywhere' | 'sent-late' | 'new-device' | 'office-device'

/** Signs about the reading itself: with one of them, the place it tells counts for nothing. */
export const ofReading: ReadonlySet<Sign> = new Set<Sign>(['mocked', 'accuracy-zero', 'satellite-repeated', 'reading-repeated', 'reading-returned', 'accuracy-constant', 'accuracy-returned', 'altitude-repeated', 'too-steady', 'restless', 'impossible-speed'])

/** Signs that something else than the phone's own senses made the reading. */
export const ofSource: ReadonlySet<Sign> = new Set<Sign>(['mocked', 'accuracy-zero', 'satellite-repeated', 'reading-repeated', 'reading-returned', 'accuracy-constant', 'accuracy-returned', 'altitude-repeated', 'restless'])
