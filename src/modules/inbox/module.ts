import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { seats, tasks } from './contract.ts'
import { handOverForPage, handOverPage } from './hand-over/hand-over.page.tsx'
import { listPage } from './list/list.page.tsx'
import { makeSeats, makeTasks } from './ports.ts'
import { countOwn } from './waiting.ts'
import words from './words.en.ts'

export const inbox: Module = {
  name: 'inbox',
  requires: ['organisation', 'identity'],
  permissions: [{ permission: 'inbox.office', label: 'Melihat kotak masuk kantor (sekretariat)' }],
  roles: [
    { code: 'secretariat', name: 'Sekretariat', grants: [{ permission: 'inbox.office', reach: 'unit-and-below' }] },
    // Who hands out roles must hold what is in them.
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'inbox.office', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, handOverPage, handOverForPage],
  offers: services => [
    [tasks, makeTasks(services)],
    [seats, makeSeats(services)],
  ],
  menu: { work: [{ label: 'Kotak masuk', href: '/kerja/kotak-masuk', group: 'Kantor', may: 'signed-in', count: countOwn }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
