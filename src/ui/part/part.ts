import type { VNode } from 'preact'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import type { Value } from '#platform/forms/values.ts'
import { t } from '#platform/i18n/locale.ts'
import type { FileRule } from '#platform/web/page.ts'

/** What a form sent. */
export interface Sent {
  input: Record<string, unknown>
  files: Record<string, StoredFile[]>
  /** Adds something wrong; `name` is the input's. */
  wrong(name: string, text: string, values?: Record<string, string | number>): void
}

/** One part of a form that is put together from parts: how it is asked for, read, stored and told in words. */
export interface Part<V extends Value = Value> {
  /** Indonesian source text. */
  label: string
  empty: V
  /** What was stored, as far as it is of this shape; it may be older than the part, or come from elsewhere. */
  take(stored: unknown): V
  view(props: { name: string; fields: Fields; kept: StoredFile[]; stored: V }): VNode
  /** The stored value as form values by input name. */
  fill(name: string, value: V): Record<string, unknown>
  read(name: string, sent: Sent, stored: V): V
  /** Words of it, Markdown where it is Markdown; empty when there is nothing. */
  text(value: V): string
  files?(value: V): string[]
  /** Given when it takes uploads under its name. */
  rule?: FileRule
  /** Says something about the rest and shows nothing by itself: a heading, a year. */
  beside?: boolean
  /** Belongs to the English, which is folded away until it is wanted. */
  english?: boolean
}

export type Parts = Record<string, Part>

/** Values by the names of the parts they were asked for with. */
export type ValuesOf<P extends Parts> = { [K in keyof P]: P[K] extends Part<infer V> ? V : never }

type Stored = Readonly<Record<string, unknown>> | null | undefined

const each = (parts: Parts, stored: Stored) => Object.entries(parts).map(([name, part]) => ({ name, part, value: part.take(stored?.[name]) }))

/** The values of stored parts, whatever shape they were stored in. */
export const take = <P extends Parts>(parts: P, stored: Stored): ValuesOf<P> =>
  // Each value comes from its own part, which is what the type says.
  Object.fromEntries(each(parts, stored).map(({ name, value }) => [name, value])) as ValuesOf<P>

/** Stored values as the form values they are changed with. */
export const fill = (parts: Parts, stored: Stored): Record<string, unknown> => Object.assign({}, ...each(parts, stored).map(({ name, part, value }) => part.fill(name, value)))

/** The values a form describes; what is wrong is said in `sent`. Only files in `stored` are carried over. */
export const read = (parts: Parts, sent: Sent, stored: Stored): Record<string, Value> => Object.fromEntries(each(parts, stored).map(({ name, part, value }) => [name, part.read(name, sent, value)]))

/** Uploads the parts take, by input name. */
export const rules = (parts: Parts): Record<string, FileRule> => Object.fromEntries(Object.entries(parts).flatMap(([name, { rule }]) => (rule ? [[name, rule]] : [])))

const said = (part: Part, value: Value) => (value === null ? '' : part.text(value))

const sayings = (parts: Parts, stored: Stored) => each(parts, stored).map(({ part, value }) => ({ label: part.label, text: said(part, value) })).filter(({ text }) => text !== '')

/** What the parts say, each under its name: Markdown, for link checks and comparing versions. */
export const words = (parts: Parts, stored: Stored): string => sayings(parts, stored).map(({ label, text }) => `${t(label)}:${/^[^\p{L}\p{N}]|\n/u.test(text) ? '\n\n' : ' '}${text}`).join('\n\n')

/** The same without the names of the parts: for search and summaries. */
export const wordsAlone = (parts: Parts, stored: Stored): string => sayings(parts, stored).map(({ text }) => text).join('\n\n')

/** Ids of pictures and documents, those inside texts included. */
export const files = (parts: Parts, stored: Stored): string[] => [...new Set(each(parts, stored).flatMap(({ part, value }) => part.files?.(value) ?? []))]

/** Whether nothing was written but headings, years and the like. */
export const isBlank = (parts: Parts, stored: Stored): boolean => each(parts, stored).every(({ part, value }) => part.beside || (said(part, value) === '' && (part.files?.(value) ?? []).length === 0))
