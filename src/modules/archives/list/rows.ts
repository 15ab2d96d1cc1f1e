import { appendAudit } from '#platform/audit/audit.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { dossierStateWords, finalWords, maturityWords, type Contents, type Counted } from '../contract.ts'
import { numberOf } from '../dossier.ts'
import { contentsOf, describedOf, remarksOf } from '../parts/contents.ts'
import { yearsOf } from '../parts/years.ts'
import { readerOf } from '../policy.ts'
import { dossiersFor } from '../store.ts'
import { filterOf, type ListQuery } from './filters.ts'

const batch = 500

/** A dossier with its content, as far as the person may know of it. */
export interface Listed {
  dossier: Counted
  contents: Contents
}

/** All dossiers under the filters of the address with their content; taking the list along is an audited act. */
export async function listedOf(context: Context<ListQuery>, most: number): Promise<Listed[]> {
  const { db, who, request, government } = context
  const reader = await readerOf(context)
  const filter = filterOf(context)
  const found: Listed[] = []
  let lines = 0
  for (let after = filter.after; ; ) {
    const rows = await dossiersFor(db, reader, { ...filter, after, limit: batch })
    const contents = await contentsOf(context, reader, rows)
    found.push(...rows.map(dossier => ({ dossier, contents: contents.get(dossier.id)! })))
    lines += rows.reduce((sum, { id }) => sum + 1 + contents.get(id)!.shown.length, 0)
    if (lines > most) throw new Refused('Lebih dari {most} baris. Saring menurut tahun atau kode dahulu.', { most })
    const last = rows.at(-1)
    if (rows.length < batch || !last) break
    after = { year: last.year, sequence: last.sequence, id: last.id }
  }
  await db.transaction().execute(tx => appendAudit(tx, { action: 'archives.read', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['dossier-list', government.id], after: { dossiers: found.length } }))
  return found
}

/** Columns of the list of active dossiers and of what is in them. */
export const listHead = (): string[] => [
  t('Nomor berkas'), t('Kode klasifikasi'), t('Uraian berkas'), t('Kurun waktu'), t('Jumlah'), t('Nomor item'), t('Uraian item'), t('Tanggal'), t('Tingkat perkembangan'), t('Keterangan'),
]

/** What the schedule says of a dossier, in one line. */
export const scheduleOf = ({ activeYears, inactiveYears, final, decided }: Counted): string =>
  final ? t('Aktif {active} tahun, inaktif {inactive} tahun, {final}', { active: activeYears, inactive: inactiveYears, final: t(finalWords[decided ?? final]).toLowerCase() }) : t('Tanpa jadwal retensi')

export const hiddenText = (n: number): string => t('{n} surat rahasia atau terbatas tidak ditampilkan', { n })

/** The lines of a dossier: itself, what is in it, and how much is not told. */
export function linesOf({ dossier, contents: { shown, hidden } }: Listed): string[][] {
  const number = numberOf(dossier)
  const own = [number, dossier.classification, dossier.title, yearsOf(dossier), String(dossier.items)]
  const standing = `${t(dossierStateWords[dossier.state].label)}. ${scheduleOf(dossier)}`
  const items = shown.map(item => [
    number, dossier.classification, '', '', String(item.amount), String(item.sequence), describedOf(item), item.datedOn ?? '', t(maturityWords[item.maturity]),
    item.destroyedAt ? t('Dimusnahkan') : remarksOf(item),
  ])
  return [[...own, '', '', '', '', standing], ...items, ...(hidden > 0 ? [[number, dossier.classification, '', '', '', '', hiddenText(hidden), '', '', '']] : [])]
}
