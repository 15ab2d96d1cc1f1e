import type { Module } from '#platform/web/module.ts'
import { closedMonths } from '#modules/attendance/contract.ts'
import { belongings } from './belongings.ts'
import { closingPage } from './closing/closing.page.tsx'
import { closeJob } from './closing/run.ts'
import { closingStream } from './closing/stream.ts'
import { evidence, indicators } from './exports.ts'
import { csvDownload, pdfDownload, xlsxDownload } from './list/download.ts'
import { listPage } from './list/list.page.tsx'
import { closed } from './person/amend.ts'
import { correctPage } from './person/correct.page.tsx'
import { ownPage } from './person/own.page.tsx'
import { personPage } from './person/person.page.tsx'
import { tellJob } from './warnings/tell.ts'
import { warningsPage } from './warnings/list.page.tsx'
import words from './words.en.ts'

export const attendanceRecaps: Module = {
  name: 'attendance-recaps',
  requires: ['organisation', 'identity', 'personnel', 'attendance', 'drafting'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [ownPage, listPage, csvDownload, xlsxDownload, pdfDownload, closingStream, closingPage, warningsPage, correctPage, personPage],
  offers: () => [[closedMonths, closed]],
  jobs: [tellJob, closeJob],
  menu: { work: [{ label: 'Rekap presensi', href: '/presensi/rekap', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence },
}
