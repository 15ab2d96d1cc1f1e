import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visitor, type Who } from '#platform/access/who.ts'
import type { Post, PostKind } from '#modules/organisation/contract.ts'
import { rootOf, type Chain, type Disposition, type Recipient } from './disposition.ts'
import { seenOf } from './policy.ts'
import { refusal, type Giver } from './recipients.ts'

const at = new Date('2026-11-21T02:00:00Z')
const given = (id: string, postId: string, parentId: string | null, officeId: string): Disposition =>
  ({ id, letterId: 'l', parentId, postId, title: postId, accountId: 'a', name: 'A', capacity: 'definitif', officeId, instructions: ['hadiri'], note: '', dueOn: null, at, doneAt: null })
const to = (dispositionId: string, postId: string, recalled: boolean): Recipient =>
  ({ id: `${dispositionId}.${postId}`, dispositionId, postId, unitId: 'u', title: postId, name: null, responsible: false, state: recalled ? 'recalled' : 'read', readAt: null, readBy: null, doneAt: null, doneBy: null, recallReason: null })

/** Some trees about one letter: two offices, and below each what was passed on, with positions that tell where they stand. */
const chain = fc.array(fc.record({ parent: fc.nat(20), width: fc.integer({ min: 1, max: 3 }), recalled: fc.boolean() }), { maxLength: 8 }).map((steps): Chain => {
  const dispositions = [given('d0', 'head-0', null, 'office-0'), given('d1', 'head-1', null, 'office-1')]
  const recipients = [to('d0', 'p0', false), to('d1', 'p1', false)]
  for (const [n, { parent, width, recalled }] of steps.entries()) {
    const from = recipients[parent % recipients.length]!
    if (from.state === 'recalled') continue
    const root = rootOf({ dispositions, recipients }, dispositions.find(({ id }) => id === from.dispositionId)!)
    dispositions.push(given(`e${n}`, from.postId, from.dispositionId, root.officeId))
    for (let i = 0; i < width; i++) recipients.push(to(`e${n}`, `q${n}.${i}`, recalled && i === 0))
  }
  return { dispositions, recipients }
})

const reading = (unitId: string | null): Who => ({ ...visitor, reach: permission => (unitId && permission === 'correspondence.office' ? { accountId: '', government: false, governmentsBelow: false, units: new Set([unitId]), own: false } : null) })

describe('what somebody sees of a chain', () => {
  it('is all of each tree they sit in, and nothing of the others', () => {
    fc.assert(fc.property(chain, fc.nat(40), fc.constantFrom('B', 'T', 'R', 'SR'), (all, n, secrecy) => {
      const one = all.recipients[n % all.recipients.length]!
      const seen = seenOf(all, { secrecy }, visitor, [{ postId: one.postId }])
      const root = rootOf(all, all.dispositions.find(({ id }) => id === one.dispositionId)!)
      const mine = one.state === 'recalled' ? [] : all.dispositions.filter(each => rootOf(all, each) === root)
      expect(seen.dispositions).toEqual(mine)
      expect(seen.recipients).toEqual(all.recipients.filter(each => mine.some(({ id }) => id === each.dispositionId)))
    }))
  })

  it('is that of the office whose letters they keep, unless the letter is secret', () => {
    fc.assert(fc.property(chain, fc.constantFrom('office-0', 'office-1', 'elsewhere'), fc.constantFrom('B', 'T', 'R', 'SR'), (all, office, secrecy) => {
      const seen = seenOf(all, { secrecy }, reading(office), [])
      const open = secrecy === 'B' || secrecy === 'T'
      expect(seen.dispositions).toEqual(open ? all.dispositions.filter(each => rootOf(all, each).officeId === office) : [])
    }))
  })
})

describe('who may receive a disposition', () => {
  const kinds: PostKind[] = ['jpt', 'administrator', 'pengawas', 'fungsional', 'pelaksana', 'lain']
  const post = (over: Partial<Post> & Pick<Post, 'id'>): Post => ({ unitId: 'own', title: over.id, kind: 'lain', rank: 5, echelon: null, grade: null, code: null, superiorId: null, ...over })
  const some = fc.record({ kind: fc.constantFrom(...kinds), rank: fc.integer({ min: 1, max: 9 }), unitId: fc.constantFrom('own', 'below', 'elsewhere') })

  it('is never somebody above, on the way down, or the giver', () => {
    fc.assert(fc.property(some, some, fc.constantFrom('above', 'path', 'self'), (mine, theirs, where) => {
      const giver: Giver = { post: post({ id: 'giver', ...mine, unitId: 'own' }), leads: true, above: new Set(where === 'above' ? ['other'] : []), units: new Set(['below']), nearest: [] }
      const other = post({ id: where === 'self' ? 'giver' : 'other', ...theirs })
      expect(refusal(giver, other, ['giver'], where === 'path' ? ['other'] : [])).not.toBeNull()
    }))
  })

  it('stands lower in the same unit, in a unit below, or below by the chart, and is of no higher kind', () => {
    const level = (kind: PostKind) => (kind === 'lain' ? null : Math.min(kinds.indexOf(kind), 3))
    fc.assert(fc.property(some, some, fc.boolean(), (mine, theirs, byChart) => {
      const giver: Giver = { post: post({ id: 'giver', ...mine, unitId: 'own' }), leads: true, above: new Set(), units: new Set(['below']), nearest: [] }
      const other = post({ id: 'other', ...theirs })
      const [a, b] = [level(other.kind), level(giver.post.kind)]
      const higher = a !== null && b !== null && a < b
      const within = other.unitId === 'own' ? other.rank > giver.post.rank : other.unitId === 'below'
      expect(refusal(giver, other, byChart ? ['giver'] : [], []) === null).toBe(byChart || (within && !higher))
    }))
  })
})
