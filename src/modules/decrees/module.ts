import type { Module } from '#platform/web/module.ts'
import { preparations } from '#modules/workforce/contract.ts'
import { belongings } from './belongings.ts'
import { decreePage } from './decree/decree.page.tsx'
import { listPage } from './list/list.page.tsx'
import { preparationsOf } from './offer.ts'
import { preparePage } from './prepare/prepare.page.tsx'
import words from './words.en.ts'
import { followSigned, followWithdrawn } from './write.ts'

export const decrees: Module = {
  name: 'decrees',
  requires: ['organisation', 'identity', 'personnel', 'workforce', 'inbox', 'correspondence', 'drafting'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, preparePage, decreePage],
  offers: () => [[preparations, preparationsOf]],
  listens: [followSigned, followWithdrawn],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
