import type { StateWords } from '#ui/index.ts'
import type { State } from '../contract.ts'
import { stateNames, type Event } from '../page.ts'

const tones: Record<State, 'plain' | 'info' | 'good'> = { draft: 'plain', submitted: 'info', published: 'good', hidden: 'plain' }

/** How each state is called and how it feels. */
export const stateWords = Object.fromEntries(Object.entries(stateNames).map(([state, label]) => [state, { label, tone: tones[state as State] }])) as StateWords<State>

/** What happened, as a past tense, for timelines. */
export const eventWords: Record<Event, string> = {
  save: 'Disimpan',
  submit: 'Dikirim untuk diperiksa',
  withdraw: 'Ditarik kembali',
  return: 'Dikembalikan',
  publish: 'Diterbitkan',
  discard: 'Perubahan dibuang',
  hide: 'Disembunyikan',
  restore: 'Dipulihkan',
}

/** What can be done to a page, in the order in which it is offered. */
export const stepWords: { event: Event; button: string; done: string }[] = [
  { event: 'publish', button: 'Terbitkan', done: 'Terbit.' },
  { event: 'submit', button: 'Kirim untuk diperiksa', done: 'Dikirim untuk diperiksa.' },
  { event: 'withdraw', button: 'Tarik kembali', done: 'Ditarik kembali menjadi konsep.' },
  { event: 'return', button: 'Kembalikan', done: 'Dikembalikan kepada penulis.' },
  { event: 'discard', button: 'Buang perubahan', done: 'Perubahan dibuang; versinya tetap ada di riwayat.' },
  { event: 'restore', button: 'Pulihkan', done: 'Dipulihkan menjadi konsep.' },
  { event: 'hide', button: 'Sembunyikan', done: 'Disembunyikan dari umum.' },
]
