import { t } from '#platform/i18n/locale.ts'
import type { HoldingKind, InCharge, Post, PostKind } from '../contract.ts'

type Holder = Pick<InCharge, 'name' | 'kind'>

/** Ways of holding a position; Plt. and Plh. stand in for the holder. */
export const holdingKinds: Record<HoldingKind, { label: string; hint: string }> = {
  definitif: { label: 'Definitif', hint: 'Pejabatnya sendiri; hanya satu orang pada satu waktu.' },
  plt: { label: 'Plt. (pelaksana tugas)', hint: 'Jabatan lowong atau pejabatnya berhalangan tetap.' },
  plh: { label: 'Plh. (pelaksana harian)', hint: 'Pejabatnya berhalangan sementara, misalnya cuti atau dinas luar.' },
}

/** Kinds of positions as people call them, Indonesian source text, highest first. */
export const postKinds: Record<PostKind, { label: string }> = {
  jpt: { label: 'Pimpinan tinggi' },
  administrator: { label: 'Administrator' },
  pengawas: { label: 'Pengawas' },
  fungsional: { label: 'Fungsional' },
  pelaksana: { label: 'Pelaksana' },
  lain: { label: 'Lainnya' },
}
export const postKindNames = Object.keys(postKinds) as [PostKind, ...PostKind[]]

/** Echelons a position can have. */
export const echelons = ['I.a', 'I.b', 'II.a', 'II.b', 'III.a', 'III.b', 'IV.a', 'IV.b', 'V.a'] as const

/** `Plh. Siti Mahmudah`. */
export const holderName = ({ name, kind }: Holder): string => (kind === 'definitif' ? name : `${kind === 'plt' ? 'Plt.' : 'Plh.'} ${name}`)

/** All who hold a position today, the holder before who stands in; a dash when nobody does. */
export const holdersText = (holders: readonly Holder[]): string => holders.toReversed().map(holderName).join(', ') || '–'

/** `II.b · kelas 14`, as far as they are known. */
export const gradeOf = ({ echelon, grade }: Pick<Post, 'echelon' | 'grade'>): string => [echelon, grade && t('kelas {grade}', { grade })].filter(Boolean).join(' · ')
