import type { Module } from '#platform/web/module.ts'
import { articlePage } from './article/article.page.tsx'
import { belongings } from './belongings.ts'
import { cardResource } from './card/card.ts'
import { formerAddress, publicationsPort, reviewing } from './contract.ts'
import { bundlePage, bundlesPage } from './bundle/bundle.page.tsx'
import { deskDownload, deskPage } from './desk/desk.page.tsx'
import { datasets, evidence, indicators, publicAddresses } from './exports.ts'
import { listPage } from './list/list.page.tsx'
import { makePublications } from './offer.ts'
import { officeFile, officePicture } from './parts/office-files.ts'
import { printPage } from './print/print.page.tsx'
import { releaseDueJob } from './release.ts'
import { reviews } from './review/reviews.ts'
import { showPage } from './show/show.page.tsx'
import { stepPages } from './steps/steps.page.tsx'
import { countByState, redirectOf } from './store.ts'
import { comparePage, versionsPage } from './versions/versions.page.tsx'
import words from './words.en.ts'
import { createPage, editPage } from './write/write.page.tsx'

export const publications: Module = {
  name: 'publications',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'publications.read', label: 'Melihat publikasi yang belum terbit' },
    { permission: 'publications.write', label: 'Menulis publikasi' },
    { permission: 'publications.review', label: 'Memeriksa publikasi' },
    { permission: 'publications.publish', label: 'Menerbitkan publikasi' },
    { permission: 'publications.supervise', label: 'Mengawasi keaktifan kanal' },
  ],
  roles: [
    { code: 'writer', name: 'Penulis', grants: [{ permission: 'publications.read', reach: 'unit' }, { permission: 'publications.write', reach: 'unit' }] },
    { code: 'reviewer', name: 'Pemeriksa', grants: [{ permission: 'publications.read', reach: 'unit-and-below' }, { permission: 'publications.write', reach: 'unit-and-below' }, { permission: 'publications.review', reach: 'unit-and-below' }] },
    { code: 'publisher', name: 'Penerbit', grants: [{ permission: 'publications.read', reach: 'unit-and-below' }, { permission: 'publications.write', reach: 'unit-and-below' }, { permission: 'publications.review', reach: 'unit-and-below' }, { permission: 'publications.publish', reach: 'unit-and-below' }] },
    { code: 'village-operator', name: 'Operator desa', grants: [{ permission: 'publications.read', reach: 'unit' }, { permission: 'publications.write', reach: 'unit' }, { permission: 'publications.publish', reach: 'unit' }] },
    { code: 'school-operator', name: 'Operator sekolah', grants: [{ permission: 'publications.read', reach: 'unit' }, { permission: 'publications.write', reach: 'unit' }, { permission: 'publications.publish', reach: 'unit' }] },
    { code: 'channel-supervisor', name: 'Pengawas kanal', grants: [{ permission: 'publications.read', reach: 'government' }, { permission: 'publications.supervise', reach: 'governments-below' }] },
    { code: 'leader', name: 'Pimpinan', grants: [{ permission: 'publications.read', reach: 'government' }, { permission: 'publications.supervise', reach: 'governments-below' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'publications.read', reach: 'government' }, { permission: 'publications.write', reach: 'government' }, { permission: 'publications.review', reach: 'government' }, { permission: 'publications.publish', reach: 'government' }, { permission: 'publications.supervise', reach: 'governments-below' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, printPage, cardResource, articlePage, deskPage, deskDownload, createPage, bundlesPage, bundlePage, officePicture, officeFile, versionsPage, comparePage, editPage, ...stepPages, showPage],
  offers: services => [
    [publicationsPort, makePublications(services)],
    [formerAddress, { slugAt: redirectOf }],
    [reviewing, reviews],
  ],
  searches: ['publications.read'],
  jobs: [releaseDueJob],
  menu: {
    public: [
      { label: 'Berita', href: '/berita', order: 10 },
    ],
    work: [
      {
        label: 'Publikasi', href: '/kerja/publikasi', group: 'Publik', may: 'publications.read',
        // What waits for this person: texts to check for reviewers, returned ones for writers.
        count: async ({ db, who }) => {
          const [permission, state] = who.may('publications.review') ? (['publications.review', 'submitted'] as const) : (['publications.write', 'returned'] as const)
          return (await countByState(db, who.reach(permission), [state])).get(state) ?? 0
        },
      },
      { label: 'Rilis bersama', href: '/kerja/rilis', group: 'Publik', may: 'publications.publish' },
    ],
  },
  belongings,
  words,
  exports: { publications: [publicAddresses], datasets, indicators, evidence },
}
