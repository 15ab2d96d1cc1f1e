import { z } from 'zod'
import { day } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addWorkingDays, holidaysOf } from '#platform/time/working-days.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateField, DateTime, EmptyState, FactList, Form, Grid, Muted, Section, Stat, StateBadge, Timeline } from '#ui/index.ts'
import { deliveryWords, sourceFiles, type Comparison } from '../contract.ts'
import { matchJob } from '../matching.ts'
import { ComparisonFrame } from '../parts/frame.tsx'
import { addressOf, comparisonWithSources, takeManaged } from '../parts/here.ts'
import { comparisonWords, eventText, fieldText, typeWords } from '../parts/words.ts'
import { mayBring, mayManage } from '../policy.ts'
import { askAll } from '../settling.ts'
import { insertSteps, progressOf, setComparisonState, stepsOf, type Progress, type Step } from '../store/comparisons.ts'
import { differenceCounts } from '../store/differences.ts'

const steps = ['minta', 'cocokkan', 'selesai', 'buka'] as const

/** One comparison: its sources, how far it is, who has to settle what, and what happened. */
export const showPage = page({
  path: '/kerja/rekonsiliasi/:id',
  may: 'reconciliation.see',
  form: z.object({ step: z.enum(steps, 'Pilih langkah'), due: z.string().default('') }),
  async load(context) {
    const { db, ask, government } = context
    const { comparison, sources } = await comparisonWithSources(context)
    const [progress, counts, history, deliveries, units] = await Promise.all([progressOf(db, comparison.id), differenceCounts(db, comparison.id), stepsOf(db, comparison.id), ask(sourceFiles).latest(db, sources.map(({ id }) => id), 12), ask(unitDirectory).of(government.id)])
    const names = await ask(people).named(db, [...history.flatMap(step => step.by ?? []), ...sources.flatMap(source => source.broughtBy ?? [])])
    const today = todayOf(context)
    return { comparison, sources, progress, counts, history, deliveries, units, names, due: addWorkingDays(today, comparison.settleDays, await holidaysOf(db, today)) }
  },
  fill: ({ due }) => ({ due }),
  view({ data: { comparison, sources, progress, counts, history, deliveries, units, names }, fields, who }) {
    const here = addressOf(comparison)
    const manages = mayManage(who, comparison)
    const running = comparison.state === 'open'
    return (
      <ComparisonFrame comparison={comparison} progress={progress} here="overview" lead={<><StateBadge state={comparison.state} states={comparisonWords} /> {comparison.about}</>} action={manages && running && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Ubah')}</ButtonLink>}>
        <Figures progress={progress} here={here} />
        <Section title={t('Sumber')}>
          <DataTable caption={t('Sumber')} rows={sources} rowKey={source => source.id} columns={[
            { label: t('Sumber'), main: true, cell: source => <>{source.label}<small>{source.system}</small></> },
            { label: t('Penyimpan'), cell: source => units.byId(source.unitId)?.shortName ?? '–' },
            { label: t('Baris'), numeric: true, cell: source => number(source.rows) },
            { label: t('Keadaan tanggal'), cell: source => source.asOf ? <DateTime at={source.asOf} as="short" /> : <Muted>{t('belum ada berkas')}</Muted> },
            { label: t('Dibawa oleh'), cell: source => names.get(source.broughtBy ?? '')?.name },
            { label: t('Tindakan'), quiet: true, cell: source => mayBring(who, comparison, source) && <ButtonLink kind="quiet" href={`${here}/sumber/${source.id}`} about={source.label}>{source.rows > 0 ? t('Bawa versi baru') : t('Bawa masuk berkas')}</ButtonLink> },
          ]} />
        </Section>
        {counts.length > 0 && (
          <Section title={t('Siapa memutuskan apa')}>
            <DataTable caption={t('Siapa memutuskan apa')} rows={counts} rowKey={one => one.field + one.ownerId} columns={[
              { label: t('Yang berbeda'), main: true, cell: one => <a href={`${here}/perbedaan?kolom=${encodeURIComponent(one.field)}`}>{fieldText(comparison, one.field)}</a> },
              { label: t('Yang memutuskan'), cell: one => units.byId(one.ownerId)?.name ?? '–' },
              { label: t('Belum diminta'), numeric: true, cell: one => number(one.open) },
              { label: t('Diminta'), numeric: true, cell: one => <>{number(one.asked)} {one.late > 0 && <Badge tone="bad">{t('{n} terlambat', { n: one.late })}</Badge>}</> },
              { label: t('Diputuskan'), numeric: true, cell: one => number(one.settled) },
            ]} />
          </Section>
        )}
        {manages && running && progress.open > 0 && (
          <Form fields={fields} actions={<Button kind="primary" name="step" value="minta">{t('Minta keputusan pemilik data')}</Button>}>
            <DateField field={fields('due')} label={t('Diputuskan paling lambat')} hint={t('{n, plural, one {# perbedaan} other {# perbedaan}} belum diminta. Setiap pemilik diberi tahu.', { n: progress.open })} required />
          </Form>
        )}
        <Section title={t('Yang dibandingkan')}><FactList facts={factsOf(comparison, units.byId(comparison.ownerId)?.name ?? '')} /></Section>
        {deliveries.length > 0 && (
          <Section title={t('Berkas')}>
            <DataTable caption={t('Berkas')} rows={deliveries} rowKey={one => one.id} columns={[
              { label: t('Berkas'), main: true, cell: one => <a href={`${here}/berkas/${one.id}`}>{one.fileName}</a> },
              { label: t('Sumber'), cell: one => sources.find(({ id }) => id === one.sourceId)?.label },
              { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={deliveryWords} /> },
              { label: t('Diunggah'), cell: one => <DateTime at={one.createdAt} as="full" /> },
            ]} />
          </Section>
        )}
        {manages && (
          <Form actions={(
            <Actions>
              {running && progress.items > 0 && <Button name="step" value="cocokkan">{t('Cocokkan ulang')}</Button>}
              {running && progress.items > 0 && <Button name="step" value="selesai">{t('Nyatakan selesai')}</Button>}
              {!running && <Button name="step" value="buka">{t('Buka lagi')}</Button>}
            </Actions>
          )} />
        )}
        <Section title={t('Riwayat')}><Timeline items={history.map(step => ({ title: eventText(step.event), at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: detailOf(step) }))} /></Section>
      </ComparisonFrame>
    )
  },
  async act(context) {
    const { tx, who, input, note, hands } = context
    const comparison = await takeManaged(tx, context, { finished: input.step === 'buka' })
    const here = addressOf(comparison)
    const by = who.account!.id
    const record: [string, string] = ['reconciliation', comparison.id]
    if (input.step === 'minta') {
      const due = day('Isi tanggalnya').safeParse(input.due)
      if (!due.success || due.data < todayOf(context)) throw new Problem('due', 'Pilih hari ini atau sesudahnya.')
      const n = await askAll(tx, context, comparison, due.data, by)
      if (n === 0) throw new Problem('', 'Tidak ada perbedaan yang belum diminta.')
      note({ record, after: { asked: n, due: due.data } })
      return goto(here, '{n} perbedaan diminta keputusannya.', { n })
    }
    if (input.step === 'cocokkan') {
      await hands.jobs.enqueue(tx, matchJob.name, hands.governmentId, { comparison: comparison.id }, { key: comparison.id })
      note({ record, after: { step: 'match' } })
      return goto(here, 'Sedang dicocokkan ulang; muat ulang halaman ini sebentar lagi. Keputusan yang dasarnya tetap tidak berubah.')
    }
    if (input.step === 'selesai') {
      const { questions, open, asked } = await progressOf(tx, comparison.id)
      if (questions + open + asked > 0) throw new Problem('', 'Belum dapat diselesaikan: {questions} padanan belum dijawab dan {differences} perbedaan belum diputuskan.', { questions, differences: open + asked })
    } else if (comparison.state === 'open') throw new Problem('', 'Rekonsiliasi ini masih berjalan.')
    const state = input.step === 'selesai' ? 'finished' : 'open'
    await setComparisonState(tx, comparison.id, state)
    await insertSteps(tx, comparison.id, [{ recordId: comparison.id, event: state === 'finished' ? 'finish' : 'reopen', by }])
    note({ record, before: { state: comparison.state }, after: { state } })
    return goto(here, state === 'finished' ? 'Rekonsiliasi selesai.' : 'Rekonsiliasi dibuka lagi.')
  },
})

function Figures({ progress, here }: { progress: Progress; here: string }) {
  const { items, matched, questions, open, asked, settled } = progress
  if (items === 0) return <EmptyState title={t('Belum ada baris')}>{t('Bawa masuk berkas dari setiap sumber; padanan dan perbedaannya muncul dengan sendirinya.')}</EmptyState>
  const all = open + asked + settled
  return (
    <Grid>
      <Stat value={`${number(matched)}/${number(items)}`} share={matched / items} shareLabel={t('Berpadanan')} href={`${here}/hasil`}>{t('hal ada di lebih dari satu sumber')}</Stat>
      <Stat value={number(questions)} href={`${here}/padanan`}>{t('baris menunggu kepastian padanannya')}</Stat>
      <Stat value={`${number(settled)}/${number(all)}`} share={all === 0 ? 1 : settled / all} shareLabel={t('Diputuskan')} href={`${here}/perbedaan`}>{t('perbedaan sudah diputuskan')}</Stat>
    </Grid>
  )
}

const factsOf = (comparison: Comparison, owner: string) => [
  { label: t('Kolom kode'), value: comparison.codeLabel },
  { label: t('Kolom nama'), value: comparison.nameLabel },
  { label: t('Kolom tempat'), value: comparison.placeLabel },
  { label: t('Kolom yang dibandingkan'), value: comparison.fields.length > 0 && comparison.fields.map(({ label, type, tolerance }) => `${label} (${t(typeWords[type])}${tolerance > 0 ? `, ±${number(tolerance)}` : ''})`).join(', ') },
  { label: t('Yang memutuskan'), value: owner },
  { label: t('Dicocokkan'), value: comparison.matchedAt && <DateTime at={comparison.matchedAt} as="full" /> },
]

function detailOf({ event, detail }: Step): string | null {
  if (event !== 'bring') return null
  const text = (key: string) => (typeof detail[key] === 'number' || typeof detail[key] === 'string' ? String(detail[key]) : '')
  return t('{source}, {file}: {new} baru, {changed} berubah, {gone} tidak ada lagi, {same} tetap', { source: text('source'), file: text('file'), new: text('new'), changed: text('changed'), gone: text('gone'), same: text('same') })
}
