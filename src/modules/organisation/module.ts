import type { Module } from '#platform/web/module.ts'
import { governmentDirectory, officials, posts, unitDirectory } from './contract.ts'
import { belongings } from './belongings.ts'
import { makeGovernmentDirectory, makeUnitDirectory } from './directory.ts'
import { datasets, indicators } from './formation/exports.ts'
import { formationDownload, formationPage } from './formation/formation.page.tsx'
import { governmentPage } from './government/government.page.tsx'
import { appointPage, decreeFile } from './positions/appoint.page.tsx'
import { editPositionPage } from './positions/edit.page.tsx'
import { positionPage } from './positions/position.page.tsx'
import { positionsPage } from './positions/positions.page.tsx'
import { makePosts } from './positions/posts.ts'
import { officialsOf } from './positions/store.ts'
import { editUnitPage, newUnitPage } from './units/edit.page.tsx'
import { unitPage } from './units/unit.page.tsx'
import { unitsPage } from './units/units.page.tsx'
import words from './words.en.ts'

export const organisation: Module = {
  name: 'organisation',
  requires: [],
  permissions: [
    { permission: 'organisation.manage', label: 'Mengatur unit dan jabatan' },
    { permission: 'organisation.see-formation', label: 'Melihat formasi jabatan' },
    { permission: 'organisation.configure', label: 'Mengatur identitas pemerintah' },
  ],
  roles: [
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'organisation.see-formation', reach: 'government' }] },
    { code: 'leader', name: 'Pimpinan', grants: [{ permission: 'organisation.see-formation', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [unitsPage, newUnitPage, editUnitPage, positionsPage, unitPage, editPositionPage, appointPage, decreeFile, positionPage, formationDownload, formationPage, governmentPage],
  offers: services => [
    [unitDirectory, makeUnitDirectory(services)],
    [governmentDirectory, makeGovernmentDirectory(services)],
    [officials, officialsOf],
    [posts, makePosts()],
  ],
  menu: {
    work: [
      { label: 'Formasi', href: '/kerja/formasi', group: 'Kantor', may: 'organisation.see-formation' },
      { label: 'Unit', href: '/kerja/unit', group: 'Pengaturan', may: 'organisation.manage' },
      { label: 'Identitas pemerintah', href: '/kerja/pemerintah', group: 'Pengaturan', may: 'organisation.configure' },
    ],
  },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence: [] },
}
