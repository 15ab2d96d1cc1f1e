import type { StoredFile } from '#platform/files/files.ts'
import { withLocale, type Locale } from '#platform/i18n/locale.ts'
import type { FileRule } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { files, fill, isBlank, read, rules, words, wordsAlone, type Parts, type Sent } from '#ui/part/part.ts'
import type { Block } from '../contract.ts'
import type { BlockSpec } from './block.ts'
import { specOf } from './kinds.ts'

/** Parts of a kind; none of one nobody knows. */
const partsOf = ({ kind }: Block): Parts => specOf(kind)?.parts ?? {}

/** Uploads a kind of block takes, by input name. */
export const rulesOf = ({ parts }: BlockSpec): Record<string, FileRule> => rules(parts)

/** A stored block as the values its form starts with. */
export const fillBlock = (block: Block): Record<string, unknown> => fill(partsOf(block), block.values)

/**
 * The values a form describes: what was typed, what was stored and not removed, and what was uploaded.
 * @param stored the block the form started from; only its files may be carried over
 * @param locale of the reader, so that messages name the inputs in their language; Indonesian when left out
 * @throws Problem with everything that is wrong, each at its input
 */
export function readBlock(spec: BlockSpec, input: Record<string, unknown>, files: Record<string, StoredFile[]>, stored: Block | null, locale?: Locale): Block['values'] {
  const problems: Problem['problems'] = []
  const wrong: Sent['wrong'] = (name, text, values) => void problems.push({ name, message: { text, values } })
  const described = () => read(spec.parts, { input, files, wrong }, stored?.values)
  const values = locale ? withLocale(locale, described) : described()
  if (problems.length === 0) spec.check(values, wrong)
  if (problems.length > 0) throw Problem.all(problems)
  return values
}

/** What a block says, each part under its name: Markdown, for link checks and comparing versions. */
export const wordsOf = (block: Block): string => words(partsOf(block), block.values)

/** The same without the names of its parts: for search and summaries. */
export const sayingsOf = (block: Block): string => wordsAlone(partsOf(block), block.values)

/** Ids of the pictures and documents of a block, those inside its text included. */
export const filesOf = (block: Block): string[] => files(partsOf(block), block.values)

/** Whether a block has nothing to show; one that fills itself always has. */
export const isEmpty = (block: Block): boolean => !specOf(block.kind)?.filled && isBlank(partsOf(block), block.values)
