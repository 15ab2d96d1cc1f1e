import { z } from 'zod'
import { ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { chooseMail, markRead, notificationsOf, wantsMail } from '#platform/notifications/notifications.ts'
import { goto, page } from '#platform/web/page.ts'
import { Badge, CheckField, EmptyState, Form, HiddenField, Section, Stack, Timeline, WorkLayout } from '#ui/index.ts'

/** What the installation told this person, newest first, and whether it also comes by mail. */
export const notificationsPage = page({
  path: '/pemberitahuan',
  may: 'signed-in',
  form: z.object({ doing: z.enum(['read', 'choose']).catch('read'), mail: ticked() }),
  async load({ db, who }) {
    const { id } = who.account!
    const [notes, mail] = await Promise.all([notificationsOf(db, id), wantsMail(db, id)])
    return { notes, mail }
  },
  fill: ({ mail }) => ({ mail: mail ? 'on' : null }),
  view: ({ data: { notes }, fields }) => (
    <WorkLayout title={t('Pemberitahuan')} width="text">
      <Stack>
        {notes.some(note => !note.readAt) && <Form submit={t('Tandai semua sudah dibaca')}><HiddenField name="doing" value="read" /></Form>}
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
        <Section title={t('Lewat surel')}>
          <Form fields={fields} submit={t('Simpan pilihan')}>
            <HiddenField name="doing" value="choose" />
            <CheckField field={fields('mail')} required label={t('Kirimi saya surel untuk yang belum saya baca')} hint={t('Satu surel untuk beberapa pemberitahuan, tidak pada pukul 21.00–06.00.')} />
          </Form>
        </Section>
      </Stack>
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    const { id } = who.account!
    note({ record: ['account', id], after: input.doing === 'choose' ? { mail: input.mail } : {} })
    if (input.doing === 'choose') {
      await chooseMail(tx, id, input.mail)
      return goto('/pemberitahuan', 'Pilihan disimpan.')
    }
    await markRead(tx, id)
    return goto('/pemberitahuan', 'Semua pemberitahuan ditandai sudah dibaca.')
  },
})
