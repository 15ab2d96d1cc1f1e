import type { StateWords } from '#ui/index.ts'
import type { Degree, Level, RequestState, Use } from '../contract.ts'
import type { AnswerEvent } from '../request.ts'
import type { Form, Step } from '../store.ts'

export const stateWords: StateWords<RequestState> = {
  unconfirmed: { label: 'Menunggu konfirmasi surel', tone: 'plain' },
  waiting: { label: 'Menunggu jawaban', tone: 'info' },
  granted: { label: 'Diberikan', tone: 'good' },
  partial: { label: 'Diberikan sebagian', tone: 'good' },
  aggregate: { label: 'Diberikan sebagai agregat', tone: 'good' },
  refused: { label: 'Ditolak', tone: 'bad' },
  contested: { label: 'Dibahas forum', tone: 'warn' },
  upheld: { label: 'Penolakan dikuatkan forum', tone: 'bad' },
  withdrawn: { label: 'Ditarik pemohon', tone: 'plain' },
  lapsed: { label: 'Tidak dikonfirmasi', tone: 'plain' },
}

/** At whom a request waits. */
export const levelWords: Record<Level, string> = { 0: 'Pemegang data', 1: 'Walidata', 2: 'Koordinator forum', 3: 'Sekretaris daerah' }

export const degreeWords: Record<Degree, string> = { metadata: 'Keterangan tentang data', query: 'Kueri yang disetujui', sample: 'Contoh yang disamarkan', full: 'Seluruh isi' }

export const degreeHints: Record<Degree, string> = {
  metadata: 'Arti kolom, cakupan, dan cara pengumpulannya, tanpa isi.',
  query: 'Jawaban berupa jumlah dan rata-rata; barisnya tidak pernah keluar.',
  sample: 'Beberapa puluh baris, tulisan dan tanggalnya disamarkan.',
  full: 'Semua baris dari kolom yang dipilih.',
}

export const formWords: Record<Form, string> = { online: 'Dilihat di portal', csv: 'Berkas CSV', xlsx: 'Berkas XLSX', paper: 'Salinan tertulis' }

export const answerWords: Record<AnswerEvent, string> = { grant: 'Berikan', partial: 'Berikan sebagian', aggregate: 'Berikan agregat saja', refuse: 'Tolak', uphold: 'Kuatkan penolakan' }

export const answerHints: Record<AnswerEvent, string> = {
  grant: 'Seperti yang diminta.',
  partial: 'Kolom, tingkat, atau waktu yang lebih sedikit daripada yang diminta.',
  aggregate: 'Jumlah dan rata-rata lewat kueri yang disetujui, tanpa baris.',
  refuse: 'Dengan alasan dari daftar dan penjelasan.',
  uphold: 'Forum membenarkan penolakan; perkara ini selesai.',
}

export const stepWords: Record<Step['event'], string> = {
  ask: 'Diajukan',
  confirm: 'Surel dikonfirmasi, tenggat mulai dihitung',
  lapse: 'Gugur karena tidak dikonfirmasi',
  extend: 'Tenggat diperpanjang',
  escalate: 'Tidak dijawab, dinaikkan',
  urge: 'Ditegur',
  redirect: 'Dialihkan kepada pemegang lain',
  grant: 'Diberikan',
  partial: 'Diberikan sebagian',
  aggregate: 'Diberikan sebagai agregat',
  refuse: 'Ditolak',
  contest: 'Dibawa ke forum',
  uphold: 'Penolakan dikuatkan forum',
  withdraw: 'Ditarik pemohon',
  agree: 'Berita acara disiapkan',
  revoke: 'Izin dicabut',
  erase: 'Data diri pemohon dihapus',
}

export const useWords: Record<Use['what'], string> = { look: 'Dilihat', query: 'Ditanya', download: 'Diunduh' }
