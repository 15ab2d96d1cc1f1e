import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { BareLayout, Button, ButtonLink, Form, Section, Stack, TextArea } from '#ui/index.ts'
import { byToken } from '../citizens.ts'
import { accessesOf } from '../grants.ts'
import { contest, erase, meansOf, withdraw } from '../lifecycle.ts'
import { AnswerNotice, History, RequestFacts, Standing } from '../parts/facts.tsx'
import { unlisted } from '../parts/unlisted.tsx'
import { stands } from '../policy.ts'
import { requestAfter } from '../request.ts'
import { groundsOn } from '../rules.ts'
import { requestById, stepsOf } from '../store.ts'
import { tablesOf } from '../use/rows.ts'

async function load(context: Pick<Context, 'db' | 'ask' | 'government' | 'hands' | 'params' | 'now'>) {
  const { db, ask, government, hands, params } = context
  const citizen = await byToken(db, hands.secret, params.token!)
  const request = citizen?.confirmedAt ? await requestById(db, citizen.requestId) : null
  if (!citizen || !request) return null
  const today = todayOf(context)
  const [units, dataset, steps, grounds, accesses] = await Promise.all([
    ask(unitDirectory).of(government.id), request.datasetId ? ask(catalogue).byId(db, request.datasetId) : null, stepsOf(db, request.id), groundsOn(db, today), accessesOf(db, request.id),
  ])
  const access = accesses.find(one => stands(one, today) && (one.degree === 'sample' || one.degree === 'full'))
  return { citizen, request, units, dataset, steps, today, ground: grounds.find(({ code }) => code === request.ground), access, tables: access ? await tablesOf(context, access.datasetId) : [] }
}

/** What a citizen sees of their own request, by the link in their letters. */
export const ownPage = page({
  path: '/data/permintaan/milik/:token',
  may: 'public',
  form: z.object({ step: z.enum(['contest', 'withdraw', 'erase'], 'Pilih langkah'), remark: optionalLine(2000) }),
  load,
  view({ data, fields, params }) {
    if (!data)
      return (
        <BareLayout title={t('Tautan ini tidak berlaku lagi')} lead={t('Data diri sudah dihapus, atau tautannya terpotong.')} head={unlisted}>
          <p><ButtonLink href="/data/permintaan" kind="quiet">{t('Lihat papan permintaan data')}</ButtonLink></p>
        </BareLayout>
      )
    const { request, units, dataset, steps, today, ground, tables, access } = data
    const may = (event: 'contest' | 'withdraw') => requestAfter(request.state, event) !== null
    return (
      <BareLayout title={request.subject} lead={<>{request.code} <Standing request={request} today={today} /></>} head={unlisted}>
        <Stack>
          <AnswerNotice request={request} ground={ground} />
          {access && tables.length > 0 && (
            <Section title={t('Data untuk Anda')}>
              <p>{t('Boleh dipakai sampai {day}, untuk keperluan yang Anda tulis. Setiap pengunduhan dicatat dan terlihat oleh pemegang data.', { day: longDate(access.until) })}</p>
              {tables.map(({ resource, release }) => <p key={resource.id}><ButtonLink download href={`/data/permintaan/milik/${params.token}/berkas/${resource.id}`}>{`${resource.name}, ${release.period} (CSV)`}</ButtonLink></p>)}
            </Section>
          )}
          <RequestFacts request={request} units={units} dataset={dataset} inside />
          {(may('contest') || may('withdraw')) && (
            <Form fields={fields} actions={<>{may('contest') && <Button kind="primary" name="step" value="contest">{t('Bawa ke forum Satu Data')}</Button>}{may('withdraw') && <Button name="step" value="withdraw">{t('Tarik permintaan')}</Button>}</>}>
              {may('contest') && <TextArea field={fields('remark')} label={t('Mengapa Anda tidak menerima penolakan ini')} rows={3} maxlength={2000} />}
            </Form>
          )}
          <History steps={steps} remarks />
          <Section title={t('Data diri')}>
            <p>{t('Nama, surel, dan surat-surat kami kepada Anda dihapus. Permintaan yang belum dijawab ditarik, dan tautan ini tidak berlaku lagi.')}</p>
            <Form actions={<Button kind="danger" name="step" value="erase">{t('Hapus data diri saya')}</Button>} />
          </Section>
        </Stack>
      </BareLayout>
    )
  },
  async act(context) {
    const { tx, input, hands, params, note } = context
    const citizen = await byToken(tx, hands.secret, params.token!)
    const request = citizen?.confirmedAt ? await requestById(tx, citizen.requestId, true) : null
    if (!request) throw new NotFound()
    const means = meansOf(context)
    note({ record: ['data-request', request.id], before: { state: request.state }, after: { step: input.step } })
    if (input.step === 'erase') {
      await erase(tx, means, request)
      return goto('/data/permintaan', 'Data diri Anda dihapus.')
    }
    await (input.step === 'contest' ? contest(tx, means, request, input.remark) : withdraw(tx, means, request))
    return goto(`/data/permintaan/milik/${params.token}`, input.step === 'contest' ? 'Penolakan dibawa ke forum Satu Data.' : 'Permintaan ditarik.')
  },
})
