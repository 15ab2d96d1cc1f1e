import type { StateWords } from '#ui/index.ts'
import type { EntryState, ReleaseState } from '../contract.ts'
import type { EntryEvent, ReleaseEvent } from '../entry.ts'

export const entryStates: StateWords<EntryState> = {
  draft: { label: 'Konsep', tone: 'plain' },
  proposed: { label: 'Diusulkan', tone: 'info' },
  returned: { label: 'Dikembalikan', tone: 'warn' },
  listed: { label: 'Dalam daftar data', tone: 'good' },
  retired: { label: 'Dihentikan', tone: 'plain' },
}

export const releaseStates: StateWords<ReleaseState> = {
  draft: { label: 'Konsep', tone: 'plain' },
  submitted: { label: 'Menunggu pemeriksaan', tone: 'info' },
  checked: { label: 'Menunggu persetujuan', tone: 'info' },
  approved: { label: 'Disetujui', tone: 'good' },
  rejected: { label: 'Ditolak', tone: 'bad' },
  cancelled: { label: 'Dibatalkan', tone: 'plain' },
  published: { label: 'Ditayangkan', tone: 'good' },
  replaced: { label: 'Diganti koreksi', tone: 'plain' },
  withdrawn: { label: 'Tidak ditayangkan', tone: 'warn' },
}

/** What the history says of steps of an entry and of a release. */
export const eventWords: Record<EntryEvent | ReleaseEvent | 'begin', string> = {
  save: 'Keterangan diubah',
  propose: 'Diusulkan masuk daftar data',
  return: 'Dikembalikan untuk diperbaiki',
  list: 'Masuk daftar data',
  retire: 'Dihentikan',
  restore: 'Disiapkan lagi',
  begin: 'Rilis mulai disiapkan',
  fill: 'Isi rilis diubah',
  submit: 'Rilis dikirim untuk diperiksa',
  recall: 'Rilis ditarik kembali',
  check: 'Diperiksa walidata pendukung',
  reject: 'Rilis ditolak',
  approve: 'Disetujui walidata',
  publish: 'Ditayangkan',
  cancel: 'Rilis dibatalkan',
  replace: 'Diganti koreksi',
  withdraw: 'Tidak lagi ditayangkan',
  'show-again': 'Ditayangkan lagi',
}
