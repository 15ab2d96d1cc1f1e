import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { Career } from '#modules/personnel/contract.ts'

/** What ends with a decree: KGB, promotion, retirement, the end of a contract. */
export type DecreedKind = 'salary-increase' | 'promotion' | 'retirement' | 'contract'

/** What comes due for somebody in service; licences are renewed by whoever gives them. */
export type DueKind = DecreedKind | 'license'

/** What falls due by the rules of service. */
export interface Dues {
  /** By the keys given: the day it falls due by the rules of `day`; those it does not concern are left out. */
  of(db: Db | Tx, kind: DueKind, careers: ReadonlyMap<string, Career>, day: string): Promise<Map<string, string>>
}

/** What is being done about one line of a due list. */
export interface Preparation {
  /** How far it has come; `label` is Indonesian source text, `href` where more of it stands. */
  state: { label: string; tone: 'info' | 'good' | 'warn' | 'bad'; href: string } | null
  /** Whether this person may prepare it now. */
  open: boolean
}

/** What due lists lead to; who writes the decrees offers it. */
export interface Preparations {
  /** By employee id; lines nothing can be done about are left out. */
  of(context: Pick<Context, 'db' | 'who' | 'ask'>, kind: DecreedKind, lines: readonly { id: string; on: string }[]): Promise<Map<string, Preparation>>
  /** Where one or several are prepared; in the query `daftar` names the kind and `pegawai` each of the people. */
  readonly path: string
}

export const dues = port<Dues>('workforce.dues')
export const preparations = port<Preparations>('workforce.preparations')
