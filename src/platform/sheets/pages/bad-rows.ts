import { t } from '../../i18n/locale.ts'
import { resource, type Context, type Resource } from '../../web/page.ts'
import { NotFound } from '../../web/problems.ts'
import type { SheetImportSpec } from '../declaring.ts'
import { asCsv, asSheet } from '../downloads.ts'
import { headingsOf, letterOf } from '../heading.ts'
import { badRows, runFor } from '../store.ts'

/** Bad rows as they stand in the file, after their number and what is wrong with them. */
async function tableOf<D>(spec: SheetImportSpec<D>, { db, who, params }: Context, limit: number): Promise<{ name: string; rows: string[][] }> {
  const run = await runFor(db, spec.code, who.reach(spec.may), params.run!)
  if (!run) throw new NotFound()
  const sheet = run.reading.sheets[run.choices.sheet]
  const columns = (sheet && headingsOf(sheet.top, spec.fields, run.choices.heading ?? undefined)?.columns) ?? []
  const rows = await badRows(db, run.id, 0, limit)
  const width = Math.max(0, ...columns.map(({ at }) => at + 1), ...rows.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => columns.find(column => column.at === at)?.heading || letterOf(at))
  const labels = new Map(spec.fields.map(({ name, label }) => [name, t(label)]))
  const reason = (field: string, said: string) => (labels.has(field) ? `${labels.get(field)}: ${said}` : said)
  return {
    name: `${run.fileName.replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '-')}-salah`,
    rows: [
      [t('Nomor baris'), t('Sebab'), ...headings],
      ...rows.map(({ line, cells, reasons }) => [String(line), reasons.map(({ field, text, values }) => reason(field, t(text, values))).join('; '), ...Array.from({ length: width }, (_, at) => cells[at] ?? '')]),
    ],
  }
}

/** Bad rows for a spreadsheet program, to be put right and sent again. */
export const badRowsCsv = <D,>(spec: SheetImportSpec<D>): Resource =>
  resource({
    path: `${spec.address}/:run/salah.csv`,
    may: spec.may,
    async load(context) {
      const { name, rows } = await tableOf(spec, context as Context, 1_000_000)
      return asCsv(name, rows)
    },
  })

/** The same as a workbook, whose numbers keep all their digits. */
export const badRowsSheet = <D,>(spec: SheetImportSpec<D>): Resource =>
  resource({
    path: `${spec.address}/:run/salah.xlsx`,
    may: spec.may,
    async load(context) {
      const { name, rows } = await tableOf(spec, context as Context, 2000)
      return asSheet(name, rows, [], t(spec.title))
    },
  })
