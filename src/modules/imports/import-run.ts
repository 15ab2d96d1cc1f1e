import type { Message } from '#platform/forms/fields.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { draftIn, type PlannedItem } from './draft.ts'
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
  /** Pages come along; whoever may not publish pages of the unit brings posts only. */
  pages: boolean
  /** The unit's site is made, when there is none, and shown to the public. */
  site: boolean
}

export const noChoices: Choices = { mapping: {}, publish: false, fetchMedia: false, pages: true, site: false }

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

/** Numbers for the summary: items by what becomes of them, how many of those are pages, how many to look at, files found and missing. */
export type Counts = Partial<Record<Action | 'look' | 'media' | 'missing' | 'withdrawn' | 'left', number>> & { pages?: Partial<Record<Action | 'withdrawn', number>> }

/** Posts and pages of one action. */
export const amounts = (counts: Counts, action: Action | 'withdrawn'): { posts: number; pages: number } => {
  const pages = counts.pages?.[action] ?? 0
  return { posts: (counts[action] ?? 0) - pages, pages }
}

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
  page: boolean
  /** Title of what a page stands under. */
  under: string | null
  publicationId: string | null
  pageId: string | null
}

/** A planned item as its run remembers it. */
export const remembered = (item: PlannedItem, position: number, id: string | null): Omit<RunItem, 'looks'> => {
  const draft = draftIn(item)
  const page = 'page' in item
  return {
    position,
    sourceId: item.sourceId,
    title: item.title,
    action: item.action,
    kind: 'draft' in item ? item.draft.kind : null,
    state: draft?.state ?? null,
    private: draft?.private ?? false,
    at: draft?.publishedAt ?? ('draft' in item ? item.draft.scheduledAt : undefined) ?? null,
    notes: 'reason' in item ? [item.reason] : item.needsLook,
    page,
    under: page ? (item.page.under?.title ?? null) : null,
    publicationId: page ? null : id,
    pageId: page ? id : null,
  }
}

/** Whether a person should look at it. What is left out or unchanged needs nobody. */
const looks = (item: PlannedItem) => item.needsLook.length > 0 && ['create', 'update', 'keep'].includes(item.action)

/** Counts a plan. */
export function countsOf(items: readonly PlannedItem[]): Counts {
  const pages: NonNullable<Counts['pages']> = {}
  const counts: Counts = { create: 0, update: 0, unchanged: 0, keep: 0, skip: 0, look: items.filter(looks).length, pages }
  for (const item of items) {
    counts[item.action] = (counts[item.action] ?? 0) + 1
    if ('page' in item) pages[item.action] = (pages[item.action] ?? 0) + 1
  }
  return counts
}
