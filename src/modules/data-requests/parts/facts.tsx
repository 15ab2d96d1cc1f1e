import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { DateTime, FactList, Notice, Section, StateBadge, Timeline } from '#ui/index.ts'
import type { Ground } from '../rules.ts'
import type { Request, Step } from '../store.ts'
import { degreeWords, formWords, levelWords, stateWords, stepWords } from './words.ts'

/** Whether it still waits for somebody. */
const waits = ({ state }: Pick<Request, 'state'>): boolean => state === 'waiting' || state === 'contested'

/** Where a request stands against its clock, in one sentence. */
export function clockWords(request: Pick<Request, 'state' | 'level' | 'dueOn' | 'took' | 'answeredOn'>, today: string): string {
  if (waits(request) && request.dueOn) {
    const [whose, date] = [t(levelWords[request.level]), longDate(request.dueOn)]
    return today > request.dueOn ? t('{whose} melewati tenggat {date}.', { whose, date }) : t('Menunggu {whose} sampai {date}.', { whose: whose.toLowerCase(), date })
  }
  return request.answeredOn === null || request.took === null ? '' : t('Dijawab pada {date}, setelah {n, plural, one {# hari kerja} other {# hari kerja}}.', { date: longDate(request.answeredOn), n: request.took })
}

/** State and clock side by side, below a title. */
export const Standing = ({ request, today }: { request: Request; today: string }) => <><StateBadge state={request.state} states={stateWords} /> {clockWords(request, today)}</>

/** What was asked for; what is only for those concerned is left out for the public. */
export const RequestFacts = ({ request, units, dataset, inside }: { request: Request; units: UnitTree; dataset: Dataset | null; inside?: boolean }) => (
  <FactList facts={[
    { label: t('Pemohon'), value: request.unitId ? units.byId(request.unitId)?.name : t('Warga') },
    { label: t('Pemegang data'), value: units.byId(request.holderUnitId)?.name },
    { label: t('Data dalam katalog'), value: dataset && <a href={`/data/${dataset.slug}`}>{dataset.title}</a> },
    { label: t('Diajukan'), value: <DateTime at={request.askedOn} /> },
    { label: t('Tenggat jawaban'), value: request.answerBy && <DateTime at={request.answerBy} /> },
    ...(inside ? [
      { label: t('Isi yang diminta'), value: request.fields },
      { label: t('Periode'), value: request.period },
      { label: t('Untuk apa'), value: request.purpose },
      { label: t('Dasar hukum'), value: request.legalBasis },
      { label: t('Disimpan sampai'), value: request.keepUntil && <DateTime at={request.keepUntil} /> },
      { label: t('Seberapa banyak'), value: t(degreeWords[request.degree]) },
      { label: t('Bentuk'), value: t(formWords[request.form]) },
    ] : []),
  ]} />
)

/** The answer as it was given. */
export function AnswerNotice({ request, ground }: { request: Request; ground: Ground | undefined }) {
  if (request.answeredOn === null || waits(request) && request.state !== 'contested') return null
  const no = request.state === 'refused' || request.state === 'upheld' || request.state === 'contested'
  return (
    <Notice tone={no ? 'warn' : 'good'} title={t(stateWords[request.state].label)}>
      {ground && <p>{ground.name} <small>{ground.legalBasis}</small></p>}
      {request.explanation && <p>{request.explanation}</p>}
    </Notice>
  )
}

/** Every step with its day; who took it is said inside only, what was written only where it concerns nobody else. */
export const History = ({ steps, nameOf, remarks }: { steps: readonly Step[]; nameOf?: (id: string) => string | undefined; remarks: boolean }) => (
  <Section title={t('Riwayat')}>
    <Timeline items={steps.map(step => ({
      title: step.event === 'escalate' ? `${t(stepWords.escalate)}: ${t(levelWords[step.level])}` : t(stepWords[step.event]),
      at: step.on,
      who: nameOf && step.by ? nameOf(step.by) : undefined,
      body: <>{remarks && step.remark}{step.dueOn && ['ask', 'confirm', 'extend', 'escalate', 'contest'].includes(step.event) && <> {t('Tenggat {date}.', { date: longDate(step.dueOn) })}</>}</>,
    }))} />
  </Section>
)
