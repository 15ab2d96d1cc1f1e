import type { Module } from '#platform/web/module.ts'
import { explanations } from '#modules/attendance/contract.ts'
import { belongings } from './belongings.ts'
import { decidePage, queuePage } from './decide.page.tsx'
import { listens } from './duties.ts'
import { askPage, evidenceResource, ownRequestsPage } from './own.page.tsx'
import { explaining } from './store.ts'
import words from './words.en.ts'

export const attendanceRequests: Module = {
  name: 'attendance-requests',
  requires: ['organisation', 'identity', 'personnel', 'inbox', 'attendance', 'correspondence', 'drafting'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [ownRequestsPage, askPage, evidenceResource, queuePage, decidePage],
  offers: () => [[explanations, { between: explaining }]],
  listens,
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
