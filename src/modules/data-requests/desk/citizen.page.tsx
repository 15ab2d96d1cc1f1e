import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { FactList, WorkLayout } from '#ui/index.ts'
import { citizenOf } from '../citizens.ts'
import { requestHere } from '../parts/here.ts'
import { isHolder } from '../policy.ts'

/** Who asked, for those who answer. Opening it is written down. */
export const citizenPage = page({
  path: '/kerja/permintaan-data/:id/pemohon',
  may: 'data-requests.answer',
  audited: true,
  async load(context) {
    const request = await requestHere(context)
    const citizen = isHolder(context.who, request) ? await citizenOf(context.db, context.hands.secret, request.id) : null
    if (!citizen) throw new NotFound()
    return { request, citizen }
  },
  view: ({ data: { request, citizen } }) => (
    <WorkLayout title={t('Pemohon')} lead={t('Pembukaan halaman ini dicatat. Pakai hanya untuk menjawab permintaan ini.')} width="text" breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }, { label: request.code, href: `/kerja/permintaan-data/${request.id}` }]}>
      <FactList facts={[{ label: t('Nama'), value: citizen.name }, { label: t('Surel'), value: citizen.email }]} />
    </WorkLayout>
  ),
})
