import type { Services } from '#platform/web/services.ts'
import { dayIn } from '#platform/time/zone.ts'
import { people } from '#modules/identity/contract.ts'
import { dailyReason } from '#modules/numbering/daily.ts'
import { cancel, take } from '#modules/numbering/giving.ts'
import { goOnAfter, reserve } from '#modules/numbering/reserving.ts'
import { keepCode, keepDaily, keepPattern, periodOf, seriesId } from '#modules/numbering/store.ts'
import type { Place } from './units.ts'

const codes: [slug: string, code: string][] = [['dpu', 'DPUPR'], ['setda', 'SETDA'], ['setda-hukum', 'HK'], ['setda-organisasi', 'ORG'], ['setda-umum', 'UM'], ['setda-prokompim', 'PROKOMPIM']]

/** Where the paper books of this year ended. */
const books: [slug: string, last: number][] = [['diskominfo', 412], ['dpu', 268], ['setda', 1187]]

/** How three offices number their letters, with a reserve of this week, letters on paper, and a number that was cancelled. */
export async function addNumbering({ database, ask }: Pick<Services, 'database' | 'ask'>, { governmentId, zone, unit }: Place, now = new Date()): Promise<void> {
  const day = (offset: number) => dayIn(new Date(now.getTime() + offset * 86_400_000), zone)
  await database.transaction(governmentId, async tx => {
    const set = (unitId: string | null, kind: string | null, pattern: string, draws: 'unit' | 'kind' | 'government') => keepPattern(tx, { unitId, kind, pattern, draws, resets: 'year', version: 0 })
    for (const [slug, code] of codes) await keepCode(tx, unit(slug).id, code)
    await set(null, 'keputusan', '{klasifikasi}/{urut} TAHUN {tahun}', 'government')
    await set(unit('diskominfo').id, 'nota-dinas', 'ND/{urut:3}/{unit}/{bulan-romawi}/{tahun}', 'kind')
    await set(unit('dpu').id, null, '{klasifikasi}/{urut}/{unit}/{bulan-romawi}/{tahun}', 'unit')
    await set(unit('setda').id, null, '{klasifikasi}/{urut}/{unit}/{kode}/{tahun}', 'unit')
    const period = async (slug: string, on: string) => periodOf(await seriesId(tx, { unitId: unit(slug).id, kind: null }), on, 'year')
    for (const [slug, last] of books) await goOnAfter(tx, await period(slug, day(-4)), last)
    const daily = await period('setda', day(-1))
    await keepDaily(tx, daily.seriesId, 2)
    await reserve(tx, daily, { day: day(-1), count: 2, reason: dailyReason, by: null }, day(0))

    const office = unit('diskominfo').id
    const by = (await ask(people).holding(tx, 'numbering.manage', office))[0]?.id ?? null
    await reserve(tx, await period('diskominfo', day(-4)), { day: day(-4), count: 5, reason: 'Surat tugas perjalanan dinas yang menyusul ditandatangani', by }, day(0))
    const onPaper = (on: string, kind: string, classification: string, title: string) =>
      take(tx, ask, { unitId: office, kind, classification, secrecy: 'B', on, matter: null, title, reason: 'Listrik kantor padam; surat dibuat dengan mesin ketik', by })
    await onPaper(day(-4), 'surat-tugas', '800.1.11.1', 'Penugasan pendampingan siaran langsung pelantikan kepala desa')
    const wrong = await onPaper(day(-3), 'surat-pengantar', '000.5.3', 'Pengantar berkas arsip inaktif ke Dinas Kearsipan dan Perpustakaan')
    await cancel(tx, wrong.id, 'Berkas diantar bersama surat lain', by)
    await reserve(tx, await period('dpu', day(-1)), { day: day(-1), count: 3, reason: 'Undangan rapat kontraktor menunggu tanda tangan kepala dinas', by }, day(0))
  })
}
