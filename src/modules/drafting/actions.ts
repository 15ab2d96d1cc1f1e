import type { Who } from '#platform/access/who.ts'
import { isCourse } from './flow.ts'
import { may, type Case, type Deed } from './policy.ts'

/** Something the person can do next; `label` is Indonesian source text. */
export interface Action {
  label: string
  href: string
  /** What is most likely wanted. */
  main?: boolean
}

/** Pages about a draft and the deed each of them needs, the likely one first. */
const pages: { label: string; path: string; deed: Deed | null; main?: boolean; draftOnly?: true }[] = [
  { label: 'Paraf', path: 'paraf', deed: 'paraf', main: true },
  { label: 'Edarkan', path: 'edarkan', deed: 'circulate', main: true },
  { label: 'Ubah naskah', path: 'ubah', deed: 'edit' },
  { label: 'Naskah', path: 'naskah', deed: null, draftOnly: true },
  { label: 'Riwayat versi', path: 'versi', deed: null },
  { label: 'Tarik kembali', path: 'tarik', deed: 'withdraw' },
  { label: 'Batalkan konsep', path: 'batalkan', deed: 'cancel' },
]

/** What the person may do with a draft now, by the same policy as the pages. */
export const draftActions = (who: Who, of: Case & { letter: { id: string } }): Action[] =>
  pages.filter(({ deed, draftOnly }) => (deed === null || may(who, deed, of)) && (!draftOnly || isCourse(of.letter.state))).map(({ label, path, main }) => ({ label, href: `/kerja/surat/${of.letter.id}/${path}`, main: of.letter.state === 'returned' ? path === 'ubah' : main }))
