import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'letters and what proves them stay with the government'

/** A unit that leaves takes no keys with it. */
export const belongings: Belongings = { leave: [], stay: Object.fromEntries(['authority', 'key', 'attempt', 'signature', 'passkey_seal'].map(table => [`signatures.${table}`, reason])) }
