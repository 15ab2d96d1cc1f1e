import type { Module } from '#platform/web/module.ts'
import { bookPage } from './book/book.page.tsx'
import { csvDownload, xlsxDownload } from './book/download.ts'
import { printPage } from './book/print.page.tsx'
import { belongings } from './belongings.ts'
import { agendas, numbers } from './contract.ts'
import { reserveDailyJob } from './daily.ts'
import { evidence } from './exports.ts'
import { listPage } from './list/list.page.tsx'
import { numberPage } from './number/number.page.tsx'
import { paperPage } from './paper/paper.page.tsx'
import { agendasOf, makeNumbers } from './ports.ts'
import { reservePage } from './reserve/reserve.page.tsx'
import { governmentPatternPage, unitPatternPage } from './set-pattern/pattern.page.tsx'
import { sampleResource } from './set-pattern/sampling.ts'
import words from './words.en.ts'

export const numbering: Module = {
  name: 'numbering',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'numbering.read', label: 'Melihat nomor surat dan buku agenda keluar' },
    { permission: 'numbering.manage', label: 'Mengatur pola nomor, memesan, mencatat, dan membatalkan nomor' },
  ],
  roles: [
    { code: 'secretariat', name: 'Sekretariat', grants: [{ permission: 'numbering.read', reach: 'unit-and-below' }, { permission: 'numbering.manage', reach: 'unit-and-below' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'numbering.read', reach: 'government' }, { permission: 'numbering.manage', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, governmentPatternPage, sampleResource, numberPage, unitPatternPage, reservePage, paperPage, csvDownload, xlsxDownload, printPage, bookPage],
  offers: services => [
    [numbers, makeNumbers(services)],
    [agendas, agendasOf],
  ],
  jobs: [reserveDailyJob],
  menu: { work: [{ label: 'Penomoran', href: '/kerja/penomoran', group: 'Kantor', may: 'numbering.read' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence },
}
