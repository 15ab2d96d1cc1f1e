import type { PlainEntry, Weigh } from './comparing.ts'
import { slipKeys } from './likeness.ts'

/** Words that stand in more entries than this bring nobody together by themselves; entries looked at closely for each. */
const most = { sharing: 400, close: 16 }

/** Weights of words over both lists. */
export function weigher(...lists: readonly (readonly PlainEntry[])[]): Weigh {
  const entries = lists.flat()
  const seen = new Map<string, number>()
  for (const { words } of entries) for (const word of new Set(words)) seen.set(word, (seen.get(word) ?? 0) + 1)
  const size = entries.length
  return word => Math.log(1 + size / (seen.get(word) ?? 1))
}

const index = <K>(entries: readonly PlainEntry[], keysOf: (entry: PlainEntry) => Iterable<K>): Map<K, number[]> => {
  const found = new Map<K, number[]>()
  for (const [i, entry] of entries.entries())
    for (const key of new Set(keysOf(entry))) {
      const those = found.get(key)
      if (those) those.push(i)
      else found.set(key, [i])
    }
  return found
}

/** A code, and its halves: a slip of one sign leaves one of them whole. */
function* codeKeys({ code }: PlainEntry): Generator<string> {
  if (code === '') return
  yield `=${code}`
  if (code.length < 5) return
  yield `<${code.slice(0, Math.ceil(code.length / 2))}`
  yield `>${code.slice(-Math.ceil(code.length / 2))}`
}

/** Words, neighbours written as one, and for names made of common words only, what else they say. */
function* nameKeys({ words, kind, numbers, sides, place }: PlainEntry): Generator<string> {
  for (const [i, word] of words.entries()) {
    yield word
    if (i + 1 < words.length) yield word + words[i + 1]
  }
  yield [' ', kind, ...sides, ...numbers, '@', place].join(' ')
  if (place !== '') yield `@ ${place}`
  for (const word of words) yield [word, kind, ...sides, ...numbers].join(' ')
}

/**
 * Finds for each entry on the right the few on the left that may be the same, without comparing everything with
 * everything: those that share a code, half a code, or a word, be it with slips.
 */
export function candidates(left: readonly PlainEntry[], right: readonly PlainEntry[], weigh: Weigh): number[][] {
  const byCode = index(left, codeKeys)
  const byName = index(left, nameKeys)
  const bySlip = new Map<string, string[]>()
  for (const word of new Set(left.flatMap(entry => entry.words))) for (const key of slipKeys(word)) bySlip.set(key, [...(bySlip.get(key) ?? []), word])
  const near = new Map<string, readonly string[]>()
  const nearWords = (word: string): readonly string[] => {
    const known = near.get(word)
    if (known) return known
    const found = [...new Set([...slipKeys(word)].flatMap(key => bySlip.get(key) ?? []))]
    near.set(word, found)
    return found
  }
  return right.map(entry => {
    const score = new Map<number, number>()
    const add = (those: readonly number[] | undefined, weight: number) => {
      if (!those || those.length > most.sharing) return
      for (const i of those) score.set(i, (score.get(i) ?? 0) + weight)
    }
    for (const key of codeKeys(entry)) add(byCode.get(key), key.startsWith('=') ? 1000 : 4)
    const own = new Set(nameKeys(entry))
    for (const key of own) add(byName.get(key), key.includes(' ') ? 6 : weigh(key))
    for (const word of entry.words) for (const other of nearWords(word)) if (!own.has(other)) add(byName.get(other), weigh(other) * 0.8)
    return [...score].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most.close).map(([i]) => i)
  })
}
