import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, DateTime, EmptyState, Pager, Queue, QueueKeys, WorkLayout } from '#ui/index.ts'
import { fieldText, saidText } from '../parts/words.ts'
import { comparisonWithin, sourcesOf } from '../store/comparisons.ts'
import { pageOfDifferences } from '../store/differences.ts'

/** What was asked of the units of a person, over all comparisons, the oldest first. */
export const minePage = page({
  path: '/kerja/rekonsiliasi/untuk-saya',
  may: 'reconciliation.settle',
  query: z.object({ setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, query, ask, government } = context
    const found = await pageOfDifferences(db, { states: ['asked'], after: query.setelah, limit: 40 }, who.reach('reconciliation.settle'))
    const about = await Promise.all([...new Set(found.items.map(({ comparisonId }) => comparisonId))].map(async id => ({ comparison: await comparisonWithin(db, who.reach('reconciliation.see'), id), sources: await sourcesOf(db, id) })))
    return { ...found, about, units: await ask(unitDirectory).of(government.id), today: todayOf(context) }
  },
  view({ data: { items, next, about, units, today }, query }) {
    const entries = items.flatMap(one => {
      const found = about.find(({ comparison }) => comparison?.id === one.comparisonId)
      if (!found?.comparison) return []
      const { comparison, sources } = found
      return [{
        id: one.id, href: `/kerja/rekonsiliasi/perbedaan/${one.id}`, title: `${one.title}: ${fieldText(comparison, one.field)}`, kind: comparison.title, from: units.byId(one.ownerId)?.shortName ?? '',
        facts: sources.filter(({ id }) => id in one.values).map(({ id, label }) => `${label}: ${saidText(one.field, one.values[id]!.text)}`),
        due: one.dueOn && (one.dueOn < today ? <Badge tone="bad">{t('terlambat')}</Badge> : <DateTime at={one.dueOn} as="short" />),
      }]
    })
    return (
      <WorkLayout title={t('Perbedaan untuk diputuskan')} lead={t('Yang diminta dari unit Anda. Banyak sekaligus: buka rekonsiliasinya dan centang.')} breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }]} islands={['queue']}>
        {entries.length > 0 ? <><Queue label={t('Perbedaan untuk diputuskan')} entries={entries} /><QueueKeys /></> : <EmptyState title={t('Tidak ada yang menunggu')}>{t('Perbedaan yang diminta dari unit Anda muncul di sini.')}</EmptyState>}
        <Pager newer={query.setelah ? '/kerja/rekonsiliasi/untuk-saya' : null} older={next && `/kerja/rekonsiliasi/untuk-saya?setelah=${next}`} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})
