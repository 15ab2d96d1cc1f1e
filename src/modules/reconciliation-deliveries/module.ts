import { sourceFiles } from '#modules/reconciliation/contract.ts'
import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { filePage } from './file/file.page.tsx'
import { deliveriesOf } from './store.ts'
import { uploadPage } from './upload/upload.page.tsx'
import words from './words.en.ts'
import { deliveryJob } from './work.ts'

export const reconciliationDeliveries: Module = {
  name: 'reconciliation-deliveries',
  requires: ['reconciliation'],
  permissions: [],
  routes: [uploadPage, filePage],
  offers: () => [[sourceFiles, { latest: deliveriesOf }]],
  jobs: [deliveryJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
