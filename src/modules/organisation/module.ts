import type { Module } from '#platform/web/module.ts'
import { governmentDirectory, unitDirectory } from './contract.ts'
import { makeGovernmentDirectory, makeUnitDirectory } from './directory.ts'
import words from './words.en.ts'

export const organisation: Module = {
  name: 'organisation',
  requires: [],
  permissions: [
    { permission: 'organisation.manage', label: 'Mengatur unit dan jabatan' },
    { permission: 'organisation.configure', label: 'Mengatur identitas pemerintah' },
  ],
  routes: [],
  offers: services => [
    [unitDirectory, makeUnitDirectory(services)],
    [governmentDirectory, makeGovernmentDirectory(services)],
  ],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
