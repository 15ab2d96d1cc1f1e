import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import type { Tone } from '../notice/notice.tsx'

export interface BadgeProps {
  tone?: Tone | 'plain'
  children: ComponentChildren
}

/** A word about the state of a thing; the colour only repeats what the word says. */
export const Badge = ({ tone = 'plain', children }: BadgeProps) => <span class={`badge ${tone}`}>{children}</span>

/** How a state is called (Indonesian source text) and how it feels. */
export type StateWords<S extends string> = Record<S, { label: string; tone: Tone | 'plain' }>

/** The badge of a state out of a module's table of states. */
export function StateBadge<S extends string>({ state, states }: { state: S; states: StateWords<S> }) {
  const { label, tone } = states[state]
  return <Badge tone={tone}>{t(label)}</Badge>
}
