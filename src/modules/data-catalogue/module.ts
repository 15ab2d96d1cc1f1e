import type { Module } from '#platform/web/module.ts'
import { datasetPage } from './catalogue/dataset.page.tsx'
import { downloadResource } from './catalogue/download.ts'
import { listPage } from './catalogue/list.page.tsx'
import { chartResource, storyChart } from './chart/chart.ts'
import { comparePage } from './compare/compare.page.tsx'
import { viewDownload } from './explore/download.ts'
import { explorePage } from './explore/explore.page.tsx'
import { storiesPage } from './stories/stories.page.tsx'
import { makeDataViews } from './stories/views.ts'
import { dataViews } from '#modules/pages/contract.ts'
import words from './words.en.ts'

export const dataCatalogue: Module = {
  name: 'data-catalogue',
  requires: ['organisation', 'pages', 'code-lists', 'standards', 'datasets', 'data-requests'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, storiesPage, downloadResource, chartResource, storyChart, viewDownload, explorePage, comparePage, datasetPage],
  offers: services => [[dataViews, makeDataViews(services)]],
  menu: { public: [{ label: 'Data', href: '/data', order: 30 }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
