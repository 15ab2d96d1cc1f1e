export type SourceKind = 'ckan' | 'dcat' | 'data-json'
export type SourceState = 'new' | 'active' | 'paused'

/** Another portal whose catalogue is shown here as well. */
export interface Source {
  id: string
  name: string
  kind: SourceKind
  url: string
  unitId: string
  theme: string
  every: 'day' | 'week'
  state: SourceState
  nextAt: Date | null
  failures: number
  createdBy: string | null
}

/** One visit. */
export interface Run {
  id: string
  sourceId: string
  kind: 'preview' | 'harvest'
  state: 'waiting' | 'running' | 'done' | 'failed'
  startedAt: Date | null
  finishedAt: Date | null
  total: number | null
  seen: number
  added: number
  changed: number
  gone: number
  refused: number
  failure: string | null
  notes: readonly string[]
}

type SourceEvent = 'activate' | 'pause' | 'look'

/** The state after something is done with a source, or null when it cannot be done now. */
export function stateAfter(state: SourceState, event: SourceEvent): SourceState | null {
  if (event === 'look') return state
  if (event === 'activate') return state === 'active' ? null : 'active'
  return state === 'active' ? 'paused' : null
}

/** When a source is visited next; one that fails is left alone longer each time, up to a week. */
export function nextVisit({ every, failures }: Pick<Source, 'every' | 'failures'>, now: Date): Date {
  const hours = failures > 0 ? Math.min(168, 2 ** failures * (every === 'day' ? 12 : 48)) : every === 'day' ? 24 : 168
  return new Date(now.getTime() + hours * 3_600_000)
}

/** Whether so many entries missing at once look like a source in trouble rather than like entries taken away. */
export const looksBroken = (known: number, missing: number): boolean => known >= 10 && missing > known / 2
