import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { accountPage } from './account/account.page.tsx'
import { belongings } from './belongings.ts'
import { employees, histories, rolls, staff, telephones } from './contract.ts'
import { keepCurrentJob } from './keep-current.ts'
import { csvDownload, xlsxDownload } from './list/download.ts'
import { listPage } from './list/list.page.tsx'
import { employeesOf, makeHistories, staffOf, telephonesOf } from './offer.ts'
import { ownPage } from './own/own.page.tsx'
import { proposePage } from './own/propose.page.tsx'
import { ownFile, recordFile } from './person/file.ts'
import { personPage } from './person/person.page.tsx'
import { privatePage } from './person/private.page.tsx'
import { ownPhoto, photoFile, photoPage } from './photo/photo.page.tsx'
import { decidePage } from './proposals/decide.page.tsx'
import { proposalsPage } from './proposals/list.page.tsx'
import { recordPage } from './record/record.page.tsx'
import { countProposals } from './records-store.ts'
import { makeRolls } from './rolls.ts'
import words from './words.en.ts'
import { createPage, editPage } from './write/write.page.tsx'

const all: readonly Permission[] = ['personnel.read', 'personnel.manage', 'personnel.read-sensitive']

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[], strong?: true): RoleTemplate => ({ code, name, strong, grants: permissions.map(permission => ({ permission, reach })) })

export const personnel: Module = {
  name: 'personnel',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'personnel.read', label: 'Melihat data pegawai tanpa data pribadi' },
    { permission: 'personnel.manage', label: 'Mengelola data pegawai dan memeriksa usulan' },
    { permission: 'personnel.read-sensitive', label: 'Melihat NIK dan data pribadi pegawai' },
  ],
  roles: [
    role('personnel-officer', 'Pengelola kepegawaian', 'unit-and-below', all, true),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', all, true),
    role('leader', 'Pimpinan', 'unit-and-below', ['personnel.read']),
  ],
  // The narrower address comes first where two could match.
  routes: [
    listPage, csvDownload, xlsxDownload, createPage, proposalsPage, decidePage,
    privatePage, editPage, accountPage, photoPage, photoFile, ownPhoto, recordPage, recordFile, personPage, ownPage, ownFile, proposePage,
  ],
  offers: services => [
    [employees, employeesOf],
    [telephones, telephonesOf],
    [histories, makeHistories(services)],
    [staff, staffOf],
    [rolls, makeRolls(services)],
  ],
  searches: ['personnel.read'],
  jobs: [keepCurrentJob],
  menu: {
    work: [
      { label: 'Data saya', href: '/saya', group: 'Kantor', may: 'signed-in' },
      { label: 'Pegawai', href: '/kerja/pegawai', group: 'Kantor', may: 'personnel.read', count: ({ db, who }) => (who.may('personnel.manage') ? countProposals(db, who) : Promise.resolve(0)) },
    ],
  },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
