import type { Db, Tx } from '#platform/db/database.ts'
import { locale } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { templatesOf } from './store.ts'

/** A part of an order or a decree, printed behind its label. */
export interface KindPart {
  code: string
  label: string
  english?: string
  hint?: string
  /** In the middle before it: `MEMUTUSKAN:`. */
  lead?: string
  /** Printed as it stands, and not asked for. */
  fixed?: string
  /** Items of its list become KESATU, KEDUA …; or are numbered a., b., c. */
  ordinals?: boolean
  letters?: boolean
  optional?: boolean
}

/** How a kind is made up. */
export interface Kind {
  code: string
  name: string
  english: string
  group: string
  form: 'letter' | 'titled' | 'memo' | 'order' | 'decree'
  paper: 'a4' | 'f4'
  title: string
  /** Whether it is for somebody by name. */
  addressed: boolean
  /** Whether TENTANG and the subject stand below the title. */
  about: boolean
  /** Invites to a meeting as a rule. */
  meeting: boolean
  dated: 'ditetapkan' | 'dikeluarkan' | null
  classification: string | null
  /** Sends people: to work at another place, or on a journey. */
  assigns: 'duty' | 'trip' | null
  parts: KindPart[]
  order: number
}

const plain = { form: 'titled', paper: 'a4', title: '', addressed: false, about: false, meeting: false, dated: null, classification: null, assigns: null, parts: [], order: 999 } as const

const kindOf = (code: string, value: Partial<Kind> & { name: string }): Kind => ({ ...plain, english: value.name, group: 'khusus', ...value, parts: value.parts ?? [], code })

/** Kinds of letters on a day, in the order of menus. */
export const kindsOn = async (db: Db | Tx, day: string): Promise<Kind[]> =>
  (await referenceList<Partial<Kind> & { name: string }>(db, 'letter-kind', day)).map(({ code, value }) => kindOf(code, value)).toSorted((a, b) => a.order - b.order || a.code.localeCompare(b.code))

/** One kind as it is on a day; a code that is not in the list any more is a titled paper. */
export const kindOn = async (db: Db | Tx, code: string, day: string): Promise<Kind> => (await kindsOn(db, day)).find(kind => kind.code === code) ?? kindOf(code, { name: code })

/** Parts of a kind somebody writes. */
export const written = ({ parts }: Pick<Kind, 'parts'>): KindPart[] => parts.filter(({ fixed }) => fixed === undefined)

/** The name of something out of a list, in the reader's language. */
export const named = ({ name, english }: { name: string; english?: string }): string => (locale().language === 'en' ? (english ?? name) : name)

/** Headings of the list of kinds; Indonesian source texts. */
export const groupWords: Record<string, string> = {
  'korespondensi-eksternal': 'Korespondensi eksternal',
  'korespondensi-internal': 'Korespondensi internal',
  'arahan-pengaturan': 'Arahan: pengaturan',
  'arahan-penetapan': 'Arahan: penetapan',
  'arahan-penugasan': 'Arahan: penugasan',
  khusus: 'Naskah khusus',
}

/** What a letter begins with. */
export interface Beginning {
  /** Code of the country's list, or the id of a unit's own. */
  id: string
  kind: string
  name: string
  subject: string
  body: string
  parts: Record<string, string>
  /** The unit it belongs to; null for the country's. */
  unitId: string | null
}

/** Beginnings for a unit: its own and those of the units above it, then the country's; of one kind, or all. */
export async function beginningsOf(db: Db | Tx, day: string, unitIds: readonly string[], kind?: string): Promise<Beginning[]> {
  const own = await templatesOf(db, unitIds, kind)
  const national = await referenceList<Partial<Beginning> & { kind: string; name: string }>(db, 'letter-template', day)
  return [
    ...own.map(({ version: _, ...template }) => template),
    ...national.filter(({ value }) => !kind || value.kind === kind).map(({ code, value }) => ({ subject: '', body: '', parts: {}, ...value, id: code, unitId: null })),
  ]
}
