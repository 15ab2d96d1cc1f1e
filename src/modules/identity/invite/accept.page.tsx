import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { BareLayout, ButtonLink, FactList, Form, PasswordField, Stack, TextField } from '#ui/index.ts'
import { setPassword } from '../making.ts'
import { namesPerson, newPassword } from '../own/password-rules.ts'
import type { Tables } from '../tables.ts'
import { invitedBy, useInvitation } from './invitation.ts'

/** Takes up an account: name, username and password, once. */
export const acceptPage = page({
  path: '/undangan/:token',
  may: 'public',
  form: z.object({
    nama: line(2, 200, 'Isi nama lengkap'),
    pengguna: z.string('Isi nama pengguna').trim().toLowerCase().pipe(
      z.string().regex(/^(?!\d{18}$)[a-z0-9][a-z0-9._-]{2,39}$/, 'Pakai 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung'),
    ),
    sandi: newPassword(),
  }),
  load: async ({ db, params }) => ({ invited: await invitedBy(db, params.token ?? '') }),
  fill: ({ invited }) => ({ nama: invited?.name }),
  view({ data: { invited }, fields }) {
    if (!invited)
      return (
        <BareLayout title={t('Undangan ini tidak berlaku lagi')} lead={t('Mungkin sudah dipakai, sudah diganti dengan yang baru, atau lewat tujuh hari. Mintalah undangan baru kepada administrator unit Anda.')}>
          <p><ButtonLink href="/masuk">{t('Ke halaman masuk')}</ButtonLink></p>
        </BareLayout>
      )
    return (
      <BareLayout title={t('Terima undangan')} lead={t('Lengkapi akun Anda. Setelah ini Anda dapat masuk.')}>
        <Stack>
          <FactList facts={[{ label: t('Surel'), value: invited.email }]} />
          <Form fields={fields} submit={t('Buat akun')}>
            <TextField field={fields('nama')} label={t('Nama lengkap')} hint={t('Dengan gelar, seperti pada surat dinas.')} autocomplete="name" required />
            <TextField field={fields('pengguna')} label={t('Nama pengguna')} hint={t('Misalnya sri.wahyuni. Anda juga dapat masuk dengan NIP atau surel.')} autocomplete="username" spellcheck={false} required />
            <PasswordField field={fields('sandi')} label={t('Kata sandi')} hint={t('Paling sedikit 10 huruf. Empat kata yang tidak berhubungan mudah diingat dan sulit ditebak.')} autocomplete="new-password" required />
          </Form>
        </Stack>
      </BareLayout>
    )
  },
  async before({ db, params, input }) {
    if (namesPerson(input.sandi, [input.nama, input.pengguna])) throw new Problem('sandi', 'Jangan pakai nama Anda sendiri di dalam kata sandi.')
    const invited = await invitedBy(db, params.token ?? '')
    if (!invited) throw new Problem('', 'Undangan ini tidak berlaku lagi')
    return { invited, hash: await hashPassword(input.sandi) }
  },
  async act({ tx, params, input, prepared: { invited, hash }, note }) {
    if (!(await useInvitation(tx, params.token ?? ''))) throw new Problem('', 'Undangan ini tidak berlaku lagi')
    const tables = tx.withTables<Tables>()
    const other = await tables.selectFrom('identity.account').select('id').where('username', '=', input.pengguna).where('id', '<>', invited.accountId).executeTakeFirst()
    if (other) throw new Problem('pengguna', 'Nama pengguna ini sudah dipakai orang lain.')
    await tables.updateTable('identity.account').set({ name: input.nama, username: input.pengguna, state: 'active', email_verified: true, updated_at: new Date() }).where('id', '=', invited.accountId).execute()
    await setPassword(tx, invited.accountId, hash)
    note({ record: ['account', invited.accountId], before: { state: 'invited' }, after: { state: 'active' } })
    return goto('/masuk', 'Akun Anda siap. Silakan masuk.')
  },
})
