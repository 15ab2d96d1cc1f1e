import type { Module } from '#platform/web/module.ts'
import { assigning } from './contract.ts'
import { makeAssigning } from './reading.ts'
import words from './words.en.ts'

export const assignments: Module = {
  name: 'assignments',
  requires: ['organisation', 'personnel'],
  permissions: [],
  routes: [],
  offers: () => [[assigning, makeAssigning]],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
