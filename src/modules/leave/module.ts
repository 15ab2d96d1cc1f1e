import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { uses } from '#modules/leave-accounts/contract.ts'
import { belongings } from './belongings.ts'
import { absences } from './contract.ts'
import { evidence, indicators } from './exports.ts'
import { keepDaysJob } from './keep-days.ts'
import { absencesFound, usesFound } from './offer.ts'
import { decidePage } from './office/decide.page.tsx'
import { queuePage } from './office/queue.page.tsx'
import { ownPage } from './own/own.page.tsx'
import { requestPage } from './own/request.page.tsx'
import { formResource, paperResource } from './paper/routes.ts'
import words from './words.en.ts'
import { choosePage } from './write/choose.page.tsx'
import { reckoningEndpoint } from './write/reckoning.ts'
import { createPage, editPage } from './write/write.page.tsx'

const both: readonly Permission[] = ['leave.see', 'leave.manage']

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[], strong?: true): RoleTemplate => ({ code, name, strong, grants: permissions.map(permission => ({ permission, reach })) })

export const leave: Module = {
  name: 'leave',
  requires: ['organisation', 'identity', 'personnel', 'inbox', 'leave-accounts'],
  permissions: [
    { permission: 'leave.see', label: 'Melihat kalender cuti: siapa tidak di tempat, tanpa jenis dan alasannya' },
    { permission: 'leave.manage', label: 'Mengelola cuti pegawai: membaca permohonan, mencatat sisa, memutuskan yang tanpa atasan' },
  ],
  roles: [
    role('personnel-officer', 'Pengelola kepegawaian', 'unit-and-below', both, true),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', both, true),
    role('leader', 'Pimpinan', 'unit-and-below', ['leave.see']),
  ],
  // The narrower address comes first where two could match.
  routes: [
    ownPage, choosePage, createPage, editPage, paperResource, formResource, requestPage, reckoningEndpoint,
    queuePage, decidePage,
  ],
  offers: () => [
    [absences, absencesFound],
    [uses, usesFound],
  ],
  jobs: [keepDaysJob],
  menu: { work: [{ label: 'Cuti', href: '/cuti', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence },
}
