import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { conceptUses, standards as standardsPort } from './contract.ts'
import { datasets, evidence, indicators, publications } from './exports.ts'
import { listPage } from './list/list.page.tsx'
import { makeStandards, noUses } from './offer.ts'
import { standardEndpoint } from './public/endpoint.ts'
import { standardPage } from './public/standard.page.tsx'
import { standardsPage } from './public/standards.page.tsx'
import { showPage } from './show/show.page.tsx'
import { waitingFor } from './store.ts'
import words from './words.en.ts'
import { editPage, proposePage } from './write/write.page.tsx'

const propose: Permission = 'standards.propose'
const review: Permission = 'standards.review'

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[]): RoleTemplate => ({ code, name, grants: permissions.map(permission => ({ permission, reach })) })

export const standards: Module = {
  name: 'standards',
  requires: ['organisation', 'identity', 'code-lists'],
  permissions: [
    { permission: propose, label: 'Mengusulkan standar data' },
    { permission: review, label: 'Memeriksa dan menetapkan standar data' },
  ],
  // The roles of Satu Data at region level; other modules add to them.
  roles: [
    role('data-producer', 'Produsen data', 'unit-and-below', [propose]),
    role('walidata-pendukung', 'Walidata pendukung', 'unit-and-below', [propose]),
    role('walidata', 'Walidata', 'government', [propose, review]),
    role('pembina-data', 'Pembina data', 'government', [propose, review]),
    role('forum-coordinator', 'Koordinator forum', 'government', [propose]),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', [propose, review]),
  ],
  // The narrower address comes first where two could match.
  routes: [standardsPage, standardPage, standardEndpoint, listPage, proposePage, editPage, showPage],
  offers: services => [[standardsPort, makeStandards(services)], [conceptUses, noUses]],
  menu: { work: [{ label: 'Standar data', href: '/kerja/standar-data', group: 'Satu Data', may: propose, count: ({ db, who }) => waitingFor(db, who) }] },
  belongings,
  words,
  exports: { publications, datasets, indicators, evidence },
}
