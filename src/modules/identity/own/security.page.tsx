import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { useFrame } from '#platform/web/frame.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { Button, DataTable, DateTime, EmptyState, Form, HiddenField, Notice, PasskeyButton, PasswordField, Section, Stack, WorkLayout } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { forgetDevices } from '../devices.ts'
import { inside } from '../inside.ts'
import { mustStrengthen } from '../identify.ts'
import { grantsOf } from '../store.ts'
import type { Tables } from '../tables.ts'
import { confirmed } from './confirm.ts'
import { namesPerson, newPassword } from './password-rules.ts'
import { keepSecret } from './pending-secret.ts'
import { ownTabs } from './tabs.tsx'

const password = () => z.string('Isi kata sandi').min(1, 'Isi kata sandi').max(500, 'Paling banyak {max} huruf')

const steps = z.discriminatedUnion('langkah', [
  z.object({ langkah: z.literal('sandi'), sandi_lama: password(), sandi_baru: newPassword() }),
  z.object({ langkah: z.literal('pasang'), sandi_pasang: password() }),
  z.object({ langkah: z.literal('lepas'), sandi_lepas: password() }),
  z.object({ langkah: z.literal('kode'), sandi_kode: password() }),
  z.object({ langkah: z.literal('hapus-kunci'), kunci: z.uuid('Pilih dari daftar') }),
])

interface Security {
  factor: boolean
  wanted: boolean
  passkeys: { id: string; name: string | null; created_at: Date | null }[]
}

/** Password, authenticator app, recovery codes and passkeys. */
export const securityPage = page({
  path: '/akun/keamanan',
  may: 'signed-in',
  form: steps,
  async load({ db, who, ask, government, now }): Promise<Security> {
    const { id, strong } = who.account!
    const tables = db.withTables<Tables>()
    const [{ two_factor_enabled: factor }, passkeys, held] = await Promise.all([
      tables.selectFrom('identity.account').select('two_factor_enabled').where('id', '=', id).executeTakeFirstOrThrow(),
      tables.selectFrom('identity.passkey').select(['id', 'name', 'created_at']).where('account_id', '=', id).orderBy('id').execute(),
      grantsOf({ ask }, db, id, dayIn(now, government.zone)),
    ])
    return { factor, passkeys, wanted: mustStrengthen(ask(inside).services, held, strong) }
  },
  view: ({ data, fields }) => <SecurityView data={data} fields={fields} />,
  async before(context) {
    const { ask, government, request, input, who, db } = context
    const { api } = ask(inside).authOf(government, request.origin)
    const headers = headersFor(request)
    const account = who.account!
    if (input.langkah === 'sandi') {
      if (namesPerson(input.sandi_baru, [account.username, account.email, account.name])) throw new Problem('sandi_baru', 'Jangan pakai nama Anda sendiri di dalam kata sandi.')
      const answer = await confirmed(context, 'sandi_lama', () =>
        api.changePassword({ body: { currentPassword: input.sandi_lama.slice(0, 128), newPassword: input.sandi_baru, revokeOtherSessions: true }, headers, asResponse: true }),
      )
      await forgetDevices(db, account.id)
      return { to: '/akun/keamanan', text: 'Kata sandi diganti. Semua sesi lain diakhiri.', cookies: answer.cookies, did: 'password changed' }
    }
    if (input.langkah === 'pasang') {
      const { body } = await confirmed(context, 'sandi_pasang', () => api.enableTwoFactor({ body: { password: input.sandi_pasang.slice(0, 128) }, headers, asResponse: true }))
      const secret = await keepSecret(context, { accountId: account.id, uri: String(body.totpURI), codes: body.backupCodes as string[] })
      return { to: '/akun/keamanan/pasang', cookies: [secret], did: 'second factor begun' }
    }
    if (input.langkah === 'kode') {
      const { body } = await confirmed(context, 'sandi_kode', () => api.generateBackupCodes({ body: { password: input.sandi_kode.slice(0, 128) }, headers, asResponse: true }))
      return { to: '/akun/keamanan/pemulihan', cookies: [await keepSecret(context, { accountId: account.id, codes: body.backupCodes as string[] })], did: 'recovery codes renewed' }
    }
    if (input.langkah === 'lepas') {
      const answer = await confirmed(context, 'sandi_lepas', () => api.disableTwoFactor({ body: { password: input.sandi_lepas.slice(0, 128) }, headers, asResponse: true }))
      return { to: '/akun/keamanan', text: 'Kode kedua dimatikan.', cookies: answer.cookies, did: 'second factor removed' }
    }
    const answer = await api.deletePasskey({ body: { id: input.kunci }, headers, asResponse: true })
    if (!answer.ok) throw new Problem('', 'Kunci sandi ini sudah tidak ada.')
    return { to: '/akun/keamanan', text: 'Kunci sandi dihapus.', cookies: [], did: 'passkey removed' }
  },
  async act({ prepared, who, note }) {
    note({ record: ['account', who.account!.id], after: { security: prepared.did } })
    return { ...goto(prepared.to, prepared.text), cookies: prepared.cookies }
  },
})

function SecurityView({ data: { factor, wanted, passkeys }, fields }: { data: Security; fields: Fields }) {
  const { islands } = useFrame()
  const wrong = (name: string): Fields | undefined => (fields.errors.some(error => error.name === name || error.name === '') ? fields : undefined)
  return (
    <WorkLayout title={t('Keamanan')} tabs={ownTabs()} width="text" islands={'passkey' in islands ? ['passkey'] : []}>
      {wanted && <Notice tone="warn" title={t('Pasang langkah kedua dahulu')}><p>{t('Peran Anda mengelola data banyak orang. Pasang aplikasi autentikator atau kunci sandi, lalu semua menu Anda terbuka.')}</p></Notice>}
      <Section title={t('Aplikasi autentikator')}>
        <Stack>
          <p>{factor ? t('Aktif. Setiap kali masuk Anda mengetik kode dari ponsel.') : t('Setelah kata sandi, Anda mengetik kode enam angka dari aplikasi di ponsel. Kata sandi yang bocor saja tidak cukup lagi.')}</p>
          {factor ? (
            <>
              <Step name="kode" field="sandi_kode" label={t('Kata sandi, untuk kode pemulihan baru')} submit={t('Buat kode pemulihan baru')} />
              <Step name="lepas" field="sandi_lepas" label={t('Kata sandi, untuk mematikan')} submit={t('Matikan')} />
            </>
          ) : (
            <Step name="pasang" field="sandi_pasang" label={t('Kata sandi Anda')} submit={t('Pasang aplikasi')} />
          )}
        </Stack>
      </Section>
      <Section title={t('Kunci sandi (passkey)')}>
        <DataTable
          caption={t('Kunci sandi')}
          rows={passkeys}
          rowKey={key => key.id}
          columns={[
            { label: t('Nama'), main: true, cell: key => key.name ?? t('Kunci sandi') },
            { label: t('Dibuat'), cell: key => key.created_at && <DateTime at={key.created_at} /> },
            { label: t('Tindakan'), quiet: true, cell: key => <Form actions={<Button name="langkah" value="hapus-kunci" about={key.name ?? ''}>{t('Hapus')}</Button>}><HiddenField name="kunci" value={key.id} /></Form> },
          ]}
          empty={<EmptyState title={t('Belum ada kunci sandi')}>{t('Masuk dengan sidik jari atau kunci layar, tanpa kata sandi. Perlu peramban dengan JavaScript.')}</EmptyState>}
        />
        <PasskeyButton act="register" label={t('Tambah kunci sandi di perangkat ini')} failed={t('Kunci sandi belum tersimpan. Keluar, masuk lagi, lalu coba sekali lagi.')} />
      </Section>
      <Section title={t('Kata sandi')}>
        <Form fields={wrong('sandi_lama') ?? wrong('sandi_baru')} actions={<Button name="langkah" value="sandi">{t('Ganti kata sandi')}</Button>}>
          <PasswordField field={fields('sandi_lama')} label={t('Kata sandi sekarang')} required />
          <PasswordField field={fields('sandi_baru')} label={t('Kata sandi baru')} hint={t('Paling sedikit 10 huruf. Empat kata yang tidak berhubungan mudah diingat dan sulit ditebak.')} autocomplete="new-password" required />
        </Form>
      </Section>
    </WorkLayout>
  )

  function Step({ name, field, label, submit }: { name: string; field: string; label: string; submit: string }) {
    return (
      <Form fields={wrong(field)} actions={<Button name="langkah" value={name}>{submit}</Button>}>
        <PasswordField field={fields(field)} label={label} required />
      </Form>
    )
  }
}

