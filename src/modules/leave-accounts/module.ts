import type { Module } from '#platform/web/module.ts'
import { makeAccounts } from './account.ts'
import { accountPage } from './account.page.tsx'
import { balanceImport } from './balance-import.ts'
import { belongings } from './belongings.ts'
import { calendarPage } from './calendar.page.tsx'
import { accounts } from './contract.ts'
import { csvDownload, xlsxDownload } from './download.ts'
import { listPage } from './list.page.tsx'
import words from './words.en.ts'

export const leaveAccounts: Module = {
  name: 'leave-accounts',
  requires: ['organisation', 'identity', 'personnel', 'inbox'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [calendarPage, listPage, csvDownload, xlsxDownload, ...balanceImport.routes, accountPage],
  offers: services => [[accounts, makeAccounts(services)]],
  jobs: [balanceImport.job],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
