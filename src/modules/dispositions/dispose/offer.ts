import type { Fields } from '#platform/forms/fields.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { posts, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { deadlinesFor, type Choice } from '../deadline.ts'
import { openFrom, pathOf, type Chain } from '../disposition.ts'
import { instructionsOn, wordsOf, type Instruction } from '../instructions.ts'
import type { Standing } from '../policy.ts'
import { giverAt, mayReceive, offerTo, type Candidate, type Offer } from '../recipients.ts'
import { habitsOf } from '../store.ts'

/** A whole disposition in one tap. */
export interface Preset {
  /** As the button sends it. */
  value: string
  instructions: string[]
  /** The responsible one first. */
  to: Candidate[]
}

/** What the form shows to somebody who may dispose of a letter. */
export interface DisposeOffer {
  letterId: string
  /** Whether the letter waits for it; otherwise it has been disposed of and one may do so again. */
  waits: boolean
  /** Positions the person may act for; the first is meant unless another is chosen. */
  standings: readonly Standing[]
  offer: Offer
  presets: Preset[]
  words: Instruction[]
  choices: Choice[]
  proposed: string | null
  today: string
  units: UnitTree
}

const presetsAtMost = 3

export const presetValue = (postIds: readonly string[], instructions: readonly string[]): string => `${postIds.join(',')}:${instructions.join(',')}`

/** What a button of one tap asks for; null when nobody could have pressed it. */
export function presetFrom(value: string): { recipientIds: string[]; instructions: string[] } | null {
  const [to = '', words = ''] = value.split(':')
  const [recipientIds, instructions] = [to.split(',').filter(Boolean), words.split(',').filter(Boolean)]
  return recipientIds.length > 0 && recipientIds.every(id => /^[0-9a-f-]{36}$/.test(id)) && instructions.length > 0 ? { recipientIds, instructions } : null
}

/** Gathers what the form needs for the first of the standings, or for the one named; null when nobody stands below it. */
export async function offerFor(context: Pick<Context, 'db' | 'ask' | 'government' | 'now'>, letter: Letter, chain: Chain, standings: readonly Standing[], { as, search, ticked }: { as?: string; search?: string; ticked?: readonly string[] } = {}): Promise<DisposeOffer | null> {
  const { db, ask, government, now } = context
  const standing = standings.find(({ key }) => key === as) ?? standings[0]
  const post = standing && (await ask(posts).byId(db, standing.seat.postId))
  if (!standing || !post) return null
  const today = dayIn(now, government.zone)
  const units = await ask(unitDirectory).of(government.id)
  const path = standing.received ? pathOf(chain, { parentId: standing.received.dispositionId, postId: post.id }) : []
  const [giver, all, habits, deadlines] = await Promise.all([
    giverAt(context, db, units, post, today), instructionsOn(db, today), habitsOf(db, post.id, 12), deadlinesFor(db, letter, standing.received ? standing.dueOn : null, today, government.zone),
  ])
  const everybody = await offerTo(context, db, units, giver, path, today, { often: [...new Set(habits.flatMap(({ postIds }) => postIds))], search, ticked })
  if (giver.units.size === 0 && post.kind !== 'jpt' && everybody.usual.length + everybody.others.length === 0) return null
  // Who has it from this position already is not asked twice.
  const asked = new Set(openFrom(chain, post.id).map(({ postId }) => postId))
  const without = (list: readonly Candidate[]) => list.filter(({ postId }) => !asked.has(postId))
  const offer = { usual: without(everybody.usual), others: without(everybody.others), found: without(everybody.found), chosen: without(everybody.chosen) }
  const words = wordsOf(all, units, post.unitId)
  const near = new Map([...offer.usual, ...offer.others].map(one => [one.postId, one]))
  // Somebody deeper down whom this position asks often is no stranger: the rule says whether it still may.
  const people = await ask(posts).inCharge(db, habits.slice(0, presetsAtMost).flatMap(({ postIds }) => postIds).filter(id => !near.has(id)), today)
  for (const [id, { title, unitId, name }] of people) {
    const theirs = await ask(posts).byId(db, id)
    if (theirs && !asked.has(id) && (await mayReceive(context, db, giver, theirs, path)) === null) near.set(id, { postId: id, title, unitId, name })
  }
  const learnt = habits.flatMap(({ postIds, instructions }): Preset[] => {
    const to = postIds.flatMap(id => near.get(id) ?? [])
    return to.length === postIds.length && instructions.every(code => words.some(word => word.code === code)) ? [{ value: presetValue(postIds, instructions), instructions, to }] : []
  })
  const [first] = words
  const obvious = first ? offer.usual.filter(({ name }) => name !== null).map((one): Preset => ({ value: presetValue([one.postId], [first.code]), instructions: [first.code], to: [one] })) : []
  const presets = [...new Map([...learnt, ...obvious].map(one => [one.value, one])).values()].slice(0, presetsAtMost)
  return {
    letterId: letter.id, waits: standing.received !== null ? standing.received.state !== 'passed-on' : standing.task.doneAt === null, standings: [standing, ...standings.filter(one => one !== standing)], offer, presets, words, today, units, ...deadlines }
}

/** What the form begins with. */
export function filledFrom({ standings, choices, proposed }: DisposeOffer): Record<string, unknown> {
  const tap = choices.find(({ on }) => on === proposed)
  return { sebagai: standings[0]!.key, batas: proposed === null ? 'tanpa' : tap ? String(tap.days) : 'tanggal', batas_pada: tap ? '' : (proposed ?? '') }
}

/** Whether the folded part of the form has something in it, or something wrong. */
export const touches = (fields: Fields, candidates: readonly Candidate[]): boolean => candidates.some(({ postId }) => fields('kepada').values.includes(postId))
