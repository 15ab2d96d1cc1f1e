import type { Module } from '#platform/web/module.ts'
import { listImport } from './list-import.ts'
import words from './words.en.ts'

export const staffLists: Module = {
  name: 'staff-lists',
  requires: ['organisation', 'personnel'],
  permissions: [],
  routes: listImport.routes,
  jobs: [listImport.job],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
