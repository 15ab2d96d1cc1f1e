import type { Db, Tx } from '#platform/db/database.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import type { EmployeeKind } from '#modules/personnel/contract.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'

/** A golongan with its rank: `III/a`, Penata Muda. */
interface Grade {
  code: string
  kind: EmployeeKind
  name: string | null
  order: number
}

/** What a kind of decree is written as. */
export interface Template {
  /** Code of the reference list `letter-kind`. */
  kind: string
  classification: string
  secrecy: 'B' | 'T' | 'R' | 'SR'
  subject: string
  body?: string
  parts?: Record<string, string>
}

/** Who signs a kind of decree, and in whose name: `regional-head`, `regional-secretary`, `personnel-head`, or the title of a position. */
export interface SignerRule {
  signer: string
  behalf?: string
}

/** All that decrees are made of, as it is on a day. */
export interface Lists {
  /** From low to high. */
  grades: readonly Grade[]
  /** Rupiah by whole years of service, by grade. */
  salaries: ReadonlyMap<string, Readonly<Record<string, number>>>
  /** Months from one periodic increase to the next. */
  increaseAfter: number
  /** Months an extension of a contract takes at least. */
  shortest: ReadonlyMap<string, number>
  templates: ReadonlyMap<string, Template>
  signers: ReadonlyMap<string, SignerRule>
}

const byCode = async <T>(db: Db | Tx, list: string, day: string): Promise<Map<string, T>> => new Map((await referenceList<T>(db, list, day)).map(({ code, value }) => [code, value]))

export async function listsOn(db: Db | Tx, day: string): Promise<Lists> {
  const grades = await referenceList<Omit<Grade, 'code'>>(db, 'grade', day)
  return {
    grades: grades.map(({ code, value }) => ({ ...value, code })).toSorted((a, b) => a.order - b.order),
    salaries: await byCode(db, 'base-salary', day),
    increaseAfter: (await reference(db, 'service-term', 'salary-increase', day, { months: 24 })).months,
    shortest: await byCode(db, 'contract-term', day),
    templates: await byCode(db, 'decree-letter', day),
    signers: await byCode(db, 'decree-signer', day),
  }
}

/** `Penata Muda, III/a`; grades on contract have no name. */
export function rankName(code: string | null, { grades }: Pick<Lists, 'grades'>): string {
  const name = grades.find(grade => grade.code === code)?.name
  return code === null ? '–' : name ? `${name}, ${code}` : code
}

/** The wording for somebody: that of their kind of staff before the general one. */
export const templateFor = ({ templates }: Pick<Lists, 'templates'>, kind: DecreedKind, staff: EmployeeKind): Template | undefined => templates.get(`${kind}.${staff}`) ?? templates.get(kind)

/** Grades of one kind of staff to choose from. */
export const gradesOf = ({ grades }: Pick<Lists, 'grades'>, staff: EmployeeKind) => grades.filter(({ kind }) => kind === staff).map(({ code, name }) => ({ value: code, label: name ? `${code}, ${name}` : code }))
