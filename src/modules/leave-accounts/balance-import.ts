import { covers } from '#platform/access/who.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { SheetRow, Verdict, Work } from '#platform/sheets/declaring.ts'
import { asDecimal, asIdentifier, asWords } from '#platform/sheets/readers.ts'
import { sheetImport } from '#platform/sheets/sheet-import.ts'
import type { Change, Reason } from '#platform/sheets/sheet-run.ts'
import { dayIn } from '#platform/time/zone.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { rolls } from '#modules/personnel/contract.ts'
import type { Quota } from './quota.ts'
import { adjustmentsOf, writeAdjustments, type Adjustment } from './store.ts'

/** Columns of the form of Peraturan BKN 24/2017, with the kind of entry each becomes and how many years back it lies. */
const columns = [
  { name: 'left1', kind: 'left', back: 1, label: 'Sisa N-1', guesses: ['sisa tahun lalu', 'sisa cuti n 1', 'sisa cuti tahun lalu'], example: '6', hint: 'Hari kerja yang belum dipakai dari hak tahun lalu.' },
  { name: 'left2', kind: 'left', back: 2, label: 'Sisa N-2', guesses: ['sisa dua tahun lalu', 'sisa cuti n 2'], example: '0', hint: 'Hari kerja yang belum dipakai dari hak dua tahun lalu.' },
  { name: 'used', kind: 'used', back: 0, label: 'Sudah dipakai tahun ini', guesses: ['dipakai n', 'cuti diambil', 'terpakai', 'sudah diambil'], example: '3', hint: 'Hari kerja cuti tahunan tahun ini yang belum tercatat di Pendopo.' },
] as const

/** What is to be written for a row. */
interface Plan {
  employeeId: string
  entries: Pick<Adjustment, 'year' | 'kind' | 'days'>[]
}

const wrong = (field: string, text: string, values?: Reason['values']): Verdict<Plan> => ({ is: 'wrong', reasons: [{ field, text, values }] })

/** Compares rows with what is stored; a person is recognised by the NIP. */
async function check({ db, services, governmentId, now, accountId, reach }: Work, rows: readonly SheetRow[]): Promise<Verdict<Plan>[]> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const today = dayIn(now, government?.zone ?? 'Asia/Jakarta')
  const thisYear = Number(today.slice(0, 4))
  const known = await services.ask(rolls).known(db, { nips: rows.flatMap(({ values }) => values.nip || []), niks: [] })
  const byNip = new Map(known.map(one => [one.nip, one]))
  const [quotas, stored] = await Promise.all([referenceList<Quota>(db, 'leave-quota', today), adjustmentsOf(db, known.map(one => one.id))])
  return rows.map(({ values }): Verdict<Plan> => {
    const person = byNip.get(values.nip ?? '')
    if (!person) return wrong('nip', 'Tidak ada pegawai dengan NIP ini.')
    if (!covers(reach('leave.manage'), { unitId: person.unitId })) return wrong('nip', 'Pegawai ini ada di luar jangkauan Anda.')
    if (person.accountId === accountId) return wrong('nip', 'Catatan cuti sendiri ditulis pengelola kepegawaian lain.')
    const most = quotas.find(quota => quota.code === person.kind)?.value.days ?? 0
    const changes: Change[] = []
    const entries: Plan['entries'] = []
    for (const { name, kind, back } of columns) {
      const days = Number(values[name] || Number.NaN)
      if (Number.isNaN(days)) continue
      if (!Number.isInteger(days) || days < 0 || days > most) return wrong(name, 'Tulis hari kerja antara 0 dan {most}.', { most })
      const year = thisYear - back
      const before = stored.find(one => one.employeeId === person.id && one.kind === kind && one.year === year)
      if (before?.days === days) continue
      // Days used are written once: a second list would take them again.
      if (kind === 'used' && before) return wrong(name, 'Hari yang sudah dipakai tahun ini sudah dicatat ({days}). Perbaiki di halaman sisa cutinya.', { days: before.days })
      if (kind === 'used' && days === 0) continue
      entries.push({ year, kind, days })
      changes.push({ field: name, from: before ? String(before.days) : '', to: String(days) })
    }
    return entries.length === 0 ? { is: 'unchanged' } : { is: 'changed', changes, data: { employeeId: person.id, entries } }
  })
}

/** Brings in what was left of earlier years, once, when a government begins. */
export const balanceImport = sheetImport<Plan>({
  code: 'leave-accounts.balances',
  address: '/kerja/cuti/impor',
  may: 'leave.manage',
  title: 'Impor saldo awal cuti',
  lead: 'Sisa cuti tahunan dari catatan lama, satu baris untuk tiap pegawai. Pegawai dikenali dari NIP-nya.',
  list: { label: 'Sisa cuti pegawai', href: '/kerja/cuti/sisa' },
  fields: [
    { name: 'nip', label: 'NIP', guesses: ['nip baru', 'nomor induk pegawai', 'no nip'], required: true, read: asIdentifier(18), example: '198503072010011001' },
    { name: 'name', label: 'Nama', guesses: ['nama lengkap', 'nama pegawai'], read: asWords(160), hint: 'Hanya untuk dikenali di pratinjau.', example: 'Slamet Riyadi' },
    ...columns.map(({ name, label, guesses, example, hint }) => ({ name, label, guesses: [...guesses], example, hint, read: asDecimal })),
  ],
  unique: ['nip'],
  titleOf: ({ name, nip = '' }) => name || nip,
  check,
  async apply({ db, accountId }, rows) {
    await writeAdjustments(db, rows.flatMap(({ line, data: { employeeId, entries } }) => entries.map(entry => ({ ...entry, employeeId, basis: `Impor saldo awal, baris ${line}`, by: accountId }))))
    return rows.map(({ line, data: { employeeId, entries } }) => ({ record: ['leave-account', employeeId], after: { line, entries: entries.map(({ kind, year, days }) => `${kind} ${year}: ${days}`) } }))
  },
})
