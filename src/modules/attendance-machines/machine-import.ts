import { covers } from '#platform/access/who.ts'
import { cellText, type CellReader } from '#platform/sheets/cell.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import { asCalendarDay, asIdentifier, asOneCode, asWords } from '#platform/sheets/readers.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import { addDays, fromLocal, toLocal } from '#platform/time/zone.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { rolls } from '#modules/personnel/contract.ts'
import { workingTimes } from '#modules/schedules/contract.ts'
import { attendance, type Direction, type NewScan } from '#modules/attendance/contract.ts'

/** `7:25`, `07.25.11`, a day with its time, or the part of a day that spreadsheets keep; answers `07:25:11`. */
const asClock: CellReader = cell => {
  const text = cellText(cell)
  if (cell.kind === 'number' && /^(?:0|0?\.\d+)$/.test(cell.digits)) {
    const seconds = Math.round(Number(cell.digits) * 86_400)
    return { value: new Date(seconds * 1000).toISOString().slice(11, 19) }
  }
  const [, hours, minutes, seconds = '00'] = /(?:^|[ T])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?(?: *(?:WIB|WITA|WIT))?$/i.exec(text) ?? []
  return hours === undefined ? { wrong: '“{text}” bukan jam yang dikenal. Tulis seperti 07:25.', values: { text: text.slice(0, 40) } } : { value: `${hours.padStart(2, '0')}:${minutes}:${seconds}` }
}

/** What is to be written for a row. */
type Plan = Pick<NewScan, 'employeeId' | 'unitId' | 'direction'> & { at: string }

const wrong = (field: string, text: string): Verdict<Plan> => ({ is: 'wrong', reasons: [{ field, text }] })

/** Compares rows with what is stored; a person is recognised by the NIP, a scan by its person and minute. */
async function check({ db, services, governmentId, now, accountId, reach }: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const zone = (await services.ask(governmentDirectory).byId(governmentId))?.zone ?? 'Asia/Jakarta'
  const known = await services.ask(rolls).known(db, { nips: rows.flatMap(({ values }) => values.nip || []), niks: [] })
  const byNip = new Map(known.map(one => [one.nip, one]))
  const moments = rows.map(({ values }) => (values.day && values.time ? fromLocal(`${values.day}T${values.time}`, zone) : null))
  const days = rows.flatMap(({ values }) => values.day || []).toSorted()
  if (days.length === 0) return rows.map(() => wrong('day', 'Isi tanggalnya.'))
  const [first, last] = [addDays(days[0]!, -1), addDays(days.at(-1)!, 1)]
  const ids = known.map(one => one.id)
  const [windows, stored] = await Promise.all([services.ask(workingTimes).of(db, { employeeIds: ids }, first, last), services.ask(attendance).scansOf(db, ids, fromLocal(`${first}T00:00`, zone), fromLocal(`${last}T23:59`, zone))])
  const minute = (employeeId: string, at: Date) => `${employeeId} ${toLocal(at, zone)}`
  const there = new Set([...stored].flatMap(([id, scans]) => scans.map(({ at }) => minute(id, at))))
  return rows.map(({ values }, i): Verdict<Plan> => {
    const person = byNip.get(values.nip ?? '')
    if (!person) return wrong('nip', 'Tidak ada pegawai dengan NIP ini.')
    if (!covers(reach('attendance.manage'), { unitId: person.unitId })) return wrong('nip', 'Pegawai ini ada di luar jangkauan Anda.')
    if (person.accountId === accountId) return wrong('nip', 'Presensi sendiri diimpor pengelola kepegawaian lain.')
    const at = moments[i]
    if (!at) return wrong('time', 'Isi jamnya.')
    if (at > now) return wrong('day', 'Waktu ini belum lewat.')
    if (there.has(minute(person.id, at))) return { is: 'unchanged' }
    const direction = values.direction ? (values.direction as Direction) : services.ask(attendance).sideAt(windows.get(person.id) ?? [], at)
    return { is: 'new', changes: [], data: { employeeId: person.id, unitId: person.unitId, at: at.toISOString(), direction } }
  })
}

/** Brings in what card and fingerprint devices recorded; the same list may come again. */
export const machineImport = sheetImport<Plan>({
  code: 'attendance.scans',
  address: '/kerja/presensi/impor',
  may: 'attendance.manage',
  title: 'Impor dari mesin presensi',
  lead: 'Satu baris untuk tiap tempelan kartu atau sidik jari. Daftar yang sama boleh diimpor lagi: yang sudah ada tidak ditulis dua kali.',
  list: { label: 'Presensi pegawai', href: '/kerja/presensi' },
  fields: [
    { name: 'nip', label: 'NIP', guesses: ['nip baru', 'nomor induk pegawai', 'no nip', 'id pegawai', 'user id'], required: true, read: asIdentifier(18), example: '198503072010011001' },
    { name: 'name', label: 'Nama', guesses: ['nama lengkap', 'nama pegawai'], read: asWords(160), hint: 'Hanya untuk dikenali di pratinjau.', example: 'Slamet Riyadi' },
    { name: 'day', label: 'Tanggal', guesses: ['tgl', 'hari', 'date', 'tanggal presensi'], required: true, read: asCalendarDay, example: '20/11/2026' },
    { name: 'time', label: 'Jam', guesses: ['waktu', 'time', 'jam presensi', 'scan'], required: true, read: asClock, example: '07:25' },
    { name: 'direction', label: 'Arah', guesses: ['status', 'masuk pulang', 'tipe', 'in out'], read: asOneCode({ in: ['masuk', 'in', 'c in', 'check in', 'datang', '0'], out: ['pulang', 'out', 'c out', 'check out', 'keluar', '1'] }), hint: 'Tanpa kolom ini: sebelum tengah jam kerja masuk, sesudahnya pulang.', example: 'Masuk' },
  ],
  unique: [],
  keysOf: ({ nip = '', day = '', time = '' }): Record<string, string> => (nip && day && time ? { time: `${nip} ${day} ${time}` } : {}),
  titleOf: ({ name, nip = '' }) => name || nip,
  check,
  async apply({ db, services }, rows) {
    await services.ask(attendance).bring(db, rows.map(({ data: { at, ...rest } }) => ({ ...rest, at: new Date(at), way: 'device-import' })))
    const byPerson = Map.groupBy(rows, ({ data }) => data.employeeId)
    return [...byPerson].map(([id, own]) => ({ record: ['attendance-person', id] as [string, string], after: { lines: own.map(({ line }) => line), scans: own.length } }))
  },
})
