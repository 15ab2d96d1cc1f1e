import { z } from 'zod'
import { networkOf } from '#platform/access/attempts.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Badge, Button, DataTable, DateTime, Form, HiddenField, WorkLayout } from '#ui/index.ts'
import { endSessions, sessionsOf } from '../store.ts'
import type { Tables } from '../tables.ts'
import { deviceWords } from '#platform/text/device-words.ts'
import { ownTabs } from './tabs.tsx'

/** Where this account is signed in, and a way to end it there. */
export const sessionsPage = page({
  path: '/akun/sesi',
  may: 'signed-in',
  form: z.object({ sesi: z.union([z.literal('lain'), z.uuid()], 'Pilih dari daftar') }),
  load: ({ db, who }) => sessionsOf(db, who.account!.id),
  view: ({ data: sessions, who }) => (
    <WorkLayout title={t('Sesi')} lead={t('Di sini akun Anda sedang masuk. Ada yang tidak Anda kenal? Akhiri, lalu ganti kata sandi.')} tabs={ownTabs()}>
      <DataTable
        caption={t('Sesi akun ini')}
        rows={sessions}
        rowKey={session => session.id}
        columns={[
          { label: t('Perangkat'), main: true, cell: session => <>{deviceWords(session.userAgent) ?? t('Perangkat tidak dikenal')} {session.id === who.account!.sessionId && <Badge tone="good">{t('Yang ini')}</Badge>}</> },
          { label: t('Jaringan'), cell: session => (session.ip ? networkOf(session.ip) : '–') },
          { label: t('Masuk'), cell: session => <DateTime at={session.createdAt} as="full" /> },
          { label: t('Terakhir dipakai'), cell: session => <DateTime at={session.seenAt} as="ago" /> },
          {
            label: t('Tindakan'),
            quiet: true,
            cell: session => session.id !== who.account!.sessionId && <Form actions={<Button about={deviceWords(session.userAgent) ?? ''}>{t('Akhiri')}</Button>}><HiddenField name="sesi" value={session.id} /></Form>,
          },
        ]}
      />
      {sessions.length > 1 && <Form actions={<Button kind="danger">{t('Akhiri semua yang lain')}</Button>}><HiddenField name="sesi" value="lain" /></Form>}
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    const { id, sessionId } = who.account!
    if (input.sesi === 'lain') await endSessions(tx, id, sessionId)
    else await tx.withTables<Tables>().deleteFrom('identity.session').where('id', '=', input.sesi).where('account_id', '=', id).where('id', '<>', sessionId).execute()
    note({ record: ['account', id], after: { endedSessions: input.sesi === 'lain' ? 'others' : input.sesi } })
    return goto('/akun/sesi', input.sesi === 'lain' ? 'Semua sesi lain diakhiri.' : 'Sesi diakhiri.')
  },
})
