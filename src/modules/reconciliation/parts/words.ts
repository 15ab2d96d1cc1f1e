import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { fieldLabel } from '../comparison.ts'
import { own, type Comparison, type ComparisonState, type FieldType } from '../contract.ts'
import type { Reason } from '#platform/matching/comparing.ts'
import type { DifferenceState } from '../states.ts'

export const comparisonWords: StateWords<ComparisonState> = { open: { label: 'Berjalan', tone: 'info' }, finished: { label: 'Selesai', tone: 'good' } }

export const differenceWords: StateWords<DifferenceState> = {
  open: { label: 'Belum diputuskan', tone: 'warn' },
  asked: { label: 'Diminta', tone: 'info' },
  settled: { label: 'Diputuskan', tone: 'good' },
  agreed: { label: 'Sudah sama', tone: 'plain' },
}

export const typeWords: Record<FieldType, string> = { text: 'Teks', number: 'Angka', money: 'Rupiah', date: 'Tanggal', code: 'Kode', region: 'Wilayah' }

/** Why two rows are taken for the same, or doubted to be; what speaks against it is marked. */
export const reasonWords: Record<Reason, { label: string; against?: true }> = {
  'same-code': { label: 'kode sama' },
  'near-code': { label: 'kode berbeda satu angka', against: true },
  'other-code': { label: 'kode berbeda', against: true },
  'no-code': { label: 'tanpa kode' },
  'same-name': { label: 'nama sama' },
  'like-name': { label: 'nama mirip' },
  'other-name': { label: 'nama berbeda', against: true },
  'other-number': { label: 'nomor di nama berbeda', against: true },
  'missing-number': { label: 'nomor di nama tidak disebut', against: true },
  'other-kind': { label: 'jenis berbeda', against: true },
  'other-side': { label: 'arah di nama berbeda', against: true },
  'missing-side': { label: 'arah di nama tidak disebut', against: true },
  'same-place': { label: 'tempat sama' },
  'other-place': { label: 'tempat berbeda', against: true },
  'namesakes': { label: 'ada beberapa yang bernama sama', against: true },
  'taken': { label: 'sudah berpadanan; mungkin baris ganda', against: true },
}

const eventWords: Record<string, string> = {
  ask: 'Diminta memutuskan', settle: 'Diputuskan', undo: 'Keputusan ditarik', differ: 'Nilainya berubah; keputusan dibuka lagi', agree: 'Nilainya sudah sama',
  confirm: 'Dipastikan sama', reject: 'Dinyatakan bukan yang sama', change: 'Barisnya berubah; ditanyakan lagi', bring: 'Berkas dibawa masuk', create: 'Rekonsiliasi dibuat', edit: 'Rekonsiliasi diubah', finish: 'Diselesaikan', reopen: 'Dibuka lagi',
}

export const eventText = (event: string): string => t(eventWords[event] ?? event)

/** How a field is called on screens. */
export function fieldText(comparison: Comparison, key: string): string {
  if (key === own.there) return t('Ada atau tidak')
  if (key === own.double) return t('Baris ganda')
  return fieldLabel(comparison, key) ?? key
}

/** What a source says of a field, for people. */
export function saidText(key: string, text: string): string {
  if (key === own.there) return text === '' ? t('tidak ada') : t('ada')
  if (key === own.double) return t('{n} baris', { n: text })
  return text === '' ? '–' : text
}
