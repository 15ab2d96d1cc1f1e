import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dataset, Variable } from './contract.ts'
import { judge, type Evidence } from './quality.ts'

const weights = { completeness: 25, timeliness: 25, validity: 20, conformity: 15, metadata: 15 }
const entry = (more: Partial<Dataset> = {}): Dataset => ({
  id: '', unitId: '', slug: '', title: '', summary: '', state: 'listed', access: 'open', accessReason: null, accessBasis: null, theme: '', tags: [], licence: '', every: 'month', legalBasis: null, coverage: null, contact: null,
  variables: [], activity: {}, indicator: {}, origin: 'office', originCode: null, originUrl: null, originGoneAt: null, releaseId: null, publishedAt: null, updatedAt: null, dueOn: null, quality: null, createdBy: null, createdAt: new Date(), changedAt: new Date(), version: 1, ...more,
})
const visits: Variable = { name: 'kunjungan', title: 'Kunjungan', type: 'integer', description: 'Orang yang berobat.', unit: 'orang', conceptId: 'c' }
const best = entry({ summary: 'x'.repeat(60), tags: ['a', 'b'], legalBasis: 'UU', coverage: 'Semua', contact: 'surel', variables: [visits], activity: { a: '1', b: '2', c: '3', d: '4' } })
const flawless: Evidence = { filled: 1, violations: 0, cells: 1000, daysLate: 0 }

describe('the quality of a release', () => {
  it('is a hundred when nothing is missing, wrong or late', () => {
    expect(judge(best, flawless, weights)).toMatchObject({ score: 100, missing: [], withoutConcept: 0, withoutCodes: 0 })
  })

  it('never rises by a fault more', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1000), fc.nat(200), (filled, violations, daysLate) => {
      const here = judge(best, { ...flawless, filled, violations, daysLate }, weights).score
      expect(judge(best, { ...flawless, filled: filled / 2, violations, daysLate }, weights).score).toBeLessThanOrEqual(here)
      expect(judge(best, { ...flawless, filled, violations: violations + 10, daysLate }, weights).score).toBeLessThanOrEqual(here)
      expect(judge(best, { ...flawless, filled, violations, daysLate: daysLate + 7 }, weights).score).toBeLessThanOrEqual(here)
      expect(here).toBeGreaterThanOrEqual(0)
      expect(here).toBeLessThanOrEqual(100)
    }))
  })

  it('says what is missing and what is not tied to a standard', () => {
    const judged = judge(entry({ variables: [{ ...visits, conceptId: undefined, unit: undefined }, { name: 'kecamatan', title: 'Kecamatan', type: 'text', key: true }] }), flawless, weights)
    expect(judged.withoutConcept).toBe(1)
    expect(judged.withoutCodes).toBe(1)
    expect(judged.missing).toContain('Satuan setiap kolom angka')
    expect(judged.parts.conformity).toBe(0)
  })

  it('leaves out of the sum what cannot be told', () => {
    expect(judge(best, { filled: null, violations: 0, cells: 0, daysLate: null }, weights)).toMatchObject({ score: 100, parts: { completeness: null, validity: null, timeliness: null } })
  })
})
