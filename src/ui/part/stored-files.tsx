import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { CheckField } from '../choice/choice.tsx'
import type { Sent } from './part.ts'

/** Whether a stored value can be the id of a file: it becomes part of addresses. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
/** Whether it can be a number of bytes or pixels. */
export const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0
/** A file just received, as its input shows it. */
export const keptFile = (file: StoredFile) => ({ id: file.id, name: file.name, size: file.bytes })

/** Entries of a stored list that are what they should be. */
export const listed = <T,>(stored: unknown, one: (entry: Record<string, unknown>) => T | null): T[] =>
  Array.isArray(stored) ? stored.flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? (one(entry as Record<string, unknown>) ?? []) : [])) : []

/** Ids of the stored files that were ticked to go. */
export const removed = ({ input }: Sent, name: string): unknown[] => [input[`${name}_remove`]].flat()

/** Lets go of a stored file with a tick. */
export const Remove = ({ name, id, label, fields }: { name: string; id: string; label: string; fields: Fields }) => (
  // Each tick has an id of its own; the form sends them all under one name.
  <CheckField field={{ name: `${name}_remove`, value: '', values: fields(`${name}_remove`).values, error: null }} id={`f-${name}-remove-${id}`} value={id} label={label} />
)
