import type { Permission, Reach } from '../access/who.ts'
import type { AuditNote } from '../audit/audit.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'
import type { CellReader } from './cell.ts'
import type { Wanted } from './heading.ts'
import type { Change, Doubt, Reason } from './sheet-run.ts'

/** Where an import is done: whose rows, and for whom. */
export interface Work {
  db: Db | Tx
  governmentId: string
  services: Services
  accountId: string
  /** Where the person may act, as it was when the button was pressed; of the import's own permission and those it named. */
  reach(permission: Permission): Reach | null
  /** Unit of the person. */
  unitId: string
  /** Today in the government's own time is the importer's to ask; this is the moment. */
  now: Date
}

/** What a text of the file stands for: exactly one thing, or perhaps one of these. */
export type Match = { value: string } | Pick<Doubt, 'suggestions' | 'likely'>

/** A column an import can take. */
export interface SheetField extends Wanted {
  /** The column must be there and every row must have something in it. */
  required?: boolean
  /** Indonesian source text. */
  hint?: string
  /** What is written into the template as an example. */
  example?: string
  read: CellReader
  /** For columns that name something there is: what each text stands for. Texts nobody knows are asked about once. */
  match?(work: Work, texts: readonly string[]): Promise<Map<string, Match>>
}

/** A row as it was read: values by field, empty where nothing stands; fields without a column are left out. */
export interface SheetRow {
  line: number
  values: Readonly<Record<string, string>>
}

/** What would become of a row. `data` is handed on to `apply`. */
export type Verdict<D> = { is: 'new' | 'changed'; changes: Change[]; data: D } | { is: 'unchanged' } | { is: 'wrong'; reasons: Reason[] }

/** A row that is brought in. */
export interface Accepted<D> extends SheetRow {
  is: 'new' | 'changed'
  data: D
}

/** Something that is brought in from spreadsheets. All texts are Indonesian source texts. */
export interface SheetImportSpec<D> {
  /** `<module>.<things>`; stable, because runs and waiting jobs carry it. */
  code: Permission
  /** Its pages stand here and below. */
  address: string
  may: Permission
  /** Further permissions whose reach `check` asks about. */
  asks?: readonly Permission[]
  title: string
  lead: string
  /** Pages that belong to it, offered beside the template. */
  beside?: readonly { label: string; href: string }[]
  /** The list its rows go to: before it in the breadcrumbs, and after it when all is done. */
  list: { label: string; href: string }
  fields: readonly SheetField[]
  /** Fields by which a row is recognised: one of them must have a column, and nothing may stand twice in one file. */
  unique: readonly string[]
  /** Where several cells make a row what it is: what may stand only once in a file, by the field it is told at. */
  keysOf?(values: SheetRow['values']): Record<string, string>
  /** How a row is called in the preview. */
  titleOf(values: SheetRow['values']): string
  /** Compares rows with what is stored, some hundreds at a time; answers one verdict for each. Must not write. */
  check(work: Work, rows: readonly SheetRow[]): Promise<Verdict<D>[]>
  /** Brings rows in, in the transaction of all of them; answers what changed, for the audit. */
  apply(work: Work & { db: Tx }, rows: readonly Accepted<D>[]): Promise<AuditNote[]>
}
