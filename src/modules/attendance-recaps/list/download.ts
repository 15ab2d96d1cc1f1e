import type { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { renderPdf } from '#platform/documents/compiler.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
import type { WrittenCell } from '#platform/sheets/writing.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { kindWords } from '#modules/personnel/contract.ts'
import { reasonName } from '../parts/words.ts'
import { reasonKinds } from '../rules/recap.ts'
import { recapDocument } from '../sheet/recap-document.ts'
import { agencyOf } from '../parts/here.ts'
import { closingOf } from '../store.ts'
import { amountFor } from './amount.ts'
import { listed, listQuery, type Listing } from './asked.ts'

/** People a file holds at most; on paper fewer are of use. */
const most = 20_000
const mostOnPaper = 2000

type Asked = Context<z.output<typeof listQuery>>

/** The list under the same unit, month and filter; what is downloaded is an audited act. */
async function taken(context: Asked, limit: number): Promise<Listing> {
  const { db, who, query, government, request } = context
  const listing = await listed(context, limit)
  if (listing.more) throw new Refused('Lebih dari {most} pegawai. Pilih unit dahulu.', { most: limit })
  await db.transaction().execute(tx => appendAudit(tx, { action: 'attendance.read', accountId: who.account!.id, path: request.url.split('?')[0]!, record: ['attendance-recaps', government.id], after: { rows: listing.rows.length, unit: query.unit ?? null, month: listing.month } }))
  return listing
}

async function rowsOf(context: Asked): Promise<WrittenCell[][]> {
  const { government, language, now } = context
  const { rows, viewer, table } = await taken(context, most)
  const { units, supervised } = viewer
  const amounts = rows.map(row => amountFor(viewer, row))
  const known = amounts.some(one => one !== null)
  return withLocale(localeOf({ government, language }, now), () => {
    const classes = [...new Set([...Object.keys(table?.table.classes ?? {}), ...rows.flatMap(({ counts }) => Object.keys(counts.classes))])].filter(code => code !== '').toSorted()
    return [
      [t('Nama'), t('NIP'), t('Jenis'), t('Unit kerja'), t('Hadir'), t('Tidak tercatat masuk'), t('Tidak tercatat pulang'), t('Terlambat (menit)'), t('Pulang awal (menit)'), ...classes, t('Dijelaskan'), ...reasonKinds.map(reasonName), t('Tanpa keterangan'), t('Belum diputuskan'), t('Jam kerja seharusnya (menit)'), t('Jam kerja (menit)'), t('Potongan (persen)'), ...(known ? [t('TPP (rupiah)'), t('Potongan (rupiah)')] : []), t('Ditutup')],
      ...rows.map(({ employee, unitId, counts, cut, settled }, i): WrittenCell[] => [
        employee.name, employee.nip, t(kindWords[employee.kind]), units.byId(unitId)?.name ?? '', counts.present, counts.missingIn, counts.missingOut, counts.late.minutes, counts.early.minutes, ...classes.map(code => counts.classes[code]?.n ?? 0),
        // What explains a day is for those who supervise the person.
        counts.explained, ...reasonKinds.map(reason => (supervised.has(unitId) ? (counts.explainedBy[reason] ?? 0) : null)), counts.absent, counts.open + counts.doubtful, counts.minutesDue, counts.minutesWorked, cut ? cut.total / 100 : null,
        // Twelve digits at most, so no cell is rounded.
        ...(known ? [amounts[i] ? Number(amounts[i].base) : null, amounts[i] ? Number(amounts[i].amount) : null] : []), settled ? t('Ya') : t('Belum'),
      ]),
    ]
  })
}

const nameOf = (context: Asked) => `rekap-presensi${context.query.bulan ? `-${context.query.bulan}` : ''}`

/** The list as text. */
export const csvDownload = resource({ path: '/kerja/presensi/rekap/unduh.csv', may: 'signed-in', query: listQuery, load: async context => asCsv(nameOf(context), await rowsOf(context)) })

/** The list as a spreadsheet. */
export const xlsxDownload = resource({ path: '/kerja/presensi/rekap/unduh.xlsx', may: 'signed-in', query: listQuery, load: async context => asSheet(nameOf(context), await rowsOf(context), [34, 20, 10, 34]) })

/** An address with a number instead of a name is the visitor's own word, and this one is printed. */
const originOf = ({ request, ask, government }: Asked): string => (request.official ? request.origin : `https://${ask(governmentDirectory).portalOf(government.id)}`)

/** The list on paper, without a signature; it says whether the month is closed. */
export const pdfDownload = resource({
  path: '/kerja/presensi/rekap/unduh.pdf',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, government, now } = context
    const { rows, unit, month, viewer, table } = await taken(context, mostOnPaper)
    const { units } = viewer
    const agency = unit && agencyOf(units, unit.id)
    const closing = agency ? await closingOf(db, agency.id, month) : null
    const source = await recapDocument({ government, unit: unit?.name ?? government.name, month, rows, basis: table?.legalBasis ?? null, closing, now, address: unit && `${originOf(context)}/kerja/presensi/rekap?unit=${unit.id}&bulan=${month.slice(0, 7)}`, unitName: id => units.byId(id)?.shortName ?? '', amountOf: row => amountFor(viewer, row)?.text ?? null })
    return { type: 'application/pdf', body: await renderPdf(source), headers: { 'Content-Disposition': `attachment; filename="${nameOf(context)}.pdf"`, 'Cache-Control': 'private, no-store' } }
  },
})
