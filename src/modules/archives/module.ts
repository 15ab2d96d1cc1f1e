import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { disposing, dossiers } from './contract.ts'
import { makeDisposing } from './disposing.ts'
import { dossierPage } from './dossier/dossier.page.tsx'
import { createPage, editPage } from './dossier/write.page.tsx'
import { eraseJob } from './erase.ts'
import { evidence, indicators } from './exports.ts'
import { fileLetterPage } from './filing/file-letter.page.tsx'
import { closedWaits, signedWaits } from './filing/follow-letters.ts'
import { waitingPage } from './filing/waiting.page.tsx'
import { csvDownload, xlsxDownload } from './list/download.ts'
import { listPage } from './list/list.page.tsx'
import { printPage } from './list/print.page.tsx'
import { countRequests } from './list/waiting-store.ts'
import { borrowPage } from './loans/borrow.page.tsx'
import { loansPage } from './loans/list.page.tsx'
import { loanPage } from './loans/loan.page.tsx'
import { remindJob } from './loans/remind.ts'
import { addPage } from './papers/add.page.tsx'
import { paperFile } from './papers/file.ts'
import { itemPage } from './papers/item.page.tsx'
import { dossierReading } from './reading.ts'
import words from './words.en.ts'

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[], strong?: true): RoleTemplate => ({ code, name, strong, grants: permissions.map(permission => ({ permission, reach })) })

export const archives: Module = {
  name: 'archives',
  requires: ['organisation', 'identity', 'inbox', 'confirmation', 'correspondence'],
  permissions: [
    { permission: 'archives.read', label: 'Melihat dan meminjam berkas arsip' },
    { permission: 'archives.manage', label: 'Mengelola arsip: memberkaskan, meminjamkan, dan mengusulkan penyusutan' },
    { permission: 'archives.approve', label: 'Menilai dan menyetujui penyusutan arsip' },
  ],
  roles: [
    role('archivist', 'Arsiparis', 'unit-and-below', ['archives.read', 'archives.manage']),
    role('secretariat', 'Sekretariat', 'unit-and-below', ['archives.read', 'archives.manage']),
    role('leader', 'Pimpinan', 'unit-and-below', ['archives.read', 'archives.approve']),
    role('archive-authority', 'Pejabat kearsipan daerah', 'government', ['archives.read', 'archives.approve'], true),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', ['archives.read', 'archives.manage', 'archives.approve'], true),
  ],
  // The narrower address comes first where two could match.
  routes: [
    listPage, csvDownload, xlsxDownload, printPage, createPage, waitingPage, fileLetterPage,
    loansPage, loanPage, dossierPage, editPage, addPage, itemPage, paperFile, borrowPage,
  ],
  offers: services => [[dossiers, dossierReading], [disposing, makeDisposing(services)]],
  searches: ['archives.read'],
  jobs: [remindJob, eraseJob],
  listens: [signedWaits, closedWaits],
  menu: { work: [{ label: 'Arsip dinamis', href: '/kerja/arsip', group: 'Kantor', may: 'archives.read', count: ({ db, who }) => (who.may('archives.manage') ? countRequests(db, who) : Promise.resolve(0)) }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence },
}
