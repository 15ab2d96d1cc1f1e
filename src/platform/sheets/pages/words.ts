import type { StateWords } from '#ui/index.ts'
import type { RunState } from '../sheet-run.ts'

/** How each state of a run is called and how it feels. */
export const runWords: StateWords<RunState> = {
  reading: { label: 'Sedang dibaca', tone: 'info' },
  mapping: { label: 'Menunggu pencocokan kolom', tone: 'warn' },
  checking: { label: 'Sedang diperiksa', tone: 'info' },
  ready: { label: 'Menunggu keputusan', tone: 'warn' },
  applying: { label: 'Sedang dimasukkan', tone: 'info' },
  done: { label: 'Selesai', tone: 'good' },
  failed: { label: 'Gagal', tone: 'bad' },
}
