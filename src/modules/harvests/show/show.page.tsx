import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, DataTable, DateTime, Disclosure, EmptyState, FactList, Form, Notice, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { everyWords, kindWords, runStates, sourceStates } from '../parts/words.ts'
import { planVisit } from '../run/visit.ts'
import { stateAfter, type Run, type SourceState } from '../source.ts'
import { runsOf, setSource, sourceById } from '../store.ts'

const told = { activate: 'Panen dimulai. Kemajuannya tampil di bawah.', pause: 'Panen dihentikan. Yang sudah tampil tetap tampil.', look: 'Kunjungan direncanakan.' } as const

/** One source: what it shows, and what its visits brought. */
export const showPage = page({
  path: '/kerja/data/panen/:id',
  may: 'harvests.manage',
  form: z.object({ event: z.enum(['activate', 'pause', 'look'], 'Pilih dari daftar') }),
  async load({ db, params, ask, government }) {
    const source = await sourceById(db, params.id!)
    if (!source) throw new NotFound()
    const [runs, units] = await Promise.all([runsOf(db, source.id), ask(unitDirectory).of(government.id)])
    return { source, runs, unit: units.byId(source.unitId) }
  },
  view({ data: { source, runs, unit }, fields }) {
    const [last] = runs
    const busy = last?.state === 'waiting' || last?.state === 'running'
    const preview = runs.find(run => run.kind === 'preview' && run.state === 'done')
    return (
      <WorkLayout title={source.name} breadcrumbs={[{ label: t('Panen katalog'), href: '/kerja/data/panen' }, { label: source.name }]}>
        <FactList facts={[
          { label: t('Keadaan'), value: <StateBadge state={source.state} states={sourceStates} /> },
          { label: t('Alamat'), value: <a href={source.url}>{source.url}</a> },
          { label: t('Jenis'), value: t(kindWords[source.kind].label) },
          { label: t('Tampil di bawah unit'), value: unit?.name },
          { label: t('Dikunjungi'), value: t(everyWords[source.every]) },
          { label: t('Berikutnya'), value: source.nextAt && <DateTime at={source.nextAt} as="full" /> },
        ]} />
        {busy && <Notice><p>{t('Sumber sedang dibaca: {seen} dari {total}. Muat ulang halaman untuk melihat kemajuannya.', { seen: number(last.seen), total: last.total === null ? '…' : number(last.total) })}</p></Notice>}
        {last?.state === 'failed' && <Notice tone="bad" title={t('Kunjungan terakhir gagal')}><p>{last.failure && t(last.failure)}</p></Notice>}
        <Form fields={fields} actions={<Choices state={source.state} busy={busy} looked={preview !== undefined} />} />
        {source.state === 'new' && preview && (
          <Section title={t('Yang akan tampil')}>
            <p>{t('{n, plural, one {# entri} other {# entri}}, antara lain:', { n: preview.total ?? preview.seen })}</p>
            <ul>{preview.notes.map(title => <li key={title}>{title}</li>)}</ul>
          </Section>
        )}
        <Section title={t('Kunjungan')}>
          <DataTable caption={t('Kunjungan')} rows={runs} rowKey={run => run.id} empty={<EmptyState title={t('Belum ada kunjungan')}>{t('Kunjungan pertama direncanakan saat sumber didaftarkan.')}</EmptyState>} columns={[
            { label: t('Waktu'), main: true, cell: run => (run.startedAt ? <DateTime at={run.startedAt} as="full" /> : '–') },
            { label: t('Hasil'), cell: run => <><StateBadge state={run.state} states={runStates} /> {run.failure && t(run.failure)}<Notes run={run} /></> },
            { label: t('Dilihat'), numeric: true, cell: run => run.seen },
            { label: t('Baru'), numeric: true, cell: run => run.added },
            { label: t('Berubah'), numeric: true, cell: run => run.changed },
            { label: t('Hilang'), numeric: true, cell: run => run.gone },
            { label: t('Ditolak'), numeric: true, cell: run => run.refused },
          ]} />
        </Section>
      </WorkLayout>
    )
  },
  async act({ tx, params, input, who, hands, government, note }) {
    const source = await sourceById(tx, params.id!, true)
    if (!source) throw new NotFound()
    const state = stateAfter(source.state, input.event)
    if (state === null) throw new Conflict('Keadaan sumber ini sudah berubah. Muat ulang halaman.')
    if (state !== source.state) await setSource(tx, source.id, { state, nextAt: null, failures: 0 })
    if (input.event !== 'pause' && !(await planVisit(tx, hands, government.id, source.id, state === 'new' ? 'preview' : 'harvest', who.account!.id))) throw new Conflict('Sumber ini sedang dibaca. Tunggu sampai selesai.')
    note({ record: ['harvest-source', source.id], before: { state: source.state }, after: { state, event: input.event } })
    return goto(`/kerja/data/panen/${source.id}`, told[input.event])
  },
})

/** What can be done now. */
function Choices({ state, busy, looked }: { state: SourceState; busy: boolean; looked: boolean }) {
  return (
    <Actions>
      {state !== 'active' && looked && !busy && <Button name="event" value="activate">{state === 'new' ? t('Mulai memanen') : t('Lanjutkan')}</Button>}
      {!busy && <Button name="event" value="look" kind="quiet">{state === 'new' ? t('Lihat lagi') : t('Kunjungi sekarang')}</Button>}
      {state === 'active' && <Button name="event" value="pause" kind="quiet">{t('Hentikan')}</Button>}
    </Actions>
  )
}

const Notes = ({ run }: { run: Run }) =>
  run.kind === 'harvest' && run.notes.length > 0 ? <Disclosure title={t('{n, plural, one {# catatan} other {# catatan}}', { n: run.notes.length })}><ul>{run.notes.map((note, i) => <li key={i}>{note}</li>)}</ul></Disclosure> : null
