import type { Unit } from '#modules/organisation/contract.ts'
import type { Activity } from '#modules/publications/activity.ts'

/** How a channel stands, by working days since its last publication. */
export type Silence = 'active' | 'quiet' | 'silent' | 'mute' | 'never'

/** Working days after which a channel counts as quiet, silent and mute; reference data `channel-silence`. */
export interface SilenceBands {
  quiet: number
  silent: number
  mute: number
}

/** Judges by working days; a channel that never published is its own kind. */
export function silenceOf(days: number | null, bands: SilenceBands): Silence {
  if (days === null) return 'never'
  if (days >= bands.mute) return 'mute'
  if (days >= bands.silent) return 'silent'
  return days >= bands.quiet ? 'quiet' : 'active'
}

export interface ChannelState {
  unit: Unit
  activity: Activity | undefined
  /** Working days since the last publication, null when there was none. */
  days: number | null
  recent: number
  silence: Silence
}

const order: Silence[] = ['mute', 'never', 'silent', 'quiet', 'active']

/** Longest silence first; channels that never published stand with the mute ones. */
export function arrange(channels: readonly ChannelState[]): ChannelState[] {
  return channels.toSorted((a, b) => order.indexOf(a.silence) - order.indexOf(b.silence) || (b.days ?? Infinity) - (a.days ?? Infinity) || a.unit.name.localeCompare(b.unit.name, 'id'))
}
