import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { BareLayout, Form, HiddenField, Stack, TextField } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'
import { codeAnswer } from '../proving.ts'
import { answerOf, localPath, settle, signedIn } from './settle.ts'

/** Second step of signing in: the code of the authenticator app, or one of the recovery codes. */
export const codePage = page({
  path: '/masuk/kode',
  may: 'public',
  query: z.object({ kembali: z.string().max(500).optional() }),
  form: z.object({ kode: z.string('Isi kode').trim().min(1, 'Isi kode').max(40, 'Paling banyak {max} huruf'), kembali: z.string().optional() }),
  fill: (_, { query }) => ({ kembali: query.kembali ?? '' }),
  view: ({ fields }) => (
    <BareLayout title={t('Kode kedua')} lead={t('Buka aplikasi autentikator di ponsel Anda dan ketik kode enam angka untuk akun ini.')}>
      <Stack>
        <Form fields={fields} submit={t('Lanjutkan')}>
          <TextField field={fields('kode')} label={t('Kode')} hint={t('Ponsel tidak ada? Ketik salah satu kode pemulihan yang Anda simpan.')} autocomplete="off" width="half" spellcheck={false} required />
          <HiddenField name="kembali" value={fields('kembali').value} />
        </Form>
        <p><a href="/masuk">{t('Mulai lagi dari awal')}</a></p>
      </Stack>
    </BareLayout>
  ),
  async before(context) {
    const { ask, government, request, input } = context
    const { api } = ask(inside).authOf(government, request.origin)
    const headers = headersFor(request)
    // The library allows five tries per sign-in and locks the second step of an account that fails too often.
    const answer = await answerOf(await codeAnswer(api, headers, input.kode))
    const fresh = answer.ok ? signedIn(answer.body) : null
    if (!fresh) throw new Problem('kode', reasonOf(answer.body.code))
    const settled = await settle(context, fresh, localPath(input.kembali))
    return { to: settled.to, cookies: [...answer.cookies, ...settled.cookies], accountId: fresh.accountId }
  },
  async act({ prepared, note }) {
    note({ record: ['account', prepared.accountId] })
    return { ...goto(prepared.to), cookies: prepared.cookies }
  },
})

function reasonOf(code: unknown): string {
  if (code === 'INVALID_TWO_FACTOR_COOKIE') return 'Waktu untuk langkah ini habis. Mulai lagi dari awal.'
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return 'Terlalu banyak kode salah. Mulai lagi dari awal.'
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return 'Terlalu banyak kode salah untuk akun ini. Tunggu beberapa menit.'
  return 'Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi.'
}
