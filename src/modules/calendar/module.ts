import type { Module } from '#platform/web/module.ts'
import { agendaPage } from './agenda/agenda.page.tsx'
import { belongings } from './belongings.ts'
import { eventFile } from './event/event-file.ts'
import { feed } from './subscribe/feed.ts'
import { subscribePage } from './subscribe/subscribe.page.tsx'
import words from './words.en.ts'

export const calendar: Module = {
  name: 'calendar',
  requires: ['organisation', 'identity', 'inbox', 'correspondence'],
  permissions: [],
  routes: [agendaPage, subscribePage, eventFile, feed],
  menu: { work: [{ label: 'Agenda rapat', href: '/kerja/agenda', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
