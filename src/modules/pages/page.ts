import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Purpose, State } from './contract.ts'

export const stateNames: Record<State, string> = {
  draft: 'Konsep',
  submitted: 'Menunggu pemeriksaan',
  published: 'Terbit',
  hidden: 'Disembunyikan',
}

/** What a page is for, in words. */
export const purposeNames: Record<Purpose, string> = {
  home: 'Beranda',
  profile: 'Profil',
  history: 'Sejarah',
  duties: 'Tugas dan fungsi',
  structure: 'Struktur organisasi',
  officials: 'Pejabat',
  services: 'Layanan',
  'public-information': 'Informasi publik',
  documents: 'Dokumen',
  contact: 'Kontak',
  complaints: 'Pengaduan',
  budget: 'Anggaran',
  population: 'Penduduk',
  potentials: 'Potensi',
  gallery: 'Galeri',
  villages: '{Desa} dan kelurahan',
  admissions: 'Penerimaan murid',
}

/** What can happen to a page. The public keeps what it sees while a change is being prepared. */
export type Event = 'save' | 'submit' | 'withdraw' | 'return' | 'publish' | 'discard' | 'hide' | 'restore'

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'page',
  initial: 'draft',
  states: {
    draft: { on: { save: 'draft', submit: 'submitted', publish: 'published', discard: 'published', hide: 'hidden' } },
    submitted: { on: { save: 'submitted', withdraw: 'draft', return: 'draft', publish: 'published' } },
    published: { on: { save: 'draft', hide: 'hidden' } },
    hidden: { on: { save: 'hidden', publish: 'published', restore: 'draft' } },
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: State, event: Event): State | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as State
}

/** Words of an address that lead elsewhere on a site. */
const taken = new Set(['berita', 'en', 'situs', 'aset', 'gambar', 'berkas', 'kerja', 'masuk', 'bahasa', 'langganan', 'sitemap-xml', 'robots-txt'])

/** Lowercase words with hyphens for an address, at most 60 characters, never one that leads elsewhere. */
export function slugOf(title: string): string {
  const slug = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '') || 'halaman'
  return taken.has(slug) ? `${slug}-kami` : slug
}

/** As much of a page as its place in the tree needs. */
export interface Standing {
  id: string
  parentId: string | null
  position: number
}

/**
 * Pages in the order of the tree, parents before children. A page whose parent is not among them, or that stands
 * below itself, comes out at the top rather than nowhere.
 */
export function inTreeOrder<T extends Standing>(pages: readonly T[]): (T & { depth: number })[] {
  const known = new Set(pages.map(page => page.id))
  const children = Map.groupBy(pages.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)), page => (page.parentId && known.has(page.parentId) ? page.parentId : null))
  const ordered: (T & { depth: number })[] = []
  const seen = new Set<string>()
  const add = (parent: string | null, depth: number) => {
    for (const page of children.get(parent) ?? []) {
      if (seen.has(page.id)) continue
      seen.add(page.id)
      ordered.push({ ...page, depth })
      add(page.id, depth + 1)
    }
  }
  add(null, 0)
  // What is left stands below itself, or below something that does.
  for (const page of pages)
    if (!seen.has(page.id) && page.parentId && withBelow(pages, page.id).has(page.parentId)) {
      seen.add(page.id)
      ordered.push({ ...page, depth: 0 })
      add(page.id, 1)
    }
  return ordered
}

/** Ids of a page and everything that stands below it. */
export function withBelow(pages: readonly Pick<Standing, 'id' | 'parentId'>[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const page of pages) if (page.parentId && found.has(page.parentId)) found.add(page.id)
  }
  return found
}
