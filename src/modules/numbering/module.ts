import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { agendas, numbers } from './contract.ts'
import { reserveDailyJob } from './daily.ts'
import { agendasOf, makeNumbers } from './ports.ts'
import words from './words.en.ts'

export const numbering: Module = {
  name: 'numbering',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'numbering.read', label: 'Melihat nomor surat dan buku agenda keluar' },
    { permission: 'numbering.manage', label: 'Mengatur pola nomor, memesan, mencatat, dan membatalkan nomor' },
  ],
  roles: [
    { code: 'secretariat', name: 'Sekretariat', grants: [{ permission: 'numbering.read', reach: 'unit-and-below' }, { permission: 'numbering.manage', reach: 'unit-and-below' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'numbering.read', reach: 'government' }, { permission: 'numbering.manage', reach: 'government' }] },
  ],
  routes: [],
  offers: services => [
    [numbers, makeNumbers(services)],
    [agendas, agendasOf],
  ],
  jobs: [reserveDailyJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
