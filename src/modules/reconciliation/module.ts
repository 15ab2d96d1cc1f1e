import type { ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { lists } from './contract.ts'
import { differencesPage } from './differences/list.page.tsx'
import { minePage } from './differences/mine.page.tsx'
import { differencePage } from './differences/show.page.tsx'
import { datasets, evidence, indicators } from './exports.ts'
import { listPage } from './list/list.page.tsx'
import { offeredLists } from './lists.ts'
import { matchJob } from './matching.ts'
import { pairsPage } from './pairs/pairs.page.tsx'
import { resultCsv, resultSheet } from './result/downloads.ts'
import { resultPage } from './result/result.page.tsx'
import { showPage } from './show/show.page.tsx'
import { askedOf } from './store/differences.ts'
import words from './words.en.ts'
import { createPage, editPage } from './write/write.page.tsx'

const see = (reach: ReachKind) => ({ permission: 'reconciliation.see', reach }) as const
const settle = (reach: ReachKind) => ({ permission: 'reconciliation.settle', reach }) as const
const manage = (reach: ReachKind) => ({ permission: 'reconciliation.manage', reach }) as const

const role = (code: string, name: string, grants: RoleTemplate['grants'], strong?: true): RoleTemplate => ({ code, name, strong, grants })

export const reconciliation: Module = {
  name: 'reconciliation',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'reconciliation.see', label: 'Melihat rekonsiliasi data' },
    { permission: 'reconciliation.settle', label: 'Memutuskan perbedaan data unitnya' },
    { permission: 'reconciliation.manage', label: 'Menyandingkan daftar dan memastikan padanannya' },
  ],
  roles: [
    role('data-producer', 'Produsen data', [see('unit-and-below'), settle('unit-and-below')]),
    role('walidata-pendukung', 'Walidata pendukung', [see('unit-and-below'), settle('unit-and-below'), manage('unit-and-below')]),
    role('walidata', 'Walidata', [see('government'), settle('government'), manage('government')]),
    role('leader', 'Pimpinan', [see('unit-and-below'), settle('unit-and-below')]),
    role('administrator', 'Administrator', [see('government'), settle('government'), manage('government')], true),
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, createPage, minePage, differencePage, editPage, pairsPage, differencesPage, resultCsv, resultSheet, resultPage, showPage],
  offers: () => [[lists, offeredLists]],
  jobs: [matchJob],
  menu: {
    work: [
      { label: 'Rekonsiliasi', href: '/kerja/rekonsiliasi', group: 'Satu Data', may: 'reconciliation.see' },
      { label: 'Perbedaan untuk diputuskan', href: '/kerja/rekonsiliasi/untuk-saya', group: 'Satu Data', may: 'reconciliation.settle', count: ({ db, who }) => askedOf(db, who.reach('reconciliation.settle')) },
    ],
  },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
