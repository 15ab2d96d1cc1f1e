import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { conceptUses } from '#modules/standards/contract.ts'
import { belongings } from './belongings.ts'
import { boardPage } from './board/board.page.tsx'
import { catalogueOffer } from './catalogue.ts'
import { entryMakingOffer } from './by-program.ts'
import { catalogue, entryMaking, feeding, harvesting, machineCatalogue, releaseMaking } from './contract.ts'
import { metadataPage } from './describe/metadata.page.tsx'
import { createPage, editPage } from './describe/write.page.tsx'
import { deskPage } from './desk/desk.page.tsx'
import { entryPage } from './desk/entry.page.tsx'
import { waitingHere } from './desk/waiting.ts'
import { datasets as produced, evidence, indicators, publicAddresses } from './exports.ts'
import { makeFeeding } from './feed.ts'
import { makeHarvesting } from './harvested.ts'
import { machineOffer } from './machine.ts'
import { releaseMakingOffer } from './offer.ts'
import { planPage } from './plan/plan.page.tsx'
import { newReleasePage } from './release/new.page.tsx'
import { releasePage } from './release/show.page.tsx'
import { conceptUsesOffer } from './uses.ts'
import words from './words.en.ts'

const read = (reach: 'unit' | 'unit-and-below' | 'government') => ({ permission: 'datasets.read', reach }) as const
const produce = (reach: 'unit' | 'unit-and-below' | 'government') => ({ permission: 'datasets.produce', reach }) as const
const check = (reach: 'unit-and-below' | 'government') => ({ permission: 'datasets.check', reach }) as const
const approve = { permission: 'datasets.approve', reach: 'government' } as const
const plan = { permission: 'datasets.plan', reach: 'government' } as const

const role = (code: string, name: string, grants: RoleTemplate['grants'], strong?: true): RoleTemplate => ({ code, name, strong, grants })

export const datasets: Module = {
  name: 'datasets',
  requires: ['organisation', 'identity', 'standards'],
  permissions: [
    { permission: 'datasets.read', label: 'Melihat data yang belum terbit' },
    { permission: 'datasets.produce', label: 'Menyiapkan data untuk katalog' },
    { permission: 'datasets.check', label: 'Memeriksa data perangkat daerah' },
    { permission: 'datasets.approve', label: 'Menyetujui dan menayangkan data' },
    { permission: 'datasets.plan', label: 'Menetapkan daftar data dan data prioritas' },
  ],
  roles: [
    role('data-producer', 'Produsen data', [read('unit'), produce('unit')]),
    role('walidata-pendukung', 'Walidata pendukung', [read('unit-and-below'), produce('unit-and-below'), check('unit-and-below')]),
    role('walidata', 'Walidata', [read('government'), produce('government'), check('government'), approve, plan]),
    role('pembina-data', 'Pembina data', [read('government')]),
    role('forum-coordinator', 'Koordinator forum', [read('government'), plan]),
    role('leader', 'Pimpinan', [read('government')]),
    role('administrator', 'Administrator', [read('government'), produce('government'), check('government'), approve, plan], true),
  ],
  // The narrower address comes first where two could match.
  routes: [deskPage, createPage, planPage, boardPage, releasePage, newReleasePage, editPage, metadataPage, entryPage],
  offers: services => [[catalogue, catalogueOffer], [releaseMaking, releaseMakingOffer], [feeding, makeFeeding(services)], [conceptUses, conceptUsesOffer], [machineCatalogue, machineOffer], [entryMaking, entryMakingOffer], [harvesting, makeHarvesting(services)]],
  menu: {
    work: [
      { label: 'Data', href: '/kerja/data', group: 'Satu Data', may: 'datasets.read', count: async context => (await waitingHere(context)).length },
      { label: 'Rencana data', href: '/kerja/data/rencana', group: 'Satu Data', may: 'datasets.read' },
      { label: 'Papan ketepatan data', href: '/kerja/data/papan', group: 'Satu Data', may: 'datasets.read' },
    ],
  },
  belongings,
  words,
  exports: { publications: [publicAddresses], datasets: produced, indicators, evidence },
}
