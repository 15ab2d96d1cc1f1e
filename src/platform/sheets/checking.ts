import { setImmediate as rest } from 'node:timers/promises'
import { cellText, type SheetLine } from './cell.ts'
import type { Accepted, SheetImportSpec, SheetRow, Verdict, Work } from './declaring.ts'
import { headingKey, headingsOf, topOf } from './heading.ts'
import { simplified } from './readers.ts'
import type { BadRow, Choices, Counts, Doubt, Reason, SampleRow } from './sheet-run.ts'
import type { SheetBody } from './worksheet.ts'

/** A row with everything that is wrong with it so far. */
export interface ReadRow extends SheetRow {
  values: Record<string, string>
  reasons: Reason[]
  cells: SheetLine['cells']
}

/** Rows compared with what is stored in one go. */
const batch = 500
/** Good rows shown in a preview, and cells of a bad row that are kept. */
const kept = { sample: 10, cells: 120, text: 300 }

/** Everything that can be said of the rows before they are compared with what is stored. */
export async function readRows<D>(spec: SheetImportSpec<D>, { lines, merges }: SheetBody, choices: Choices): Promise<ReadRow[]> {
  const top = topOf(lines, merges)
  const headings = headingsOf(top, spec.fields, choices.heading ?? undefined)
  if (!headings) return []
  const mapped = spec.fields.filter(field => choices.columns[field.name] !== undefined).map(field => ({ field, at: choices.columns[field.name]! }))
  const named = mapped.map(({ at }) => headingKey(headings.columns.find(column => column.at === at)?.heading ?? ''))
  const rows: ReadRow[] = []
  for (const { line, cells } of lines) {
    if (line < headings.from) continue
    if (rows.length % 1000 === 999) await rest()
    // Lists made for paper repeat their headings on every page.
    const empty = mapped.every(({ at }) => !cells[at])
    if (empty || mapped.every(({ at }, i) => headingKey(cellText(cells[at])) === named[i])) continue
    const row: ReadRow = { line, values: {}, reasons: [], cells }
    for (const { field, at } of mapped) {
      const cell = cells[at]
      const reading = cell ? field.read(cell) : { value: '' }
      if ('wrong' in reading) row.reasons.push({ field: field.name, text: reading.wrong, values: reading.values })
      else if (field.required && reading.value === '') row.reasons.push({ field: field.name, text: 'Kolom ini harus diisi.' })
      else row.values[field.name] = reading.value
    }
    rows.push(row)
  }
  refuseDoubles(spec, rows)
  return rows
}

function refuseDoubles<D>({ unique, keysOf }: SheetImportSpec<D>, rows: readonly ReadRow[]): void {
  const seen = new Map<string, number>()
  for (const { line, values, reasons } of rows) {
    const keys = [...unique.map(name => [name, values[name]] as const), ...Object.entries(keysOf?.(values) ?? {})]
    for (const [field, value] of keys) {
      if (!value) continue
      const key = `${field}\n${value}`
      const before = seen.get(key)
      if (before === undefined) seen.set(key, line)
      else reasons.push({ field, text: 'Sudah ada di baris {line} berkas ini.', values: { line: before } })
    }
  }
}

/** Puts what texts stand for in their place; answers the texts nobody knows. */
export async function matchRows<D>(spec: SheetImportSpec<D>, work: Work, rows: readonly ReadRow[], { matches }: Choices): Promise<Doubt[]> {
  const doubts: Doubt[] = []
  for (const { name, match } of spec.fields) {
    if (!match) continue
    const texts = Map.groupBy(rows.filter(row => row.values[name]), row => row.values[name]!)
    const found = await match(work, [...texts.keys()])
    for (const [text, those] of texts) {
      const exact = found.get(text)
      const value = exact && 'value' in exact ? exact.value : matches[name]?.[simplified(text)]
      if (value) {
        for (const row of those) row.values[name] = value
        continue
      }
      const { suggestions, likely: sure } = exact && 'suggestions' in exact ? exact : { suggestions: [], likely: false }
      const likely = sure ? suggestions[0] : undefined
      const reason: Reason = likely
        ? { field: name, text: '“{text}” tidak dikenal. Mungkin maksudnya “{likely}”; padankan di atas, atau perbaiki berkasnya.', values: { text, likely: likely.label } }
        : { field: name, text: '“{text}” tidak dikenal. Padankan di atas, atau perbaiki berkasnya.', values: { text } }
      for (const row of those) {
        row.reasons.push(reason)
        delete row.values[name]
      }
      doubts.push({ field: name, text, rows: those.length, suggestions, likely: sure })
    }
  }
  return doubts.toSorted((a, b) => b.rows - a.rows)
}

/** Rows in batches with their verdicts; rows that could not even be read come as wrong. */
export async function* judged<D>(spec: SheetImportSpec<D>, work: Work, rows: readonly ReadRow[]): AsyncGenerator<{ row: ReadRow; verdict: Verdict<D> }[]> {
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch)
    const sound = some.filter(row => row.reasons.length === 0)
    const verdicts = sound.length > 0 ? await spec.check(work, sound) : []
    if (verdicts.length !== sound.length) throw new Error(`${spec.code} answered ${verdicts.length} verdicts for ${sound.length} rows`)
    const bySound = new Map(sound.map((row, i) => [row, verdicts[i]!]))
    yield some.map(row => ({ row, verdict: bySound.get(row) ?? { is: 'wrong', reasons: row.reasons } }))
  }
}

/** What a look at all rows found. */
export interface Findings {
  counts: Counts
  bad: BadRow[]
  doubts: Doubt[]
  sample: SampleRow[]
}

/** Looks at all rows without changing anything. */
export async function examine<D>(spec: SheetImportSpec<D>, work: Work, body: SheetBody, choices: Choices, progress: (done: number, of: number) => Promise<void>): Promise<Findings> {
  const rows = await readRows(spec, body, choices)
  const doubts = await matchRows(spec, work, rows, choices)
  const findings: Findings = { counts: { new: 0, changed: 0, unchanged: 0, wrong: 0 }, bad: [], doubts, sample: [] }
  let done = 0
  for await (const some of judged(spec, work, rows)) {
    for (const { row, verdict } of some) {
      findings.counts[verdict.is]++
      if (verdict.is === 'wrong') findings.bad.push(badRow(row, verdict.reasons))
      else if (verdict.is !== 'unchanged' && findings.sample.length < kept.sample) findings.sample.push({ line: row.line, is: verdict.is, title: spec.titleOf(row.values), changes: verdict.changes })
    }
    await progress((done += some.length), rows.length)
  }
  return findings
}

function badRow({ line, cells }: ReadRow, reasons: Reason[]): BadRow {
  return { line, cells: Array.from({ length: Math.min(cells.length, kept.cells) }, (_, at) => cellText(cells[at]).slice(0, kept.text)), reasons }
}

/** Rows to bring in, of one batch; `null` when one of them is wrong that was not when the preview was made. */
export function accepted<D>(some: readonly { row: ReadRow; verdict: Verdict<D> }[], known: ReadonlySet<number>): { rows: Accepted<D>[]; unchanged: number } | null {
  const rows: Accepted<D>[] = []
  let unchanged = 0
  for (const { row, verdict } of some) {
    if (verdict.is === 'unchanged') unchanged++
    else if (verdict.is !== 'wrong') rows.push({ line: row.line, values: row.values, is: verdict.is, data: verdict.data })
    else if (!known.has(row.line)) return null
  }
  return { rows, unchanged }
}
