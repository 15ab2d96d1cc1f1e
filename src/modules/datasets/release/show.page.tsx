import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { fileSize, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, Columns, DataQuality, DataTable, EmptyState, Form, Notice, Section, StateBadge, TextArea, Timeline, WorkLayout } from '#ui/index.ts'
import { nationalStates, type ReleaseEvent } from '../entry.ts'
import { stepRelease } from '../lifecycle.ts'
import { meansOf, releaseHere, takeRelease } from '../parts/here.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { eventWords, releaseStates } from '../parts/words.ts'
import { mayRelease } from '../policy.ts'
import { resourcesOf, stepsOf } from '../store.ts'

const steps = ['submit', 'check', 'approve', 'publish', 'show-again', 'recall', 'reject', 'withdraw', 'cancel'] as const satisfies readonly ReleaseEvent[]
type Step = (typeof steps)[number]

const buttons: Record<Step, string> = {
  submit: 'Kirim untuk diperiksa', check: 'Sudah diperiksa', approve: 'Setujui', publish: 'Tayangkan', 'show-again': 'Tayangkan lagi', recall: 'Tarik kembali', reject: 'Tolak', withdraw: 'Hentikan penayangan', cancel: 'Batalkan rilis',
}
const done: Record<Step, string> = {
  submit: 'Dikirim. Pemeriksa diberi tahu.', check: 'Diteruskan kepada walidata.', approve: 'Disetujui.', publish: 'Ditayangkan. Kini terlihat di katalog.', 'show-again': 'Ditayangkan lagi.', recall: 'Ditarik kembali.', reject: 'Ditolak, dengan alasan kepada produsen data.', withdraw: 'Tidak lagi ditayangkan.', cancel: 'Rilis dibatalkan.',
}
/** What goes wrong by going on is asked about in red; what goes on stands first. */
const kindOf = (step: Step, first: Step): 'primary' | 'danger' | 'quiet' => (['reject', 'withdraw', 'cancel'].includes(step) ? 'danger' : step === first ? 'primary' : 'quiet')

/** One release for those who fill, check and show it. */
export const releasePage = page({
  path: '/kerja/data/rilis/:id',
  may: 'datasets.read',
  form: z.object({ step: z.enum(steps, 'Pilih langkah'), remark: optionalLine(2000) }),
  async load(context) {
    const { db, ask, government } = context
    const { dataset, release } = await releaseHere(context, context.params.id!)
    const [units, resources, history] = await Promise.all([ask(unitDirectory).of(government.id), resourcesOf(db, [release.id]), stepsOf(db, dataset.id, release.id)])
    const names = await ask(people).named(db, history.flatMap(step => step.by ?? []))
    return { dataset, release, unit: units.byId(dataset.unitId), resources: resources.get(release.id) ?? [], history, names }
  },
  view({ data: { dataset, release, unit, resources, history, names }, who, fields }) {
    const may = (event: ReleaseEvent) => mayRelease(who, event, dataset, release)
    // Nothing is sent for checking before there is something to check.
    const open = steps.filter(step => may(step) && (step !== 'submit' || resources.length > 0))
    const first = open[0]
    const upload = `/kerja/data/rilis/${release.id}/unggah`
    const rejected = release.state === 'rejected' && history.find(({ event }) => event === 'reject')?.remark
    return (
      <WorkLayout title={t('Rilis {period}', { period: periodWords(release.period) })} lead={<>{dataset.title}, {unit?.shortName} <StateBadge state={release.state} states={releaseStates} /></>}
        breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: dataset.title, href: `/kerja/data/${dataset.id}` }]}
        action={<Actions>{may('fill') && resources.length > 0 && <ButtonLink kind="quiet" href={upload}>{t('Tambah isi')}</ButtonLink>}{release.state === 'published' && dataset.state === 'listed' && <ButtonLink kind="quiet" href={`/data/${dataset.slug}?rilis=${release.period}`}>{t('Lihat di katalog')}</ButtonLink>}</Actions>}>
        {rejected && <Notice tone="bad" title={t('Perlu diperbaiki')}><p>{rejected}</p></Notice>}
        {release.state === 'approved' && dataset.state !== 'listed' && <Notice tone="warn"><p>{t('Belum dapat ditayangkan: datanya belum masuk daftar data.')} <a href={`/kerja/data/${dataset.id}`}>{t('Lihat datanya')}</a></p></Notice>}
        <Columns aside={(
          <>
            {release.quality && <DataQuality quality={release.quality} />}
            <Section title={t('Riwayat')}>
              <p class="muted">{t('Menurut portal nasional: {state}', { state: nationalStates[release.state] })}</p>
              <Timeline items={history.map(step => ({ title: t(eventWords[step.event as ReleaseEvent]), at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: step.remark }))} />
            </Section>
          </>
        )}>
          {release.note && <p>{release.note}</p>}
          <Section title={t('Isi')}>
            <DataTable caption={t('Isi')} rows={resources} rowKey={one => one.id} columns={[
              { label: t('Nama'), main: true, cell: one => (one.kind === 'table' ? <a href={`/kerja/data/isi/${one.id}`}>{one.name}</a> : one.kind === 'link' ? <a href={one.url}>{one.name}</a> : one.name) },
              { label: t('Baris'), numeric: true, cell: one => one.kind === 'table' && number(one.table.rows) },
              { label: t('Kolom'), numeric: true, cell: one => one.kind === 'table' && number(one.table.columns.length) },
              { label: t('Ukuran'), cell: one => one.bytes !== null && fileSize(one.bytes) },
            ]} empty={<EmptyState title={t('Belum ada isi')} action={may('fill') && <ButtonLink href={upload}>{t('Unggah isi')}</ButtonLink>}>{t('Unggah CSV, XLSX, GeoJSON, JSON, atau Parquet, sampai 1 GB.')}</EmptyState>} />
          </Section>
          {first && (
            <Form fields={fields} actions={<>{open.map(step => <Button key={step} name="step" value={step} kind={kindOf(step, first)}>{t(buttons[step])}</Button>)}</>}>
              {(open.includes('reject') || open.includes('withdraw')) && <TextArea field={fields('remark')} label={t('Alasan')} hint={t('Wajib diisi bila ditolak atau dihentikan.')} rows={2} maxlength={2000} />}
            </Form>
          )}
        </Columns>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, note } = context
    const { dataset, release } = await takeRelease(tx, context, params.id!, input.step)
    const after = await stepRelease(tx, meansOf(context), dataset, release, input.step, who.account!.id, input.remark)
    note({ record: ['release', release.id], before: { state: release.state }, after: { state: after.state, remark: input.remark } })
    return goto(input.step === 'cancel' ? `/kerja/data/${dataset.id}` : `/kerja/data/rilis/${release.id}`, done[input.step])
  },
})
