import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person, visitor, type Permission, type Who } from '#platform/access/who.ts'
import type { Access } from './contract.ts'
import { mayRead, mayRequest, mayRevoke, mayUse } from './policy.ts'
import { requestAfter, type RequestEvent } from './request.ts'
import type { Request } from './store.ts'

const units = ['pemegang', 'peminta', 'lain']
const verbs = ['read', 'ask', 'use', 'answer', 'urge', 'settle', 'instruct'] as const
const states = ['unconfirmed', 'waiting', 'granted', 'partial', 'aggregate', 'refused', 'contested', 'upheld', 'withdrawn', 'lapsed'] as const
const events: readonly RequestEvent[] = ['confirm', 'lapse', 'extend', 'escalate', 'urge', 'redirect', 'grant', 'partial', 'aggregate', 'refuse', 'contest', 'uphold', 'withdraw']
const today = '2026-11-21'

const somebody = (id: string, grants: { permission: Permission; unitId: string }[]): Who =>
  person({ id, name: id, username: id, email: '', unitId: 'lain', title: null, language: 'id', sessionId: '', strong: false }, grants.map(grant => ({ ...grant, reach: 'unit' })), unitId => [unitId])

const grants = fc.array(fc.record({ permission: fc.constantFrom(...verbs).map(verb => `data-requests.${verb}` as const), unitId: fc.constantFrom(...units) }), { maxLength: 8 })
const who = fc.tuple(fc.constantFrom('penulis', 'orang'), grants).map(([id, held]) => ({ who: somebody(id, held), held }))
const request = fc.record({
  state: fc.constantFrom(...states), level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const), asker: fc.constantFrom('unit' as const, 'citizen' as const), extended: fc.boolean(), dueOn: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-30'),
}).map((one): Pick<Request, 'state' | 'level' | 'asker' | 'unitId' | 'accountId' | 'holderUnitId' | 'extended' | 'dueOn'> => ({ ...one, holderUnitId: 'pemegang', unitId: one.asker === 'unit' ? 'peminta' : null, accountId: one.asker === 'unit' ? 'penulis' : null }))

describe('who may do what to a request', () => {
  it('is nobody without a permission over one of the two units, and nobody for a state it does not fit', () => {
    fc.assert(fc.property(who, request, fc.constantFrom(...events), ({ who, held }, one, event) => {
      if (!mayRequest(who, event, one, today)) return
      expect(requestAfter(one.state, event)).not.toBeNull()
      const verb = { extend: ['answer'], urge: ['urge', 'settle', 'instruct'], redirect: ['answer', 'urge'], uphold: ['settle'], contest: ['ask'], withdraw: ['ask'] }[event as 'extend'] ?? ['answer', 'urge', 'settle', 'instruct']
      const unit = event === 'contest' || event === 'withdraw' ? 'peminta' : 'pemegang'
      expect(held.some(({ permission, unitId }) => unitId === unit && verb.some(name => permission === `data-requests.${name}`))).toBe(true)
    }), { numRuns: 2000 })
    for (const event of events) expect(mayRequest(visitor, event, { state: 'waiting', level: 3, asker: 'unit', unitId: 'peminta', accountId: null, holderUnitId: 'pemegang', extended: false, dueOn: today }, today)).toBe(false)
  })

  it('never lets somebody answer what they asked, or answer in the holder’s stead before silence brought it to them', () => {
    fc.assert(fc.property(who, request, fc.constantFrom('grant' as const, 'partial' as const, 'aggregate' as const, 'refuse' as const), ({ who, held }, one, event) => {
      if (!mayRequest(who, event, one, today)) return
      expect(one.accountId !== null && one.accountId === who.account?.id).toBe(false)
      const has = (verb: string) => held.some(({ permission, unitId }) => unitId === 'pemegang' && permission === `data-requests.${verb}`)
      expect(has('answer') || (has('urge') && one.level >= 1) || (has('settle') && one.level >= 2) || (has('instruct') && one.level >= 3)).toBe(true)
    }), { numRuns: 2000 })
  })

  it('gives more time once, in time, and only before anybody else was asked', () => {
    fc.assert(fc.property(who, request, ({ who }, one) => {
      if (mayRequest(who, 'extend', one, today)) expect([one.extended, one.level, one.dueOn! >= today]).toEqual([false, 0, true])
    }), { numRuns: 1000 })
  })

  it('shows and opens nothing to other agencies, and nothing that has ended', () => {
    const access = fc.record({ from: fc.constantFrom('2026-11-01', '2026-11-22'), until: fc.constantFrom('2026-11-20', '2026-11-21', '2026-12-31'), revokedOn: fc.constantFrom(null, '2026-11-10') })
      .map((one): Access => ({ ...one, id: 'a', requestId: 'r', code: 'PD-2026-0001', unitId: 'peminta', holderUnitId: 'pemegang', datasetId: 'd', degree: 'full', columns: null, revokeReason: null }))
    fc.assert(fc.property(who, access, request, ({ who, held }, given, one) => {
      const has = (verb: string, unit: string) => held.some(({ permission, unitId }) => unitId === unit && permission === `data-requests.${verb}`)
      const stands = given.revokedOn === null && given.from <= today && today <= given.until
      expect(mayUse(who, given, today)).toBe(stands && has('use', 'peminta'))
      expect(mayRevoke(who, given, today)).toBe(stands && has('answer', 'pemegang'))
      expect(mayRead(who, one)).toBe(has('read', 'pemegang') || (one.unitId !== null && has('read', 'peminta')))
    }), { numRuns: 2000 })
  })
})
