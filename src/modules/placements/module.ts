import type { Module } from '#platform/web/module.ts'
import { staffCandidates } from '#modules/organisation/contract.ts'
import { makeCandidates } from './candidates.ts'
import { placementsPage } from './placements.page.tsx'
import words from './words.en.ts'

export const placements: Module = {
  name: 'placements',
  requires: ['organisation', 'personnel'],
  permissions: [],
  routes: [placementsPage],
  offers: services => [[staffCandidates, makeCandidates(services)]],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
