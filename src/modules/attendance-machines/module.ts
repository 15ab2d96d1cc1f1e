import type { Module } from '#platform/web/module.ts'
import { machineImport } from './machine-import.ts'
import words from './words.en.ts'

export const attendanceMachines: Module = {
  name: 'attendance-machines',
  requires: ['organisation', 'personnel', 'schedules', 'attendance'],
  permissions: [],
  routes: machineImport.routes,
  jobs: [machineImport.job],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
