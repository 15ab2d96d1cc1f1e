import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'

export const datasets: DatasetSpec[] = []
export const indicators: Indicator[] = []
export const evidence: EvidenceSpec[] = []
