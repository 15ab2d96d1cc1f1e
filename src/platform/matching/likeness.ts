/**
 * Letters to change, add, leave out or swap with their neighbour to make one word into the other, counted up to `most`.
 * @returns `most + 1` when it is more
 */
export function edits(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const line = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      let cost = Math.min(last[j]! + 1, line[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      line.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = line
  }
  return Math.min(last[other.length]!, most + 1)
}

/** Edits that still leave a word of this length the same word with a slip in it. */
export const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** How alike two words are, 0 to 1: one where they are the same, nothing where more than slips tell them apart; a word cut short is like the whole. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  if (one.endsWith('.') || other.endsWith('.')) {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one]
    return short.endsWith('.') && long.startsWith(short.slice(0, -1)) ? 0.9 : 0
  }
  const longest = Math.max(one.length, other.length)
  const most = slips(longest)
  const count = most === 0 ? 1 : edits(one, other, most)
  return count > most ? 0 : 1 - count / longest
}

/** Keys of which two words share one if they differ by up to two slips: the word, and what is left when letters are taken out. */
export function slipKeys(word: string): Set<string> {
  const keys = new Set([word])
  let edge = [word]
  for (let left = slips(word.length); left > 0; left--) {
    edge = edge.flatMap(one => Array.from({ length: one.length }, (_, i) => one.slice(0, i) + one.slice(i + 1)))
    for (const key of edge) keys.add(key)
  }
  return keys
}
