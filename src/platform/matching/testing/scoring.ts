import { doubles, match } from '../matching.ts'
import type { Planted } from './planted.ts'

/** How well a matching finds what is known, each share 0 to 1. */
export interface Figures {
  left: number
  right: number
  /** Pairs there are. */
  pairs: number
  /** Of the pairs taken without asking, those that are right; of all pairs, those taken so. */
  sure: { precision: number; recall: number }
  /** The same when every first suggestion were taken. */
  proposed: { precision: number; recall: number }
  /** When a person answers every question rightly: the most that can be found. */
  answered: { precision: number; recall: number }
  /** Questions put to a person, by entry on the right. */
  questions: number
  milliseconds: number
}

const rates = (right: number, taken: number, all: number) => ({ precision: taken === 0 ? 1 : right / taken, recall: all === 0 ? 1 : right / all })

/** Matches planted lists and counts; a doubled row goes with the first of its kind. */
export function figures({ left, right, truth }: Planted): Figures {
  const began = performance.now()
  const twice = doubles(right)
  const firsts = right.flatMap((_, i) => (twice.has(i) ? [] : [i]))
  const { sure, questions } = match(left, firsts.map(i => right[i]!))
  const milliseconds = performance.now() - began
  const followers = Map.groupBy([...twice], ([, first]) => first)
  const withDoubles = (at: number) => [at, ...(followers.get(at) ?? []).map(([double]) => double)]
  const count = (pairs: readonly { left: number; right: number }[]) => {
    const all = pairs.flatMap(pair => withDoubles(firsts[pair.right]!).map(at => ({ left: pair.left, at })))
    return { right: all.filter(({ left: of, at }) => truth[at] === of).length, taken: all.length }
  }
  const pairs = truth.filter(one => one !== null).length
  const taken = count(sure)
  const first = count(questions.map(({ right: at, among }) => ({ left: among[0]!.left, right: at })))
  const told = count(questions.flatMap(({ right: at, among }) => among.filter(one => truth[firsts[at]!] === one.left)))
  return {
    left: left.length, right: right.length, pairs,
    sure: rates(taken.right, taken.taken, pairs), proposed: rates(taken.right + first.right, taken.taken + first.taken, pairs), answered: rates(taken.right + told.right, taken.taken + told.taken, pairs),
    questions: questions.length, milliseconds,
  }
}
