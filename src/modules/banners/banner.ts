import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Message } from '#platform/forms/fields.ts'
import { asAddress } from '#platform/forms/typed.ts'
import type { BannerFrame } from '#platform/web/frame.ts'

export type Tone = BannerFrame['tone']

export type State = 'draft' | 'scheduled' | 'shown' | 'ended'

/** What can happen to a banner; `expire` comes with time, the rest from people. */
export type Event = 'save' | 'show' | 'schedule' | 'unschedule' | 'extend' | 'stop' | 'expire'

/** A message for every public page of a government. */
export interface Banner {
  id: string
  state: State
  tone: Tone
  title: string
  text: string | null
  /** Path on the portal, or an address that begins with `https://`. */
  href: string | null
  titleEnglish: string | null
  textEnglish: string | null
  /** When it is to appear; null for at once. */
  startsAt: Date | null
  endsAt: Date
  shownAt: Date | null
  endedAt: Date | null
  createdBy: string | null
  createdAt: Date
  /** Tells a stale form from a fresh one. */
  version: number
}

/** What a person writes. */
export type Content = Pick<Banner, 'tone' | 'title' | 'text' | 'href' | 'titleEnglish' | 'textEnglish' | 'startsAt' | 'endsAt'>

/** Most serious first; this is also the order in which banners get their turn. */
export const tones = ['danger', 'warn', 'info'] as const satisfies Tone[]

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'banner',
  initial: 'draft',
  states: {
    draft: { on: { save: 'draft', show: 'shown', schedule: 'scheduled' } },
    scheduled: { on: { save: 'scheduled', show: 'shown', unschedule: 'draft', expire: 'ended' } },
    shown: { on: { save: 'shown', extend: 'shown', stop: 'ended', expire: 'ended' } },
    ended: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: State, event: Event): State | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as State
}

/** The order in which shown banners have their turn: the most serious, then the newest. */
export const inTurn = (one: Pick<Banner, 'tone' | 'shownAt' | 'id'>, other: Pick<Banner, 'tone' | 'shownAt' | 'id'>): number =>
  tones.indexOf(one.tone) - tones.indexOf(other.tone) || Number(other.shownAt) - Number(one.shownAt) || (one.id < other.id ? 1 : -1)

/** A link as typed: a path of the portal or an address of the secure web, nothing else; undefined when it is neither. */
export function linkOf(typed: string): string | null | undefined {
  const reading = asAddress(typed)
  if ('wrong' in reading) return undefined
  const { value } = reading
  return value === '' ? null : value.startsWith('/') || value.startsWith('https://') ? value : undefined
}

const oneDay = 86_400_000
/** A message that stays longer is no banner but a page. */
const longestDays = 30

/** What is wrong with the times of a banner as of `now`, by field. */
export function timeProblems({ startsAt, endsAt }: Pick<Content, 'startsAt' | 'endsAt'>, now: Date): { name: 'from' | 'until'; message: Message }[] {
  if (endsAt <= now) return [{ name: 'until', message: { text: 'Waktu berakhir sudah lewat. Pilih waktu yang akan datang.' } }]
  if (endsAt.getTime() > now.getTime() + longestDays * oneDay) return [{ name: 'until', message: { text: 'Banner tampil paling lama {n} hari. Pilih waktu berakhir yang lebih dekat.', values: { n: longestDays } } }]
  if (startsAt && startsAt >= endsAt) return [{ name: 'from', message: { text: 'Waktu mulai harus sebelum waktu berakhir.' } }]
  return []
}
