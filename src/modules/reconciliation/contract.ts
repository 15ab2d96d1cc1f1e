import type { Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { StateWords } from '#ui/index.ts'

export const fieldTypes = ['text', 'number', 'money', 'date', 'code', 'region'] as const
export type FieldType = (typeof fieldTypes)[number]

/** A column whose values are compared. */
export interface ComparedField {
  /** Stays the same when the label is changed. */
  key: string
  label: string
  type: FieldType
  /** How far two values may lie apart and still agree: numbers and rupiah as they are, dates in days. */
  tolerance: number
  /** Unit that settles what disagrees here; null for the one that settles everything else. */
  ownerId: string | null
}

/** The same things kept in several systems, side by side. */
export interface Comparison {
  id: string
  unitId: string
  title: string
  about: string | null
  /** How the columns are called by which things are recognised; null where the lists have none. */
  codeLabel: string | null
  nameLabel: string
  placeLabel: string | null
  fields: ComparedField[]
  /** Unit that settles what disagrees, where a field does not name another. */
  ownerId: string
  /** Working days an owner has. */
  settleDays: number
  state: ComparisonState
  matchedAt: Date | null
  createdAt: Date
  version: number
}

export type ComparisonState = 'open' | 'finished'

/** One of the lists. */
export interface Source {
  id: string
  comparisonId: string
  /** From 0; what an earlier one says comes first where nothing was settled. */
  position: number
  label: string
  /** The application it is kept in. */
  system: string
  unitId: string
  /** Day its rows are of. */
  asOf: string | null
  rows: number
  broughtBy: string | null
  broughtAt: Date | null
  /** Which field each heading of its files was, by the heading. */
  columns: Record<string, string>
}

/** What a cell says: as it was written, and as it is compared; null for what its type cannot be. */
export interface Value {
  text: string
  value: string | null
}

/** Fields every row has, beside those that are compared. */
export const own = { code: 'code', name: 'name', place: 'place', there: '@there', double: '@double' } as const

/** A row as it came in a file. */
export interface NewRow {
  /** What it is recognised by when the list comes again. */
  key: string
  code: string
  name: string
  place: string
  line: number
  vals: Record<string, Value>
}

/** What a file would do to a source, without doing it. */
export interface Effect {
  new: number
  changed: number
  same: number
  gone: number
  /** Settled disagreements of rows that change or go, which may open again. */
  touched: number
  /** Names of the first rows that go. */
  goneNames: string[]
}

/** A source with what it is compared in. */
export interface Target {
  comparison: Comparison
  source: Source
}

/** A whole list on its way into a source. */
export interface Brought {
  file: string
  /** Day its rows are of. */
  asOf: string
  by: string | null
  /** Which field each heading was, by the heading; remembered for the next file. */
  columns: Record<string, string>
  rows: readonly NewRow[]
}

/** The lists of comparisons, for those who bring them in. */
export interface Lists {
  /** The comparison of an address (`:id`) with its sources, for whoever may see it; NotFound for others. */
  here(context: Pick<Context, 'db' | 'who' | 'params'>): Promise<{ comparison: Comparison; sources: Source[] }>
  mayBring(who: Who, comparison: Comparison, source: Source): boolean
  /** A source whoever asks: for jobs. */
  find(db: Db, sourceId: string): Promise<Target | null>
  /** What a list would do, without doing it. */
  effect(db: Db, sourceId: string, rows: readonly NewRow[]): Promise<Effect>
  /** Takes a list as what its source says from now on, and matches everything anew; waits for others who change the comparison. */
  take(tx: Tx, target: Target, list: Brought): Promise<Effect>
}

/** A file on its way into a source. */
export type DeliveryState = 'reading' | 'mapping' | 'checking' | 'ready' | 'taking' | 'taken' | 'failed' | 'dropped'

export const deliveryWords: StateWords<DeliveryState> = {
  reading: { label: 'Sedang dibaca', tone: 'info' },
  mapping: { label: 'Menunggu pencocokan kolom', tone: 'warn' },
  checking: { label: 'Sedang diperiksa', tone: 'info' },
  ready: { label: 'Menunggu keputusan', tone: 'warn' },
  taking: { label: 'Sedang dimasukkan', tone: 'info' },
  taken: { label: 'Selesai', tone: 'good' },
  failed: { label: 'Gagal', tone: 'bad' },
  dropped: { label: 'Dibuang', tone: 'plain' },
}

/** A file as the overview of a comparison lists it. */
export interface SourceFile {
  id: string
  sourceId: string
  fileName: string
  state: DeliveryState
  createdAt: Date
}

/** Files of sources, newest first. */
export interface SourceFiles {
  latest(db: Db, sourceIds: readonly string[], limit: number): Promise<SourceFile[]>
}

export const lists = port<Lists>('reconciliation.lists')
export const sourceFiles = port<SourceFiles>('reconciliation.source-files')
