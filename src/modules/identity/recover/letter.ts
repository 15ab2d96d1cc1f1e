import type { Government } from '#platform/access/government.ts'
import { t, type Language } from '#platform/i18n/locale.ts'
import { linkLetter } from '#platform/mail/link-letter.ts'
import { mail } from '#platform/mail/mail.ts'
import type { Services } from '#platform/web/services.ts'
import type { Tables } from '../tables.ts'

/** Sends the link for a new password; nothing to accounts that are not active. */
export async function recoveryLetter({ database, jobs }: Services, government: Government, origin: string, accountId: string, token: string): Promise<void> {
  await database.transaction(government.id, async tx => {
    const account = await tx.withTables<Tables>().selectFrom('identity.account').select(['email', 'name', 'language']).where('id', '=', accountId).where('state', '=', 'active').executeTakeFirst()
    if (!account) return
    const letter = linkLetter(government, account.email, account.language as Language, () => ({
      subject: t('Atur ulang kata sandi Anda'),
      lines: [t('Yth. {name},', { name: account.name }), t('Seseorang, semoga Anda sendiri, meminta kata sandi baru untuk akun ini.')],
      link: { href: `${origin}/atur-ulang?token=${encodeURIComponent(token)}`, label: t('Atur kata sandi baru') },
      end: t('Tautan berlaku satu jam dan hanya sekali. Bila bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tidak berubah.'),
    }))
    await mail(tx, jobs, government.id, letter)
  })
}
