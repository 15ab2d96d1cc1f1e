import { z } from 'zod'
import { beginAttempt } from '#platform/access/attempts.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { goto, page } from '#platform/web/page.ts'
import { Elsewhere, Problem } from '#platform/web/problems.ts'
import { BareLayout, Form, HiddenField, PasskeyButton, PasswordField, Stack, TextField } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { identification } from '../contract.ts'
import { knownDevice } from '../devices.ts'
import { inside } from '../inside.ts'
import { accountNamed, nameKind } from '../store.ts'
import { signInCounters } from './counters.ts'
import { answerOf, localPath, settle, signedIn } from './settle.ts'

/** Nobody's address: signing in with it takes as long as with a real one. */
const nobody = 'nobody@invalid.example'

/** Signs in with NIP, username or e-mail and the password. */
export const signInPage = page({
  path: '/masuk',
  may: 'public',
  query: z.object({ kembali: z.string().max(500).optional() }),
  form: z.object({
    nama: z.string('Isi NIP, nama pengguna, atau surel').trim().min(1, 'Isi NIP, nama pengguna, atau surel').max(200, 'Paling banyak {max} huruf'),
    sandi: z.string('Isi kata sandi').min(1, 'Isi kata sandi').max(500, 'Paling banyak {max} huruf'),
    kembali: z.string().optional(),
  }),
  async load({ ask, government, now, request, who }) {
    const here = who.account ? who : await ask(identification).identify({ headers: request.headers, government, now })
    if (here.account) throw new Elsewhere('/kerja')
  },
  fill: (_, { query }) => ({ kembali: query.kembali ?? '' }),
  view: ({ fields }) => <SignInView fields={fields} />,
  async before(context) {
    const { ask, db, government, request, input } = context
    const { services, authOf } = ask(inside)
    const secret = services.config.secret
    const account = await accountNamed(db, input.nama)
    const device = account ? await knownDevice(db, secret, account.id, request.headers.get('cookie')) : null
    const counters = signInCounters(account?.id ?? nameKind(input.nama).value, device, request.ip)
    const attempt = await beginAttempt(db, secret, counters)
    const answer = await answerOf(
      await authOf(government, request.origin).api.signInEmail({ body: { email: account?.email ?? nobody, password: input.sandi.slice(0, 128) }, headers: headersFor(request), asResponse: true }),
    )
    // One sentence for every reason: who asks learns nothing about which names exist.
    if (!answer.ok) throw new Problem('', 'Nama atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.')
    await attempt.succeeded(...(device ? counters : []))
    const back = localPath(input.kembali)
    const fresh = signedIn(answer.body)
    if (!fresh) return { to: `/masuk/kode?kembali=${encodeURIComponent(back)}`, cookies: answer.cookies, accountId: account!.id }
    const settled = await settle(context, fresh, back)
    return { to: settled.to, cookies: [...answer.cookies, ...settled.cookies], accountId: fresh.accountId }
  },
  async act({ prepared, note }) {
    note({ record: ['account', prepared.accountId] })
    return { ...goto(prepared.to), cookies: prepared.cookies }
  },
})

function SignInView({ fields }: { fields: Fields }) {
  const { islands } = useFrame()
  return (
    <BareLayout title={t('Masuk')} lead={t('Untuk pegawai pemerintah daerah, kecamatan, desa, dan sekolah.')} islands={'passkey' in islands ? ['passkey'] : []}>
      <Stack>
        <Form fields={fields} submit={t('Masuk')}>
          <TextField field={fields('nama')} label={t('NIP, nama pengguna, atau surel')} autocomplete="username" spellcheck={false} required />
          <PasswordField field={fields('sandi')} label={t('Kata sandi')} required />
          <HiddenField name="kembali" value={fields('kembali').value} />
        </Form>
        <PasskeyButton act="sign-in" back={localPath(fields('kembali').value)} label={t('Masuk dengan kunci sandi')} failed={t('Kunci sandi tidak dikenali. Coba lagi atau pakai kata sandi.')} />
        <p><a href="/lupa-sandi">{t('Lupa kata sandi?')}</a></p>
      </Stack>
    </BareLayout>
  )
}
