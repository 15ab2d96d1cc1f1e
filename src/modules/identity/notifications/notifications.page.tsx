import { t } from '#platform/i18n/locale.ts'
import { markRead, notificationsOf } from '#platform/notifications/notifications.ts'
import { goto, page } from '#platform/web/page.ts'
import { Badge, EmptyState, Form, Stack, Timeline, WorkLayout } from '#ui/index.ts'

/** What the installation told this person, newest first. */
export const notificationsPage = page({
  path: '/pemberitahuan',
  may: 'signed-in',
  load: ({ db, who }) => notificationsOf(db, who.account!.id),
  view: ({ data: notes }) => (
    <WorkLayout title={t('Pemberitahuan')} width="text">
      <Stack>
        {notes.some(note => !note.readAt) && <Form submit={t('Tandai semua sudah dibaca')} />}
        {notes.length === 0 && <EmptyState title={t('Belum ada pemberitahuan')}>{t('Yang menyangkut pekerjaan Anda akan muncul di sini.')}</EmptyState>}
        {notes.length > 0 && (
          <Timeline
            items={notes.map(note => ({
              title: <><a href={note.href}>{t(note.text, note.values)}</a> {!note.readAt && <Badge tone="info">{t('Baru')}</Badge>}</>,
              at: note.at,
              state: 'done' as const,
            }))}
          />
        )}
      </Stack>
    </WorkLayout>
  ),
  async act({ tx, who, note }) {
    await markRead(tx, who.account!.id)
    note({ record: ['account', who.account!.id] })
    return goto('/pemberitahuan', 'Semua pemberitahuan ditandai sudah dibaca.')
  },
})
