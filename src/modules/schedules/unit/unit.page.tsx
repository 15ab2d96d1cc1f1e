import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Actions, Badge, ButtonLink, DataTable, EmptyState, FilterBar, Muted, Section, SelectField, WorkLayout, type Column } from '#ui/index.ts'
import { unitHere } from '../parts/here.ts'
import { scheduleTabs } from '../parts/tabs.ts'
import { unitOptions } from '../parts/units.ts'
import { areaWords, spanWords } from '../parts/words.ts'
import { placesIn, type Place } from '../places/store.ts'
import { calendarOf, defaultPattern, patternsOn, patternVersions } from '../rules.ts'
import { assignmentsOf, personalAssignments, type Assignment } from '../store.ts'
import { codeOn } from '../windows.ts'

/** Places listed of one unit and those below; more are found in the units themselves. */
const mostPlaces = 300
/** Patterns of people looked at: the latest. */
const mostPersonal = 2000

/** Working hours and places of a unit: what holds today and why, what was set for units below and for people. */
export const unitPage = page({
  path: '/kerja/jadwal/unit',
  may: 'schedules.read',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, query, ask, government } = context
    const reach = who.reach('schedules.read')
    const { units, unit } = await unitHere(context, reach, query.unit)
    const today = todayOf(context)
    const chain = units.ancestors(unit.id).toReversed()
    const below = units.below(unit.id).filter(id => covers(reach, { unitId: id }))
    const [ofUnits, personal, places, calendar, otherwise, versions] = await Promise.all([
      assignmentsOf(db, { unitIds: [...chain.map(({ id }) => id), ...below], employeeIds: [] }, addMonths(today, -12), null), personalAssignments(db, addMonths(today, -12), mostPersonal),
      placesIn(db, [...chain.map(({ id }) => id), ...below], today, mostPlaces), calendarOf(db, government.zone, today), defaultPattern(db, today), patternVersions(db),
    ])
    const people = await ask(employees).byId(db, personal.flatMap(({ employeeId }) => employeeId ?? []))
    const inside = new Set(below)
    const assigned = [...ofUnits, ...personal.filter(({ employeeId }) => inside.has(people.get(employeeId ?? '')?.unitId ?? ''))]
    const chains = chain.map(({ id }) => assigned.filter(one => one.unitId === id))
    const code = codeOn(today, chains, otherwise)
    const source = chains.flat().find(one => one.from <= today && (one.until === null || today <= one.until)) ?? null
    const names = new Map(patternsOn(versions, today).map(one => [one.code, one.value.name]))
    return { units, unit, today, assigned, places, people, code, pattern: calendar.pattern(code, today), source, names, manages: covers(who.reach('schedules.manage'), { unitId: unit.id }), seen: (id: string) => covers(reach, { unitId: id }) }
  },
  view({ data: { units, unit, today, assigned, places, people, code, pattern, source, names, manages, seen }, who }) {
    const unitName = (id: string | null) => (id === null ? null : units.byId(id)?.name)
    const whose = ({ unitId, employeeId }: Assignment) => (employeeId ? people.get(employeeId)?.name ?? t('Pegawai') : unitName(unitId))
    const over = ({ until }: { until: string | null }) => until !== null && until < today
    const assignmentColumns: Column<Assignment>[] = [
      { label: t('Untuk'), main: true, cell: one => (one.unitId === null || seen(one.unitId) ? <a href={`/kerja/jadwal/penetapan/${one.id}`}>{whose(one)}</a> : whose(one)) },
      { label: t('Pola'), cell: one => names.get(one.pattern) ?? one.pattern },
      { label: t('Berlaku'), cell: one => <>{spanWords(one)} {over(one) && <Badge>{t('Selesai')}</Badge>}{one.from > today && <Badge tone="info">{t('Akan datang')}</Badge>}</> },
      { label: t('Keputusan'), cell: one => one.decreeNumber },
    ]
    const placeColumns: Column<Place>[] = [
      { label: t('Tempat'), main: true, cell: place => (seen(place.unitId) ? <a href={`/kerja/jadwal/tempat/${place.id}`}>{place.name}</a> : place.name) },
      { label: t('Batas'), cell: place => areaWords(place.area) },
      { label: t('Milik'), cell: place => unitName(place.unitId) },
      { label: t('Untuk'), cell: place => (place.everyone ? t('semua pegawai unit') : t('yang ditunjuk saja')) },
      { label: t('Berlaku'), cell: place => spanWords(place) },
    ]
    const options = unitOptions(units, seen)
    return (
      <WorkLayout title={t('Jam dan tempat kerja')} lead={unit.name} breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }]} tabs={scheduleTabs('unit', who)}>
        {options.length > 1 && <FilterBar><SelectField field={fieldsOf({ unit: unit.id })('unit')} label={t('Unit')} options={options} /></FilterBar>}
        <Section title={t('Pola jam kerja')} id="pola">
          <p>
            {t('Hari ini berlaku {pattern}.', { pattern: pattern?.name ?? code })}{' '}
            <Muted>{source === null ? t('Pola umum, karena belum ada penetapan.') : source.unitId === unit.id ? t('Ditetapkan untuk unit ini.') : t('Ditetapkan untuk {unit}.', { unit: unitName(source.unitId) ?? '' })}</Muted>
          </p>
          <DataTable caption={t('Penetapan pola jam kerja')} rows={assigned} rowKey={one => one.id} columns={assignmentColumns} empty={<EmptyState title={t('Belum ada penetapan')}>{t('Tanpa penetapan berlaku pola umum untuk semua.')}</EmptyState>} />
          {manages && <Actions><ButtonLink href={`/kerja/jadwal/tetapkan?unit=${unit.id}`}>{t('Tetapkan pola')}</ButtonLink></Actions>}
        </Section>
        <Section title={t('Tempat kerja')} id="tempat">
          <DataTable caption={t('Tempat kerja')} rows={places} rowKey={place => place.id} columns={placeColumns} empty={<EmptyState title={t('Belum ada tempat kerja')}>{manages && t('Tambahkan kantornya, supaya kehadiran dapat dicatat di sana.')}</EmptyState>} />
          {manages && <Actions><ButtonLink href={`/kerja/jadwal/tempat/baru?unit=${unit.id}`} kind="quiet">{t('Tambah tempat')}</ButtonLink></Actions>}
        </Section>
      </WorkLayout>
    )
  },
})
