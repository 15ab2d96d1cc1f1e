import type { ComponentChildren } from 'preact'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Holidays } from '#platform/time/working-days.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { CheckChips, DataTable, FilterBar, Muted, NameList, RosterGrid } from '#ui/index.ts'
import type { shiftsFor } from '../parts/here.ts'
import { hoursWords, monthWords, printed, timesWords } from '../parts/words.ts'
import type { Duty, Warning } from '../roster.ts'
import type { Roster } from '../store.ts'

/** The input of a person on a day. */
export const cellName = (employeeId: string, day: string): string => `s.${employeeId}.${day.slice(8)}`

/** Whom and which day of the month an input is for; null for other inputs. */
export function readCellName(name: string, month: string): { employeeId: string; day: string } | null {
  const [, employeeId, date] = /^s\.([0-9a-f-]{36})\.(\d\d)$/.exec(name) ?? []
  return employeeId && date ? { employeeId, day: `${month.slice(0, 8)}${date}` } : null
}

interface SheetData {
  roster: Roster
  days: readonly string[]
  all: readonly Employee[]
  shown: readonly Employee[]
  duties: readonly Duty[]
  closed: Holidays
  shifts: Awaited<ReturnType<typeof shiftsFor>>
  today: string
  day: string | null
  warnings: readonly Warning[]
}

const isOff = (day: string, closed: Holidays) => closed.has(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const fullDay = (day: string) => t('{day, date, ::EEEEdMMMM}', { day: printed(day) })

/** The month of everybody as a grid, of one person, or one day of everybody; with `fields` what is there can be changed. */
export function Sheet({ data, fields, person, here, saving }: { data: SheetData; fields: Fields | null; person: Employee | undefined; here: string; saving: ComponentChildren }) {
  if (person) return <PersonMonth data={data} fields={fields} person={person} />
  if (data.day) return <DayOfAll data={data} fields={fields} day={data.day} here={here} />
  const { roster, days, shown, duties, closed, shifts, today, warnings } = data
  const byCell = new Map(duties.map(duty => [cellName(duty.employeeId, duty.day), duty]))
  const warned = new Set(warnings.map(one => cellName(one.employeeId, one.day)))
  const caption = t('Jadwal jaga {month}', { month: monthWords(roster.month) })
  const ahead = days.filter(day => day >= today)
  return (
    <>
      <FilterBar quick={(ahead.length > 0 ? ahead : days).slice(0, 7).map(day => ({ label: t('{day, date, ::EEEdMMM}', { day: printed(day) }), href: `${here}?hari=${day}` }))} />
      <RosterGrid caption={caption} noteLabel={t('Jam kerja')} letters={[...shifts.byLetter.keys()]}
        days={days.map(day => ({ day, label: String(Number(day.slice(8))), weekday: t('{day, date, ::EEE}', { day: printed(day) }), name: fullDay(day), off: isOff(day, closed), today: day === today }))}
        people={shown.map(({ id, name }) => ({
          id, name, href: `${here}?orang=${id}`, note: hoursWords(days.reduce((sum, day) => sum + (byCell.get(cellName(id, day))?.minutes ?? 0), 0)),
          cells: days.map(day => ({ letter: shifts.byId.get(byCell.get(cellName(id, day))?.shiftId ?? '')?.letter ?? '', field: fields?.(cellName(id, day)), warn: warned.has(cellName(id, day)) })),
        }))}>{saving}</RosterGrid>
    </>
  )
}

/** Letters to choose from, days off first. */
const chips = ({ shifts }: SheetData) => [{ value: '', label: t('Lepas jaga') }, ...[...shifts.byLetter.values()].map(({ letter, name }) => ({ value: letter, label: name }))]

function PersonMonth({ data, fields, person }: { data: SheetData; fields: Fields | null; person: Employee }) {
  const { days, duties, shifts, closed } = data
  if (fields) return <>{days.map(day => <CheckChips key={day} single required field={chosen(fields, cellName(person.id, day))} label={isOff(day, closed) ? t('{day} (libur)', { day: fullDay(day) }) : fullDay(day)} options={chips(data)} />)}</>
  const own = new Map(duties.filter(({ employeeId }) => employeeId === person.id).map(duty => [duty.day, duty]))
  return (
    <DataTable caption={person.name} rows={days} rowKey={day => day} mark={day => (day === data.today ? 'new' : undefined)} columns={[
      { label: t('Hari'), main: true, cell: fullDay },
      { label: t('Sif'), cell: day => shifts.byId.get(own.get(day)?.shiftId ?? '')?.name ?? <Muted>{t('Lepas jaga')}</Muted> },
      { label: t('Jam'), cell: day => { const duty = own.get(day); return duty && timesWords({ starts: duty.from.slice(11), ends: duty.until.slice(11) }) } },
    ]} />
  )
}

/** An empty choice is a choice: the day off is ticked, too. */
const chosen = (fields: Fields, name: string) => { const field = fields(name); return { ...field, values: [field.value.toUpperCase()] } }

function DayOfAll({ data, fields, day, here }: { data: SheetData; fields: Fields | null; day: string; here: string }) {
  const { all, duties, shifts } = data
  const on = new Map(duties.filter(duty => duty.day === day).map(duty => [duty.employeeId, duty]))
  return (
    <>
      <h2>{fullDay(day)}</h2>
      {fields ? all.map(({ id, name }) => <CheckChips key={id} single required field={chosen(fields, cellName(id, day))} label={name} options={chips(data)} />) : [...shifts.byId.values()].map(shift => {
        const there = all.filter(({ id }) => on.get(id)?.shiftId === shift.id)
        return there.length > 0 && <div key={shift.id}><h3>{shift.name}</h3><NameList items={there.map(({ id, name }) => ({ label: name, href: `${here}?orang=${id}` }))} label={shift.name} /></div>
      })}
      {!fields && on.size === 0 && <p><Muted>{t('Tidak ada yang berjaga.')}</Muted></p>}
    </>
  )
}
