import type { Module } from '#platform/web/module.ts'
import { confirmPage } from './confirm/confirm.page.tsx'
import { confirmation } from './contract.ts'
import { makeConfirmation } from './recent.ts'
import words from './words.en.ts'

export const confirmationModule: Module = {
  name: 'confirmation',
  requires: ['identity'],
  permissions: [],
  routes: [confirmPage],
  offers: () => [[confirmation, makeConfirmation()]],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
