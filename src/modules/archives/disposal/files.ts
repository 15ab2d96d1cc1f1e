import { t, withLocale } from '#platform/i18n/locale.ts'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { csvOf } from '../parts/download.ts'
import { maturityWords, verdictWords } from '../parts/words.ts'
import { yearsOf } from '../parts/years.ts'
import { readerOf } from '../policy.ts'
import { finalWords } from '../retention.ts'
import type { Disposal, Entry } from './disposal.ts'
import { disposalFor, entriesFor } from './disposal-store.ts'

/**
 * The proposal of an address with what stands on it.
 * @throws NotFound to a stranger
 */
export async function disposalHere(context: Context): Promise<{ disposal: Disposal; entries: Entry[] }> {
  const reader = await readerOf(context)
  const disposal = await disposalFor(context.db, reader, context.params.id!)
  if (!disposal) throw new NotFound()
  return { disposal, entries: await entriesFor(context.db, reader, disposal.id) }
}

/** A proposal as the list that goes with its minutes. */
export const disposalCsv = resource({
  path: '/kerja/arsip/penyusutan/:id/unduh.csv',
  may: 'signed-in',
  async load(context) {
    const { disposal, entries } = await disposalHere(context)
    return withLocale(localeOf(context, context.now), () => csvOf([
      [t('No.'), t('Nomor berkas'), t('Kode klasifikasi'), t('Uraian'), t('Kurun waktu'), t('Jumlah'), t('Tingkat perkembangan'), t('Ditutup'), t('Retensi aktif (tahun)'), t('Retensi inaktif (tahun)'), t('Masa simpan habis'), t('Nasib akhir'), t('Penilaian'), t('Keterangan')],
      ...entries.map(({ facts: one, verdict }, i) => [
        String(i + 1), one.number, one.code, one.title, yearsOf(one), String(one.items), t(maturityWords[one.maturity]), one.closedOn, String(one.active), String(one.inactive), one.dueOn, t(finalWords[one.final]), verdict ? t(verdictWords[verdict]) : '', one.basis,
      ]),
    ], `usul-${disposal.kind}-${disposal.sequence}-${disposal.year}.csv`))
  },
})

/** The signed minutes of a proposal that was carried out. */
export const minutesFile = resource({
  path: '/kerja/arsip/penyusutan/:id/berita-acara',
  may: 'signed-in',
  async load(context) {
    const { disposal } = await disposalHere(context)
    const stored = disposal.minutesFileId ? await findFile(context.db, disposal.minutesFileId) : null
    if (!stored) throw new NotFound()
    return filePayload(context.hands, stored)
  },
})
