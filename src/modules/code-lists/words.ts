import type { StateWords } from '#ui/index.ts'

export const listKindWords = { reference: 'Kode referensi', master: 'Data induk' } as const

export const changeWords: StateWords<'added' | 'gone' | 'renamed'> = {
  added: { label: 'Baru', tone: 'good' },
  gone: { label: 'Hilang', tone: 'warn' },
  renamed: { label: 'Berubah', tone: 'info' },
}
