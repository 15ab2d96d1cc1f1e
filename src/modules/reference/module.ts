import type { Module } from '#platform/web/module.ts'
import { addPage } from './add/add.page.tsx'
import { importPage, previewPage } from './import/import.page.tsx'
import { listCsv, listPage, listsPage } from './lists/lists.page.tsx'
import words from './words.en.ts'

export const reference: Module = {
  name: 'reference',
  requires: [],
  permissions: [{ permission: 'reference.manage', label: 'Mengelola data rujukan' }],
  roles: [
    { code: 'walidata', name: 'Walidata', grants: [{ permission: 'reference.manage', reach: 'government' }] },
    { code: 'administrator', name: 'Administrator', grants: [{ permission: 'reference.manage', reach: 'government' }] },
  ],
  routes: [listsPage, addPage, importPage, previewPage, listPage, listCsv],
  menu: { work: [{ label: 'Data rujukan', href: '/kerja/rujukan', group: 'Pengaturan', may: 'reference.manage' }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
