import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page, type Context } from '#platform/web/page.ts'
import { addressWith, Actions, Badge, ButtonLink, DataTable, EmptyState, FilterBar, Muted, Pager, type Column } from '#ui/index.ts'
import { own, type Comparison, type Source } from '../contract.ts'
import { fieldsOf } from '../finding.ts'
import { ComparisonFrame } from '../parts/frame.tsx'
import { addressOf, comparisonWithSources } from '../parts/here.ts'
import { fieldText } from '../parts/words.ts'
import { progressOf } from '../store/comparisons.ts'
import { originText } from './origin.ts'
import { reconciledPage } from './reading.ts'
import type { ReconciledItem } from './reconciled.ts'

const shown = 50

const query = z.object({ q: z.string().trim().max(80).optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) })

/** The reconciled list: every value with where it comes from. */
export const resultPage = page({
  path: '/kerja/rekonsiliasi/:id/hasil',
  may: 'reconciliation.see',
  query,
  async load(context: Context<z.output<typeof query>>) {
    const { db, query: { q, setelah } } = context
    const { comparison, sources } = await comparisonWithSources(context)
    const [found, progress] = await Promise.all([reconciledPage(db, comparison, sources, { after: setelah, search: q || undefined, limit: shown }), progressOf(db, comparison.id)])
    return { comparison, sources, progress, ...found }
  },
  view({ data: { comparison, sources, progress, items, next }, query: { q, setelah }, request }) {
    const here = `${addressOf(comparison)}/hasil`
    return (
      <ComparisonFrame comparison={comparison} progress={progress} here="result" title={t('Hasil')} lead={t('Satu daftar; di bawah setiap isian tertulis asalnya. Yang belum diputuskan tetap kosong.')}
        action={progress.items > 0 && <Actions><ButtonLink kind="quiet" href={`${here}.csv`} download>{t('Unduh CSV')}</ButtonLink><ButtonLink kind="quiet" href={`${here}.xlsx`} download>{t('Unduh Excel')}</ButtonLink></Actions>}>
        <FilterBar search={{ label: t('Cari menurut nama atau kode'), value: q }} active={q ? [{ name: 'q', label: `“${q}”` }] : []} />
        <DataTable caption={t('Hasil rekonsiliasi')} rows={items} rowKey={item => item.id} columns={columnsOf(comparison, sources)} empty={<EmptyState title={t('Belum ada baris')}>{t('Bawa masuk berkas dari setiap sumber.')}</EmptyState>} />
        <Pager newer={setelah ? addressWith(request.url, {}) : null} older={next && addressWith(request.url, { setelah: next })} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </ComparisonFrame>
    )
  },
})

/** The name first, because it names the row. */
function columnsOf(comparison: Comparison, sources: readonly Source[]): Column<ReconciledItem>[] {
  const keys = fieldsOf(comparison).map(({ key }) => key)
  return [own.name, ...keys.filter(key => key !== own.name)].map(key => ({
    label: fieldText(comparison, key), main: key === own.name,
    cell: item => {
      const value = item.values.find(one => one.key === key)!
      if (value.origin.kind === 'none') return '–'
      if (key === own.name) return value.origin.kind === 'open' ? <>{value.said[0]} <Badge tone="warn">{t('belum diputuskan')}</Badge><small>{value.said.join(' | ')}</small></> : <>{value.text}<small>{originText(value.origin, sources)}</small></>
      return value.origin.kind === 'open' ? <><Badge tone="warn">{t('belum diputuskan')}</Badge><div><Muted>{value.said.join(' | ')}</Muted></div></> : <>{value.text}<div><Muted>{originText(value.origin, sources)}</Muted></div></>
    },
  }))
}
