import { appendAudit } from '#platform/audit/audit.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
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

/** The list as text. */
export const csvDownload = resource({ path: '/kerja/pegawai/unduh.csv', may: 'personnel.read', query: listQuery, load: async context => asCsv('pegawai', await rowsOf(context, mostInText)) })

/** The list as a spreadsheet. */
export const xlsxDownload = resource({
  path: '/kerja/pegawai/unduh.xlsx', may: 'personnel.read', query: listQuery,
  load: async context => asSheet('pegawai', await rowsOf(context, mostInSheet), [34, 20, 10, 40, 40, 10, 12, 14, 12]),
})
