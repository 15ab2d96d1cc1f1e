import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { BareLayout, Form, HiddenField, PasswordField, Stack } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'
import { newPassword } from '../own/password-rules.ts'
import { answerOf } from '../sign-in/settle.ts'

/** Sets a new password with the link out of the mail; the link works once and ends all sessions. */
export const resetPage = page({
  path: '/atur-ulang',
  may: 'public',
  query: z.object({ token: z.string().max(200).default('') }),
  form: z.object({ token: z.string().max(200), sandi: newPassword() }),
  fill: (_, { query }) => ({ token: query.token }),
  view: ({ fields }) => (
    <BareLayout title={t('Kata sandi baru')} lead={t('Setelah ini semua perangkat yang sedang masuk harus masuk lagi.')}>
      <Stack>
        <Form fields={fields} submit={t('Simpan kata sandi')}>
          <PasswordField field={fields('sandi')} label={t('Kata sandi baru')} hint={t('Paling sedikit 10 huruf. Empat kata yang tidak berhubungan mudah diingat dan sulit ditebak.')} autocomplete="new-password" required />
          <HiddenField name="token" value={fields('token').value} />
        </Form>
        <p><a href="/lupa-sandi">{t('Minta tautan baru')}</a></p>
      </Stack>
    </BareLayout>
  ),
  async before({ ask, government, request, input }) {
    const answer = await answerOf(
      await ask(inside).authOf(government, request.origin).api.resetPassword({ body: { token: input.token, newPassword: input.sandi }, headers: headersFor(request), asResponse: true }),
    )
    if (!answer.ok) throw new Problem('', 'Tautan ini sudah dipakai atau lewat satu jam. Minta tautan baru.')
  },
  act: async () => goto('/masuk', 'Kata sandi baru disimpan. Silakan masuk.'),
})
