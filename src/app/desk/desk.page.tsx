import { t } from '#platform/i18n/locale.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import type { Who } from '#platform/access/who.ts'
import { page } from '#platform/web/page.ts'
import { EmptyState, Section, Stat, Grid, Timeline, WorkLayout } from '#ui/index.ts'
import { number } from '#platform/i18n/format.ts'
import { measure } from '../indicators.ts'
import { modules } from '../modules.ts'
import { waiting } from '../waiting.ts'

/** Whether the person may open the page a number comes from; pages of `app` itself are everybody's or say no themselves. */
function mayOpen(who: Who, href: string): boolean {
  const may = modules.flatMap(module => module.routes).find(route => route.path === href.split('?')[0])?.may
  return may === undefined || may === 'public' || may === 'signed-in' || who.may(may)
}

/** The officer's day: what waits, what happened, and where the government stands. */
export const workPage = page({
  path: '/kerja',
  may: 'signed-in',
  async load(context) {
    const [tasks, notes, numbers] = await Promise.all([waiting(context), notificationsOf(context.db, context.who.account!.id, 8), measure(context)])
    return { tasks, notes, numbers }
  },
  view({ data, who }) {
    const { tasks, notes, numbers } = data
    return (
      <WorkLayout title={t('Hari ini')} lead={[who.account!.name, who.account!.title].filter(Boolean).join(' · ')}>
        <Section title={t('Perlu tindakan Anda')}>
          {tasks.length > 0 ? <Grid>{tasks.map(task => <Stat key={task.href} value={number(task.count)} href={task.href}>{t(task.label)}</Stat>)}</Grid> : <EmptyState title={t('Tidak ada yang menunggu')}>{t('Yang perlu Anda kerjakan muncul di sini.')}</EmptyState>}
        </Section>
        {notes.length > 0 && (
          <Section title={t('Pemberitahuan')} link={{ href: '/pemberitahuan', label: t('Semua') }}>
            <Timeline items={notes.map(note => ({ title: <a href={note.href}>{t(note.text, note.values)}</a>, at: note.at, state: note.readAt ? 'done' : 'now' }))} />
          </Section>
        )}
        <Section title={t('Pemerintah daerah hari ini')}>
          <Grid>{numbers.map(n => <Stat key={n.code} value={n.of === undefined ? number(n.value) : `${n.value}/${n.of}`} href={mayOpen(who, n.source) ? n.source : undefined} share={n.of ? n.value / n.of : undefined}>{t(n.label, n.values)}</Stat>)}</Grid>
        </Section>
      </WorkLayout>
    )
  },
})
