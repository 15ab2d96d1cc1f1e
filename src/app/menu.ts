import type { PublicMenuEntry, WorkMenuEntry } from '#platform/web/module.ts'
import { modules } from './modules.ts'

/** Entries of pages that draw on several modules. */
const ownPublic: PublicMenuEntry[] = [
  { label: 'Beranda', href: '/', order: 0 },
  { label: 'Kanal', href: '/kanal', order: 20 },
  { label: 'Keaktifan', href: '/keaktifan', order: 30 },
]

const ownWork: WorkMenuEntry[] = [{ label: 'Kanal senyap', href: '/kerja/kanal-senyap', group: 'Publik', may: 'publications.supervise' }]

/** On the showcase installation only. */
export const demoEntries: WorkMenuEntry[] = [{ label: 'Surel peragaan', href: '/kerja/surel-demo', group: 'Pengaturan', may: 'signed-in' }]

/** The public menu, in order. */
export const publicMenu = [...ownPublic, ...modules.flatMap(module => module.menu?.public ?? [])].toSorted((a, b) => a.order - b.order).map(({ label, href }) => ({ label, href }))

/** Groups of the officers' menu: daily work first, settings last. */
const groups = ['Kantor', 'Publik', 'Pembangunan', 'Data', 'Pengaturan']

/** The officers' menu; within a group in the order of the modules. */
export const workEntries: readonly WorkMenuEntry[] = [...modules.flatMap(module => module.menu?.work ?? []), ...ownWork].toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
