import type { Message } from '#platform/forms/fields.ts'
import type { KeptReference, NewReference } from '#platform/reference/keeping.ts'
import { readCsv } from '#platform/text/csv.ts'
import { sameValue } from '../value.ts'
import { versionForm, versionFrom, type VersionInput } from '../version.ts'

/** More rows than this are brought in by parts. */
export const mostRows = 20_000

/** Columns of the file, as the exported one names them, with what else they may be called. */
export const columnNames: Record<keyof VersionInput, string[]> = {
  list: ['daftar', 'list'],
  code: ['kode', 'code'],
  value: ['nilai', 'value'],
  legal_basis: ['dasar hukum', 'legal basis'],
  valid_from: ['berlaku dari', 'valid from'],
  valid_to: ['berlaku sampai', 'valid to'],
}

/** A row that cannot be brought in, with every reason. */
export interface BadRow {
  line: number
  reasons: Message[]
}

/** What a file would do. */
export interface Plan {
  added: NewReference[]
  /** Rows that are there already, word for word. */
  unchanged: number
  bad: BadRow[]
}

interface GoodRow {
  line: number
  version: NewReference
}

const keyOf = ({ list, code, validFrom }: Pick<NewReference, 'list' | 'code' | 'validFrom'>) => `${list}\n${code}\n${validFrom}`

/** Reads a file as far as it can be judged by itself. */
export function readRows(text: string): { rows: GoodRow[]; bad: BadRow[] } {
  const [head, ...lines] = readCsv(text)
  const named = head?.cells.map(cell => cell.trim().toLowerCase().replaceAll('_', ' ')) ?? []
  const places = Object.entries(columnNames).map(([name, names]) => ({ name, names, at: named.findIndex(cell => names.includes(cell)) }))
  const missing = places.filter(({ name, at }) => at < 0 && name !== 'valid_to')
  if (missing.length > 0) return { rows: [], bad: [{ line: 1, reasons: missing.map(({ names }) => ({ text: 'Kolom “{column}” tidak ada di baris judul.', values: { column: names[0]! } })) }] }
  if (lines.length > mostRows) return { rows: [], bad: [{ line: 1, reasons: [{ text: 'Berkas ini berisi lebih dari {max} baris. Bagi menjadi beberapa berkas.', values: { max: mostRows } }] }] }
  const rows: GoodRow[] = []
  const bad: BadRow[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of lines) {
    const parsed = versionForm.safeParse(Object.fromEntries(places.map(({ name, at }) => [name, cells[at] ?? ''])))
    if (!parsed.success) {
      bad.push({ line, reasons: parsed.error.issues.map(issue => ({ text: issue.message, values: 'maximum' in issue ? { max: Number(issue.maximum) } : undefined })) })
      continue
    }
    const read = versionFrom(parsed.data)
    if ('message' in read) bad.push({ line, reasons: [read.message] })
    else {
      const key = keyOf(read.version)
      const before = seen.get(key)
      if (before !== undefined) bad.push({ line, reasons: [{ text: 'Daftar, kode, dan hari mulai yang sama sudah ada di baris {line}.', values: { line: before } }] })
      else rows.push({ line, version: read.version })
      seen.set(key, before ?? line)
    }
  }
  return { rows, bad }
}

/** What the file would do to what is stored: nothing is ever overwritten, and the same file twice adds nothing. */
export function planOf({ rows, bad }: ReturnType<typeof readRows>, stored: readonly KeptReference[]): Plan {
  const known = new Map(stored.map(version => [keyOf(version), version]))
  const plan: Plan = { added: [], unchanged: 0, bad: [...bad] }
  for (const { line, version } of rows) {
    const before = known.get(keyOf(version))
    if (!before) plan.added.push(version)
    else if (sameValue(before.value, version.value) && before.legalBasis === version.legalBasis && before.validTo === version.validTo) plan.unchanged++
    else plan.bad.push({ line, reasons: [{ text: 'Sejak hari itu sudah ada nilai lain untuk kode ini. Nilai yang berlaku tidak ditimpa: pakai hari mulai yang lain.' }] })
  }
  plan.bad.sort((a, b) => a.line - b.line)
  return plan
}
