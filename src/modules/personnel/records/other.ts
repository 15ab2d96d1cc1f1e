import { t } from '#platform/i18n/locale.ts'
import { choice, line } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

const sorts = {
  'angka-kredit': 'Angka kredit', organisasi: 'Organisasi', cltn: 'Cuti di luar tanggungan negara', pindah: 'Pindah instansi',
  pmk: 'Peninjauan masa kerja', kontrak: 'Perjanjian kerja', pensiun: 'Pensiun', berhenti: 'Pemberhentian', lain: 'Lainnya',
}

/** Histories with few words: credit points, organisations, unpaid leave, transfers. A contract and a retirement change the file. */
export const other = recordKind({
  kind: 'other',
  label: 'Riwayat lain',
  hint: 'Angka kredit, organisasi, CLTN, pindah instansi, peninjauan masa kerja, perjanjian kerja, pensiun, pemberhentian.',
  paper: { number: 'Nomor SK', on: 'Tanggal SK', official: 'Pejabat penetap', since: 'Terhitung mulai tanggal (TMT)', until: 'Sampai tanggal' },
  parts: () => ({ sort: choice('Jenis riwayat', sorts), text: line('Uraian', { required: true, max: 300 }) }),
  title: ({ text }) => text,
  note: ({ sort }) => t(sorts[sort]),
})
