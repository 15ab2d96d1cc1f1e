import { ofReading, type Remark, type Sign, type Support } from './codes.ts'
import type { Parameters } from './parameters.ts'
import { sentences } from './sentences.ts'
import type { Level, Question, Signals, Vouch } from './signals.ts'
import { signsOf } from './signs.ts'
import { isSharp, type Remembered } from './trace.ts'

export interface Reason {
  code: Support | Sign | Remark
  /** Points for (above nothing) or against; 0 is only said. */
  weight: number
  /** Indonesian source text, to be said with `t(text, values)`. */
  text: string
  values?: Record<string, number>
}

export interface Confidence {
  level: Level
  /** Points of the least sure question. */
  score: number
  /** The weightiest first. */
  reasons: Reason[]
  /** What the next check-ins need to know: goes into the trace. */
  looked: readonly Sign[]
  shown: readonly Sign[]
  /** Whether the office’s network, its code or a colleague outside a closed circle says that somebody is there, as far as each could have. */
  borneOut: boolean | null
}

/** What each reason is an answer to. A code tells the place, not who held the phone. */
const answers: Record<Support | Sign, readonly Question[]> = {
  'at-place': ['where'], 'about-at-place': ['where'], 'office-network': ['where'], 'office-code': ['where'],
  vouched: ['who', 'where'], 'vouched-fairly': ['who', 'where'], 'vouched-in-circle': ['who', 'where'], 'known-device': ['who'], selfie: ['who'],
  mocked: ['where'], 'accuracy-zero': ['where'], 'satellite-repeated': ['where'], 'reading-repeated': ['where'], 'reading-returned': ['where'], 'accuracy-constant': ['where'], 'accuracy-returned': ['where'], 'altitude-repeated': ['where'], 'too-steady': ['where'], restless: ['where'],
  'impossible-speed': ['where'], outside: ['where'], 'far-away': ['where'], 'device-borrowed': ['who'], 'code-late': ['where'],
  'clock-changed': ['when'], 'chain-fork': ['who', 'when'], 'chain-gap': ['when'],
}

/**
 * How sure it is that this person checked in here and then. Nothing is refused by it: a doubtful check-in counts until a
 * superior has looked. Evidence for one question never makes up for doubt in another.
 */
export function confidenceOf(signals: Signals, history: readonly Remembered[], parameters: Parameters): Confidence {
  const found = signsOf(signals, history, parameters)
  const against = found.shown.map(sign => ({ code: sign, weight: weightOf(sign, history, parameters) }))
  const speaking = supportsOf(signals, parameters).filter(support => !isVoid(support, found.shown)).map(support => ({ code: support, weight: parameters.supports[support] }))
  const weighed = [...speaking, ...against]
  const points = (question: Question) => weighed.reduce((sum, { code, weight }) => sum + (answers[code].includes(question) ? weight : 0), parameters.start[question])
  const score = Math.min(points('who'), points('where'), points('when'))
  const reasons: Reason[] = [...weighed.map(({ code, weight }) => ({ code, weight, text: sentences[code].text })), ...remarksOf(signals, found.shown)]
  return {
    level: score < parameters.levels.doubtful ? 'doubtful' : score >= parameters.levels.high ? 'high' : 'fair',
    score,
    reasons: reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.code.localeCompare(b.code)),
    ...found,
    borneOut: isSentAtOnce(signals) ? speaking.some(({ code }) => witnesses.has(code)) : null,
  }
}

const witnesses: ReadonlySet<Support> = new Set<Support>(['office-network', 'office-code', 'vouched', 'vouched-fairly'])

/** Later the network an entry comes from says nothing. */
const isSentAtOnce = ({ passage }: Signals) => passage === undefined || passage.hours <= 1 / 30

/** A sign weighs more each time it comes back on another day, up to a measure. */
function weightOf(sign: Sign, history: readonly Remembered[], parameters: Parameters): number {
  const { weight, most } = parameters.signs[sign]
  const days = new Set(history.filter(trace => trace.shown.includes(sign)).map(trace => trace.day))
  return weight * Math.min(most, 1 + days.size)
}

/** A made-up reading tells no place; a code or a colleague nearby is no proof against a position far away. */
function isVoid(support: Support, shown: readonly Sign[]): boolean {
  if (support === 'at-place' || support === 'about-at-place') return shown.some(sign => ofReading.has(sign))
  if (support === 'office-code') return shown.includes('far-away') || shown.includes('code-late')
  if (support.startsWith('vouched')) return shown.includes('far-away')
  return support === 'known-device' && shown.includes('device-borrowed')
}

function supportsOf({ reading, device, code, network, vouches = [], selfie }: Signals, { limits, supports }: Parameters): Support[] {
  const found: Support[] = []
  if (reading && reading.distance <= reading.accuracy) {
    if (isSharp(reading) && reading.accuracy <= limits.atPlaceMetres) found.push('at-place')
    else if (reading.accuracy <= limits.aboutMetres) found.push('about-at-place')
  }
  if (network === 'office') found.push('office-network')
  if (code) found.push('office-code')
  // The best of them: friends of one mind add nothing to each other.
  const best = vouches.map(worthOf).filter(one => one !== null).toSorted((a, b) => supports[b] - supports[a])[0]
  if (best) found.push(best)
  if (device && !device.office && device.own && device.knownDays >= limits.knownDays) found.push('known-device')
  if (selfie) found.push('selfie')
  return found
}

/** A colleague's word is worth what is thought of the colleague's own presence. */
function worthOf({ level, closed }: Vouch): Support | null {
  if (level === 'doubtful') return null
  if (closed) return 'vouched-in-circle'
  return level === 'high' ? 'vouched' : 'vouched-fairly'
}

function remarksOf({ anywhere, device, passage }: Signals, shown: readonly Sign[]): Reason[] {
  const found: Reason[] = []
  const say = (code: Remark, values?: Record<string, number>) => found.push({ code, weight: 0, text: sentences[code].text, ...(values && { values }) })
  if (anywhere) say('anywhere')
  if (device?.office) say('office-device')
  else if (device && device.knownDays === 0 && !shown.includes('device-borrowed')) say('new-device')
  if (passage && passage.hours >= 1) say('sent-late', { hours: Math.round(passage.hours) })
  return found
}
