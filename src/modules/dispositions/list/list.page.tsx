import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { seats } from '#modules/inbox/contract.ts'
import { addressWith, Badge, DataTable, DateTime, EmptyState, FilterBar, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { daysLate, lateBefore } from '../deadline.ts'
import { taskFacts } from '../give.ts'
import { stateWords } from '../parts/words.ts'
import { isSecret } from '../policy.ts'
import { listOf, stages, type Side, type Stage } from './list-store.ts'

const pageSize = 40

const stageWords: Record<Stage, { label: string }> = {
  berjalan: { label: 'Berjalan' },
  terlambat: { label: 'Lewat batas waktu' },
  'belum-dibaca': { label: 'Belum dibaca' },
  selesai: { label: 'Selesai' },
}

/** Dispositions one has given, and those of the offices whose letters one keeps or reads: what runs, what is late. */
export const listPage = page({
  path: '/kerja/disposisi',
  may: 'signed-in',
  query: z.object({
    sisi: z.enum(['dari-saya', 'unit']).optional().catch(undefined),
    tahap: z.enum(stages).catch('berjalan'),
    setelah: z.uuid().optional().catch(undefined),
  }),
  async load(context) {
    const { db, ask, who, query, now, government } = context
    const today = dayIn(now, government.zone)
    const holidays = await holidaysOf(db, today)
    const postIds = (await ask(seats).of(context)).filter(seat => seat.inCharge).map(({ postId }) => postId)
    const [office, read] = [who.reach('correspondence.office'), who.reach('correspondence.read')]
    const sides: Side[] = [...(postIds.length > 0 ? ['dari-saya' as const] : []), ...(office || read ? ['unit' as const] : [])]
    const side = sides.find(one => one === query.sisi) ?? sides[0] ?? 'dari-saya'
    const rows = await listOf(db, { side, stage: query.tahap, postIds, office, read, lateBefore: lateBefore(today, holidays), after: query.setelah, limit: pageSize + 1 })
    const lines = rows.slice(0, pageSize)
    const ids = [...new Set(lines.map(({ letterId }) => letterId))]
    const [known, about] = await Promise.all([ask(letters).visible(context, ids), ask(letters).byIds(db, ids)])
    return { side, sides, lines: lines.filter(({ letterId }) => known.has(letterId)), about, today, holidays, next: rows.length > pageSize ? lines.at(-1)!.id : null }
  },
  view({ data: { side, sides, lines, about, today, holidays, next }, query, request }) {
    const here = addressWith(request.url, {})
    const titleOf = (id: string) => {
      const letter = about.get(id)
      return !letter ? '' : isSecret(letter) ? t(taskFacts(letter).title) : letter.subject
    }
    return (
      <WorkLayout title={t('Disposisi')} lead={side === 'unit' ? t('Disposisi atas surat kantor Anda, tanpa yang rahasia.') : t('Disposisi yang Anda berikan, atas jabatan yang Anda pegang hari ini.')}
        tabs={sides.length > 1 ? sides.map(one => ({ label: one === 'unit' ? t('Kantor') : t('Dari saya'), href: addressWith('/kerja/disposisi', { sisi: one, tahap: query.tahap }), current: one === side })) : undefined}>
        <FilterBar quick={stages.map(stage => ({ label: t(stageWords[stage].label), href: addressWith(here, { tahap: stage === 'berjalan' ? null : stage }), current: stage === query.tahap }))} />
        <DataTable caption={t('Disposisi')} rows={lines} rowKey={line => line.id} columns={[
          { label: t('Surat'), main: true, cell: line => <a href={`/kerja/surat/${line.letterId}/disposisi`}>{titleOf(line.letterId)}</a> },
          ...(side === 'unit' ? [{ label: t('Dari'), cell: (line: typeof lines[number]) => line.title }] : []),
          { label: t('Kepada'), cell: line => (line.others > 0 ? t('{title} dan {n} lainnya', { title: line.to, n: line.others }) : line.to) },
          { label: t('Keadaan'), cell: line => <StateBadge state={line.state} states={stateWords} /> },
          { label: t('Batas waktu'), cell: line => <>{line.dueOn && <DateTime at={line.dueOn} as="short" />}{!line.doneAt && daysLate(line.dueOn, today, holidays) > 0 && <> <Badge tone="bad">{t('Terlambat {n} hari kerja', { n: daysLate(line.dueOn, today, holidays) })}</Badge></>}</> },
          { label: t('Diberikan'), cell: line => <DateTime at={line.at} as="short" /> },
        ]} empty={<EmptyState title={t('Tidak ada disposisi di sini')}>{t('Disposisi diberikan dari halaman surat.')}</EmptyState>} />
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})
