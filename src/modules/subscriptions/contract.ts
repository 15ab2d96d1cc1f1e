import type { Kind } from '#modules/publications/contract.ts'

/** What a reader wants to hear of; null means any, and all null means everything. */
export interface Choice {
  unitId: string | null
  kind: Kind | null
  /** Kemendagri code of a kecamatan, e.g. `33.28.10`. */
  districtCode: string | null
  /** Lowercase, without `#`. */
  tag: string | null
}

/** The moment it is published, or once a day at seven in the morning. */
export type Frequency = 'at-once' | 'daily'
