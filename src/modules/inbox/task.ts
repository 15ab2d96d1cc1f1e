import type { Task, TaskKind, Urgency } from './contract.ts'
import type { StateWords } from '#ui/index.ts'

/** In the order in which they are counted. */
export const taskKinds = ['sign', 'paraf', 'revise', 'send', 'incoming', 'disposition', 'copy', 'approve'] as const satisfies readonly TaskKind[]

/** What is asked for, in a word or two. */
export const kindWords: Record<TaskKind, string> = {
  sign: 'Tanda tangan',
  paraf: 'Paraf',
  revise: 'Perbaikan',
  send: 'Pengiriman',
  incoming: 'Surat masuk',
  disposition: 'Disposisi',
  copy: 'Tembusan',
  approve: 'Persetujuan',
}

export const urgencyWords: StateWords<Urgency> = {
  biasa: { label: 'Biasa', tone: 'plain' },
  segera: { label: 'Segera', tone: 'warn' },
  kilat: { label: 'Amat segera', tone: 'bad' },
}

/** What became of a task; an outcome that is not here is shown as done. */
const outcomes: Record<string, string> = {
  signed: 'Ditandatangani',
  paraf: 'Diparaf',
  changed: 'Urutan paraf berubah',
  circulated: 'Diedarkan',
  returned: 'Dikembalikan',
  withdrawn: 'Ditarik kembali',
  recalled: 'Ditarik kembali',
  sent: 'Dikirim',
  read: 'Dibaca',
  disposed: 'Didisposisikan',
  'passed-on': 'Diteruskan',
  reported: 'Dilaporkan',
  answered: 'Dibalas',
  noted: 'Dicatat',
  closed: 'Ditutup',
  approved: 'Disetujui',
  refused: 'Ditolak',
  cancelled: 'Dibatalkan',
}

export const outcomeText = ({ outcome }: Pick<Task, 'outcome'>): string => outcomes[outcome ?? ''] ?? 'Selesai'
