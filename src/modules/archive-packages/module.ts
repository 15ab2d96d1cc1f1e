import type { Module } from '#platform/web/module.ts'
import { packageFile } from './package.ts'
import { packagePage } from './package.page.tsx'
import words from './words.en.ts'

export const archivePackages: Module = {
  name: 'archive-packages',
  requires: ['organisation', 'archives', 'correspondence'],
  permissions: [],
  routes: [packagePage, packageFile],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
