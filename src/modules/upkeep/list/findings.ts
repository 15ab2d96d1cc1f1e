import type { Tone } from '#ui/index.ts'
import { isLasting, type Finding } from '../link.ts'
import type { BrokenMention } from '../store.ts'

/** What was found, as a person reads it. */
const words: Record<Finding, string> = {
  answers: 'Dapat dibuka',
  guarded: 'Terbuka untuk pembaca',
  moved: 'Alamatnya pindah',
  'not-found': 'Halaman itu tidak ada',
  'inside-only': 'Hanya terbuka bagi pegawai',
  'server-error': 'Situs itu mengalami gangguan',
  refused: 'Situs itu menolak',
  timeout: 'Tidak menjawab dalam 10 detik',
  'unknown-host': 'Nama situs tidak dikenal',
  unreachable: 'Tidak dapat dihubungi',
  private: 'Alamat jaringan dalam, tidak terbuka bagi pembaca',
  'too-many-redirects': 'Berputar dari satu alamat ke alamat lain',
}

/** Why a link is in the list, in Indonesian source text. */
export const reasonOf = ({ finding }: Pick<BrokenMention, 'finding'>): string => words[finding ?? 'unreachable']

/** How sure it is: moved, broken, or broken for good. */
export function badgeOf({ state, failures }: Pick<BrokenMention, 'state' | 'failures'>): { label: string; tone: Tone } {
  if (state === 'moved') return { label: 'Pindah', tone: 'info' }
  return isLasting(failures) ? { label: 'Rusak menetap', tone: 'bad' } : { label: 'Rusak', tone: 'warn' }
}
