import { z } from 'zod'
import { optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, Disclosure, Form, Notice, Section, SelectField, TextArea, WorkLayout } from '#ui/index.ts'
import { holdersOf } from '../ask/content.ts'
import { citizenOf, maskedName } from '../citizens.ts'
import { accessesOf } from '../grants.ts'
import { contest, extend, meansOf, redirect, urge, withdraw } from '../lifecycle.ts'
import { AccessList } from '../parts/accesses.tsx'
import { AnswerNotice, History, RequestFacts, Standing } from '../parts/facts.tsx'
import { requestHere, takeRequest } from '../parts/here.ts'
import { levelWords } from '../parts/words.ts'
import { isHolder, mayReadLedger, mayRequest } from '../policy.ts'
import { answerEvents } from '../request.ts'
import { groundsOn } from '../rules.ts'
import { stepsOf } from '../store.ts'

const steps = ['extend', 'urge', 'redirect', 'contest', 'withdraw'] as const
type Step = (typeof steps)[number]

const buttons: Record<Step, string> = { extend: 'Perpanjang sekali', urge: 'Kirim teguran', redirect: 'Alihkan', contest: 'Bawa ke forum', withdraw: 'Tarik permintaan' }
const stepTitles: Record<Exclude<Step, 'withdraw'>, string> = { extend: 'Perlu waktu lebih', urge: 'Menegur pemegang data', redirect: 'Mengalihkan kepada pemegang lain', contest: 'Tidak menerima penolakan' }
const remarkLabels: Record<Exclude<Step, 'withdraw'>, string> = { extend: 'Mengapa perlu waktu lebih', urge: 'Teguran atau arahan', redirect: 'Mengapa dialihkan', contest: 'Mengapa penolakan tidak diterima' }
const done: Record<Step, string> = { extend: 'Tenggat diperpanjang. Pemohon diberi tahu.', urge: 'Teguran dikirim kepada pemegang data.', redirect: 'Permintaan dialihkan.', contest: 'Penolakan dibawa ke forum Satu Data.', withdraw: 'Permintaan ditarik.' }

/** One request for those concerned: what is asked, how it stands against the clock, what to do next, all that happened. */
export const requestPage = page({
  path: '/kerja/permintaan-data/:id',
  may: 'data-requests.read',
  form: z.object({ step: z.enum(steps, 'Pilih langkah'), remark: optionalLine(2000), holder: optionalId() }),
  async load(context) {
    const { db, ask, government, hands } = context
    const request = await requestHere(context)
    const today = todayOf(context)
    const [units, dataset, history, accesses, grounds, citizen] = await Promise.all([
      ask(unitDirectory).of(government.id), request.datasetId ? ask(catalogue).byId(db, request.datasetId) : null, stepsOf(db, request.id), accessesOf(db, request.id), groundsOn(db, today), request.asker === 'citizen' ? citizenOf(db, hands.secret, request.id) : null,
    ])
    const names = await ask(people).named(db, [...history.flatMap(step => step.by ?? []), ...(request.accountId ? [request.accountId] : [])])
    return { request, units, dataset, history, accesses, names, today, ground: grounds.find(({ code }) => code === request.ground), citizen: citizen && maskedName(citizen.name) }
  },
  view({ data: { request, units, dataset, history, accesses, names, today, ground, citizen }, who, fields }) {
    const here = `/kerja/permintaan-data/${request.id}`
    const may = (step: Step) => mayRequest(who, step, request, today)
    const mayAnswer = answerEvents.some(event => mayRequest(who, event, request, today))
    const formFor = (step: Exclude<Step, 'withdraw'>) => (fields('step').value === step ? fields : undefined)
    return (
      <WorkLayout title={request.subject} lead={<>{request.code} <Standing request={request} today={today} /></>} breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }]}
        action={<Actions>
          {mayAnswer && <ButtonLink href={`${here}/jawab`}>{t('Jawab')}</ButtonLink>}
          {(isHolder(who, request) && accesses.length > 0) && <ButtonLink kind="quiet" href={`${here}/berita-acara`}>{t('Berita acara')}</ButtonLink>}
          {accesses.length > 0 && mayReadLedger(who, request) && <ButtonLink kind="quiet" href={`${here}/pemakaian`}>{t('Buku pemakaian')}</ButtonLink>}
          <ButtonLink kind="quiet" href={`/data/permintaan/${request.code}`}>{t('Lihat di papan publik')}</ButtonLink>
        </Actions>}>
        {request.state === 'waiting' && request.level > 0 && <Notice tone="warn" title={t('Naik ke {level}', { level: t(levelWords[request.level]) })}><p>{t('Pemegang data tidak menjawab sampai tenggatnya. Jawabannya tetap ditunggu; siapa yang diberi giliran boleh menegur atau menjawab sebagai gantinya.')}</p></Notice>}
        <AnswerNotice request={request} ground={ground} />
        {accesses.length > 0 && <AccessList accesses={accesses} dataset={dataset} today={today} who={who} />}
        <Section title={t('Yang diminta')}>
          <RequestFacts request={request} units={units} dataset={dataset} inside />
          {request.accountId && <p>{t('Ditulis {name}', { name: names.get(request.accountId)?.name ?? t('Pegawai') })}</p>}
          {request.asker === 'citizen' && <p>{citizen ? <>{t('Pemohon warga: {name}.', { name: citizen })} {isHolder(who, request) && <a href={`${here}/pemohon`}>{t('Lihat identitas (dicatat)')}</a>}</> : t('Data diri pemohon sudah dihapus.')}</p>}
        </Section>
        {steps.filter((step): step is Exclude<Step, 'withdraw'> => step !== 'withdraw' && may(step)).map(step => {
          const own = formFor(step)
          return (
            <Disclosure key={step} title={t(stepTitles[step])} level={2}>
              <Form fields={own} actions={<Button kind="primary" name="step" value={step}>{t(buttons[step])}</Button>}>
                {step === 'redirect' && <SelectField field={fields('holder')} label={t('Pemegang yang tepat')} required empty={t('Pilih')} options={holdersOf(units).filter(({ id }) => id !== request.holderUnitId).map(unit => ({ value: unit.id, label: unit.name }))} />}
                <TextArea field={fields('remark')} label={t(remarkLabels[step])} required rows={3} maxlength={2000} />
              </Form>
            </Disclosure>
          )
        })}
        {may('withdraw') && <Form actions={<Button kind="danger" name="step" value="withdraw">{t('Tarik permintaan')}</Button>} />}
        <History steps={history} remarks nameOf={id => names.get(id)?.name} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note, ask, government } = context
    const request = await takeRequest(tx, context, input.step)
    const means = meansOf(context)
    if (input.step === 'redirect') {
      const holder = holdersOf(await ask(unitDirectory).of(government.id)).find(({ id }) => id === input.holder)
      await redirect(tx, means, request, holder?.id ?? request.holderUnitId, input.remark)
    } else if (input.step === 'withdraw') await withdraw(tx, means, request)
    else await { extend, urge, contest }[input.step](tx, means, request, input.remark)
    note({ record: ['data-request', request.id], before: { state: request.state, holder: request.holderUnitId }, after: { step: input.step, remark: input.remark } })
    // Whoever sent it on may not see it any more.
    return goto(input.step === 'redirect' ? '/kerja/permintaan-data' : `/kerja/permintaan-data/${request.id}`, done[input.step])
  },
})
