import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { listImport } from './list-import.ts'
import { bundlePage } from './papers/bundle.page.tsx'
import { forgetBundlesJob, openBundleJob } from './papers/open.ts'
import { papersPage } from './papers/papers.page.tsx'
import words from './words.en.ts'

export const letterLists: Module = {
  name: 'letter-lists',
  requires: ['organisation', 'inbox', 'correspondence'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [papersPage, bundlePage, ...listImport.routes],
  jobs: [listImport.job, openBundleJob, forgetBundlesJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
