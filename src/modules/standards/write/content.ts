import { z } from 'zod'
import type { Message } from '#platform/forms/fields.ts'
import { line, optionalLine, paragraphs, several } from '#platform/forms/inputs.ts'
import type { Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import type { CodeItem, CodeListHead } from '#modules/code-lists/contract.ts'
import type { Content, Standard } from '../concept.ts'
import type { Classification } from '../contract.ts'
import { namingProblems } from '../naming.ts'
import { definedIn, namesake, oneAtATime } from '../store.ts'

/** The form of a standard. */
export const form = z.object({
  name: line(3, 120, 'Tulis nama datanya, misalnya Jumlah Penduduk'),
  concept: line(3, 120, 'Tulis konsepnya, misalnya Penduduk'),
  definition: paragraphs(20, 2000, 'Tulis definisinya dalam satu kalimat utuh, paling sedikit 20 huruf'),
  classifications: several(z.string().max(60)),
  others: optionalLine(200),
  measure: line(3, 60, 'Pilih atau tulis ukurannya, misalnya Jumlah'),
  unit: line(1, 60, 'Pilih atau tulis satuannya, misalnya Orang'),
  reference: line(5, 300, 'Tulis dari mana definisinya, misalnya nama peraturan dan pasalnya'),
  url: optionalLine(300),
  theme: z.string('Pilih tema').min(1, 'Pilih tema').max(60),
  reason: optionalLine(500),
  as: z.uuid('Pilih unit').optional(),
  version: z.coerce.number().int().optional(),
})

export type Input = z.output<typeof form>

/** What the form chooses from. */
export interface Choices {
  themes: CodeItem[]
  measures: CodeItem[]
  units: CodeItem[]
  lists: CodeListHead[]
}

/** Lists that classify data; those this module reads for itself do not. */
const own = new Set(['tema-data', 'ukuran', 'satuan'])
export const classifying = (lists: readonly CodeListHead[]): CodeListHead[] => lists.filter(({ code }) => !own.has(code))

/** What was typed as a standard, or everything that is wrong with it at once. `standard` is the one that is changed or gets a newer version. */
export async function contentOf(tx: Tx, input: Input, { themes, measures, lists }: Choices, standard: Pick<Standard, 'slug' | 'version'> | null, newer: boolean): Promise<Content> {
  const wrong: { name: string; message: Message }[] = []
  const refuse = (name: string, text: string, values?: Message['values']) => void wrong.push({ name, message: { text, values } })
  const slug = standard?.slug ?? null
  await oneAtATime(tx)
  for (const message of namingProblems(input.name)) wrong.push({ name: 'name', message })
  const same = await namesake(tx, input.name, slug)
  if (same) refuse('name', 'Nama ini sudah dipakai standar data lain. Usulkan versi baru dari standar itu, atau pakai nama yang berbeda.')
  for (const message of namingProblems(input.concept, measures.map(({ label }) => label))) wrong.push({ name: 'concept', message })
  const defined = newer ? null : await definedIn(tx, input.concept, slug)
  if (defined && plain(defined.definition) !== plain(input.definition))
    refuse('definition', 'Konsep “{concept}” sudah didefinisikan di “{name}”: {definition} Pakai definisi yang sama, atau beri konsep ini nama lain.', { concept: defined.concept, name: defined.name, definition: defined.definition })
  const classifications = classificationsOf(input, lists)
  if (!classifications) refuse('classifications', 'Pilih dari daftar')
  if (!themes.some(({ code }) => code === input.theme)) refuse('theme', 'Pilih tema')
  if (input.url && !isWebAddress(input.url)) refuse('url', 'Tulis alamat web utuh, diawali https://.')
  if (newer && !input.reason) refuse('reason', 'Tulis mengapa perlu versi baru; pemakai datanya membaca ini.')
  if (wrong.length > 0 || !classifications) throw Problem.all(wrong)
  const { name, concept, definition, measure, unit, reference, theme } = input
  return { name, concept, definition, classifications, measure, unit, reference, referenceUrl: input.url, theme, reason: newer ? input.reason : null }
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]+\.[^\s/]+/.test(text) && URL.canParse(text)

function classificationsOf({ classifications, others }: Input, lists: readonly CodeListHead[]): Classification[] | null {
  const chosen = classifications.map(code => lists.find(list => list.code === code))
  if (chosen.includes(undefined)) return null
  return [...chosen.flatMap(list => (list ? [{ label: list.title, list: list.code }] : [])), ...(others ?? '').split(/[,;]/).map(text => text.trim()).filter(Boolean).map(label => ({ label, list: null }))]
}

/** A stored standard as the form shows it. */
export const filled = (standard: Standard): Record<string, unknown> => ({
  name: standard.name, concept: standard.concept, definition: standard.definition, measure: standard.measure, unit: standard.unit, reference: standard.reference, url: standard.referenceUrl, theme: standard.theme,
  reason: standard.reason, classifications: standard.classifications.flatMap(({ list }) => list ?? []), others: standard.classifications.filter(({ list }) => list === null).map(({ label }) => label).join(', '),
})
