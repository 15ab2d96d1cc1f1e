import type { StateWords } from '#ui/index.ts'
import type { State } from '../contract.ts'
import { stateNames, type Event } from '../publication.ts'

const tones: Record<State, 'plain' | 'info' | 'good' | 'warn' | 'bad'> = { draft: 'plain', submitted: 'info', returned: 'warn', approved: 'info', scheduled: 'info', published: 'good', archived: 'plain' }

/** How each state is called and how it feels. */
export const stateWords = Object.fromEntries(Object.entries(stateNames).map(([state, label]) => [state, { label, tone: tones[state as State] }])) as StateWords<State>

/** What happened, as a past tense, for timelines. */
export const eventWords: Record<Event, string> = {
  save: 'Disimpan',
  submit: 'Dikirim untuk diperiksa',
  withdraw: 'Ditarik kembali',
  return: 'Dikembalikan',
  approve: 'Disetujui',
  schedule: 'Dijadwalkan',
  unschedule: 'Jadwal dibatalkan',
  publish: 'Diterbitkan',
  revise: 'Ralat dimulai',
  discard: 'Ralat dibuang',
  archive: 'Diarsipkan',
  restore: 'Dipulihkan',
}
