import { z } from 'zod'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { several } from '#platform/forms/inputs.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, Button, CheckField, DataTable, DateField, EmptyState, ErrorSummary, Form, HiddenField, StateBadge, WorkLayout } from '#ui/index.ts'
import { rhythms } from '../contract.ts'
import { entryStates } from '../parts/words.ts'
import { agreePlan, planOf } from './store.ts'

const years = (today: string) => [0, 1, -1].map(by => Number(today.slice(0, 4)) + by)

const form = z.object({ year: z.coerce.number('Pilih tahun').int().min(2000).max(2100), priority: several(z.uuid()) }).catchall(z.union([z.string(), z.array(z.string())]))

/** Input of the day one dataset is due. */
const dueOf = (datasetId: string) => `due_${datasetId}`

/** What was agreed for a year: who produces what by when, and which come first (data prioritas). */
export const planPage = page({
  path: '/kerja/data/rencana',
  may: 'datasets.read',
  query: z.object({ tahun: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) }),
  form,
  async load(context) {
    const { db, who, ask, government, query } = context
    const today = todayOf(context)
    const year = query.tahun ?? Number(today.slice(0, 4))
    const [units, entries] = await Promise.all([ask(unitDirectory).of(government.id), planOf(db, who.reach('datasets.read'), year)])
    return { units, entries, year, today }
  },
  view({ data: { units, entries, year, today }, who, fields }) {
    const agrees = who.reach('datasets.plan')?.government === true
    const table = (
      <DataTable caption={t('Daftar data {year}', { year })} rows={entries} rowKey={one => one.datasetId} columns={[
        { label: t('Judul'), main: true, cell: one => <><a href={`/kerja/data/${one.datasetId}`}>{one.title}</a> {!agrees && one.priority && <Badge tone="info">{t('Prioritas')}</Badge>}</> },
        { label: t('Produsen data'), cell: one => units.byId(one.unitId)?.shortName },
        { label: t('Jadwal pembaruan'), cell: one => t(rhythms[one.every]) },
        { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={entryStates} /> },
        ...(agrees ? [{ label: t('Prioritas'), cell: (one: (typeof entries)[number]) => <CheckField quiet id={`p-${one.datasetId}`} field={{ name: 'priority', value: '', values: one.priority ? [one.datasetId] : [], error: null }} value={one.datasetId} label={t('Prioritas')} /> }] : []),
        { label: t('Tersedia paling lambat'), cell: one => agrees
          ? <DateField field={{ ...fields(dueOf(one.datasetId)), value: fields(dueOf(one.datasetId)).value || (one.dueOn ?? `${year}-12-31`) }} quiet label={t('Tersedia paling lambat')} min={`${year}-01-01`} max={`${year + 1}-12-31`} required />
          : one.dueOn && (one.dueOn < today && !one.delivered ? <Badge tone="bad">{longDate(one.dueOn)}</Badge> : longDate(one.dueOn)) },
        { label: t('Terpenuhi'), cell: one => (one.delivered ? <Badge tone="good">{t('Ya')}</Badge> : t('Belum')) },
      ]} empty={<EmptyState title={t('Daftar data tahun ini masih kosong')}>{t('Data masuk ke sini setelah walidata menerimanya.')}</EmptyState>} />
    )
    return (
      <WorkLayout title={t('Rencana data {year}', { year })} lead={t('Disepakati Forum Satu Data: siapa menghasilkan apa, kapan, dan mana yang didahulukan.')} breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }]}
        tabs={years(today).toSorted((a, b) => a - b).map(one => ({ label: String(one), href: `/kerja/data/rencana?tahun=${one}`, current: one === year }))}>
        <ErrorSummary fields={fields} />
        {agrees && entries.length > 0 ? <Form wide actions={<Button kind="primary">{t('Tetapkan rencana')}</Button>}><HiddenField name="year" value={String(year)} />{table}</Form> : table}
      </WorkLayout>
    )
  },
  async act({ tx, input, who, note }) {
    if (who.reach('datasets.plan')?.government !== true) throw new Problem('', 'Rencana ditetapkan koordinator forum atau walidata.')
    const lines = Object.entries(input).flatMap(([name, day]) => { const id = /^due_([0-9a-f-]{36})$/.exec(name)?.[1]; return id && typeof day === 'string' ? [{ name, datasetId: id, dueOn: day }] : [] })
    const [from, to] = [`${input.year}-01-01`, `${input.year + 1}-12-31`]
    const wrong = lines.filter(({ dueOn }) => !/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || Number.isNaN(Date.parse(dueOn)) || dueOn < from || dueOn > to)
    if (wrong.length > 0) {
      const titles = new Map((await planOf(tx, who.reach('datasets.read'), input.year)).map(({ datasetId, title }) => [datasetId, title]))
      throw Problem.all(wrong.map(({ name, datasetId }) => ({ name, message: { text: '{title}: pilih tanggal dari {from} sampai {to}.', values: { title: titles.get(datasetId) ?? '', from: longDate(from), to: longDate(to) } } })))
    }
    const priority = new Set(input.priority)
    const changed = await agreePlan(tx, input.year, lines.map(({ datasetId, dueOn }) => ({ datasetId, priority: priority.has(datasetId), dueOn })), who.account!.id)
    note({ record: ['data-plan', String(input.year)], after: { changed } })
    return goto(`/kerja/data/rencana?tahun=${input.year}`, 'Rencana ditetapkan.')
  },
})
