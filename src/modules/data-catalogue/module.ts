import type { Module } from '#platform/web/module.ts'
import { datasetPage } from './catalogue/dataset.page.tsx'
import { downloadResource } from './catalogue/download.ts'
import { listPage } from './catalogue/list.page.tsx'
import { chartResource } from './chart/chart.ts'
import { comparePage } from './compare/compare.page.tsx'
import { viewDownload } from './explore/download.ts'
import { explorePage } from './explore/explore.page.tsx'
import words from './words.en.ts'

export const dataCatalogue: Module = {
  name: 'data-catalogue',
  requires: ['organisation', 'code-lists', 'standards', 'datasets'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, downloadResource, chartResource, viewDownload, explorePage, comparePage, datasetPage],
  menu: { public: [{ label: 'Data', href: '/data', order: 30 }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
