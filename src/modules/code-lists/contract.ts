import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/** A list of reference codes (Kode Referensi) or master data (Data Induk), without its items. */
export interface CodeListHead {
  /** `jenis-kelamin`; public at `/data/kode/<code>`. */
  code: string
  title: string
  /** `reference` codes classify, `master` data name things there are. */
  kind: 'reference' | 'master'
  /** Derived lists come from the platform itself and are always current. */
  derived: boolean
}

export interface CodeItem {
  code: string
  label: string
  /** Code of the item above it in the same list. */
  parent: string | null
}

/** A code list as it is valid on a day. */
export interface CodeList extends CodeListHead {
  /** Id of the version, for records to keep; null for derived lists. */
  versionId: string | null
  /** Counts up; 0 for derived lists. */
  version: number
  validFrom: string | null
  legalBasis: string
  /** Whether somebody compared it with its source. */
  verified: boolean
  /** In the order of the list. */
  items: CodeItem[]
}

/** Code lists to choose from and to check against. */
export interface CodeLists {
  /** The list as it is on `day`, today when left out; null when there is none or it was not valid then. */
  codeList(db: Db | Tx, code: string, day?: string): Promise<CodeList | null>
  /** Those with a version valid today, by title. */
  codeLists(db: Db | Tx): Promise<CodeListHead[]>
}

/** A region inside a government's territory: itself, a district (kecamatan) or a village (desa, kelurahan). */
export interface Region {
  /** Kemendagri code, `33.28.10.2001`. */
  code: string
  /** As people say it: `Desa Kalisapu`. */
  label: string
  level: 'province' | 'regency' | 'district' | 'village'
  /** Code of the region above. */
  parent: string | null
  /** Names from above it, nearest first, for telling namesakes apart: `Kecamatan Slawi`. */
  within: string
}

/** What a text says of a region. Doubtful ones are for a person to confirm, likeliest first. */
export type RegionMatch = { is: 'sure'; region: Region } | { is: 'doubtful'; candidates: Region[] } | { is: 'none' }

/** What narrows down a name: the level its column speaks of, and the code of the region it lies in. */
export interface RegionHint {
  level?: Region['level']
  within?: string
}

/** All regions of one government in memory; for many rows in a loop. */
export interface RegionNames {
  readonly all: readonly Region[]
  byCode(code: string): Region | undefined
  /**
   * Reads codes (`33.28.10`, `332810`, BPS ones not) and names: `Kec.`, `Kab.`, `Ds.`, `Kel.` and how they are spelt do
   * not matter, `Kalisapu, Slawi` narrows down. Namesakes and near spellings are doubtful.
   */
  match(text: string, hint?: RegionHint): RegionMatch
}

export interface RegionMatching {
  of(governmentId: string): Promise<RegionNames>
}

export const codeLists = port<CodeLists>('code-lists.code-lists')
export const regionMatching = port<RegionMatching>('code-lists.region-matching')

/** A code list has a new version from `validFrom` on, with so many codes added, gone and renamed. */
export const codeListVersioned = event<{ code: string; versionId: string; version: number; validFrom: string; added: number; gone: number; renamed: number }>('code-lists.versioned')
