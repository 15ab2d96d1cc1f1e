import type { Module } from '#platform/web/module.ts'
import words from './words.en.ts'

export const imports: Module = {
  name: 'imports',
  requires: ['organisation', 'identity', 'publications'],
  permissions: [{ permission: 'imports.run', label: 'Membawa masuk isi situs lama dan umpan' }],
  roles: [
    { code: 'publisher', name: 'Penerbit', grants: [{ permission: 'imports.run', reach: 'unit-and-below' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'imports.run', reach: 'government' }] },
  ],
  routes: [],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
