import type { Column, ColumnType } from '#platform/columnar/table.ts'
import type { Message } from '#platform/forms/fields.ts'
import { simplified } from '#platform/sheets/readers.ts'
import type { Concept } from '#modules/standards/contract.ts'
import type { Declared } from '../intake.ts'

/** Columns on one page of the form: browsers and people bear no more. */
export const perPage = 40

export const types: readonly ColumnType[] = ['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean', 'region', 'geometry']

/** Name of the input of a column. */
export const inputOf = (column: Pick<Declared, 'from'>, part: string): string => `${column.from}-${part}`

/** What can be chosen by name. */
export interface Registries {
  /** By simplified name. */
  concepts: ReadonlyMap<string, Concept>
  conceptNames: ReadonlyMap<string, string>
  lists: ReadonlySet<string>
}

export const registriesOf = (concepts: readonly Concept[], lists: readonly { code: string }[]): Registries => ({
  concepts: new Map(concepts.map(one => [simplified(one.name), one])),
  conceptNames: new Map(concepts.map(one => [one.id, one.name])),
  lists: new Set(lists.map(({ code }) => code)),
})

/** A declaration as the values of the form. */
export function fillOf(declared: readonly Declared[], { conceptNames }: Registries): Record<string, string> {
  const values: Record<string, string> = {}
  for (const one of declared) {
    const parts: Record<string, string | number | false | null | undefined> = {
      out: one.out && 'on', title: one.title, type: one.type, unit: one.unit, about: one.description, key: one.key && 'on', required: one.required && 'on', min: one.min, max: one.max,
      list: one.codeList, concept: one.conceptId && conceptNames.get(one.conceptId), numbers: one.reading?.numbers, days: one.reading?.days,
    }
    for (const [part, value] of Object.entries(parts)) if (value !== undefined && value !== null && value !== false) values[inputOf(one, part)] = String(value)
  }
  return values
}

type Wrong = { name: string; message: Message }[]

/** What the form says of the columns it showed; what is wrong is added to `wrong`. */
export function readDeclared(input: Readonly<Record<string, unknown>>, shown: readonly Declared[], registries: Registries, wrong: Wrong): Declared[] {
  return shown.map(one => readOne(input, one, registries, wrong))
}

function readOne(input: Readonly<Record<string, unknown>>, before: Declared, { concepts, lists }: Registries, wrong: Wrong): Declared {
  const text = (part: string, most = 200) => {
    const value = input[inputOf(before, part)]
    return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most) : ''
  }
  const say = (part: string, sentence: string, values?: Message['values']) => wrong.push({ name: inputOf(before, part), message: { text: sentence, values } })
  const { from, name, codes, reading } = before
  if (text('out') !== '') return { ...before, out: true }
  const title = text('title')
  if (title === '') say('title', 'Tulis judul kolom {column}, atau centang “Tidak diikutkan”', { column: before.title })
  const type = types.find(one => one === text('type')) ?? before.type
  const numbers = (['plain', 'indonesian', 'english'] as const).find(one => one === text('numbers')) ?? reading?.numbers ?? 'plain'
  const days = text('days') === 'month' ? 'month' : 'day'
  const concept = text('concept') === '' ? undefined : concepts.get(simplified(text('concept')))
  if (text('concept') !== '' && !concept) say('concept', 'Standar “{name}” tidak ada dalam daftar. Pilih dari saran, atau kosongkan.', { name: text('concept', 60) })
  const list = text('list')
  if (list !== '' && !lists.has(list)) say('list', 'Pilih daftar kode dari pilihan')
  const min = bound(type, text('min'))
  const max = bound(type, text('max'))
  for (const [part, value] of [['min', min], ['max', max]] as const) if (value === null) say(part, type === 'date' || type === 'timestamp' ? 'Batas {column}: tulis tanggal seperti 2026-11-21' : 'Batas {column}: tulis angka saja, dan hanya untuk kolom angka atau tanggal', { column: title || before.title })
  if (min !== null && max !== null && min !== undefined && max !== undefined && min > max) say('max', 'Batas terbesar {column} lebih kecil dari batas terkecilnya', { column: title || before.title })
  return tidy({ name, title, type, from, codes, reading: { numbers, days }, description: text('about', 500) || undefined, unit: text('unit', 60) || undefined, key: text('key') !== '' || undefined, required: text('required') !== '' || undefined, min: min ?? undefined, max: max ?? undefined, codeList: list || undefined, conceptId: concept?.id })
}

/** A bound as the type of the column wants it; undefined when there is none, null when it is none. */
function bound(type: ColumnType, text: string): Column['min'] | null {
  if (text === '') return undefined
  if (type === 'date' || type === 'timestamp') return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
  if (type !== 'integer' && type !== 'decimal') return null
  const digits = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}

/** Leaves out what nothing was said of. */
function tidy(declared: Declared): Declared {
  const said = { ...declared }
  for (const key of Object.keys(said) as (keyof Declared)[]) if (said[key] === undefined) delete said[key]
  return said
}
