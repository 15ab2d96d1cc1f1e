import { appendAudit } from '#platform/audit/audit.ts'
import { t } from '#platform/i18n/locale.ts'
import { page, raw } from '#platform/web/page.ts'
import { BareLayout, Button, ButtonLink, Form, HiddenField } from '#ui/index.ts'
import { unlisted } from '../parts/unlisted.tsx'
import { byToken, erase } from '../store.ts'

const path = '/langganan/berhenti/:token'

/** Asks once; opening the link stops nothing, because programs that check links open it too. */
export const stopPage = page({
  path,
  may: 'public',
  load: async ({ db, hands, params }) => (await byToken(db, hands.secret, params.token!)) !== null,
  view: ({ data: subscribed }) =>
    subscribed ? (
      <BareLayout title={t('Berhenti menerima kabar?')} lead={t('Alamat dan semua pilihan Anda dihapus saat itu juga.')} head={unlisted}>
        <Form actions={<Button kind="primary" name="List-Unsubscribe" value="One-Click">{t('Ya, berhenti')}</Button>}><HiddenField name="dari" value="halaman" /></Form>
      </BareLayout>
    ) : (
      <BareLayout title={t('Anda tidak berlangganan lagi')} lead={t('Alamat Anda sudah dihapus dari daftar kami.')} head={unlisted}>
        <p><ButtonLink href="/langganan">{t('Berlangganan lagi')}</ButtonLink></p>
      </BareLayout>
    ),
})

/**
 * Stops at once, for the button of that page and for mail programs (RFC 8058). Those come without cookies and may
 * write the form in either encoding, so the unguessable link alone decides; a second call finds nothing left to do.
 */
export const stopNow = raw({
  path,
  method: 'POST',
  may: 'public',
  async handle({ db, hands, params, body }) {
    await db.transaction().execute(async tx => {
      const subscriber = await byToken(tx, hands.secret, params.token!)
      if (!subscriber) return
      await erase(tx, subscriber.id)
      await appendAudit(tx, { action: 'public', accountId: null, path, record: ['subscriber', subscriber.id], after: { stopped: true } })
    })
    const fromPage = (body as { dari?: unknown } | undefined)?.dari === 'halaman'
    // A mail program must not be led elsewhere (RFC 8058, 3.1); a person must.
    return fromPage ? new Response(null, { status: 303, headers: { location: path.replace(':token', encodeURIComponent(params.token!)) } }) : new Response('Langganan dihentikan.\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  },
})
