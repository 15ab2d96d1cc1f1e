import { addDays } from '#platform/time/zone.ts'
import { covers } from '#platform/access/who.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import { asIdentifier, asWords } from '#platform/sheets/readers.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { rolls } from '#modules/personnel/contract.ts'
import { shiftsFor } from './parts/here.ts'
import { begin, write, type Wish } from './planning.ts'
import { cellOf, daysOfMonth, dutyOn, overlapping } from './roster.ts'
import { dutiesAround, membersOf, rosterById, rostersOf, setMembers } from './store.ts'

const names = ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember']

/** The first day of a month as people write it: `2026-12`, `12/2026`, `Desember 2026`; null for anything else. */
export function monthOf(text: string): string | null {
  const [, year, month] = /^(20\d\d)[-/](0?[1-9]|1[0-2])$/.exec(text.trim()) ?? []
  if (year && month) return `${year}-${month.padStart(2, '0')}-01`
  const [, first, second] = /^(\p{L}+|0?[1-9]|1[0-2])[\s\-/]+(20\d\d)$/u.exec(text.trim()) ?? []
  if (!first || !second) return null
  const at = /^\d/.test(first) ? Number(first) : names.findIndex(name => name.startsWith(first.toLowerCase().slice(0, 3))) + 1
  return at > 0 ? `${second}-${String(at).padStart(2, '0')}-01` : null
}

/** What is to be written for a row. */
interface Plan {
  employeeId: string
  unitId: string
  month: string
  cells: { day: string; letter: string }[]
}

const wrong = (field: string, text: string, values?: Reason['values']): Verdict<Plan> => ({ is: 'wrong', reasons: [{ field, text, values }] })
const columnOf = (day: string) => `d${Number(day.slice(8))}`

/** The unit whose shifts somebody works: their own, or the nearest above that has any. */
async function planningUnit(db: Work['db'], units: UnitTree, unitId: string) {
  const shifts = await shiftsFor(db, units, unitId)
  const own = new Set(shifts.all.map(shift => shift.unitId))
  return { shifts, unitId: units.ancestors(unitId).toReversed().find(({ id }) => own.has(id))?.id ?? null }
}

/** Compares rows with what is planned; a person is recognised by the NIP. */
async function check({ db, services, governmentId, reach }: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const known = await services.ask(rolls).known(db, { nips: rows.flatMap(({ values }) => values.nip || []), niks: [] })
  const byNip = new Map(known.map(one => [one.nip, one]))
  const units = await services.ask(unitDirectory).of(governmentId)
  const planning = new Map<string, Awaited<ReturnType<typeof planningUnit>>>()
  for (const { unitId } of known) if (!planning.has(unitId)) planning.set(unitId, await planningUnit(db, units, unitId))
  const rosters = await rostersOf(db, [...planning.values()].flatMap(({ unitId }) => unitId ?? []), 10_000)
  const months = rows.flatMap(({ values }) => monthOf(values.month ?? '') ?? []).toSorted()
  const around = months.length > 0 ? await dutiesAround(db, known.map(({ id }) => id), addDays(months[0]!, -2), addDays(months.at(-1)!, 33)) : []
  return rows.map(({ values }): Verdict<Plan> => {
    const person = byNip.get(values.nip ?? '')
    if (!person) return wrong('nip', 'Tidak ada pegawai dengan NIP ini.')
    const { shifts, unitId } = planning.get(person.unitId)!
    if (!unitId) return wrong('nip', 'Unit pegawai ini belum punya sif.')
    if (!covers(reach('schedules.manage'), { unitId })) return wrong('nip', 'Pegawai ini ada di luar jangkauan Anda.')
    const month = monthOf(values.month ?? '')
    if (!month) return wrong('month', 'Tulis bulan seperti 2026-12 atau Desember 2026.')
    const roster = rosters.find(one => one.unitId === unitId && one.month === month)
    if (roster?.state === 'published') return wrong('month', 'Jadwal bulan ini sudah terbit. Ubah di halamannya, dengan alasan.')
    const days = daysOfMonth(month)
    const cells = days.flatMap(day => (values[columnOf(day)] === undefined ? [] : [{ day, letter: cellOf(values[columnOf(day)]!) }]))
    const unknown = cells.find(({ letter }) => letter !== '' && !shifts.byLetter.has(letter))
    if (unknown) return wrong(columnOf(unknown.day), 'Kode {letter} tidak dikenal. Pakai kode sif, atau L untuk lepas.', { letter: unknown.letter })
    const own = around.filter(({ employeeId }) => employeeId === person.id)
    const planned = cells.flatMap(({ day, letter }) => (letter === '' ? [] : [dutyOn(person.id, day, shifts.byLetter.get(letter)!)]))
    const kept = own.filter(({ day, rosterId }) => rosterId !== roster?.id || !cells.some(cell => cell.day === day))
    const clash = overlapping([...kept, ...planned])[0] ?? planned.flatMap(duty => kept.filter(({ day }) => day === duty.day).map(before => ({ before, duty })))[0]
    if (clash) return wrong(columnOf(clash.duty.day), 'Jaga sebelumnya belum selesai, atau pegawai ini sudah berjaga di jadwal lain.')
    const letterOn = (day: string) => shifts.byId.get(own.find(duty => duty.day === day)?.shiftId ?? '')?.letter ?? ''
    const changes = cells.filter(({ day, letter }) => letter !== letterOn(day)).map(({ day, letter }): Change => ({ field: columnOf(day), from: letterOn(day), to: letter || 'L' }))
    return changes.length === 0 ? { is: 'unchanged' } : { is: roster ? 'changed' : 'new', changes, data: { employeeId: person.id, unitId, month, cells } }
  })
}

/** Brings in rosters as a sheet: one month a file, a row for each person, a column for each day. */
export const rosterImport = sheetImport<Plan>({
  code: 'rosters.rosters',
  address: '/kerja/jadwal/jaga/impor',
  may: 'schedules.manage',
  title: 'Impor jadwal jaga',
  lead: 'Satu berkas untuk tiap bulan: satu baris untuk tiap pegawai, satu kolom untuk tiap tanggal, kode sif di dalamnya. Jadwal yang belum ada dibuat sebagai konsep.',
  list: { label: 'Jadwal jaga', href: '/kerja/jadwal/jaga' },
  fields: [
    { name: 'nip', label: 'NIP', guesses: ['nip baru', 'nomor induk pegawai', 'no nip'], required: true, read: asIdentifier(18), example: '198503072010011001' },
    { name: 'name', label: 'Nama', guesses: ['nama lengkap', 'nama pegawai'], read: asWords(160), hint: 'Hanya untuk dikenali di pratinjau.', example: 'Slamet Riyadi' },
    { name: 'month', label: 'Bulan', guesses: ['periode', 'bulan tahun'], required: true, read: asWords(30), example: '2026-12' },
    ...Array.from({ length: 31 }, (_, i) => ({ name: `d${i + 1}`, label: `Tanggal ${i + 1}`, guesses: [`tgl ${i + 1}`, String(i + 1), String(i + 1).padStart(2, '0')], read: asWords(3), example: ['P', 'P', 'S', 'S', 'M', 'M', 'L', 'L'][i % 8]! })),
  ],
  unique: ['nip'],
  titleOf: ({ name, nip = '', month = '' }) => `${name || nip}, ${month}`,
  check,
  async apply({ db, services, governmentId, accountId }, rows) {
    const units = await services.ask(unitDirectory).of(governmentId)
    for (const group of Map.groupBy(rows, ({ data }) => `${data.unitId} ${data.month}`).values()) {
      const { unitId, month } = group[0]!.data
      const existing = (await rostersOf(db, [unitId], 1000)).find(roster => roster.month === month)
      const id = existing?.id ?? (await begin(db, unitId, month, accountId))!
      const members = await membersOf(db, id)
      const joining = group.map(({ data }) => data.employeeId).filter(employeeId => !members.some(one => one.employeeId === employeeId))
      await setMembers(db, id, [...members, ...joining.map(employeeId => ({ employeeId, turn: 0 }))])
      const { byLetter, byId } = await shiftsFor(db, units, unitId)
      const wishes = group.flatMap(({ data }): Wish[] => data.cells.map(cell => ({ ...cell, employeeId: data.employeeId, name: '' })))
      await write(db, (await rosterById(db, id))!, wishes, { by: accountId, reason: null, byLetter, byId })
    }
    return rows.map(({ line, data: { employeeId, month, cells } }) => ({ record: ['roster', employeeId], after: { line, month, days: cells.length } }))
  },
})
