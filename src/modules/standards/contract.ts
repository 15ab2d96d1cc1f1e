import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/**
 * Where a standard stands: proposed by a producer, reviewed, valid, replaced by a newer version; or sent back with
 * remarks, taken back by who proposed it, or no longer valid without a newer version.
 */
export type ConceptState = 'proposed' | 'returned' | 'reviewed' | 'valid' | 'replaced' | 'withdrawn' | 'retired'

/** One version of a Standar Data (Perpres 39/2019 article 4). Records keep the id of the version they were judged by. */
export interface Concept {
  /** Of this version. */
  id: string
  /** Same for all versions; public at `/data/standar/<slug>`. */
  slug: string
  version: number
  state: ConceptState
  /** `Jumlah Penduduk` */
  name: string
  /** Konsep: `Penduduk`. */
  concept: string
  /** Definisi. */
  definition: string
  /** Klasifikasi: what it is broken down by, each with the code list its items come from where there is one. */
  classifications: Classification[]
  /** Ukuran: `Jumlah`. */
  measure: string
  /** Satuan: `Orang`. */
  unit: string
  /** Where the definition comes from, and its address where it has one. */
  reference: string
  referenceUrl: string | null
  /** A code of the list `tema-data`. */
  theme: string
  /** Unit that proposed it. */
  unitId: string | null
  /** First day it is valid, once it is; day after the last one. */
  validFrom: string | null
  validTo: string | null
}

export interface Classification {
  /** `Jenis kelamin` */
  label: string
  /** Code of the list, such as `jenis-kelamin`; null where there is none. */
  list: string | null
}

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

/** Standards and reference codes to choose from and to check against. */
export interface Standards {
  /** One version, whatever its state. */
  concept(db: Db | Tx, id: string): Promise<Concept | null>
  /** By id; ids nobody has are left out. */
  concepts(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Concept>>
  /** Valid ones whose name, concept or definition has all the words, best first; without words by name. */
  search(db: Db | Tx, words: string, limit: number): Promise<Concept[]>
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

/** Something that is made by a standard, e.g. a dataset. */
export interface ConceptUse {
  title: string
  href: string
  /** Id of the version it uses. */
  conceptId: string
}

/** Who uses a standard; the catalogue of datasets offers it. Only what the public may see. */
export interface ConceptUses {
  /** By ids of versions, newest first; `limit` at most. */
  of(db: Db, conceptIds: readonly string[], limit: number): Promise<ConceptUse[]>
  /** How many there are by id of version, for all valid ones. */
  counts(db: Db): Promise<Map<string, number>>
}

export const standards = port<Standards>('standards.standards')
export const regionMatching = port<RegionMatching>('standards.region-matching')
export const conceptUses = port<ConceptUses>('standards.concept-uses')

/** A newer version took the place of a valid one; what was judged by the earlier keeps it until somebody chooses. */
export const conceptReplaced = event<{ earlierId: string; laterId: string; slug: string }>('standards.concept-replaced')

/** A code list has a new version from `validFrom` on, with so many codes added, gone and renamed. */
export const codeListVersioned = event<{ code: string; versionId: string; version: number; validFrom: string; added: number; gone: number; renamed: number }>('standards.code-list-versioned')
