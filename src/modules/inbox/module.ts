import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { seats, tasks } from './contract.ts'
import { makeSeats, makeTasks } from './ports.ts'
import words from './words.en.ts'

export const inbox: Module = {
  name: 'inbox',
  requires: ['organisation', 'identity'],
  permissions: [{ permission: 'inbox.office', label: 'Melihat kotak masuk kantor (sekretariat)' }],
  roles: [{ code: 'secretariat', name: 'Sekretariat', grants: [{ permission: 'inbox.office', reach: 'unit-and-below' }] }],
  routes: [],
  offers: services => [
    [tasks, makeTasks(services)],
    [seats, makeSeats(services)],
  ],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
