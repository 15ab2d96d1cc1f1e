import { other, type Dimension, type Question } from '../contract.ts'
import { answerOf, type BaseCell, type Block } from '../lattice.ts'

/** A prime below 2^26, so that products stay exact. */
const prime = 67_108_859

const inverse = (n: number): number => {
  let [result, base] = [1, n % prime]
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** All an attacker can reckon from what was answered: sums of unknown cells, kept solved as they come in. */
export class Attacker {
  readonly #rows: { lead: number; row: Float64Array }[] = []
  readonly #width: number
  constructor(cells: number) {
    this.#width = cells
  }

  #reduced(cells: Iterable<number>): Float64Array {
    const row = new Float64Array(this.#width)
    for (const cell of cells) row[cell] = 1
    for (const { lead, row: known } of this.#rows) {
      const factor = row[lead]!
      if (factor === 0) continue
      for (let i = lead; i < row.length; i++) if (known[i] !== 0) row[i] = (row[i]! + (prime - factor) * known[i]!) % prime
    }
    return row
  }

  /** Learns the total of some cells. */
  learns(cells: Iterable<number>): void {
    const row = this.#reduced(cells)
    const lead = row.findIndex(value => value !== 0)
    if (lead < 0) return
    const by = inverse(row[lead]!)
    for (let i = lead; i < row.length; i++) row[i] = (row[i]! * by) % prime
    this.#rows.push({ lead, row })
    this.#rows.sort((a, b) => a.lead - b.lead)
  }

  /** Whether the total of these cells follows from what was learnt. */
  knows(cells: Iterable<number>): boolean {
    return this.#reduced(cells).every(value => value === 0)
  }
}

/** What an answer told, as the base cells behind each of its rows: the attacker knows which parts were merged. */
export function toldBy(question: Question, blocks: readonly Block[], dimensions: readonly Dimension[], cells: readonly Pick<BaseCell, 'at'>[]): number[][] {
  const rows = new Map<string, number[]>()
  for (const block of blocks) {
    const alone = answerOf([{ ...block, sums: [] }], dimensions, [], { ...question, sum: [] }, other).rows[0]
    if (!alone) continue
    const behind = cells.flatMap(({ at }, i) => (at.every((value, dimension) => block.within[dimension]!.includes(value)) ? [i] : []))
    const key = JSON.stringify(alone.values)
    rows.set(key, [...(rows.get(key) ?? []), ...behind])
  }
  return [...rows.values()]
}
