import { t } from '#platform/i18n/locale.ts'
import { Timeline } from '#ui/index.ts'
import { isWaiting, type Request } from '../leave.ts'
import type { Step } from '../store.ts'
import { eventWords, spanWords, verdictWords } from './words.ts'

const saidOf = (step: Step): string =>
  [
    step.verdict && t(verdictWords[step.verdict].label),
    (step.verdict === 'change' || step.event === 'recall') && spanWords(step),
    step.remarks,
  ].filter(Boolean).join(' · ')

/** What happened to a request and where it waits. */
export const History = ({ request, steps, waitsAt }: { request: Request; steps: readonly Step[]; waitsAt: string | null }) => (
  <Timeline items={[
    ...steps.map(step => ({ title: t(eventWords[step.event]), at: step.at, who: [step.name, step.capacity].filter(Boolean).join(', ') || undefined, body: saidOf(step) || undefined })),
    ...(isWaiting(request.state) ? [{ title: t('Menunggu {desk}', { desk: waitsAt ?? t('pengelola kepegawaian') }), state: 'now' as const }] : []),
  ]} />
)
