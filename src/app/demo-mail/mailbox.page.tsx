import type { ComponentChildren } from 'preact'
import { sql } from 'kysely'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { DateTime, EmptyState, FactList, Section, WorkLayout } from '#ui/index.ts'

interface KeptMail {
  id: string
  at: Date
  recipient: string
  subject: string
  text: string
}

/**
 * The mails this installation would have sent, newest first. It exists in the demo only: a real mailbox holds
 * password links, which nobody but the addressee may see.
 */
export const demoMailbox = page({
  path: '/kerja/surel-demo',
  may: 'signed-in',
  async load({ db }) {
    const { rows } = await sql<KeptMail>`select id, at, recipient, subject, body_text as text from platform.mail order by id desc limit 50`.execute(db)
    return rows
  },
  view: ({ data: mails }) => (
    <WorkLayout title={t('Surel peragaan')} lead={t('Di peragaan surel tidak dikirim. Semuanya tersimpan di sini, dan tautannya dapat diikuti.')} width="text">
      {mails.length === 0 && <EmptyState title={t('Belum ada surel')}>{t('Undang seseorang atau minta kata sandi baru, lalu lihat lagi.')}</EmptyState>}
      {mails.map(mail => (
        <Section key={mail.id} title={mail.subject}>
          <FactList facts={[{ label: t('Kepada'), value: mail.recipient }, { label: t('Waktu'), value: <DateTime at={mail.at} as="full" /> }]} />
          {mail.text.split(/\n{2,}/).map((paragraph, i) => <p key={i}>{withLinks(paragraph)}</p>)}
        </Section>
      ))}
    </WorkLayout>
  ),
})

/** Text with its addresses as links. */
const withLinks = (text: string): ComponentChildren[] => text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => (i % 2 ? <a key={i} href={part}>{part}</a> : part))
