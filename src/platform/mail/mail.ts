import { createTransport, type Transporter } from 'nodemailer'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { Config } from '../config/config.ts'
import { event, tell } from '../events/events.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** Extra headers, e.g. `List-Unsubscribe`. */
  headers?: Record<string, string>
}

/** The mail server refused the recipient for good, e.g. because there is no such mailbox; it is not tried again. */
export const mailRefused = event<{ mailId: string }>('platform.mail-refused')

/**
 * Writes the mail in the transaction of what it tells of; a job sends it. Without a mail server it is kept and
 * shown at `/kerja/surel-demo`.
 * @returns its id, as `mailRefused` names it
 */
export async function mail(tx: Tx, jobs: Jobs, governmentId: string, letter: Letter): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.mail (recipient, subject, body_text, body_html, headers)
    values (${letter.to}, ${letter.subject}, ${letter.text}, ${letter.html}, ${JSON.stringify(letter.headers ?? {})}::jsonb) returning id`.execute(tx)
  await jobs.enqueue(tx, sendMail.name, governmentId, { mailId: rows[0]!.id })
  return rows[0]!.id
}

/** Removes letters with everything in them; those still waiting are not sent any more. */
export async function forgetMail(tx: Tx | Db, ids: readonly string[]): Promise<void> {
  await sql`delete from platform.mail where id = any(${ids}::uuid[])`.execute(tx)
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
      const refused = refusedForGood(error)
      await services.database.transaction(governmentId, async tx => {
        await sql`update platform.mail set error = ${(error as Error).message.slice(0, 500)} where id = ${String(mailId)}`.execute(tx)
        if (refused) await tell(tx, mailRefused, { mailId: String(mailId) })
      })
      if (!refused) throw error
    }
  },
}

/** A 5xx answer to the recipient itself (RFC 5321, 4.2.1); one to the sender or the sign-in is our own fault. */
function refusedForGood(error: unknown): boolean {
  const { responseCode = 0, command } = error as { responseCode?: number; command?: string }
  return command === 'RCPT TO' && responseCode >= 500 && responseCode < 600
}
