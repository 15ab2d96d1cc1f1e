import type { StoredFile } from '#platform/files/files.ts'
import { t, withLocale, type Locale } from '#platform/i18n/locale.ts'
import type { FileRule } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Block, Value } from '../contract.ts'
import type { BlockSpec, Part, Sent } from './block.ts'
import { specOf } from './kinds.ts'

/** Uploads a kind of block takes, by input name. */
export const rulesOf = ({ parts }: BlockSpec): Record<string, FileRule> =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, { rule }]) => (rule ? [[name, rule]] : [])))

/** Parts of a stored block with their values; none of a kind nobody knows. */
function valuesIn({ kind, values }: Block): { name: string; part: Part; value: Value }[] {
  return Object.entries(specOf(kind)?.parts ?? {}).map(([name, part]) => ({ name, part, value: part.take(values?.[name]) }))
}

/** A stored block as the values its form starts with. */
export const fillBlock = (block: Block): Record<string, unknown> => Object.assign({}, ...valuesIn(block).map(({ name, part, value }) => part.fill(name, value)))

/**
 * The values a form describes: what was typed, what was stored and not removed, and what was uploaded.
 * @param stored the block the form started from; only its files may be carried over
 * @param locale of the reader, so that messages name the inputs in their language; Indonesian when left out
 * @throws Problem with everything that is wrong, each at its input
 */
export function readBlock(spec: BlockSpec, input: Record<string, unknown>, files: Record<string, StoredFile[]>, stored: Block | null, locale?: Locale): Block['values'] {
  const problems: Problem['problems'] = []
  const wrong: Sent['wrong'] = (name, text, values) => void problems.push({ name, message: { text, values } })
  const read = () => {
    const values: Block['values'] = {}
    for (const [name, part] of Object.entries(spec.parts)) values[name] = part.read(name, { input, files, wrong }, part.take(stored?.values?.[name]))
    if (problems.length === 0) spec.check(values, wrong)
    return values
  }
  const values = locale ? withLocale(locale, read) : read()
  if (problems.length > 0) throw Problem.all(problems)
  return values
}

/** What the parts of a block say, under their labels; empty ones are left out. */
const saidBy = (block: Block): { label: string; said: string }[] =>
  valuesIn(block).flatMap(({ part, value }) => {
    const said = value === null ? '' : part.text(value)
    return said === '' ? [] : [{ label: part.label, said }]
  })

/** What a block says, each part under its name: Markdown, for link checks and comparing versions. */
export const wordsOf = (block: Block): string =>
  saidBy(block).map(({ label, said }) => (said.includes('\n') ? `${t(label)}:\n\n${said}` : `${t(label)}: ${said}`)).join('\n\n')

/** What a block says and nothing else: Markdown, for the search and excerpts. */
export const sayingsOf = (block: Block): string => saidBy(block).map(({ said }) => said).join('\n\n')

/** Ids of the pictures and documents of a block, those inside its text included. */
export const filesOf = (block: Block): string[] => [...new Set(valuesIn(block).flatMap(({ part, value }) => part.files?.(value) ?? []))]

/** Whether a block has nothing to show; one that fills itself always has. */
export function isEmpty(block: Block): boolean {
  return !specOf(block.kind)?.filled && valuesIn(block).every(({ part, value }) => part.beside || (value === null || part.text(value) === '') && (part.files?.(value) ?? []).length === 0)
}
