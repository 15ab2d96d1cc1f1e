/** What a column is to the protection of people: what it counts, or what could be reckoned back to that count. */
export interface Measured {
  name: string
  /** Counts people. */
  people: boolean
  /** A number that goes with such a count. */
  number: boolean
}

/**
 * Leaves out what tells of too few people: in every row where a count of people is above zero and below `fewest`, that
 * count and every number beside it become null. Zero tells of nobody and stays.
 * @returns the rows, those protected as copies, and how many rows were
 */
export function withoutSmallCells(rows: readonly Readonly<Record<string, unknown>>[], columns: readonly Measured[], fewest: number): { rows: Readonly<Record<string, unknown>>[]; suppressed: number } {
  const counts = columns.filter(({ people }) => people)
  const numbers = columns.filter(({ people, number }) => people || number).map(({ name }) => name)
  if (counts.length === 0) return { rows: [...rows], suppressed: 0 }
  let suppressed = 0
  const kept = rows.map(row => {
    const few = counts.some(({ name }) => { const value = row[name]; return value !== null && value !== undefined && Number(value) > 0 && Number(value) < fewest })
    if (!few) return row
    suppressed++
    return { ...row, ...Object.fromEntries(numbers.map(name => [name, null])) }
  })
  return { rows: kept, suppressed }
}
