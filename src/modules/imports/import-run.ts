import type { Message } from '#platform/forms/fields.ts'
import type { Kind } from '#modules/publications/contract.ts'
import type { PlannedItem } from './draft.ts'
import type { CategoryProposal } from './wordpress/kinds.ts'

/** From the file that was given to what came of it. */
export type RunState = 'reading' | 'ready' | 'bringing' | 'done' | 'undoing' | 'undone' | 'failed'

export type Action = PlannedItem['action']

/** What a person chose for a run. */
export interface Choices {
  /** Kind, or `tag`, by the slug (WordPress) or name (feed) of a category. */
  mapping: Record<string, Kind | 'tag'>
  /** Items of a feed come in published; otherwise as drafts. WordPress says for each. */
  publish: boolean
  /** Pictures and files are fetched from the old site. */
  fetchMedia: boolean
}

export const noChoices: Choices = { mapping: {}, publish: false, fetchMedia: false }

/** What reading the source told. */
export interface Reading {
  /** What the source calls itself. */
  site: string
  categories: CategoryProposal[]
  /** Pictures and files its texts show. */
  media: number
}

/** How far a run is, in numbers of `phase`. */
export interface Progress {
  phase: 'reading' | 'media' | 'writing' | 'undoing'
  done: number
  of: number
}

/** Numbers for the summary: items by what becomes of them, how many to look at, files found and missing. */
export type Counts = Partial<Record<Action | 'look' | 'media' | 'missing' | 'withdrawn' | 'left', number>>

export interface Run {
  id: string
  unitId: string
  kind: 'wordpress' | 'feed' | null
  name: string
  fileId: string | null
  sourceId: string | null
  state: RunState
  reading: Partial<Reading>
  choices: Choices
  progress: Progress | null
  counts: Counts
  failure: Message | null
  createdBy: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

/** An item of a run as lists show it. */
export interface RunItem {
  position: number
  sourceId: string
  title: string
  action: Action
  kind: Kind | null
  state: 'draft' | 'scheduled' | 'published' | null
  private: boolean
  at: Date | null
  notes: Message[]
  looks: boolean
  publicationId: string | null
}

/** A planned item as its run remembers it. */
export const remembered = (item: PlannedItem, position: number, publicationId: string | null): Omit<RunItem, 'looks'> => {
  const draft = 'draft' in item ? item.draft : null
  return {
    position,
    sourceId: item.sourceId,
    title: item.title,
    action: item.action,
    kind: draft?.kind ?? null,
    state: draft?.state ?? null,
    private: draft?.private ?? false,
    at: draft?.publishedAt ?? draft?.scheduledAt ?? null,
    notes: 'reason' in item ? [item.reason] : item.needsLook,
    publicationId,
  }
}

/** Whether a person should look at it. What is left out or unchanged needs nobody. */
const looks = (item: PlannedItem) => item.needsLook.length > 0 && ['create', 'update', 'keep'].includes(item.action)

/** Counts a plan. */
export function countsOf(items: readonly PlannedItem[]): Counts {
  const counts: Counts = { create: 0, update: 0, unchanged: 0, keep: 0, wait: 0, skip: 0, look: items.filter(looks).length }
  for (const { action } of items) counts[action] = (counts[action] ?? 0) + 1
  return counts
}
