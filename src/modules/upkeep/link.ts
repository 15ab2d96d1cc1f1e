/** How an address stands. It counts as broken after two failures, a day apart. */
export type LinkState = 'new' | 'good' | 'doubtful' | 'broken' | 'moved'

/** What a check found. */
export type Finding =
  | 'answers'
  /** It answers people and turns programs away; nothing is known against it. */
  | 'guarded'
  | 'moved'
  | 'not-found'
  /** A page of the own portal that only signed-in people can open. */
  | 'inside-only'
  | 'server-error'
  | 'refused'
  | 'timeout'
  | 'unknown-host'
  | 'unreachable'
  | 'private'
  | 'too-many-redirects'

export interface Outcome {
  finding: Finding
  status: number | null
  /** Where permanent redirects lead. */
  movedTo: string | null
}

/** As much of a link as its next state depends on. */
export interface Standing {
  failures: number
  failingSince: Date | null
  brokenAt: Date | null
}

export interface Judged extends Standing {
  state: LinkState
  checkAt: Date
}

const oneDay = 86_400_000

/** Days until a failing address is asked again; after the last of them it is broken for good and asked once a month. */
const patience = [1, 3, 7]
const lasting = 30
/** Days until an address that answers is asked again. */
const content = 14

/** Broken for good: it failed again at the end of all patience. */
export const isLasting = (failures: number): boolean => failures > patience.length

/**
 * What a link is after a check.
 * @param certain the check cannot err, e.g. an address of the own portal: one failure is enough, and it is asked
 *   again in the next round, because it costs nobody anything
 */
export function judge(before: Standing, { finding }: Outcome, now: Date, certain: boolean): Judged {
  const after = (days: number) => new Date(now.getTime() + days * oneDay)
  if (finding === 'answers' || finding === 'guarded' || finding === 'moved')
    return { state: finding === 'moved' ? 'moved' : 'good', failures: 0, failingSince: null, brokenAt: null, checkAt: certain ? after(1) : after(content) }
  // Being certain at once is no reason to count the rounds.
  const failures = certain ? 2 : before.failures + 1
  const broken = certain || failures > 1
  return {
    state: broken ? 'broken' : 'doubtful',
    failures,
    failingSince: before.failingSince ?? now,
    brokenAt: broken ? (before.brokenAt ?? now) : null,
    checkAt: certain ? now : after(patience[failures - 1] ?? lasting),
  }
}

/** Answers with which servers keep programs out: no proof that people find nothing there. */
const guarded = new Set([401, 403, 405, 406, 429, 451, 999])

/** What an answer's status means; `movedTo` is where permanent redirects on the way lead. */
export function outcomeOf(status: number, movedTo: string | null): Outcome {
  if (status < 400 || guarded.has(status)) return { finding: movedTo ? 'moved' : status < 400 ? 'answers' : 'guarded', status, movedTo }
  return { finding: status === 404 || status === 410 ? 'not-found' : status >= 500 ? 'server-error' : 'refused', status, movedTo: null }
}

/** An address out of a text: a path of the own portal, or an address elsewhere; null for what cannot be checked. */
export function readAddress(href: string): { path: string } | { url: string; host: string } | null {
  if (href.startsWith('#') || /^(mailto|tel):/i.test(href)) return null
  if (href.startsWith('/')) return href.startsWith('//') ? null : { path: pathOf(new URL(href, 'http://here.invalid')) }
  const url = URL.parse(href)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  return url.href.length <= 2000 ? { url: url.href, host: url.host } : null
}

/** Path and query, without the place on the page. */
export const pathOf = (url: URL): string => (url.pathname + url.search).slice(0, 2000)
