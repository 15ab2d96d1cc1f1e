import { appendAudit } from '#platform/audit/audit.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { asCsv } from '#platform/sheets/downloads.ts'
import { resource } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { secrecyWords } from '../contract.ts'
import { isSecret, stateWords, saidTitle, titleOf } from '../letter.ts'
import { kindsOn } from '../parts/lists.ts'
import { filterOf, listQuery } from './filters.ts'
import { linesOf, type Line } from './list-store.ts'
import { dayIn } from '#platform/time/zone.ts'

/** Lines a file holds at most. */
const most = 100_000
const batch = 5000

/** A book under the same filters and locks; secret letters stand in it with number of agenda and nothing else. */
export const csvDownload = resource({
  path: '/kerja/surat/unduh.csv',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, who, government, language, now, request } = context
    const { filter } = await filterOf(context)
    const kinds = await kindsOn(db, dayIn(now, government.zone))
    const found: Line[] = []
    for (let after = filter.after; ; ) {
      const rows = await linesOf(db, { ...filter, after, limit: batch })
      found.push(...rows)
      if (found.length > most) throw new Refused('Lebih dari {most} surat. Saring menurut tahun dahulu.', { most })
      const last = rows.at(-1)
      if (rows.length < batch || !last) break
      after = { at: last.mark, id: last.id }
    }
    await db.transaction().execute(tx => appendAudit(tx, { action: 'correspondence.read', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['letter-book', government.id], after: { book: filter.book, rows: found.length } }))
    const rows = withLocale(localeOf({ government, language }, now), () => [
      [t('Agenda'), t('Nomor surat'), t('Tanggal'), t('Dari'), t('Perihal'), t('Jenis'), t('Sifat'), t('Diterima'), t('Batas'), t('Keadaan')],
      ...found.map(row => [
        row.sequence ? `${row.sequence}/${row.year}` : '', isSecret(row.secrecy) ? '' : (row.number ?? ''), row.letterOn ?? '', row.sender, saidTitle(titleOf(row)), kinds.get(row.kind) ?? row.kind,
        t(secrecyWords[row.secrecy]), row.receivedOn ?? '', row.dueOn ?? '', row.closedAt ? t('Selesai') : t(stateWords[row.state].label),
      ]),
    ])
    return asCsv('surat', rows)
  },
})
