import { on } from '#platform/events/events.ts'
import type { Module } from '#platform/web/module.ts'
import { letterErased, letterSigned } from '#modules/correspondence/contract.ts'
import { belongings } from './belongings.ts'
import { dispositions as port } from './contract.ts'
import { disposePage } from './dispose/dispose.page.tsx'
import { indicators, offered } from './exports.ts'
import { reportFile } from './file.ts'
import { answered } from './follow-up.ts'
import { judgePage } from './judge/judge.page.tsx'
import { listPage } from './list/list.page.tsx'
import { recallPage } from './recall/recall.page.tsx'
import { remindJob } from './remind.ts'
import { reportPage } from './report/report.page.tsx'
import { sheetPdf } from './sheet/sheet.ts'
import { eraseWords } from './store.ts'
import words from './words.en.ts'

export const dispositions: Module = {
  name: 'dispositions',
  requires: ['organisation', 'identity', 'inbox', 'correspondence'],
  // Who may do what follows from the positions people hold.
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, disposePage, sheetPdf, reportFile, reportPage, judgePage, recallPage],
  offers: () => [[port, offered]],
  listens: [
    on(letterSigned, 'dispositions.answered', answered),
    on(letterErased, 'dispositions.erased', async ({ tx, services, payload: { letterId } }) => services.files.release(tx, await eraseWords(tx, letterId))),
  ],
  jobs: [remindJob],
  menu: { work: [{ label: 'Disposisi', href: '/kerja/disposisi', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence: [] },
}
