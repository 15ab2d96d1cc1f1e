import { z } from 'zod'
import { line, optionalDay, optionalLine, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { dayIn } from '#platform/time/zone.ts'
import { disposing } from '#modules/archives/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, DateTime, FactList, Notice, Section, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'
import { Entries, Steps } from './parts.tsx'
import { proposalHere } from './files.ts'
import { may } from './policy.ts'
import { numberOf } from './proposal.ts'
import { step } from './steps.ts'
import { stepsOf } from './store.ts'
import { kindWords, stateWords } from './words.ts'

/** What is sent with any step; each takes what it needs. */
export const stepForm = z.object({
  step: z.enum(['propose', 'cancel', 'withdraw', 'assess', 'reject', 'approve', 'carry-out'], 'Pilih langkah'),
  retained: several(z.uuid()),
  permanent: several(z.uuid()),
  remarks: optionalLine(500),
  number: line(0, 100, 'Isi nomor berita acara').optional(),
  on: optionalDay(),
})

/** A proposal: what stands on it, who said what, and the next step. */
export const proposalPage = page({
  path: '/kerja/arsip/penyusutan/:id',
  may: 'signed-in',
  form: stepForm,
  files: { minutes: { max: 30_000_000, accept: 'document' } },
  async load(context) {
    const { db, ask, government, now } = context
    const { proposal, entries } = await proposalHere(context)
    const [steps, units, left] = await Promise.all([stepsOf(db, proposal.id), ask(unitDirectory).of(government.id), ask(disposing).unerased(db, proposal.id)])
    return { proposal, entries, steps, names: await ask(people).named(db, steps.flatMap(({ by }) => by ?? [])), units, left, today: dayIn(now, government.zone) }
  },
  fill: ({ today }) => ({ on: today }),
  view({ data: { proposal, entries, steps, names, units, left, today }, who, fields, kept }) {
    const here = `/kerja/arsip/penyusutan/${proposal.id}`
    return (
      <WorkLayout title={t(kindWords[proposal.kind].title)} lead={[numberOf(proposal), units.byId(proposal.unitId)?.name].filter(Boolean).join(' · ')} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: t('Penyusutan arsip'), href: '/kerja/arsip/penyusutan' }]}
        action={<Actions>
          <ButtonLink kind="quiet" href={`${here}/unduh.csv`} download>{t('Unduh CSV')}</ButtonLink>
          <ButtonLink kind="quiet" href={`${here}/cetak`}>{t('Cetak')}</ButtonLink>
        </Actions>}>
        <p><StateBadge state={proposal.state} states={stateWords} /></p>
        {left > 0 && <Notice><p>{t('Isi berkas sedang dihapus: masih {n} item.', { n: left })}</p></Notice>}
        <FactList facts={[
          { label: t('Per tanggal'), value: <DateTime at={proposal.asOf} /> },
          { label: t('Jumlah berkas'), value: String(entries.length) },
          { label: t('Berita acara'), value: proposal.minutesNumber && <>{proposal.minutesNumber}, <DateTime at={proposal.minutesOn!} />{proposal.minutesFileId && <> · <a href={`${here}/berita-acara`}>{t('Unduh')}</a></>}</> },
        ]} />
        <Steps proposal={proposal} entries={entries} who={who} units={units} fields={fields} kept={kept} today={today} />
        {!may(who, 'assess', proposal, units) && <Section title={t('Berkas yang diusulkan')}><Entries entries={entries} kind={proposal.kind} /></Section>}
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(({ event, at, by, remarks }) => ({ title: t(event), at, who: names.get(by ?? '')?.name, body: remarks && <p>{remarks}</p> }))} />
        </Section>
      </WorkLayout>
    )
  },
  act: step,
})
