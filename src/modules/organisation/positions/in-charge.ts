import type { HoldingKind, InCharge } from '../contract.ts'

/** Who stands in goes before whom they stand in for: days before months before the holder. */
export const precedence: readonly HoldingKind[] = ['plh', 'plt', 'definitif']

/** What the rule looks at. */
export type Held = Pick<InCharge, 'holdingId' | 'kind' | 'from' | 'to'> & { decree: Pick<InCharge['decree'], 'on'> }

export const holdsOn = ({ from, to }: Pick<Held, 'from' | 'to'>, day: string): boolean => from <= day && (to === null || day <= to)

const later = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') > (b ?? '') ? -1 : 1)

/** Whoever is in charge comes first: by kind, then the latest decree, then the latest beginning, then what was written last. */
export const byCharge = (a: Held, b: Held): number =>
  precedence.indexOf(a.kind) - precedence.indexOf(b.kind) || later(a.decree.on, b.decree.on) || later(a.from, b.from) || later(a.holdingId, b.holdingId)

/** Who is in charge of one position on a day; null when nobody is. The SQL in `store.ts` follows the same rule. */
export const inChargeOn = <H extends Held>(holdings: readonly H[], day: string): H | null => holdings.filter(one => holdsOn(one, day)).toSorted(byCharge)[0] ?? null

/** Days of one position on which something is odd. */
export interface Span<H> {
  /** Nobody at all, or more people than the rule has places for. */
  state: 'vacant' | 'overlapping'
  from: string
  /** Last day; null when it goes on. */
  to: string | null
  holders: H[]
}

/** Two who stand in for the same position, or a Plt. beside the holder: Plt. is for a position without one. */
export function overlapping(holders: readonly Pick<Held, 'kind'>[]): boolean {
  const standIns = holders.filter(({ kind }) => kind !== 'definitif')
  return standIns.length > 1 || (standIns.some(({ kind }) => kind === 'plt') && holders.length > standIns.length)
}

/** Gaps and overlaps from `start` on, in order; adjoining days of the same kind are one span. */
export function spansFrom<H extends Held>(holdings: readonly H[], start: string): Span<H>[] {
  // Between two of these days nothing changes.
  const days = [...new Set([start, ...holdings.flatMap(({ from, to }) => [from, ...(to === null ? [] : [dayAfter(to)])])])].filter(day => day >= start).sort()
  const spans: Span<H>[] = []
  for (const [i, from] of days.entries()) {
    const next = days[i + 1]
    const holders = holdings.filter(one => holdsOn(one, from)).toSorted(byCharge)
    const state = holders.length === 0 ? 'vacant' : overlapping(holders) ? 'overlapping' : null
    if (!state) continue
    const to = next === undefined ? null : dayBefore(next)
    const last = spans.at(-1)
    if (last?.to && dayAfter(last.to) === from && last.state === state && sameHolders(last.holders, holders)) last.to = to
    else spans.push({ state, from, to, holders })
  }
  return spans
}

const sameHolders = (a: readonly Held[], b: readonly Held[]) => a.length === b.length && a.every((one, i) => one.holdingId === b[i]?.holdingId)

const shifted = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
export const dayAfter = (day: string): string => shifted(day, 1)
export const dayBefore = (day: string): string => shifted(day, -1)
