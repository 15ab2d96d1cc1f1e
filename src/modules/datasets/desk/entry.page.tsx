import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DateTime, EmptyState, FactList, Form, NewestTable, Notice, Section, StateBadge, TextArea, Timeline, WorkLayout } from '#ui/index.ts'
import type { EntryEvent } from '../entry.ts'
import { stepEntry } from '../lifecycle.ts'
import { datasetHere, meansOf, takeDataset } from '../parts/here.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { accessWords, rhythms } from '../contract.ts'
import { entryStates, eventWords, releaseStates } from '../parts/words.ts'
import { mayEntry } from '../policy.ts'
import { releasesOf, stepsOf } from '../store.ts'

const steps = ['propose', 'return', 'list', 'retire', 'restore'] as const satisfies readonly EntryEvent[]

const buttons: Record<(typeof steps)[number], string> = {
  propose: 'Usulkan masuk daftar data', list: 'Terima ke daftar data', return: 'Kembalikan', retire: 'Hentikan', restore: 'Siapkan lagi',
}
const done: Record<(typeof steps)[number], string> = {
  propose: 'Diusulkan. Walidata diberi tahu.', list: 'Masuk daftar data. Keterangannya kini terlihat di katalog.', return: 'Dikembalikan kepada produsen data.', retire: 'Dihentikan. Tidak lagi terlihat di katalog.', restore: 'Menjadi konsep lagi.',
}

/** One entry for those who work on it: how it stands, what to do next, its releases, what happened. */
export const entryPage = page({
  path: '/kerja/data/:id',
  may: 'datasets.read',
  form: z.object({ step: z.enum(steps, 'Pilih langkah'), remark: optionalLine(2000) }),
  async load(context) {
    const { db, ask, government } = context
    const dataset = await datasetHere(context, context.params.id!)
    const [units, releases, history] = await Promise.all([ask(unitDirectory).of(government.id), releasesOf(db, dataset.id), stepsOf(db, dataset.id)])
    const names = await ask(people).named(db, history.flatMap(step => step.by ?? []))
    return { dataset, unit: units.byId(dataset.unitId), releases, history, names }
  },
  view({ data: { dataset, unit, releases, history, names }, who, fields }) {
    const here = `/kerja/data/${dataset.id}`
    const may = (event: EntryEvent) => mayEntry(who, event, dataset)
    const open = steps.filter(may)
    const main = open.find(step => step === 'propose' || step === 'list') ?? open[0]
    const mayBegin = dataset.origin === 'office' && may('save') && dataset.state !== 'retired'
    return (
      <WorkLayout title={dataset.title} lead={<><StateBadge state={dataset.state} states={entryStates} /> <StateBadge state={dataset.access} states={accessWords} /></>} breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }]}
        action={<Actions>
          {mayBegin && <ButtonLink href={`${here}/rilis/baru`}>{t('Rilis baru')}</ButtonLink>}
          {may('save') && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Ubah keterangan')}</ButtonLink>}
          {may('save') && <ButtonLink kind="quiet" href={`${here}/metadata`}>{t('Metadata statistik')}</ButtonLink>}
          {dataset.state === 'listed' && <ButtonLink kind="quiet" href={`/data/${dataset.slug}`}>{t('Lihat di katalog')}</ButtonLink>}
        </Actions>}>
        {dataset.state === 'returned' && <Notice tone="warn" title={t('Dikembalikan untuk diperbaiki')}><p>{history.find(({ event }) => event === 'return')?.remark}</p></Notice>}
        {dataset.origin === 'module' && <Notice><p>{t('Isinya dibuat sendiri oleh portal ini dari pekerjaan sehari-hari, menurut jadwal.')}</p></Notice>}
        {open.length > 0 && main && (
          <Form fields={fields} actions={<>{open.map(step => <Button key={step} name="step" value={step} kind={step === main && step !== 'retire' ? 'primary' : step === 'retire' ? 'danger' : 'quiet'}>{t(buttons[step])}</Button>)}</>}>
            {open.includes('return') && <TextArea field={fields('remark')} label={t('Yang perlu diperbaiki')} hint={t('Wajib diisi bila dikembalikan.')} rows={2} maxlength={2000} />}
          </Form>
        )}
        <Section title={t('Rilis')}>
          <NewestTable caption={t('Rilis')} rows={releases} rowKey={one => one.id} columns={[
            { label: t('Periode'), main: true, cell: one => <a href={`/kerja/data/rilis/${one.id}`}>{periodWords(one.period)}{one.version > 1 && ` (${t('koreksi {n}', { n: one.version - 1 })})`}</a> },
            { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={releaseStates} /> },
            { label: t('Baris'), numeric: true, cell: one => one.rows },
            { label: t('Mutu'), numeric: true, cell: one => one.quality?.score },
            { label: t('Diubah'), cell: one => <DateTime at={one.changedAt} as="ago" /> },
          ]} empty={<EmptyState title={t('Belum ada rilis')} action={mayBegin ? <ButtonLink kind="quiet" href={`${here}/rilis/baru`}>{t('Rilis baru')}</ButtonLink> : undefined}>{t('Setiap periode menjadi satu rilis: pilih periodenya, unggah isinya, kirim untuk diperiksa.')}</EmptyState>} />
        </Section>
        <Section title={t('Keterangan')}>
          <FactList facts={[
            { label: t('Produsen data'), value: unit?.name },
            { label: t('Uraian'), value: dataset.summary },
            { label: t('Jadwal pembaruan'), value: t(rhythms[dataset.every]) },
            { label: t('Rilis berikutnya'), value: dataset.dueOn && longDate(dataset.dueOn) },
            { label: t('Alasan bila tidak terbuka'), value: dataset.accessReason },
            { label: t('Dasar hukum bila tidak terbuka'), value: dataset.accessBasis },
            { label: t('Dasar hukum pengumpulan'), value: dataset.legalBasis },
            { label: t('Cakupan wilayah'), value: dataset.coverage },
            { label: t('Kontak'), value: dataset.contact },
            { label: t('Kata kunci'), value: dataset.tags.join(', ') },
          ]} />
        </Section>
        <Section title={t('Riwayat')}>
          <Timeline items={history.map(step => {
            const release = releases.find(({ id }) => id === step.releaseId)
            return { title: `${t(eventWords[step.event as EntryEvent])}${release ? `, ${periodWords(release.period)}` : ''}`, at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: step.remark }
          })} />
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, note } = context
    const dataset = await takeDataset(tx, context, params.id!, input.step)
    const after = await stepEntry(tx, meansOf(context), dataset, input.step, who.account!.id, input.remark)
    note({ record: ['dataset', dataset.id], before: { state: dataset.state }, after: { state: after.state, remark: input.remark } })
    return goto(`/kerja/data/${dataset.id}`, done[input.step])
  },
})
