import type { ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { listPage } from './approve/list.page.tsx'
import { newPage } from './approve/new.page.tsx'
import { showPage } from './approve/show.page.tsx'
import { answerFile, answerPage } from './ask/answer.page.tsx'
import { askPage } from './ask/ask.page.tsx'
import { belongings } from './belongings.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { keyFile, verifyEndpoint, verifyPage } from './verify/verify.page.tsx'
import words from './words.en.ts'

const role = (code: string, name: string, reach: ReachKind, verbs: readonly ('ask' | 'manage')[], strong?: true): RoleTemplate => ({ code, name, strong, grants: verbs.map(verb => ({ permission: `approved-queries.${verb}` as const, reach })) })

export const approvedQueries: Module = {
  name: 'approved-queries',
  requires: ['organisation', 'identity', 'datasets', 'data-requests'],
  permissions: [
    { permission: 'approved-queries.ask', label: 'Bertanya kepada data lewat kueri yang disetujui' },
    { permission: 'approved-queries.manage', label: 'Menyetujui apa yang boleh ditanyakan kepada data' },
  ],
  roles: [
    role('data-producer', 'Produsen data', 'unit', ['ask', 'manage']),
    role('walidata-pendukung', 'Walidata pendukung', 'unit-and-below', ['ask', 'manage']),
    role('walidata', 'Walidata', 'unit', ['ask', 'manage']),
    role('pembina-data', 'Pembina data', 'government', ['ask']),
    role('forum-coordinator', 'Koordinator forum', 'government', ['ask']),
    role('leader', 'Pimpinan', 'government', ['ask']),
    role('administrator', 'Administrator', 'government', ['ask', 'manage'], true),
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, newPage, answerPage, answerFile, askPage, showPage, verifyPage, verifyEndpoint, keyFile],
  menu: { work: [{ label: 'Kueri data', href: '/kerja/kueri-data', group: 'Satu Data', may: 'approved-queries.ask' }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
