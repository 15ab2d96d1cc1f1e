import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person, visitor, type Account, type Permission, type ReachKind } from '#platform/access/who.ts'
import type { EntryState, ReleaseState } from './contract.ts'
import { entryAfter, releaseAfter, type EntryEvent, type ReleaseEvent } from './entry.ts'
import { mayEntry, mayRead, mayRelease } from './policy.ts'

// diskominfo above its division; dinkes beside them.
const units: Record<string, string[]> = { kabupaten: ['kabupaten', 'diskominfo', 'bidang', 'dinkes'], diskominfo: ['diskominfo', 'bidang'], bidang: ['bidang'], dinkes: ['dinkes'] }
const account = (id: string): Account => ({ id, name: id, username: id, email: `${id}@contoh.id`, unitId: 'diskominfo', title: null, language: 'id', sessionId: id, strong: false })
const permissions: Permission[] = ['datasets.read', 'datasets.produce', 'datasets.check', 'datasets.approve', 'datasets.plan']
const somebody = fc.record({
  id: fc.constantFrom('ani', 'budi', 'citra'),
  grants: fc.array(fc.record({ permission: fc.constantFrom(...permissions), reach: fc.constantFrom<ReachKind>('unit', 'unit-and-below', 'government'), unitId: fc.constantFrom(...Object.keys(units)) }), { maxLength: 6 }),
})
const whoOf = ({ id, grants }: { id: string; grants: Parameters<typeof person>[1] }) => person(account(id), grants, unit => units[unit]!)

const entryStates: EntryState[] = ['draft', 'proposed', 'returned', 'listed', 'retired']
const releaseStates: ReleaseState[] = ['draft', 'submitted', 'checked', 'approved', 'rejected', 'cancelled', 'published', 'replaced', 'withdrawn']
const anEntry = fc.record({ unitId: fc.constantFrom(...Object.keys(units)), state: fc.constantFrom(...entryStates), origin: fc.constantFrom('office' as const, 'module' as const, 'harvest' as const) })
const aRelease = fc.record({ state: fc.constantFrom(...releaseStates), submittedBy: fc.constantFrom('ani', 'budi', null), checkedBy: fc.constantFrom('ani', 'citra', null) })
const entryEvents: EntryEvent[] = ['save', 'propose', 'return', 'list', 'retire', 'restore']
const releaseEvents: ReleaseEvent[] = ['fill', 'submit', 'recall', 'check', 'reject', 'approve', 'publish', 'cancel', 'replace', 'withdraw', 'show-again']

/** Whether one of the grants reaches the unit, told from the grants alone. */
const holds = ({ grants }: { grants: { permission: Permission; reach: ReachKind; unitId: string }[] }, permission: Permission, unitId: string) =>
  grants.some(grant => grant.permission === permission && (grant.reach === 'government' || (grant.reach === 'unit' ? grant.unitId === unitId : units[grant.unitId]!.includes(unitId))))

describe('whoever does something to data', () => {
  it('holds the permission for that unit, and the state lets it happen', () => {
    fc.assert(fc.property(somebody, anEntry, fc.constantFrom(...entryEvents), (somebody, entry, event) => {
      if (!mayEntry(whoOf(somebody), event, entry)) return
      expect(entryAfter(entry.state, event)).not.toBeNull()
      expect(['datasets.produce', 'datasets.approve'].some(permission => holds(somebody, permission as Permission, entry.unitId))).toBe(true)
      if (event === 'list' || event === 'return' || event === 'retire') expect(holds(somebody, 'datasets.approve', entry.unitId)).toBe(true)
      if (entry.origin !== 'office') expect(['save', 'retire']).toContain(event)
    }), { numRuns: 2000 })
  })

  it('never checks or approves what they submitted, nor approves what they checked', () => {
    fc.assert(fc.property(somebody, anEntry, aRelease, fc.constantFrom(...releaseEvents), (somebody, entry, release, event) => {
      if (!mayRelease(whoOf(somebody), event, entry, release)) return
      expect(releaseAfter(release.state, event)).not.toBeNull()
      if (event === 'check' || event === 'approve') expect(release.submittedBy).not.toBe(somebody.id)
      if (event === 'approve') expect(release.checkedBy).not.toBe(somebody.id)
      if (event === 'check') expect(holds(somebody, 'datasets.check', entry.unitId)).toBe(true)
      if (['approve', 'publish', 'withdraw', 'show-again'].includes(event)) expect(holds(somebody, 'datasets.approve', entry.unitId)).toBe(true)
      if (event === 'publish') expect(entry.state).toBe('listed')
    }), { numRuns: 2000 })
  })

  it('needs two people besides the producer before anything is shown', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('ani', 'budi', 'citra'), fc.constantFrom(...releaseEvents)), { maxLength: 40 }), presses => {
      // Everybody may do everything: only the order and the persons count.
      const all = permissions.map(permission => ({ permission, reach: 'government' as const, unitId: 'kabupaten' }))
      const entry = { unitId: 'dinkes', state: 'listed' as const, origin: 'office' as const }
      let release: { state: ReleaseState; submittedBy: string | null; checkedBy: string | null } = { state: 'draft', submittedBy: null, checkedBy: null }
      let approvedBy: string | null = null
      for (const [id, event] of presses) {
        if (!mayRelease(whoOf({ id, grants: all }), event, entry, release)) continue
        if (event === 'submit') release = { ...release, submittedBy: id, checkedBy: null }
        if (event === 'check') release = { ...release, checkedBy: id }
        if (event === 'approve') approvedBy = id
        release = { ...release, state: releaseAfter(release.state, event)! }
        if (release.state === 'published') expect(new Set([release.submittedBy, release.checkedBy, approvedBy]).size).toBe(3)
      }
    }), { numRuns: 2000 })
  })

  it('is never a visitor', () => {
    fc.assert(fc.property(anEntry, aRelease, (entry, release) => {
      for (const event of entryEvents) expect(mayEntry(visitor, event, entry)).toBe(false)
      for (const event of releaseEvents) expect(mayRelease(visitor, event, entry, release)).toBe(false)
      expect(mayRead(visitor, entry)).toBe(false)
    }))
  })
})
