import type { Message } from '#platform/forms/fields.ts'
import type { NumberRequest } from './contract.ts'

/** What a pattern can ask for. */
export const placeholders = ['klasifikasi', 'urut', 'unit', 'kode', 'sifat', 'bulan', 'bulan-romawi', 'tahun'] as const
export type Placeholder = (typeof placeholders)[number]

/** A pattern taken apart; `pad` is the least number of digits of `{urut:3}`. */
export type Piece = { text: string } | { name: Placeholder; pad: number }

/** How often a series begins at 1 again. */
export type Resets = 'year' | 'month'

/** What fills a pattern besides the sequence. */
export interface Filling extends Pick<NumberRequest, 'classification' | 'secrecy' | 'on'> {
  /** Code of the unit whose agenda it is. */
  unit: string
  /** Code of the unit that makes the letter. */
  kode: string
}

/** A printed number around its sequence. */
export interface Around {
  before: string
  pad: number
  after: string
}

export const braced = (name: string): string => `{${name}}`
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** Letters and signs a pattern may print as they are. */
const plain = /^[A-Za-z0-9 ./\-_()&:,]*$/
const longest = 80

const isPlaceholder = (name: string): name is Placeholder => placeholders.some(one => one === name)

/** A pattern in its pieces; what nobody knows or did not close is in `wrong`. */
function piecesOf(pattern: string): { pieces: Piece[]; wrong: Message[] } {
  const pieces: Piece[] = []
  const wrong: Message[] = []
  for (const [, inside, text] of pattern.matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (text !== undefined) {
      if (/[{}]/.test(text)) wrong.push({ text: 'Kurung kurawal “{sign}” tidak berpasangan. Tulis seperti {example}.', values: { sign: text, example: '{urut}' } })
      else if (!plain.test(text)) wrong.push({ text: 'Di luar kurung kurawal pola hanya memuat huruf, angka, spasi, dan tanda . / - _ ( ) & : ,' })
      pieces.push({ text })
      continue
    }
    const [, name = '', width] = /^([a-z-]*)(?::([1-6]))?$/.exec(inside!.trim()) ?? []
    if (isPlaceholder(name) && (width === undefined || name === 'urut')) pieces.push({ name, pad: Number(width ?? 1) })
    else wrong.push({ text: 'Isian {name} tidak dikenal. Yang dikenal: {known}.', values: { name: braced(inside!), known: [...placeholders.map(braced), '{urut:3}'].join(', ') } })
  }
  return { pieces, wrong }
}

const at = (pieces: readonly Piece[], name: Placeholder): number => pieces.findIndex(piece => 'name' in piece && piece.name === name)

/** Whether a sign between the sequence and its neighbour keeps the two apart, whatever they are. */
function apart(between: string, neighbour: Placeholder): boolean {
  const swallowed = neighbour === 'klasifikasi' ? /[A-Za-z0-9.]/g : neighbour === 'kode' || neighbour === 'unit' ? /[A-Za-z0-9. -]/g : /[A-Za-z0-9]/g
  return between.replace(swallowed, '') !== ''
}

/** Whether the sequence could be read in two ways, because nothing parts it from what stands beside it. */
function runsTogether(pieces: readonly Piece[]): boolean {
  const sequence = at(pieces, 'urut')
  return [-1, 1].some(step => {
    let between = ''
    for (let i = sequence + step; i >= 0 && i < pieces.length; i += step) {
      const piece = pieces[i]!
      if ('name' in piece) return !apart(between, piece.name)
      between += piece.text
    }
    return false
  })
}

/** Everything that is wrong with a pattern, in sentences; nothing for one that can be used. */
export function patternProblems(pattern: string, resets: Resets): Message[] {
  const { pieces, wrong } = piecesOf(pattern)
  const found = [...wrong]
  const sequences = pieces.filter(piece => 'name' in piece && piece.name === 'urut').length
  if (pattern.length > longest) found.push({ text: 'Pola paling panjang {max} huruf.', values: { max: longest } })
  if (sequences === 0) found.push({ text: 'Pola harus memuat {name}: tanpa nomor urut semua surat bernomor sama.', values: { name: '{urut}' } })
  if (sequences > 1) found.push({ text: 'Tulis {name} satu kali saja.', values: { name: '{urut}' } })
  if (sequences === 1 && runsTogether(pieces)) found.push({ text: 'Pisahkan {name} dari isian di sebelahnya dengan tanda seperti “/”: tanpa itu dua surat dapat bernomor sama.', values: { name: '{urut}' } })
  if (resets === 'month' && at(pieces, 'bulan') < 0 && at(pieces, 'bulan-romawi') < 0)
    found.push({ text: 'Nomor yang kembali ke 1 tiap bulan harus memuat {month} atau {roman}: tanpa itu nomor bulan lalu terulang.', values: { month: '{bulan}', roman: '{bulan-romawi}' } })
  return found
}

/** The pieces of a pattern that has no problems. */
export const parsed = (pattern: string): Piece[] => piecesOf(pattern).pieces

/** Whether the pattern prints this. */
export const asksFor = (pattern: string, name: Placeholder): boolean => at(parsed(pattern), name) >= 0

/** What a piece prints; the sequence prints nothing here. */
export function printed(piece: Piece, { classification, secrecy, on, unit, kode }: Filling): string {
  if ('text' in piece) return piece.text
  const [year = '', month = ''] = on.split('-')
  switch (piece.name) {
    case 'klasifikasi': return classification
    case 'sifat': return secrecy
    case 'unit': return unit
    case 'kode': return kode
    case 'tahun': return year
    case 'bulan': return month
    case 'bulan-romawi': return romans[Number(month) - 1] ?? ''
    case 'urut': return ''
  }
}

/** What a number prints before and behind its sequence. */
export function around(pattern: string, filling: Filling): Around {
  const pieces = parsed(pattern)
  const sequence = at(pieces, 'urut')
  const text = (some: readonly Piece[]) => some.map(piece => printed(piece, filling)).join('')
  const own = pieces[sequence]
  return { before: text(pieces.slice(0, sequence)), pad: own && 'name' in own ? own.pad : 1, after: text(pieces.slice(sequence + 1)) }
}

/** The number as it is printed. */
export const numberText = ({ before, pad, after }: Around, sequence: number): string => before + String(sequence).padStart(pad, '0') + after

/** A classification code as archives write it: `000.1.2.3`. */
export const isClassification = (code: string): boolean => /^\d{3}(?:\.\d{1,3}){0,6}$/.test(code)

/** Whether a code may stand for a unit; it may not hold a `/`, which parts a number. */
export const isUnitCode = (code: string): boolean => /^[A-Za-z0-9](?:[A-Za-z0-9 .-]{0,28}[A-Za-z0-9.])?$/.test(code)

const asCode = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9 .-]/g, '').replace(/\s+/g, ' ').toUpperCase().replace(/^[ .-]+|[ -]+$/g, '')

/** The code of a unit that has none of its own: its short name in capitals, or its slug where that is no short one. */
export function codeFrom({ shortName, slug }: { shortName: string; slug: string }): string {
  const short = asCode(shortName)
  return short && short.length <= 12 ? short : asCode(slug).slice(0, 28) || 'UNIT'
}
