import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { blockPages } from './block/block.page.tsx'
import blockWords from './blocks/words.en.ts'
import { pageReviewing, pagesPort } from './contract.ts'
import { makePages } from './offer.ts'
import { officeFile, officePicture } from './parts/office-files.ts'
import { pageReviews } from './review.ts'
import { newPagePage, settingsPage } from './settings/settings.page.tsx'
import { showPage } from './show/show.page.tsx'
import { comparePage, versionsPage } from './versions/versions.page.tsx'
import words from './words.en.ts'

const all = (reach: 'unit' | 'unit-and-below' | 'government') => (['pages.read', 'pages.write', 'pages.publish'] as const).map(permission => ({ permission, reach }))

export const pages: Module = {
  name: 'pages',
  requires: ['organisation', 'identity', 'publications'],
  permissions: [
    { permission: 'pages.read', label: 'Melihat halaman situs yang belum terbit' },
    { permission: 'pages.write', label: 'Menulis halaman situs' },
    { permission: 'pages.publish', label: 'Menerbitkan halaman situs' },
  ],
  roles: [
    { code: 'writer', name: 'Penulis', grants: [{ permission: 'pages.read', reach: 'unit' }, { permission: 'pages.write', reach: 'unit' }] },
    { code: 'reviewer', name: 'Pemeriksa', grants: [{ permission: 'pages.read', reach: 'unit-and-below' }, { permission: 'pages.write', reach: 'unit-and-below' }] },
    { code: 'publisher', name: 'Penerbit', grants: all('unit-and-below') },
    { code: 'village-operator', name: 'Operator desa', grants: all('unit') },
    { code: 'school-operator', name: 'Operator sekolah', grants: all('unit') },
    { code: 'channel-supervisor', name: 'Pengawas kanal', grants: [{ permission: 'pages.read', reach: 'government' }] },
    { code: 'leader', name: 'Pimpinan', grants: [{ permission: 'pages.read', reach: 'government' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: all('government') },
  ],
  // The narrower address comes first where two could match.
  routes: [officePicture, officeFile, newPagePage, versionsPage, comparePage, settingsPage, ...blockPages, showPage],
  offers: services => [[pagesPort, makePages(services)], [pageReviewing, pageReviews]],
  belongings,
  words: { ...blockWords, ...words },
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
