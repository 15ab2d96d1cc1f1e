import type { ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { agreementPage } from './agreement/agreement.page.tsx'
import { answerPage } from './answer/answer.page.tsx'
import { citizenAskPage, sentPage } from './ask/citizen.page.tsx'
import { officeAskPage } from './ask/office.page.tsx'
import { belongings } from './belongings.ts'
import { boardPage } from './board/board.page.tsx'
import { dataAccess } from './contract.ts'
import { citizenPage } from './desk/citizen.page.tsx'
import { listPage, waitingHere } from './desk/list.page.tsx'
import { requestPage } from './desk/request.page.tsx'
import { keepTimeDaily } from './escalate.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { confirmPage } from './follow/confirm.page.tsx'
import { ownPage } from './follow/own.page.tsx'
import { publicRequestPage } from './follow/public.page.tsx'
import { dataAccessOffer } from './grants.ts'
import { citizenFile, dataFile, dataPage } from './use/data.page.tsx'
import { ledgerPage } from './use/ledger.page.tsx'
import words from './words.en.ts'

const verbs = ['read', 'ask', 'use', 'answer', 'urge', 'settle', 'instruct'] as const
type Verb = (typeof verbs)[number]

const role = (code: string, name: string, reach: ReachKind, held: readonly Verb[], more: RoleTemplate['grants'] = [], strong?: true): RoleTemplate =>
  ({ code, name, strong, grants: [...held.map(verb => ({ permission: `data-requests.${verb}` as const, reach })), ...more] })

/** What an agency does that asks and is asked. */
const agency = ['read', 'ask', 'use', 'answer'] as const

export const dataRequests: Module = {
  name: 'data-requests',
  requires: ['organisation', 'identity', 'datasets', 'correspondence', 'drafting'],
  permissions: [
    { permission: 'data-requests.read', label: 'Melihat permintaan data' },
    { permission: 'data-requests.ask', label: 'Meminta data atas nama perangkat daerah' },
    { permission: 'data-requests.use', label: 'Memakai data yang diberikan kepada perangkat daerah' },
    { permission: 'data-requests.answer', label: 'Menjawab permintaan data dan mencabut izin' },
    { permission: 'data-requests.urge', label: 'Menegur pemegang data yang diam, sebagai walidata' },
    { permission: 'data-requests.settle', label: 'Membahas permintaan data yang diam atau ditolak, sebagai koordinator forum' },
    { permission: 'data-requests.instruct', label: 'Mengarahkan pemegang data yang diam, sebagai pimpinan' },
  ],
  roles: [
    role('data-producer', 'Produsen data', 'unit', agency),
    role('walidata-pendukung', 'Walidata pendukung', 'unit-and-below', agency),
    role('walidata', 'Walidata', 'government', ['read', 'urge'], [{ permission: 'data-requests.ask', reach: 'unit' }, { permission: 'data-requests.use', reach: 'unit' }, { permission: 'data-requests.answer', reach: 'unit' }]),
    role('pembina-data', 'Pembina data', 'government', ['read']),
    role('forum-coordinator', 'Koordinator forum', 'government', ['read', 'settle']),
    role('leader', 'Pimpinan', 'government', ['read', 'instruct']),
    role('administrator', 'Administrator', 'government', verbs, [], true),
  ],
  // The narrower address comes first where two could match.
  routes: [
    boardPage, citizenAskPage, sentPage, confirmPage, ownPage, citizenFile, publicRequestPage,
    listPage, officeAskPage, requestPage, citizenPage, answerPage, agreementPage, dataPage, dataFile, ledgerPage,
  ],
  offers: () => [[dataAccess, dataAccessOffer]],
  jobs: [keepTimeDaily],
  menu: { work: [{ label: 'Permintaan data', href: '/kerja/permintaan-data', group: 'Satu Data', may: 'data-requests.read', count: waitingHere }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
