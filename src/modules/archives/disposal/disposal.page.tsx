import { z } from 'zod'
import { line, optionalDay, optionalLine, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, DateTime, FactList, Notice, Section, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'
import { disposalKindWords, disposalStateWords } from '../parts/words.ts'
import { todayOf } from '../parts/here.ts'
import { readerOf } from '../policy.ts'
import { uneraseds } from './carry-out.ts'
import { disposalFor, disposalSteps, entriesFor } from './disposal-store.ts'
import { Entries, Steps } from './parts.tsx'
import { step } from './steps.ts'

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
export const disposalPage = page({
  path: '/kerja/arsip/penyusutan/:id',
  may: 'signed-in',
  form: stepForm,
  files: { minutes: { max: 30_000_000, accept: 'document' } },
  async load(context) {
    const { db, ask, government, params } = context
    const reader = await readerOf(context)
    const disposal = await disposalFor(db, reader, params.id!)
    if (!disposal) throw new NotFound()
    const [entries, steps, units, left] = await Promise.all([entriesFor(db, reader, disposal.id), disposalSteps(db, disposal.id), ask(unitDirectory).of(government.id), disposal.kind === 'destroy' && disposal.state === 'carried-out' ? uneraseds(db, disposal.id) : []])
    return { disposal, entries, steps, names: await ask(people).named(db, steps.flatMap(({ by }) => by ?? [])), unit: units.byId(disposal.unitId), left: left.length, today: todayOf(context) }
  },
  fill: ({ today }) => ({ on: today }),
  view({ data: { disposal, entries, steps, names, unit, left, today }, who, fields, kept }) {
    const here = `/kerja/arsip/penyusutan/${disposal.id}`
    return (
      <WorkLayout title={t(disposalKindWords[disposal.kind].title)} lead={[`${disposal.sequence}/${disposal.year}`, unit?.name].filter(Boolean).join(' · ')} breadcrumbs={[{ label: t('Arsip'), href: '/kerja/arsip' }, { label: t('Penyusutan arsip'), href: '/kerja/arsip/penyusutan' }]}
        action={<Actions>
          <ButtonLink kind="quiet" href={`${here}/unduh.csv`} download>{t('Unduh CSV')}</ButtonLink>
          <ButtonLink kind="quiet" href={`${here}/cetak`}>{t('Cetak')}</ButtonLink>
        </Actions>}>
        <p><StateBadge state={disposal.state} states={disposalStateWords} /></p>
        {left > 0 && <Notice><p>{t('Isi berkas sedang dihapus: masih {n} item.', { n: left })}</p></Notice>}
        <FactList facts={[
          { label: t('Per tanggal'), value: <DateTime at={disposal.asOf} /> },
          { label: t('Berkas'), value: String(entries.length) },
          { label: t('Berita acara'), value: disposal.minutesNumber && <>{disposal.minutesNumber}, <DateTime at={disposal.minutesOn!} />{disposal.minutesFileId && <> · <a href={`${here}/berita-acara`}>{t('Unduh')}</a></>}</> },
        ]} />
        <Steps disposal={disposal} entries={entries} who={who} fields={fields} kept={kept} today={today} />
        <Section title={t('Berkas')}><Entries entries={entries} kind={disposal.kind} /></Section>
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(({ event, at, by, remarks }) => ({ title: t(event), at, who: names.get(by ?? '')?.name, body: remarks && <p>{remarks}</p> }))} />
        </Section>
      </WorkLayout>
    )
  },
  act: step,
})
