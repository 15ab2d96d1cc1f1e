import type { Db, Tx } from '#platform/db/database.ts'
import { locale } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'

/** A word of instruction, as the reference list `disposition-instruction` has it. */
export interface Instruction {
  code: string
  name: string
  english: string | null
  order: number
  /** Asks for nothing but to know. */
  noting: boolean
  /** Slugs of the units it is for, with all below them; null for everybody. */
  units: readonly string[] | null
}

/** Words in force on a day, in the order of the form. */
export async function instructionsOn(db: Db | Tx, day: string): Promise<Instruction[]> {
  const list = await referenceList<Partial<Omit<Instruction, 'code'>> & { name: string }>(db, 'disposition-instruction', day)
  return list
    .map(({ code, value: { name, english = null, order = 99, noting = false, units = null } }) => ({ code, name, english, order, noting, units }))
    .toSorted((a, b) => a.order - b.order || a.name.localeCompare(b.name))
}

/** Those a unit may use. */
export const wordsOf = (all: readonly Instruction[], units: UnitTree, unitId: string): Instruction[] =>
  all.filter(one => one.units === null || units.ancestors(unitId).some(({ slug }) => one.units!.includes(slug)))

/** A word as the reader of the page reads it. */
export const said = ({ name, english }: Instruction): string => (locale().language === 'en' ? (english ?? name) : name)

/** Words for codes, also for one that is not in force any more. */
export const saidAll = (codes: readonly string[], all: readonly Instruction[]): string[] =>
  codes.map(code => {
    const known = all.find(one => one.code === code)
    return known ? said(known) : code.replaceAll('-', ' ')
  })
