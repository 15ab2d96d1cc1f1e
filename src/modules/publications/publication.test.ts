import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { person, type Account } from '#platform/access/who.ts'
import type { State } from './contract.ts'
import { may, type Subject } from './policy.ts'
import { after, slugOf, stateNames, type Event } from './publication.ts'

const states = Object.keys(stateNames) as State[]
const events: Event[] = ['save', 'submit', 'withdraw', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'revise', 'discard', 'archive', 'restore']

describe('the life of a publication', () => {
  test('goes from draft through review to the public, and back with remarks', () => {
    expect(after('draft', 'submit')).toBe('submitted')
    expect(after('submitted', 'return')).toBe('returned')
    expect(after('returned', 'submit')).toBe('submitted')
    expect(after('submitted', 'approve')).toBe('approved')
    expect(after('approved', 'publish')).toBe('published')
  })

  test('what is published is never changed in place: it is opened for a correction first', () => {
    expect(after('published', 'save')).toBeNull()
    expect(after('published', 'revise')).toBe('draft')
  })

  test('every state can be left, and any walk ends in a state the office knows', () => {
    for (const state of states) expect(events.some(event => after(state, event) !== null)).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), walk => {
        let state: State = 'draft'
        for (const event of walk) state = after(state, event) ?? state
        expect(states).toContain(state)
      }),
    )
  })
})

describe('who may do what', () => {
  const account = (id: string): Account => ({ id, name: '', username: '', email: '', unitId: 'u1', title: null, language: 'id', sessionId: 's', strong: true })
  const units = ['u1', 'u2', 'u3']
  const permissions = ['publications.read', 'publications.write', 'publications.review', 'publications.publish'] as const
  const grants = fc.array(fc.record({ permission: fc.constantFrom(...permissions), reach: fc.constantFrom('own' as const, 'unit' as const, 'government' as const), unitId: fc.constantFrom(...units) }), { maxLength: 6 })
  const subject: fc.Arbitrary<Subject> = fc.record({ unitId: fc.constantFrom(...units), ownerId: fc.constantFrom('me', 'someone'), state: fc.constantFrom(...states), live: fc.boolean() })

  test('nobody goes live without the right to publish, whatever else they may do', () => {
    fc.assert(
      fc.property(grants, subject, fc.constantFrom<Event>('publish', 'schedule', 'archive', 'restore'), (held, it, event) => {
        const who = person(account('me'), held, unit => [unit])
        const covered = held.some(g => g.permission === 'publications.publish' && (g.reach === 'government' || (g.reach === 'unit' && g.unitId === it.unitId) || (g.reach === 'own' && it.ownerId === 'me')))
        if (!covered) expect(may(who, event, it)).toBe(false)
      }),
    )
  })

  test('what may be done can happen in that state', () => {
    fc.assert(
      fc.property(grants, subject, fc.constantFrom(...events), (held, it, event) => {
        const who = person(account('me'), held, unit => [unit])
        if (may(who, event, it)) expect(after(it.state, event)).not.toBeNull()
      }),
    )
  })
})

describe('addresses of publications', () => {
  test('keep the words of the title', () => {
    expect(slugOf('Pelebaran Ruas Balapulang–Bumijawa Mencapai 72 Persen')).toBe('pelebaran-ruas-balapulang-bumijawa-mencapai-72-persen')
    expect(slugOf('Résumé & “Kutipan”')).toBe('resume-kutipan')
  })

  test('are never empty, never longer than 80 letters, and safe in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
        const slug = slugOf(title)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
      }),
    )
  })
})
