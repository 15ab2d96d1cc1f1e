import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { BareLayout, ButtonLink, Form } from '#ui/index.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'

/** Ends this session. The address itself only asks, so that no link can sign anyone out. */
export const signOutPage = page({
  path: '/keluar',
  may: 'signed-in',
  view: ({ who }) => (
    <BareLayout title={t('Keluar')} lead={t('Anda masuk sebagai {name}.', { name: who.account!.name })}>
      <Form submit={t('Keluar')} actions={<ButtonLink href="/kerja" kind="quiet">{t('Tetap masuk')}</ButtonLink>} />
    </BareLayout>
  ),
  async before({ ask, government, request }) {
    const answer = await ask(inside).authOf(government, request.origin).api.signOut({ headers: headersFor(request), asResponse: true })
    return answer.headers.getSetCookie()
  },
  async act({ prepared, who, note }) {
    note({ record: ['account', who.account!.id] })
    return { ...goto('/masuk', 'Anda sudah keluar.'), cookies: prepared }
  },
})
