import { edits, likeness } from './likeness.ts'
import { plainCode, plainName, type PlainName } from './names.ts'

/** Something in a list, as far as it is recognised by. */
export interface Entry {
  code: string
  name: string
  /** Where it is: a code or a name; empty when the list does not say. */
  place: string
}

export interface PlainEntry extends PlainName {
  code: string
  place: string
}

/** Why two entries are taken for the same, or are doubted to be. */
export type Reason =
  | 'same-code' | 'near-code' | 'other-code' | 'no-code'
  | 'same-name' | 'like-name' | 'other-name' | 'other-number' | 'missing-number' | 'other-kind' | 'other-side' | 'missing-side'
  | 'same-place' | 'other-place' | 'namesakes' | 'taken'

/** `sure` needs nobody, `ask` is put before a person, `none` is nothing to ask about. */
export interface Comparison {
  /** 0 to 1. */
  score: number
  verdict: 'sure' | 'ask' | 'none'
  reasons: readonly Reason[]
}

/**
 * From which score on what happens. With the same code a name only has to be recognisable; without one, nothing but the
 * same name is sure, and everything from `ask` on is put before a person. From `again` on it may be a row
 * that is there twice.
 */
export const bounds = { ask: 0.7, otherCode: 0.88, recognisable: 0.5, again: 0.9 } as const

const cost = { place: 0.12, missing: 0.08, otherCode: 0.06 } as const

const kin: ReadonlySet<string> = new Set(['desa kelurahan', 'kelurahan desa', 'badan dinas', 'dinas badan'])

export const plainEntry = ({ code, name, place }: Entry): PlainEntry => ({ ...plainName(name), code: plainCode(code), place: plainName(place).plain.replaceAll('|', ' ').trim().replace(/^(?:kecamatan|kelurahan|desa) /, '') })

/** How much a word says: the rarer it is in both lists, the more. */
export type Weigh = (word: string) => number

/** Joins neighbouring words that the other name writes as one: `karang anyar` beside `karanganyar`. */
function joined(words: readonly string[], others: readonly string[]): readonly string[] {
  const made: string[] = []
  for (let i = 0; i < words.length; i++) {
    const both = `${words[i]}${words[i + 1] ?? ''}`
    if (i + 1 < words.length && both.length > 5 && others.some(other => likeness(both, other) > 0) && !others.includes(words[i]!)) {
      made.push(both)
      i++
    } else made.push(words[i]!)
  }
  return made
}

/** How alike the words of two names are, in any order, 0 to 1. */
export function alikeWords(one: readonly string[], other: readonly string[], weigh: Weigh): number {
  const [left, right] = [joined(one, other), joined(other, one)]
  if (left.length === 0 && right.length === 0) return 1
  const pairs = left.flatMap((word, i) => right.flatMap((against, j) => {
    const alike = likeness(word, against)
    return alike > 0 ? [{ i, j, alike, weight: Math.min(weigh(word), weigh(against)) }] : []
  })).toSorted((a, b) => b.alike - a.alike || b.weight - a.weight || a.i - b.i || a.j - b.j)
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()]
  let [common, all] = [0, 0]
  for (const { i, j, alike, weight } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue
    usedLeft.add(i)
    usedRight.add(j)
    common += 2 * weight * alike
    all += 2 * weight
  }
  for (const [i, word] of left.entries()) if (!usedLeft.has(i)) all += weigh(word)
  for (const [j, word] of right.entries()) if (!usedRight.has(j)) all += weigh(word)
  return all === 0 ? 1 : common / all
}

/** Whether two lists of words that tell neighbours apart agree, miss each other, or one of them is silent. */
const set = (one: readonly string[], other: readonly string[]): 'same' | 'other' | 'missing' =>
  one.join(' ') === other.join(' ') ? 'same' : one.length === 0 || other.length === 0 ? 'missing' : 'other'

function codesOf(one: string, other: string): Reason {
  if (one === '' || other === '') return 'no-code'
  if (one === other) return 'same-code'
  return Math.min(one.length, other.length) >= 5 && edits(one, other, 1) === 1 ? 'near-code' : 'other-code'
}

/** Says whether two entries of two lists are the same thing, and why. */
export function compare(one: PlainEntry, other: PlainEntry, weigh: Weigh): Comparison {
  const code = codesOf(one.code, other.code)
  const numbers = set(one.numbers, other.numbers)
  const sides = set(one.sides, other.sides)
  const kind = one.kind === other.kind || one.kind === '' || other.kind === '' || kin.has(`${one.kind} ${other.kind}`) ? 'same' : 'other'
  const place = one.place === '' || other.place === '' ? null : likeness(one.place.replaceAll(' ', ''), other.place.replaceAll(' ', '')) > 0 ? 'same-place' : 'other-place'
  const alike = alikeWords(one.words, other.words, weigh)
  const same = one.plain === other.plain
  const apart = numbers === 'other' || sides === 'other' || kind === 'other'
  const silent = numbers === 'missing' || sides === 'missing'

  const reasons: Reason[] = [code, same ? 'same-name' : alike >= bounds.ask ? 'like-name' : 'other-name']
  if (numbers !== 'same') reasons.push(numbers === 'other' ? 'other-number' : 'missing-number')
  if (sides !== 'same') reasons.push(sides === 'other' ? 'other-side' : 'missing-side')
  if (kind === 'other') reasons.push('other-kind')
  if (place) reasons.push(place)

  if (code === 'same-code') {
    const sound = !apart && alike >= bounds.recognisable
    return { score: sound ? 0.9 + alike / 10 : 0.75 + alike / 10, verdict: sound ? 'sure' : 'ask', reasons }
  }
  const score = Math.max(0, (same ? 1 : alike) - (silent ? cost.missing : 0) - (place === 'other-place' ? cost.place : 0) - (code === 'other-code' ? cost.otherCode : 0))
  if (apart || score < (code === 'other-code' ? bounds.otherCode : bounds.ask)) return { score, verdict: 'none', reasons }
  // With nothing but a kind and a number to go by, the place has to say the same.
  const bare = one.words.every(word => word === 'negeri')
  const sure = same && code === 'no-code' && place !== 'other-place' && (!bare || place === 'same-place')
  return { score, verdict: sure ? 'sure' : 'ask', reasons }
}
