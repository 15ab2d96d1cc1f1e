import type { Vocabulary } from '../i18n/locale.ts'

/** Woven patterns a government can choose from; drawn by `ui/theme`. */
export type Pattern = 'kawung' | 'parang' | 'pucuk-rebung' | 'sekomandi'

/** One government on this installation: a province, a regency or a city. */
export interface Government {
  id: string
  /** Short name for hosts and folders, e.g. `tegalkab`. */
  slug: string
  /** Full name, e.g. `Kabupaten Tegal`. */
  name: string
  level: 'province' | 'regency' | 'city'
  /** Kemendagri region code, e.g. `33.28`. */
  regionCode: string
  /** Accent colour as `#rrggbb`, checked for contrast when it is set. */
  accent: string
  pattern: Pattern
  /** IANA zone, e.g. `Asia/Jakarta` (WIB). */
  zone: string
  /** Its own words for its institutions: `{ desa: 'nagari', Desa: 'Nagari' }`. */
  vocabulary: Vocabulary
  /** Postal address and contacts for the footer. */
  address: string | null
  email: string | null
  phone: string | null
  /** File id of an uploaded crest; the drawn one is used when null. */
  crestFileId: string | null
  /** The government above it on this installation (a regency's province), if any. */
  parentId: string | null
}
