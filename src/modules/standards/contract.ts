import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'
import type { CodeLists } from '#modules/code-lists/contract.ts'

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

/** Standards to choose from and to check against, together with the codes they are broken down by. */
export interface Standards extends CodeLists {
  /** One version, whatever its state. */
  concept(db: Db | Tx, id: string): Promise<Concept | null>
  /** By id; ids nobody has are left out. */
  concepts(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Concept>>
  /** Valid ones whose name, concept or definition has all the words, best first; without words by name. */
  search(db: Db | Tx, words: string, limit: number): Promise<Concept[]>
}

/** Something that is made by a standard, e.g. a dataset. */
export interface ConceptUse {
  title: string
  href: string
  /** Id of the version it uses. */
  conceptId: string
}

/** Who uses a standard; the catalogue of datasets offers it. Only what the public may see. Topic: `datasets:<government>`. */
export interface ConceptUses {
  /** By ids of versions, newest first; `limit` at most. */
  of(db: Db, conceptIds: readonly string[], limit: number): Promise<ConceptUse[]>
  /** How many there are by id of version, for all valid ones. */
  counts(db: Db): Promise<Map<string, number>>
}

export const standards = port<Standards>('standards.standards')
export const conceptUses = port<ConceptUses>('standards.concept-uses')

/** A newer version took the place of a valid one; what was judged by the earlier keeps it until somebody chooses. */
export const conceptReplaced = event<{ earlierId: string; laterId: string; slug: string }>('standards.concept-replaced')
