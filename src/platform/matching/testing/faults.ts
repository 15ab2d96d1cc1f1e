import type { Chance } from './chance.ts'

/** What happens to a name on its way from one list into another. */
export type Fault = 'abbreviation' | 'typo' | 'swapped' | 'numeral' | 'joined' | 'capitals'

const short: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^SD Negeri\b/, ['SDN', 'SD N', 'Sekolah Dasar Negeri', 'SD Neg.']], [/^SMP Negeri\b/, ['SMPN', 'SMP N', 'Sekolah Menengah Pertama Negeri', 'SLTP Negeri']], [/^MI\b/, ['Madrasah Ibtidaiyah', 'M.I.']], [/^TK\b/, ['Taman Kanak-kanak', 'T.K.']],
  [/Muhammadiyah/, ['Muh.', 'Muhamadiyah']], [/Ma'arif/, ['Maarif', 'Ma’arif', 'Ma arif']], [/Islam Terpadu/, ['IT']], [/^Desa\b/, ['Ds.', 'Ds']], [/^Kelurahan\b/, ['Kel.', 'Kel']], [/^Kecamatan\b/, ['Kec.']],
  [/^Dinas\b/, ['Din.']], [/^Bagian\b/, ['Bag.']], [/^Bidang\b/, ['Bid.']], [/^UPTD\b/, ['UPT', 'Unit Pelaksana Teknis Daerah']], [/\bdan\b/, ['&', 'dan']], [/Penyediaan/, ['Penyed.', 'Peny.']], [/Pemeliharaan/, ['Pemelih.']], [/Koordinasi/, ['Koord.']],
]
const roman: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V', 6: 'VI' }
const letters = 'abcdefghijklmnopqrstuvwxyz'

function slip(word: string, chance: Chance): string {
  const at = 1 + chance.below(word.length - 2)
  const ways = [
    () => word.slice(0, at) + letters[chance.below(letters.length)] + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
  ]
  return chance.one(ways)()
}

const ways: Record<Fault, (name: string, chance: Chance) => string> = {
  abbreviation: (name, chance) => short.reduce((said, [pattern, words]) => said.replace(pattern, () => chance.one(words)), name),
  typo(name, chance) {
    const words = name.split(' ')
    const long = words.flatMap((word, i) => (/^[A-Za-z]{5,}$/.test(word) ? [i] : []))
    if (long.length === 0) return name
    const at = chance.one(long)
    return words.with(at, slip(words[at]!, chance)).join(' ')
  },
  // The number goes to the other end of the name, or two neighbours change places.
  swapped(name, chance) {
    const words = name.split(' ')
    const at = words.findIndex((word, i) => i > 1 && /^\d+$/.test(word))
    if (at > 0) return at === words.length - 1 ? [...words.slice(0, 2), words[at]!, ...words.slice(2, at)].join(' ') : [...words.toSpliced(at, 1), words[at]!].join(' ')
    if (words.length < 4) return name
    const i = 1 + chance.below(words.length - 2)
    return words.with(i, words[i + 1]!).with(i + 1, words[i]!).join(' ')
  },
  numeral: (name, chance) => name.replace(/\b[1-6]\b/, digit => (chance.under(0.6) ? `0${digit}` : roman[digit]!)),
  joined: (name, chance) => name.replace(/\b([A-Z][a-z]{3,}) ([A-Z][a-z]{3,})\b/, (both, one: string, other: string) => (chance.under(0.7) && !/Negeri|Desa|Kelurahan/.test(both) ? one + other.toLowerCase() : both)),
  capitals: (name, chance) => (chance.under(0.7) ? name.toUpperCase() : name.toLowerCase()),
}

/** A name as somebody else would have it. */
export const spoilt = (name: string, faults: readonly Fault[], chance: Chance): string => faults.reduce((said, fault) => ways[fault](said, chance), name)

/** A code with one sign wrong. */
export function slippedCode(code: string, chance: Chance): string {
  const places = code.split('').flatMap((sign, i) => (/\d/.test(sign) ? [i] : []))
  const at = chance.one(places)
  return code.slice(0, at) + String((Number(code[at]) + 1 + chance.below(9)) % 10) + code.slice(at + 1)
}
