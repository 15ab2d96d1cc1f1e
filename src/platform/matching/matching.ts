import { bounds, compare, plainEntry, type Comparison, type Entry, type PlainEntry, type Reason } from './comparing.ts'
import { candidates, weigher } from './candidates.ts'

/** Two entries, by their places in their lists. */
export interface Pair {
  left: number
  right: number
}

export interface Judged extends Pair {
  score: number
  reasons: readonly Reason[]
}

/** An entry on the right that may be one of these on the left, the likeliest first. */
export interface Question {
  right: number
  among: readonly Judged[]
}

/** What people have said already. */
export interface Decided {
  same: readonly Pair[]
  different: readonly Pair[]
}

export interface Matching {
  /** One to one. */
  sure: Judged[]
  questions: Question[]
}

/** Suggestions put before a person at once. */
const mostSuggestions = 4

const keyOf = ({ left, right }: Pair) => `${left}:${right}`
const better = (one: Judged, other: Judged) => other.score - one.score || one.left - other.left || one.right - other.right

/**
 * Matches two lists one to one. The best pair of all is taken first, then the best of what is left, so that no pair is
 * broken for the sake of another. What was decided stands, whatever the scores say.
 */
export function match(left: readonly Entry[], right: readonly Entry[], decided: Decided = { same: [], different: [] }): Matching {
  const [lefts, rights] = [left.map(plainEntry), right.map(plainEntry)]
  const [takenLeft, takenRight] = [new Set(decided.same.map(pair => pair.left)), new Set(decided.same.map(pair => pair.right))]
  const apart = new Set(decided.different.map(keyOf))
  const weigh = weigher(lefts, rights)
  const judged: (Judged & Pick<Comparison, 'verdict'>)[] = []
  for (const [i, among] of candidates(lefts, rights, weigh).entries())
    for (const j of takenRight.has(i) ? [] : among) {
      if (takenLeft.has(j) || apart.has(keyOf({ left: j, right: i }))) continue
      const comparison = compare(lefts[j]!, rights[i]!, weigh)
      if (comparison.verdict !== 'none') judged.push({ left: j, right: i, ...comparison })
    }
  const byCode = judged.filter(one => one.verdict === 'sure' && one.reasons.includes('same-code'))
  const sure: Judged[] = []
  const take = ({ left: l, right: r, score, reasons }: Judged) => {
    if (takenLeft.has(l) || takenRight.has(r)) return
    takenLeft.add(l)
    takenRight.add(r)
    sure.push({ left: l, right: r, score, reasons })
  }
  byCode.toSorted(better).forEach(take)
  // The same name is only sure while nobody else is called so.
  const [calledLeft, calledRight] = [calls(lefts), calls(rights)]
  const named = judged.filter(one => one.verdict === 'sure' && !takenLeft.has(one.left) && !takenRight.has(one.right))
  const [ofLeft, ofRight] = [Map.groupBy(named, one => one.left), Map.groupBy(named, one => one.right)]
  const alone = (one: Judged) => {
    if (ofLeft.get(one.left)!.length > 1 || ofRight.get(one.right)!.length > 1) return false
    return one.reasons.includes('same-place') || (calledLeft.get(lefts[one.left]!.plain) === 1 && calledRight.get(rights[one.right]!.plain) === 1)
  }
  for (const one of named.toSorted(better)) if (alone(one)) take(one)
  const doubtful = judged.flatMap(({ left: l, right: r, score, reasons, verdict }): Judged[] => {
    if (takenRight.has(r) || (takenLeft.has(l) && (score < bounds.again || reasons.includes('other-code')))) return []
    return [{ left: l, right: r, score, reasons: [...reasons, ...(takenLeft.has(l) ? ['taken' as const] : verdict === 'sure' ? ['namesakes' as const] : [])] }]
  })
  return { sure, questions: questionsOf(doubtful) }
}

/** How many are called so. */
function calls(entries: readonly PlainEntry[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { plain } of entries) found.set(plain, (found.get(plain) ?? 0) + 1)
  return found
}

const taken = ({ reasons }: Judged) => Number(reasons.includes('taken'))

/** Each entry's likeliest first, where it is not rather somebody else's. */
function questionsOf(doubtful: readonly Judged[]): Question[] {
  const [takenLeft, proposed] = [new Set<number>(), new Map<number, number>()]
  for (const one of doubtful.toSorted((a, b) => taken(a) - taken(b) || better(a, b))) {
    if ((takenLeft.has(one.left) && !taken(one)) || proposed.has(one.right)) continue
    takenLeft.add(one.left)
    proposed.set(one.right, one.left)
  }
  return [...Map.groupBy(doubtful, one => one.right)].map(([right, among]) => ({
    right,
    among: among.toSorted((a, b) => Number(proposed.get(right) === b.left) - Number(proposed.get(right) === a.left) || taken(a) - taken(b) || better(a, b)).slice(0, mostSuggestions),
  })).toSorted((a, b) => a.right - b.right)
}

/**
 * Rows of one list that are there twice: the same code and a name that fits, or the same name at the same place, both
 * said, with no codes against it. Answers for each such row the first of its kind.
 */
export function doubles(entries: readonly Entry[]): Map<number, number> {
  const plain = entries.map(plainEntry)
  const weigh = weigher(plain)
  const found = new Map<number, number>()
  const groups = new Map<string, number[]>()
  const firstOf = (key: string, i: number, fits: (first: PlainEntry) => boolean): boolean => {
    const those = groups.get(key) ?? []
    const first = those.find(at => fits(plain[at]!))
    if (first !== undefined) found.set(i, first)
    else groups.set(key, [...those, i])
    return first !== undefined
  }
  for (const [i, entry] of plain.entries()) {
    if (entry.code !== '' && firstOf(`c${entry.code}`, i, first => compare(first, entry, weigh).verdict === 'sure')) continue
    if (entry.plain.replace(/\|/g, '') !== '' && entry.place !== '') firstOf(`n${entry.plain} @${entry.place}`, i, first => compare(first, entry, weigh).verdict === 'sure')
  }
  // A row may be the like of one that is itself there twice.
  const root = (i: number): number => (found.has(i) ? root(found.get(i)!) : i)
  return new Map([...found.keys()].map(i => [i, root(i)]))
}
