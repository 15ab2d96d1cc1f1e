import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { PublicLayout, StateBadge } from '#ui/index.ts'
import { AnswerNotice, clockWords, History, RequestFacts } from '../parts/facts.tsx'
import { stateWords } from '../parts/words.ts'
import { groundsOn } from '../rules.ts'
import { requestByCode, stepsOf } from '../store.ts'

/** One request as everybody may see it: who was asked, how long it took, what was answered. Nobody's name. */
export const publicRequestPage = page({
  path: '/data/permintaan/:code',
  may: 'public',
  async load(context) {
    const { db, ask, government, params } = context
    const request = await requestByCode(db, params.code!)
    if (!request) throw new NotFound()
    const today = todayOf(context)
    const [units, dataset, steps, grounds] = await Promise.all([ask(unitDirectory).of(government.id), request.datasetId ? ask(catalogue).byId(db, request.datasetId) : null, stepsOf(db, request.id), groundsOn(db, today)])
    return { request, units, dataset, steps, today, ground: grounds.find(({ code }) => code === request.ground) }
  },
  view({ data: { request, units, dataset, steps, today, ground } }) {
    return (
      <PublicLayout title={request.publicTitle ?? t('Permintaan warga')} lead={`${request.code}. ${clockWords(request, today)}`} width="text" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Permintaan data'), href: '/data/permintaan' }]}>
        <p><StateBadge state={request.state} states={stateWords} /></p>
        {/* What was written to a citizen may speak of them. */}
        <AnswerNotice request={request.asker === 'citizen' ? { ...request, explanation: null } : request} ground={ground} />
        <RequestFacts request={request} units={units} dataset={dataset} />
        <History steps={steps} remarks={false} />
      </PublicLayout>
    )
  },
})
