import { z } from 'zod'
import type { Message } from '#platform/forms/fields.ts'
import { line, optionalLine, paragraphs } from '#platform/forms/inputs.ts'
import { isPrivateHeading } from '#platform/identifiers/private-numbers.ts'
import { slugOf } from '#platform/text/slug.ts'
import { Problem } from '#platform/web/problems.ts'
import { fieldTypes, own, type ComparedField, type Comparison, type FieldType, type Source } from '../contract.ts'
import type { Content, NewSource } from '../store/comparisons.ts'

/** Rows of the form: sources side by side, and columns that are compared. */
export const rows = { sources: 4, fields: 10 } as const

const unit = (message: string) => z.uuid(message)

export const form = z.looseObject({
  title: line(5, 160, 'Isi judul, paling sedikit 5 huruf'),
  about: z.union([z.literal('').transform(() => null), paragraphs(0, 1000, 'Tulis keterangan')]).optional().transform(text => text || null),
  unit: unit('Pilih unit'),
  owner: unit('Pilih unit yang memutuskan'),
  code_label: optionalLine(60),
  name_label: line(2, 60, 'Isi judul kolom nama'),
  place_label: optionalLine(60),
  settle_days: z.coerce.number('Tulis banyaknya hari sebagai angka').int('Tulis banyaknya hari sebagai angka').min(1, 'Paling sedikit {min} hari').max(250, 'Paling banyak {max} hari'),
  version: z.coerce.number().int().optional(),
})

type Input = z.output<typeof form>

const typed = (input: Record<string, unknown>, name: string): string => {
  const value = input[name]
  return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
}

const isType = (text: string): text is FieldType => fieldTypes.some(type => type === text)

/** How far values may lie apart, `1.000` or `2,5`; null for what is none. */
function toleranceOf(text: string): number | null {
  if (text === '') return 0
  const value = /^\d{1,15}(?:\.\d{3})*(?:,\d{1,4})?$/.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : Number.NaN
  return Number.isFinite(value) ? value : null
}

const refusedLabel = 'Nomor penduduk (NIK atau KK) tidak dibandingkan di sini: menyandingkannya dari beberapa sistem membuka data pribadi. Pakai kode lain.'

/** What was typed, or everything that is wrong with it at once. `before`: fields that keep their keys. */
export function contentOf(input: Input, units: ReadonlySet<string>, before: readonly ComparedField[] = []): { content: Content; sources: NewSource[] } {
  const wrong: { name: string; message: Message }[] = []
  const refuse = (name: string, text: string, values?: Message['values']) => void wrong.push({ name, message: { text, values } })
  if (!units.has(input.unit)) refuse('unit', 'Pilih unit')
  for (const name of ['code_label', 'name_label', 'place_label'] as const) if (isPrivateHeading(input[name] ?? '')) refuse(name, refusedLabel)

  const sources: NewSource[] = []
  for (let i = 0; i < rows.sources; i++) {
    const [label, system, unitId] = [typed(input, `s_${i}_label`), typed(input, `s_${i}_system`), typed(input, `s_${i}_unit`)]
    if (label === '' && system === '') continue
    if (label === '' || label.length > 80) refuse(`s_${i}_label`, 'Isi nama sumber, paling banyak {max} huruf', { max: 80 })
    if (system === '' || system.length > 80) refuse(`s_${i}_system`, 'Isi sistem asalnya, paling banyak {max} huruf', { max: 80 })
    if (sources.some(one => one.label.toLowerCase() === label.toLowerCase())) refuse(`s_${i}_label`, 'Nama sumber ini sudah dipakai.')
    sources.push({ label, system, unitId: unitId || input.owner })
  }
  if (sources.length < 2) refuse('s_0_label', 'Isi paling sedikit dua sumber.')

  const fields: ComparedField[] = []
  for (let i = 0; i < rows.fields; i++) {
    const [label, type, tolerance, ownerId] = [typed(input, `f_${i}_label`), typed(input, `f_${i}_type`), toleranceOf(typed(input, `f_${i}_tolerance`)), typed(input, `f_${i}_owner`)]
    if (label === '') continue
    if (label.length > 60) refuse(`f_${i}_label`, 'Paling banyak {max} huruf', { max: 60 })
    if (isPrivateHeading(label)) refuse(`f_${i}_label`, refusedLabel)
    if (tolerance === null) refuse(`f_${i}_tolerance`, 'Tulis selisih sebagai angka seperti 1.000 atau 2,5.')
    const known = before.find(field => field.label.toLowerCase() === label.toLowerCase())
    const key = known?.key ?? slugOf(label).slice(0, 50)
    if (key === '' || fields.some(field => field.key === key) || Object.values<string>(own).includes(key)) refuse(`f_${i}_label`, 'Kolom ini sudah ada; pakai nama lain.')
    fields.push({ key, label, type: isType(type) ? type : 'text', tolerance: tolerance ?? 0, ownerId: units.has(ownerId) ? ownerId : null })
  }
  if (wrong.length > 0) throw Problem.all(wrong)
  return { content: { unitId: input.unit, title: input.title, about: input.about, codeLabel: input.code_label, nameLabel: input.name_label, placeLabel: input.place_label, fields, ownerId: input.owner, settleDays: input.settle_days }, sources }
}

/** A stored comparison as the form shows it. */
export const filled = (comparison: Comparison, sources: readonly Source[]): Record<string, unknown> => ({
  title: comparison.title, about: comparison.about, unit: comparison.unitId, owner: comparison.ownerId, code_label: comparison.codeLabel, name_label: comparison.nameLabel, place_label: comparison.placeLabel, settle_days: comparison.settleDays,
  ...Object.fromEntries(sources.flatMap(({ label, system, unitId }, i) => [[`s_${i}_label`, label], [`s_${i}_system`, system], [`s_${i}_unit`, unitId]])),
  ...Object.fromEntries(comparison.fields.flatMap(({ label, type, tolerance, ownerId }, i) => [[`f_${i}_label`, label], [`f_${i}_type`, type], [`f_${i}_tolerance`, tolerance === 0 ? '' : String(tolerance).replace('.', ',')], [`f_${i}_owner`, ownerId ?? '']])),
})
