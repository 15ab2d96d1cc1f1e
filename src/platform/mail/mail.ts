import { createTransport, type Transporter } from 'nodemailer'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Config } from '../config/config.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** Extra headers, e.g. `List-Unsubscribe`. */
  headers?: Record<string, string>
}

/**
 * Writes the mail in the transaction of what it tells of; a job sends it. Without a mail server it is kept and
 * shown at `/kerja/surel-demo`.
 */
export async function mail(tx: Tx, jobs: Jobs, governmentId: string, letter: Letter): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.mail (recipient, subject, body_text, body_html, headers)
    values (${letter.to}, ${letter.subject}, ${letter.text}, ${letter.html}, ${JSON.stringify(letter.headers ?? {})}::jsonb) returning id`.execute(tx)
  await jobs.enqueue(tx, sendMail.name, governmentId, { mailId: rows[0]!.id })
}

let transport: { url: string; transporter: Transporter } | null = null

function transporterOf(config: Config): Transporter | null {
  if (!config.SMTP_URL) return null
  if (transport?.url !== config.SMTP_URL) transport = { url: config.SMTP_URL, transporter: createTransport(config.SMTP_URL, { from: config.MAIL_FROM }) }
  return transport.transporter
}

/** Sends one mail; the queue tries again when the server does not take it. */
export const sendMail: Job = {
  name: 'platform.send-mail',
  async run({ services, governmentId, db }, { mailId }) {
    if (!governmentId) return
    const { rows } = await sql<{ recipient: string; subject: string; body_text: string; body_html: string; headers: Record<string, string> }>`
      select recipient, subject, body_text, body_html, headers from platform.mail where id = ${String(mailId)} and sent_at is null`.execute(db)
    const letter = rows[0]
    if (!letter) return
    const transporter = transporterOf(services.config)
    if (!transporter) return
    try {
      await transporter.sendMail({ to: letter.recipient, subject: letter.subject, text: letter.body_text, html: letter.body_html, headers: letter.headers })
      await sql`update platform.mail set sent_at = now(), error = null where id = ${String(mailId)}`.execute(db)
    } catch (error) {
      await sql`update platform.mail set error = ${(error as Error).message.slice(0, 500)} where id = ${String(mailId)}`.execute(db)
      throw error
    }
  },
}
