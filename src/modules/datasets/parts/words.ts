import type { StateWords } from '#ui/index.ts'
import type { Access, EntryState, QualityPart, ReleaseState } from '../contract.ts'
import type { Rhythm } from '#platform/time/period.ts'
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

export const accessWords: StateWords<Access> = {
  open: { label: 'Terbuka', tone: 'good' },
  limited: { label: 'Terbatas', tone: 'warn' },
  closed: { label: 'Tertutup', tone: 'bad' },
}

export const accessHints: Record<Access, string> = {
  open: 'Siapa saja boleh melihat dan mengunduh.',
  limited: 'Isinya diberikan kepada yang meminta dan diizinkan; keterangannya tetap terbuka.',
  closed: 'Isinya tidak diberikan; keterangan dan alasannya tetap terbuka.',
}

export const rhythms: Record<Rhythm, string> = {
  day: 'Setiap hari', week: 'Setiap pekan', month: 'Setiap bulan', quarter: 'Setiap triwulan', semester: 'Setiap semester', year: 'Setiap tahun', once: 'Sekali',
}

export const qualityParts: Record<QualityPart, string> = {
  completeness: 'Kelengkapan', timeliness: 'Ketepatan waktu', validity: 'Keabsahan', conformity: 'Kesesuaian standar', metadata: 'Metadata',
}

export const columnTypes = {
  text: 'Teks', integer: 'Bilangan bulat', decimal: 'Bilangan desimal', date: 'Tanggal', timestamp: 'Waktu', boolean: 'Ya atau tidak', region: 'Kode wilayah', geometry: 'Bentuk di peta',
} as const

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
