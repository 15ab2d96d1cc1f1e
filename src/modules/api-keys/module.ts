import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { apiKeys } from './contract.ts'
import { makeApiKeys } from './offer.ts'
import { allKeysPage } from './oversee/all.page.tsx'
import { keysPage } from './own/keys.page.tsx'
import { newKeyPage } from './own/new.page.tsx'
import words from './words.en.ts'

export const apiKeysModule: Module = {
  name: 'api-keys',
  requires: ['organisation', 'identity'],
  permissions: [{ permission: 'api-keys.oversee', label: 'Melihat dan mencabut kunci API siapa pun' }],
  roles: [{ code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'api-keys.oversee', reach: 'government' }] }],
  routes: [keysPage, newKeyPage, allKeysPage],
  offers: services => [[apiKeys, makeApiKeys(services)]],
  menu: { work: [{ label: 'Kunci API', href: '/kerja/kunci-api', group: 'Sistem', may: 'api-keys.oversee' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
