import { DataQuality } from './data-quality.tsx'

export const examples = {
  'with advice': () => <DataQuality quality={{ score: 87, parts: { completeness: 96, timeliness: 100, validity: 100, conformity: 25, metadata: 88 }, filled: 0.96, daysLate: 0, violations: 3, withoutConcept: 2, withoutCodes: 0, missing: [] }} />,
}
