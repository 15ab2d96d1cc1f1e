import type { Module } from '#platform/web/module.ts'
import { prospects } from '#modules/personnel/contract.ts'
import { dues } from './contract.ts'
import { duePage } from './due/due.page.tsx'
import { datasets, evidence, indicators } from './exports.ts'
import { duesOf, prospectsOf } from './prospects.ts'
import { statisticsPage } from './statistics/statistics.page.tsx'
import words from './words.en.ts'

export const workforce: Module = {
  name: 'workforce',
  requires: ['organisation', 'personnel'],
  permissions: [],
  routes: [statisticsPage, duePage],
  offers: () => [[prospects, prospectsOf], [dues, duesOf]],
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
