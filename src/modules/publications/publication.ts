import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Kind, State } from './contract.ts'

/** Kinds with their Indonesian names, in the order of menus. */
export const kinds: Record<Kind, string> = {
  berita: 'Berita',
  pengumuman: 'Pengumuman',
  kegiatan: 'Kegiatan',
  program: 'Program',
  'siaran-pers': 'Siaran pers',
  dokumen: 'Dokumen',
  infografis: 'Infografis',
}

export const kindNames = Object.keys(kinds) as Kind[]

export const stateNames: Record<State, string> = {
  draft: 'Konsep',
  submitted: 'Menunggu pemeriksaan',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
  scheduled: 'Terjadwal',
  published: 'Terbit',
  archived: 'Arsip',
}

/** What can happen to a publication. `revise` opens a published one for a correction; the public keeps what it sees. */
export type Event = 'save' | 'submit' | 'withdraw' | 'return' | 'approve' | 'schedule' | 'unschedule' | 'publish' | 'revise' | 'discard' | 'archive' | 'restore'

const unpublished = { save: 'draft', submit: 'submitted', publish: 'published', schedule: 'scheduled', discard: 'published', archive: 'archived' } as const

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'publication',
  initial: 'draft',
  states: {
    draft: { on: unpublished },
    returned: { on: unpublished },
    submitted: { on: { save: 'submitted', withdraw: 'draft', return: 'returned', approve: 'approved', publish: 'published', schedule: 'scheduled' } },
    approved: { on: { return: 'returned', publish: 'published', schedule: 'scheduled', save: 'draft' } },
    scheduled: { on: { publish: 'published', unschedule: 'approved', return: 'returned' } },
    published: { on: { revise: 'draft', archive: 'archived' } },
    archived: { on: { restore: 'draft' } },
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: State, event: Event): State | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as State
}

/** Lowercase words with hyphens for an address, at most 80 characters, never empty. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= 80) return slug || 'tanpa-judul'
  const cut = slug.slice(0, 80)
  return cut.slice(0, cut.lastIndexOf('-') > 40 ? cut.lastIndexOf('-') : 80)
}
