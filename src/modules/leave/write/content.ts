import { z } from 'zod'
import { day, optionalDay, optionalLine, paragraphs } from '#platform/forms/inputs.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { longestUntil, type Asked, type Case } from '../judge.ts'
import type { Content, Request } from '../leave.ts'
import { spanOf } from '../parts/reckon.ts'
import { groundOf } from '../rules.ts'

/** The form of a request; who stands in is named by one field per position, `plh_<position>`. */
export const form = z.looseObject({
  ground: optionalLine(40),
  birth: z.preprocess(value => (value === '' || value === undefined ? null : value), z.coerce.number('Tulis angka, misalnya 2').int('Tulis angka, misalnya 2').min(1, 'Tulis angka, misalnya 2').max(20, 'Tulis angka, misalnya 2').nullable()),
  from: day('Isi hari pertama cuti'),
  until: optionalDay(),
  reason: paragraphs(0, 1000, ''),
  address: optionalLine(300),
  phone: optionalLine(40),
  next: z.enum(['send', 'keep']).default('keep'),
  version: z.coerce.number().int().optional(),
})

export type Input = z.output<typeof form>

/** The last day when none was typed: of one day, or as long as the kind goes that is counted in months. */
const untilOf = (from: string, ground: string | null, about: Case): string =>
  (about.kind.count === 'months' ? longestUntil(from, groundOf(about.kind, ground), about) : null) ?? from

/** What was typed as a request. */
export const contentOf = (input: Input, about: Case): Omit<Content, 'paperId'> => ({
  kind: about.kind.code,
  ground: about.kind.grounds.length > 0 ? input.ground : null,
  birth: about.kind.births === null ? null : input.birth,
  from: input.from,
  until: input.until ?? untilOf(input.from, input.ground, about),
  reason: input.reason,
  address: input.address ?? '',
  phone: input.phone ?? '',
})

/** Field of the one who stands in for a position. */
export const deputyField = (postId: string): string => `plh_${postId}`

/** Ids of those who are to stand in, by position. */
export const deputiesIn = (input: Input, postIds: readonly string[]): Map<string, string> =>
  new Map(postIds.flatMap(id => { const value = input[deputyField(id)]; return typeof value === 'string' && value !== '' ? [[id, value]] : [] }))

/** A stored draft as the form shows it. */
export const filled = (request: Request, handovers: readonly { postId: string; employeeId: string }[]): Record<string, unknown> => ({
  ground: request.ground, birth: request.birth, from: request.from, until: request.until, reason: request.reason, address: request.address, phone: request.phone,
  ...Object.fromEntries(handovers.map(({ postId, employeeId }) => [deputyField(postId), employeeId])),
})

/** What was typed so far, when its days are whole. */
export function askedIn(fields: Fields, about: Case, paper: boolean): Asked | null {
  const from = fields('from').value
  const ground = fields('ground').value || null
  const typed = fields('until').value || (spanOf(from, from) ? untilOf(from, ground, about) : '')
  const span = spanOf(from, typed)
  const birth = Number(fields('birth').value)
  return span && { ...span, ground, birth: Number.isInteger(birth) && birth > 0 ? birth : null, paper }
}
