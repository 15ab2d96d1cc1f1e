import type { Module } from '#platform/web/module.ts'
import { duties } from '#modules/schedules/contract.ts'
import { belongings } from './belongings.ts'
import { evidence, indicators } from './exports.ts'
import { listPage } from './list.page.tsx'
import { rosterImport } from './roster-import.ts'
import { rosterPage } from './roster/roster.page.tsx'
import { turnsPage } from './roster/turns.page.tsx'
import { addShiftPage, editShiftPage } from './shift/write.page.tsx'
import { publishedDuties } from './store.ts'
import words from './words.en.ts'

export const rosters: Module = {
  name: 'rosters',
  requires: ['organisation', 'identity', 'personnel', 'schedules'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, addShiftPage, editShiftPage, ...rosterImport.routes, turnsPage, rosterPage],
  offers: () => [[duties, publishedDuties]],
  jobs: [rosterImport.job],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence },
}
