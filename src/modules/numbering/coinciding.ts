import { printed, type Filling, type Piece } from './pattern.ts'

/** One place of a printed number: the letters that may stand there, once or several times. */
interface Step {
  letters: string
  loop: boolean
}

/** All numbers a unit can print for a kind, and the series they are drawn from. */
export interface Line {
  series: string
  steps: readonly Step[]
}

const digits = '0123456789'
const once = (letters: string): Step => ({ letters, loop: false })
const many = (letters: string): Step => ({ letters, loop: true })

function stepsOf(piece: Piece, filling: Filling): Step[] {
  if ('name' in piece) {
    if (piece.name === 'urut') return [...Array.from({ length: piece.pad - 1 }, () => once(digits)), many(digits)]
    if (piece.name === 'klasifikasi') return [many(`${digits}.`)]
    if (piece.name === 'sifat') return [many('BTRS')]
    if (piece.name === 'bulan') return [once('01'), once(digits)]
    if (piece.name === 'bulan-romawi') return [many('IVX')]
  }
  return Array.from(printed(piece, filling).toUpperCase(), once)
}

/** What a pattern can print in the year of `filling.on`: all classifications, classes of secrecy, months and sequences. */
export const lineOf = (series: string, pieces: readonly Piece[], filling: Filling): Line => ({ series, steps: pieces.flatMap(piece => stepsOf(piece, filling)) })

const meet = (a: Step, b: Step): boolean => (a.letters.length <= b.letters.length ? Array.from(a.letters).some(letter => b.letters.includes(letter)) : meet(b, a))

/** Whether two numbers can end alike, as far as both ends are fixed: most pairs are told apart by it. */
function endAlike(a: readonly Step[], b: readonly Step[]): boolean {
  for (let i = 1; i <= a.length && i <= b.length; i++) {
    const [one, other] = [a[a.length - i]!, b[b.length - i]!]
    if (!meet(one, other)) return false
    if (one.loop || other.loop) return true
  }
  return a.length === b.length
}

/** Whether some text can be printed by both lines: the two are walked side by side. */
export function canPrintTheSame({ steps: a }: Line, { steps: b }: Line): boolean {
  if (!endAlike(a, b)) return false
  const width = b.length + 1
  const seen = new Set([0])
  const waiting = [0]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const [i, j] = [Math.floor(state / width), state % width]
    if (i === a.length && j === b.length) return true
    const [one, other] = [a[i], b[j]]
    if (!one || !other || !meet(one, other)) continue
    // A place that may be filled several times is left after each of them, or not yet.
    for (const next of [i + 1, ...(one.loop ? [i] : [])])
      for (const beside of [j + 1, ...(other.loop ? [j] : [])]) {
        const reached = next * width + beside
        if (seen.has(reached)) continue
        seen.add(reached)
        waiting.push(reached)
      }
  }
  return false
}

/** The first pair of lines of different series that could print the same number. */
export function coinciding<L extends Line>(changed: readonly L[], all: readonly L[]): [L, L] | null {
  for (const one of changed) for (const other of all) if (one.series !== other.series && canPrintTheSame(one, other)) return [one, other]
  return null
}
