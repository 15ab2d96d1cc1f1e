import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { listPage } from './list/list.page.tsx'
import { dueJob, visitJob } from './run/visit.ts'
import { showPage } from './show/show.page.tsx'
import words from './words.en.ts'
import { newPage } from './write/new.page.tsx'

const manage = { permission: 'harvests.manage', reach: 'government' } as const

export const harvests: Module = {
  name: 'harvests',
  requires: ['organisation', 'datasets'],
  permissions: [{ permission: 'harvests.manage', label: 'Memanen katalog data portal lain' }],
  roles: [
    { code: 'walidata', name: 'Walidata', grants: [manage] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [manage] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, newPage, showPage],
  jobs: [visitJob, dueJob],
  menu: { work: [{ label: 'Panen katalog', href: '/kerja/data/panen', group: 'Satu Data', may: 'harvests.manage' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
