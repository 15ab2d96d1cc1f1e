import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { BareLayout, ButtonLink, FactList, Form } from '#ui/index.ts'
import { byConfirmation, confirmCitizen } from '../citizens.ts'
import { confirm, meansOf } from '../lifecycle.ts'
import { unlisted } from '../parts/unlisted.tsx'
import { requestById } from '../store.ts'

/** Where the letter leads. Opening it confirms nothing, because programs that check links open them too. */
export const confirmPage = page({
  path: '/data/permintaan/konfirmasi/:token',
  may: 'public',
  async load({ db, ask, government, hands, params }) {
    const citizen = await byConfirmation(db, hands.secret, params.token!)
    const request = citizen && (await requestById(db, citizen.requestId))
    return request ? { citizen, request, units: await ask(unitDirectory).of(government.id) } : null
  },
  view({ data, fields }) {
    if (!data)
      return (
        <BareLayout title={t('Tautan ini tidak berlaku lagi')} lead={t('Tautan konfirmasi berlaku tujuh hari.')} head={unlisted}>
          <p><ButtonLink href="/data/permintaan/baru">{t('Ajukan lagi')}</ButtonLink></p>
        </BareLayout>
      )
    if (data.citizen.confirmedAt)
      return (
        <BareLayout title={t('Permintaan ini sudah dikirim')} lead={data.request.code} head={unlisted}>
          <p><ButtonLink href={`/data/permintaan/milik/${data.citizen.token}`}>{t('Lihat permintaan Anda')}</ButtonLink></p>
        </BareLayout>
      )
    return (
      <BareLayout title={t('Kirim permintaan ini?')} lead={t('Sesudah ini tenggat jawaban mulai dihitung.')} head={unlisted}>
        <FactList facts={[{ label: t('Data'), value: data.request.subject }, { label: t('Pemegang data'), value: data.units.byId(data.request.holderUnitId)?.name }, { label: t('Surel'), value: data.citizen.email }]} />
        <Form fields={fields} submit={t('Ya, kirim permintaan ini')} />
      </BareLayout>
    )
  },
  async act(context) {
    const { tx, hands, params, note } = context
    const citizen = await byConfirmation(tx, hands.secret, params.token!)
    const request = citizen && (await requestById(tx, citizen.requestId, true))
    if (!request) throw new NotFound()
    if (request.state === 'unconfirmed') {
      await confirmCitizen(tx, request.id)
      await confirm(tx, meansOf(context), request)
    }
    note({ record: ['data-request', request.id], after: { confirmed: true } })
    return goto(`/data/permintaan/milik/${citizen.token}`, 'Permintaan Anda diteruskan kepada pemegang data.')
  },
})
