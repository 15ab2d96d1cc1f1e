import { locale, t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Event, Ground, Kind, Limit, Span, State, Verdict } from '../leave.ts'

export const stateWords: StateWords<State> = {
  draft: { label: 'Konsep', tone: 'plain' },
  submitted: { label: 'Menunggu atasan', tone: 'info' },
  recommended: { label: 'Menunggu pejabat yang berwenang', tone: 'info' },
  approved: { label: 'Disetujui', tone: 'good' },
  running: { label: 'Sedang cuti', tone: 'good' },
  ended: { label: 'Selesai', tone: 'plain' },
  deferred: { label: 'Ditangguhkan', tone: 'warn' },
  refused: { label: 'Tidak disetujui', tone: 'bad' },
  cancelled: { label: 'Dibatalkan', tone: 'plain' },
}

/** As the official form has them. */
export const verdictWords: Record<Verdict, { label: string; hint: string }> = {
  agree: { label: 'Disetujui', hint: 'Sesuai tanggal yang diajukan.' },
  change: { label: 'Perubahan', hint: 'Disetujui dengan tanggal lain.' },
  defer: { label: 'Ditangguhkan', hint: 'Ada kepentingan dinas yang mendesak; hari yang ditangguhkan dapat dipakai tahun depan.' },
  refuse: { label: 'Tidak disetujui', hint: 'Beri alasan yang dapat dipahami pegawai.' },
}

export const eventWords: Record<Event, string> = {
  submit: 'Diajukan',
  withdraw: 'Permohonan ditarik',
  advise: 'Pertimbangan atasan langsung',
  grant: 'Keputusan pejabat yang berwenang',
  defer: 'Keputusan pejabat yang berwenang',
  refuse: 'Keputusan pejabat yang berwenang',
  begin: 'Cuti dimulai',
  recall: 'Dipanggil kembali',
  finish: 'Cuti selesai',
  cancel: 'Dibatalkan',
}

/** Kinds, grounds and papers that came with Pendopo; what a walidata adds stays as it was written. */
const leaveNames: Readonly<Record<string, string>> = {
  tahunan: 'Cuti tahunan', besar: 'Cuti besar', sakit: 'Cuti sakit', melahirkan: 'Cuti melahirkan', 'alasan-penting': 'Cuti karena alasan penting', cltn: 'Cuti di luar tanggungan negara',
  'besar/haji-pertama': 'Ibadah haji pertama', 'besar/agama': 'Kewajiban agama lainnya', 'besar/kelahiran': 'Kelahiran anak keempat dan seterusnya', 'besar/lain': 'Keperluan lain',
  'sakit/sakit': 'Sakit', 'sakit/gugur-kandungan': 'Gugur kandungan', 'sakit/kecelakaan-kerja': 'Kecelakaan dalam menjalankan tugas',
  'alasan-penting/keluarga-sakit': 'Keluarga sakit keras', 'alasan-penting/keluarga-meninggal': 'Keluarga meninggal dunia', 'alasan-penting/perkawinan': 'Melangsungkan perkawinan',
  'alasan-penting/istri-melahirkan': 'Mendampingi istri melahirkan atau operasi caesar', 'alasan-penting/bencana': 'Musibah kebakaran rumah atau bencana alam',
  'cltn/ikut-pasangan': 'Mengikuti pasangan yang bertugas atau belajar', 'cltn/pasangan-kerja': 'Mendampingi pasangan bekerja', 'cltn/keturunan': 'Menjalani program mendapatkan keturunan',
  'cltn/anak-khusus': 'Mendampingi anak berkebutuhan khusus', 'cltn/merawat': 'Merawat pasangan, anak, atau orang tua',
  ...Object.fromEntries(['Surat keterangan dokter', 'Surat keterangan dokter pemerintah', 'Surat keterangan rawat inap', 'Surat keterangan ketua RT', 'Jadwal keberangkatan haji', 'Bukti alasan pribadi dan mendesak'].map(paper => [paper, paper])),
}

const wordFor = (code: string, name: string): string => (leaveNames[code] === name ? t(leaveNames[code] ?? '') : name)

export const kindName = (kind: Kind | undefined, code: string): string => (kind ? wordFor(kind.code, kind.name) : code)

export const paperName = (what: string): string => wordFor(what, what)

export const groundName = (kind: Kind, ground: Ground): string => wordFor(`${kind.code}/${ground.code}`, ground.name)

export const lengthWords = ({ n, unit }: Limit): string => (unit === 'months' ? t('{n} bulan', { n }) : unit === 'days' ? t('{n} hari', { n }) : t('{n} hari kerja', { n }))

/** `2–6 Maret 2026`, `30 November – 1 Desember 2026`, or one day. */
export function spanWords({ from, until }: Span): string {
  const format = new Intl.DateTimeFormat(locale().language === 'id' ? 'id-ID' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${until}T12:00:00Z`))
}
