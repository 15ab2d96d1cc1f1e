import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { beginAttempt, networkOf } from '#platform/access/attempts.ts'
import { mailAddress } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { BareLayout, Form, Stack, TextField } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'
import { limits } from '../limits.ts'

/** Every answer takes this long, so that its time tells nothing about which addresses exist. Milliseconds. */
const evenTime = 400

/** Asks for a link to set a new password; the answer is the same for every address. */
export const forgotPage = page({
  path: '/lupa-sandi',
  may: 'public',
  form: z.object({ surel: mailAddress() }),
  view: ({ fields }) => (
    <BareLayout title={t('Lupa kata sandi')} lead={t('Tulis surel akun Anda. Kami mengirim tautan untuk membuat kata sandi baru.')}>
      <Stack>
        <Form fields={fields} submit={t('Kirim tautan')}>
          <TextField field={fields('surel')} label={t('Surel')} type="email" autocomplete="email" required />
        </Form>
        <p><a href="/masuk">{t('Kembali ke halaman masuk')}</a></p>
      </Stack>
    </BareLayout>
  ),
  async before({ ask, db, government, request, input }) {
    // The link in the letter begins with what the request calls us; whoever asks must not lead it to a machine of his own.
    if (!request.official) throw new Refused('Alamat {host} belum terdaftar untuk {name}. Buka portal lewat alamat resminya.', { host: new URL(request.origin).hostname, name: government.name })
    const { services, authOf } = ask(inside)
    const { recovery, network } = limits.attempts
    await beginAttempt(db, services.config.secret, [
      { key: `recovery ${input.surel}`, patience: recovery },
      { key: `recovery network ${networkOf(request.ip)}`, patience: network },
    ])
    const asked = authOf(government, request.origin).api.requestPasswordReset({ body: { email: input.surel }, headers: headersFor(request), asResponse: true })
    await Promise.all([asked, pause(evenTime)])
  },
  act: async () => goto('/masuk', 'Bila surel itu milik sebuah akun, tautan sudah dikirim. Periksa kotak masuk dan folder spam.'),
})
