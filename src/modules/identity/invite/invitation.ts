import { createHash, randomBytes } from 'node:crypto'
import type { Government } from '#platform/access/government.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import { linkLetter } from '#platform/mail/link-letter.ts'
import { mail } from '#platform/mail/mail.ts'
import type { Services } from '#platform/web/services.ts'
import { limits } from '../limits.ts'
import type { Tables } from '../tables.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Invites an account, or again: an earlier link stops working. */
export async function sendInvitation(tx: Tx, services: Services, government: Government, origin: string, account: { id: string; name: string; email: string }, by: string): Promise<void> {
  const token = randomBytes(24).toString('base64url')
  const invitation = { token_hash: hashOf(token), invited_by: by, expires_at: new Date(Date.now() + limits.invitation * 1000), created_at: new Date() }
  await tx
    .withTables<Tables>()
    .insertInto('identity.invitation')
    .values({ account_id: account.id, ...invitation })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet(invitation))
    .execute()
  const letter = linkLetter(government, account.email, 'id', () => ({
    subject: t('Undangan: akun Anda di {government}', { government: government.name }),
    lines: [t('Yth. {name},', { name: account.name }), t('Sebuah akun di portal {government} disiapkan untuk Anda.', { government: government.name })],
    link: { href: `${origin}/undangan/${token}`, label: t('Terima undangan') },
    end: t('Tautan berlaku tujuh hari. Bila Anda tidak mengenal undangan ini, abaikan saja.'),
  }))
  await mail(tx, services.jobs, government.id, letter)
}

export interface Invited {
  accountId: string
  name: string
  email: string
  nip: string | null
}

/** The account a link invites; nothing when the link is used up, replaced or too old. */
export async function invitedBy(db: Db | Tx, token: string): Promise<Invited | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('identity.invitation as i')
    .innerJoin('identity.account as a', 'a.id', 'i.account_id')
    .select(['a.id as accountId', 'a.name', 'a.email', 'a.nip'])
    .where('i.token_hash', '=', hashOf(token))
    .where('i.expires_at', '>', new Date())
    .where('a.state', '=', 'invited')
    .executeTakeFirst()
}

/** Uses the link up; false when another request did so first. */
export async function useInvitation(tx: Tx, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx.withTables<Tables>().deleteFrom('identity.invitation').where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return Number(numDeletedRows) > 0
}
