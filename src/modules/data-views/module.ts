import type { Module } from '#platform/web/module.ts'
import { chartResource } from './chart/chart.ts'
import { comparePage } from './compare/compare.page.tsx'
import { viewDownload } from './explore/download.ts'
import { explorePage } from './explore/explore.page.tsx'
import words from './words.en.ts'

export const dataViews: Module = {
  name: 'data-views',
  requires: ['organisation', 'code-lists', 'datasets'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [chartResource, viewDownload, explorePage, comparePage],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
