import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person, visitor, type Grant, type Permission, type ReachKind, type Who } from '#platform/access/who.ts'
import type { LetterState, Party, Secrecy } from './contract.ts'
import { keysOf, locksOf, permissions } from './locks.ts'

const units = ['root', 'a', 'a1', 'b']
const below: Record<string, string[]> = { root: units, a: ['a', 'a1'], a1: ['a1'], b: ['b'] }
const posts = ['p1', 'p2', 'p3']
const accounts = ['x', 'y', 'z']

const unit = fc.constantFrom(...units)
const desk = fc.oneof(fc.constant(null), fc.record({ postId: fc.constantFrom(...posts) }), fc.record({ accountId: fc.constantFrom(...accounts) }))
const party = fc.record({ unitId: unit, role: fc.constantFrom('to', 'copy', 'maker', 'disposition'), desk }) satisfies fc.Arbitrary<Party>
const letter = fc.record({
  secrecy: fc.constantFrom<Secrecy>('B', 'T', 'R', 'SR'),
  origin: fc.constantFrom('made', 'paper', 'list'),
  state: fc.constantFrom<LetterState>('draft', 'circulating', 'returned', 'approved', 'numbered', 'signed', 'sent', 'received', 'cancelled'),
})
const grant = fc.record({ permission: fc.constantFrom<Permission>(...Object.values(permissions)), reach: fc.constantFrom<ReachKind>('own', 'unit', 'unit-and-below', 'government'), unitId: unit })
const someone = fc.record({ id: fc.constantFrom(...accounts), grants: fc.array(grant, { maxLength: 4 }), seats: fc.uniqueArray(fc.constantFrom(...posts), { maxLength: 2 }) })

const whoIs = (id: string, grants: readonly Grant[]): Who =>
  person({ id, name: id, username: id, email: `${id}@contoh.id`, unitId: 'b', title: null, language: 'id', sessionId: 's', strong: true }, grants, one => below[one]!)

const opens = (locks: readonly string[], keys: readonly string[]) => locks.some(lock => keys.includes(lock))

describe('who may see a letter', () => {
  it('are those at its desks, and those whose permission reaches one of its units and its class', () => {
    fc.assert(
      fc.property(letter, fc.array(party, { minLength: 1, maxLength: 5 }), someone, (one, parties, { id, grants, seats }) => {
        const who = whoIs(id, grants)
        const atDesk = parties.some(({ desk: at }) => at && ('postId' in at ? seats.includes(at.postId) : at.accountId === id))
        const reaches = (permission: Permission) => {
          const reach = who.reach(permission)
          return reach !== null && (reach.government || parties.some(({ unitId }) => reach.units.has(unitId)))
        }
        const finished = one.origin !== 'made' || ['signed', 'sent', 'received'].includes(one.state)
        const byPermission =
          one.secrecy === 'B' ? reaches('correspondence.office') || (finished && reaches('correspondence.read'))
          : one.secrecy === 'T' ? reaches('correspondence.office')
          : one.secrecy === 'R' ? reaches('correspondence.read-secret')
          : false
        expect(opens(locksOf(one, parties), keysOf(who, seats.map(postId => ({ postId }))))).toBe(atDesk || byPermission)
      }),
      { numRuns: 2000 },
    )
  })

  it('are never visitors', () => {
    fc.assert(fc.property(letter, fc.array(party), (one, parties) => !opens(locksOf(one, parties), keysOf(visitor, [{ postId: 'p1' }]))))
  })
})
