import QRCode from 'qrcode'
import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Elsewhere, Problem } from '#platform/web/problems.ts'
import { BareLayout, ButtonLink, FactList, Form, Notice, QrCode, Stack, TextField } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'
import { answerOf } from '../sign-in/settle.ts'
import { forgetSecret, keepSecret, pendingSecret } from './pending-secret.ts'

/** Shows the secret to the authenticator app and takes the first code as proof that it arrived. */
export const enrolPage = page({
  path: '/akun/keamanan/pasang',
  may: 'signed-in',
  form: z.object({ kode: z.string('Isi kode').transform(text => text.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, 'Kode terdiri dari enam angka')) }),
  async load(context) {
    const secret = await pendingSecret(context)
    if (!secret?.uri) throw new Elsewhere('/akun/keamanan')
    const svg = await QRCode.toString(secret.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
    return { svg, key: new URL(secret.uri).searchParams.get('secret') ?? '', uri: secret.uri }
  },
  view: ({ data, fields }) => (
    <BareLayout title={t('Pasang aplikasi autentikator')} lead={t('Buka aplikasi seperti Google Authenticator, Aegis, atau 2FAS, lalu pindai kotak ini.')}>
      <Stack>
        <QrCode svg={data.svg} label={t('Di ponsel ini juga? Buka di aplikasi')} href={data.uri} />
        <FactList facts={[{ label: t('Tidak bisa memindai? Ketik kunci ini'), value: data.key.match(/.{1,4}/g)?.join(' ') }]} />
        <Form fields={fields} submit={t('Pastikan')} actions={<ButtonLink href="/akun/keamanan" kind="plain">{t('Batal')}</ButtonLink>}>
          <TextField field={fields('kode')} label={t('Kode yang tampil sekarang')} inputmode="numeric" autocomplete="one-time-code" width="short" required />
        </Form>
      </Stack>
    </BareLayout>
  ),
  async before(context) {
    const { ask, government, request, input, who } = context
    const secret = await pendingSecret(context)
    if (!secret) throw new Problem('', 'Waktu untuk langkah ini habis. Mulai lagi dari awal.')
    const answer = await answerOf(await ask(inside).authOf(government, request.origin).api.verifyTOTP({ body: { code: input.kode }, headers: headersFor(request), asResponse: true }))
    if (!answer.ok) throw new Problem('kode', 'Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi.')
    return [...answer.cookies, await keepSecret(context, { accountId: who.account!.id, codes: secret.codes })]
  },
  async act({ prepared, who, note }) {
    note({ record: ['account', who.account!.id], after: { security: 'second factor set up' } })
    return { ...goto('/akun/keamanan/pemulihan', 'Aplikasi autentikator terpasang.'), cookies: prepared }
  },
})

/** The recovery codes, once, as text that can be printed or copied. */
export const recoveryCodesPage = page({
  path: '/akun/keamanan/pemulihan',
  may: 'signed-in',
  async load(context) {
    const secret = await pendingSecret(context)
    if (!secret || secret.uri) throw new Elsewhere('/akun/keamanan')
    return secret.codes
  },
  view: ({ data: codes, government, who }) => (
    <BareLayout title={t('Kode pemulihan')} lead={t('Cetak atau salin sekarang. Setelah halaman ini ditutup, kode tidak ditampilkan lagi.')}>
      <Stack>
        <pre>{[`${government.name} – ${who.account!.username}`, ...codes].join('\n')}</pre>
        <Notice><p>{t('Setiap kode dapat dipakai satu kali bila ponsel Anda hilang. Simpan di tempat yang terkunci, bukan di ponsel yang sama.')}</p></Notice>
        <Form submit={t('Sudah saya simpan')} />
      </Stack>
    </BareLayout>
  ),
  async act(context) {
    context.note({ record: ['account', context.who.account!.id] })
    return { ...goto('/akun/keamanan'), cookies: [forgetSecret(context)] }
  },
})
