import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { closePage } from './close/close.page.tsx'
import { invitations, letters, lists } from './contract.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { followHandOver } from './follow-hand-over.ts'
import { letterFile } from './file.ts'
import { invitationsOffer } from './invitations.ts'
import { keysHere, makeLetters } from './letters.ts'
import { csvDownload } from './list/download.ts'
import { listPage } from './list/list.page.tsx'
import { makeLists } from './lists.ts'
import { readFilesJob } from './reading/read-files.ts'
import { receivePage } from './receive/receive.page.tsx'
import { sendPage } from './send/send.page.tsx'
import words from './words.en.ts'

const office: RoleTemplate['grants'] = [{ permission: 'correspondence.office', reach: 'unit-and-below' }]
const read: RoleTemplate['grants'] = [{ permission: 'correspondence.read', reach: 'unit-and-below' }]

export const correspondence: Module = {
  name: 'correspondence',
  requires: ['organisation', 'identity', 'inbox', 'numbering', 'confirmation'],
  permissions: [
    { permission: 'correspondence.office', label: 'Memegang agenda surat: menerima, mengirim, dan melihat surat biasa dan terbatas' },
    { permission: 'correspondence.read', label: 'Melihat surat biasa' },
    { permission: 'correspondence.read-secret', label: 'Melihat surat rahasia unit' },
  ],
  roles: [
    { code: 'secretariat', name: 'Sekretariat', grants: office },
    { code: 'leader', name: 'Pimpinan', grants: read },
    // Who hands out roles must hold what is in them.
    { code: 'administrator', name: 'Administrator', strong: true, grants: [...office, ...read].map(({ permission }) => ({ permission, reach: 'government' })) },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, csvDownload, receivePage, sendPage, closePage, letterFile],
  offers: services => [[letters, makeLetters(services)], [invitations, invitationsOffer], [lists, makeLists(services)]],
  keys: keysHere,
  jobs: [readFilesJob],
  listens: [followHandOver],
  menu: { work: [{ label: 'Surat', href: '/kerja/surat', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
