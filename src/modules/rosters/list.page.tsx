import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { Actions, Badge, ButtonLink, DataTable, EmptyState, FilterBar, Form, Section, SelectField, StateBadge, WorkLayout } from '#ui/index.ts'
import { begin } from './planning.ts'
import { managesUnit, seesUnit, selfOf, shiftsFor, todayOf, unitsOf } from './parts/here.ts'
import { scheduleTabs } from './parts/tabs.ts'
import { unitOptions } from './parts/units.ts'
import { hoursWords, monthWords, stateWords, timesWords } from './parts/words.ts'
import { rostersOf, rostersWith } from './store.ts'

/** Months listed: two years. */
const most = 24
/** Rosters of other units that are listed besides. */
const mostUnits = 400

/** Rosters and shifts of a unit, and the rosters one is on. */
export const listPage = page({
  path: '/kerja/jadwal/jaga',
  may: 'signed-in',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  form: z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Pilih bulan') }),
  async load(context) {
    const { db, query, who } = context
    const [self, units] = await Promise.all([selfOf(db, context), unitsOf(context)])
    const sees = seesUnit(context, self)
    const unit = units.byId(query.unit ?? self?.unitId ?? who.account!.unitId)
    if (!unit || (query.unit && !sees(unit.id))) throw new NotFound()
    const manages = managesUnit(context, unit.id)
    const officer = manages || covers(who.reach('schedules.read'), { unitId: unit.id })
    const [rosters, own, shifts] = await Promise.all([sees(unit.id) ? rostersOf(db, [unit.id], most, !officer) : [], self ? rostersWith(db, self.id, most) : [], shiftsFor(db, units, unit.id)])
    const today = todayOf(context)
    const around = officer ? (await rostersOf(db, units.all.map(({ id }) => id).filter(id => id !== unit.id && covers(who.reach('schedules.read'), { unitId: id })), mostUnits)).filter(({ month }) => month.slice(0, 7) >= today.slice(0, 7)) : []
    return { around, unit, units, sees, rosters, elsewhere: own.filter(({ unitId }) => unitId !== unit.id), shifts: shifts.all.filter(({ closed }) => !closed), manages, today }
  },
  fill: ({ rosters, today }) => {
    const latest = rosters[0]?.month.slice(0, 7)
    return { month: latest && latest >= today.slice(0, 7) ? addMonths(`${latest}-01`, 1).slice(0, 7) : today.slice(0, 7) }
  },
  view({ data: { around, unit, units, sees, rosters, elsewhere, shifts, manages, today }, fields, who }) {
    const options = unitOptions(units, sees)
    const months = Array.from({ length: 14 }, (_, i) => addMonths(`${today.slice(0, 7)}-01`, i - 1).slice(0, 7))
    return (
      <WorkLayout title={t('Jadwal jaga')} lead={unit.name} breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }]} tabs={scheduleTabs(who)}>
        {options.length > 1 && <FilterBar><SelectField field={fieldsOf({ unit: unit.id })('unit')} label={t('Unit')} options={options} /></FilterBar>}
        <Section title={t('Jadwal menurut bulan')} id="bulan">
          <DataTable caption={t('Jadwal menurut bulan')} rows={rosters} rowKey={roster => roster.id} mark={roster => (roster.month.slice(0, 7) === today.slice(0, 7) ? 'new' : undefined)} columns={[
            { label: t('Bulan'), main: true, cell: roster => <a href={`/kerja/jadwal/jaga/${roster.id}`}>{monthWords(roster.month)}</a> },
            { label: t('Keadaan'), cell: roster => <StateBadge state={roster.state} states={stateWords} /> },
            { label: t('Pola giliran'), cell: roster => roster.cycle },
          ]} empty={<EmptyState title={t('Belum ada jadwal jaga')}>{manages ? t('Tentukan sifnya dahulu, lalu susun jadwal bulan pertama.') : t('Jadwal yang sudah terbit muncul di sini.')}</EmptyState>} />
          {manages && shifts.length > 0 && (
            <Form fields={fields} submit={t('Susun jadwal')} actions={<ButtonLink href="/kerja/jadwal/jaga/impor" kind="quiet">{t('Impor jadwal')}</ButtonLink>}>
              <SelectField field={fields('month')} label={t('Bulan')} required options={months.map(month => ({ value: month, label: monthWords(`${month}-01`) }))} hint={t('Pegawai dan pola giliran bulan sebelumnya dilanjutkan.')} />
            </Form>
          )}
        </Section>
        {around.length > 0 && (
          <Section title={t('Unit lain yang berjaga')} id="unit-lain">
            <DataTable caption={t('Unit lain yang berjaga')} rows={[...Map.groupBy(around, ({ unitId }) => unitId)]} rowKey={([id]) => id} columns={[
              { label: t('Unit'), main: true, cell: ([id]) => <a href={`/kerja/jadwal/jaga?unit=${id}`}>{units.byId(id)?.name}</a> },
              { label: t('Bulan'), cell: ([, own]) => own.toReversed().map(roster => <div key={roster.id}>{monthWords(roster.month)} <StateBadge state={roster.state} states={stateWords} /></div>) },
            ]} />
          </Section>
        )}
        {elsewhere.length > 0 && (
          <Section title={t('Jadwal Anda di unit lain')}>
            <DataTable caption={t('Jadwal Anda di unit lain')} rows={elsewhere} rowKey={roster => roster.id} columns={[
              { label: t('Bulan'), main: true, cell: roster => <a href={`/kerja/jadwal/jaga/${roster.id}`}>{monthWords(roster.month)}</a> },
              { label: t('Unit'), cell: roster => units.byId(roster.unitId)?.name },
            ]} />
          </Section>
        )}
        <Section title={t('Sif')} id="sif">
          <DataTable caption={t('Sif')} rows={shifts} rowKey={shift => shift.id} columns={[
            { label: t('Sif'), main: true, cell: shift => (managesHere(manages, shift.unitId, unit.id) ? <a href={`/kerja/jadwal/jaga/sif/${shift.id}`}>{shift.name}</a> : shift.name) },
            { label: t('Kode'), cell: shift => shift.letter },
            { label: t('Jam'), cell: shift => timesWords(shift) },
            { label: t('Kerja'), cell: shift => hoursWords(shift.minutes) },
            { label: t('Hari libur'), cell: shift => (shift.onHolidays ? t('tetap jaga') : t('tidak diisi giliran')) },
            { label: t('Unit'), cell: shift => (shift.unitId === unit.id ? null : <Badge>{units.byId(shift.unitId)?.shortName}</Badge>) },
          ]} empty={<EmptyState title={t('Unit ini belum punya sif')}>{t('Sif punya kode, jam mulai, dan jam selesai, misalnya P, 07.00–14.00.')}</EmptyState>} />
          {manages && <Actions><ButtonLink href={`/kerja/jadwal/jaga/sif/baru?unit=${unit.id}`} kind="quiet">{t('Tambah sif')}</ButtonLink></Actions>}
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, query, who, note } = context
    const units = await unitsOf(context)
    const self = await selfOf(tx, context)
    const unit = units.byId(query.unit ?? self?.unitId ?? who.account!.unitId)
    if (!unit) throw new NotFound()
    if (!managesUnit(context, unit.id)) throw new Refused()
    const month = `${input.month}-01`
    const id = await begin(tx, unit.id, month, who.account!.id)
    if (id === null) throw new Problem('month', 'Jadwal bulan itu sudah ada.')
    note({ record: ['roster', id], after: { unitId: unit.id, month } })
    return goto(`/kerja/jadwal/jaga/${id}/giliran`, 'Jadwal dibuat sebagai konsep. Pilih pegawai dan pola gilirannya.')
  },
})

/** Shifts of units above are changed there. */
const managesHere = (manages: boolean, shiftUnit: string, unit: string): boolean => manages && shiftUnit === unit
