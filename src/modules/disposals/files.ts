import { t, withLocale } from '#platform/i18n/locale.ts'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { asCsv } from '#platform/sheets/downloads.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { finalWords, maturityWords } from '#modules/archives/contract.ts'
import { yearsOf, type Entry, type Proposal } from './proposal.ts'
import { entriesOf, proposalFor } from './store.ts'
import { verdictWords } from './words.ts'

/**
 * The proposal of an address with what stands on it.
 * @throws NotFound to a stranger
 */
export async function proposalHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<{ proposal: Proposal; entries: Entry[] }> {
  const proposal = await proposalFor(db, who, params.id!)
  if (!proposal) throw new NotFound()
  return { proposal, entries: await entriesOf(db, proposal.id) }
}

/** A proposal as the list that goes with its minutes. */
export const csvDownload = resource({
  path: '/kerja/arsip/penyusutan/:id/unduh.csv',
  may: 'signed-in',
  async load(context) {
    const { proposal, entries } = await proposalHere(context)
    const rows = withLocale(localeOf(context, context.now), () => [
      [t('No.'), t('Nomor berkas'), t('Kode klasifikasi'), t('Uraian berkas'), t('Kurun waktu'), t('Jumlah'), t('Tingkat perkembangan'), t('Ditutup'), t('Retensi aktif (tahun)'), t('Retensi inaktif (tahun)'), t('Masa simpan habis'), t('Nasib akhir'), t('Penilaian'), t('Keterangan')],
      ...entries.map(({ facts: one, verdict }, i) => [
        String(i + 1), one.number, one.code, one.title, yearsOf(one), String(one.items), t(maturityWords[one.maturity]), one.closedOn, String(one.active), String(one.inactive), one.dueOn, t(finalWords[one.final]), verdict ? t(verdictWords[verdict]) : '', one.basis,
      ]),
    ])
    return asCsv(`usul-${proposal.sequence}-${proposal.year}`, rows)
  },
})

/** The signed minutes of a proposal that was carried out. */
export const minutesFile = resource({
  path: '/kerja/arsip/penyusutan/:id/berita-acara',
  may: 'signed-in',
  async load(context) {
    const { proposal } = await proposalHere(context)
    const stored = proposal.minutesFileId ? await findFile(context.db, proposal.minutesFileId) : null
    if (!stored) throw new NotFound()
    return filePayload(context.hands, stored)
  },
})
