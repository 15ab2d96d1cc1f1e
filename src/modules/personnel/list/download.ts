import { appendAudit } from '#platform/audit/audit.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { writeSheet } from '#platform/sheets/writing.ts'
import { writeCsv } from '#platform/text/csv.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { educationWords, kindWords } from '../contract.ts'
import { fullName } from '../employee.ts'
import { statusWords, wordOf } from '../parts/words.ts'
import { filterOf, listQuery, type ListQuery } from './filters.ts'
import { listEmployees, type Listed } from './list-store.ts'

/** Rows a spreadsheet holds at most: it is made in memory at once. */
const mostInSheet = 20_000
/** Rows a CSV file holds at most. */
const mostInText = 200_000
const batch = 5000

/** Cells that a spreadsheet would take for a formula are kept as text. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** The list under the same filters and the same reach; what is downloaded is an audited act. */
async function rowsOf(context: Context<ListQuery>, most: number): Promise<string[][]> {
  const { db, who, query, ask, government, hands, language, now, request } = context
  const units = await ask(unitDirectory).of(government.id)
  const filter = filterOf(query, { units, who, secret: hands.secret })
  const found: Listed[] = []
  for (let after: string | undefined; ; ) {
    const rows = await listEmployees(db, who.reach('personnel.read'), { ...filter, after }, batch)
    found.push(...rows)
    if (found.length > most) throw new Refused('Lebih dari {most} pegawai. Saring dahulu, atau unduh sebagai CSV.', { most })
    if (rows.length < batch) break
    after = rows.at(-1)!.id
  }
  const { q: _, ...said } = query
  await db.transaction().execute(tx => appendAudit(tx, { action: 'personnel.read', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['employee-list', government.id], after: { rows: found.length, ...said } }))
  return withLocale(localeOf({ government, language }, now), () => [
    [t('Nama'), t('NIP'), t('Jenis'), t('Unit kerja'), t('Jabatan'), t('Golongan'), t('TMT golongan'), t('Pendidikan'), t('Keadaan')],
    ...found.map(row => [
      fullName(row), row.nip ?? '', t(kindWords[row.kind]), units.byId(row.unitId)?.name ?? '', row.position ?? '', row.grade ?? '', row.gradeSince ?? '',
      row.education ? t(wordOf(educationWords, row.education)) : '', t(statusWords[row.status].label),
    ]),
  ])
}

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

/** The list as text. */
export const csvDownload = resource({
  path: '/kerja/pegawai/unduh.csv',
  may: 'personnel.read',
  query: listQuery,
  load: async context => ({ type: 'text/csv; charset=utf-8', body: `\uFEFF${writeCsv((await rowsOf(context, mostInText)).map(row => row.map(harmless)))}`, headers: attached('pegawai.csv') }),
})

/** The list as a spreadsheet; numbers stay text, so that no NIP loses its last digits. */
export const xlsxDownload = resource({
  path: '/kerja/pegawai/unduh.xlsx',
  may: 'personnel.read',
  query: listQuery,
  async load(context) {
    const [head = [], ...rows] = await rowsOf(context, mostInSheet)
    const body = await writeSheet('pegawai', head.map((label, i) => ({ label, width: [34, 20, 10, 40, 40, 10, 12, 14, 12][i] })), rows)
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body, headers: attached('pegawai.xlsx') }
  },
})
