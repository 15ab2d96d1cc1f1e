import type { EntryState, Flag } from '#platform/offline/entry.ts'
import type { StateWords } from '#ui/index.ts'

export const stateWords: StateWords<EntryState> = {
  applied: { label: 'Diterima dan diproses', tone: 'good' },
  refused: { label: 'Perlu diperbaiki', tone: 'bad' },
  held: { label: 'Diterima, menunggu pemeriksaan', tone: 'info' },
}

export const flagWords: Record<Flag, { label: string }> = {
  gap: { label: 'Ada kiriman sebelumnya yang belum sampai' },
  order: { label: 'Sampai tidak berurutan' },
  fork: { label: 'Tidak menyambung dengan kiriman sebelumnya' },
  clock: { label: 'Jam perangkat diragukan' },
}
