import type { StateWords } from '#ui/index.ts'
import type { Event } from '../concept.ts'
import type { ConceptState } from '../contract.ts'

export const stateWords: StateWords<ConceptState> = {
  proposed: { label: 'Diusulkan', tone: 'info' },
  returned: { label: 'Dikembalikan', tone: 'warn' },
  reviewed: { label: 'Sudah diperiksa', tone: 'info' },
  valid: { label: 'Berlaku', tone: 'good' },
  replaced: { label: 'Diganti', tone: 'plain' },
  withdrawn: { label: 'Ditarik', tone: 'plain' },
  retired: { label: 'Dicabut', tone: 'plain' },
}

export const eventWords: Record<Event, string> = {
  propose: 'Diusulkan',
  save: 'Isi disimpan',
  review: 'Diperiksa dan sesuai',
  return: 'Dikembalikan dengan catatan',
  establish: 'Ditetapkan',
  withdraw: 'Usulan ditarik',
  replace: 'Diganti versi baru',
  retire: 'Dicabut',
}
