import type { Module } from '#platform/web/module.ts'
import { makePush } from '#platform/push/push.ts'
import { telling } from './contract.ts'
import { devicesPage } from './mine/devices.page.tsx'
import { officeDevicesPage } from './office/office.page.tsx'
import { outboxPage } from './outbox/outbox.page.tsx'
import { registerDevice } from './register.ts'
import { reviewPage } from './review/review.page.tsx'
import { tellMe } from './tell-me.ts'
import words from './words.en.ts'

export const devices: Module = {
  name: 'devices',
  requires: ['identity', 'organisation', 'personnel', 'attendance'],
  permissions: [{ permission: 'devices.review', label: 'Memeriksa kiriman luring yang janggal' }],
  roles: [{ code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'devices.review', reach: 'government' }] }],
  routes: [devicesPage, outboxPage, registerDevice, tellMe, reviewPage, officeDevicesPage],
  offers: ({ config }) => [[telling, makePush(config)]],
  menu: { work: [{ label: 'Kiriman luring', href: '/kerja/perangkat', group: 'Sistem', may: 'devices.review' }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
