import type { Account } from './contract.ts'
import { makeAccount, type Facts } from './account.ts'
import type { Quota } from './quota.ts'

/** Annual leave of a PNS as Peraturan BKN 24/2017 has it. */
export const quotaOfPns: Quota = { days: 12, carry: 6, most: 18, mostDeferred: 24, idleYears: 2, years: 1, joint: false }

/** Somebody's account out of what they took, counted for a PNS unless said otherwise. */
export const anAccountOf = (facts: Partial<Facts> = {}): Account =>
  makeAccount({ quota: { id: 'quota', code: 'pns', value: quotaOfPns, legalBasis: '', verified: false, validFrom: '2017-12-22', validTo: null }, enteredOn: '2014-03-01', taken: { uses: [], cleared: [] }, adjustments: [], since: 2026, joint: new Map(), ...facts })
