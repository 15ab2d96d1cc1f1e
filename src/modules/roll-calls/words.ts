import type { StateWords } from '#ui/index.ts'
import type { CallKind, Standing, Via } from './call.ts'

export const kindWords: Record<CallKind, { label: string }> = { call: { label: 'Panggil hadir' }, meeting: { label: 'Daftar hadir rapat' }, apel: { label: 'Apel' } }

export const standingWords: StateWords<Standing> = {
  here: { label: 'Hadir', tone: 'good' },
  elsewhere: { label: 'Di tempat lain', tone: 'info' },
  explained: { label: 'Ada keterangan', tone: 'info' },
  'no-device': { label: 'Tanpa akun', tone: 'plain' },
  waiting: { label: 'Menunggu jawaban', tone: 'warn' },
  silent: { label: 'Tidak menjawab', tone: 'bad' },
}

export const viaWords: Record<Via, { label: string }> = { tap: { label: 'dari ponselnya' }, screen: { label: 'memindai layar' }, vouched: { label: 'dikuatkan rekan' } }
