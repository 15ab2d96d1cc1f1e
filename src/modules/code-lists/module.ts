import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { codeLists as codeListsPort, regionMatching } from './contract.ts'
import { makeRegionMatching } from './derived.ts'
import { datasets, evidence, indicators, publications } from './exports.ts'
import { itemImport } from './item-import.ts'
import { draftPage } from './lists/draft.page.tsx'
import { addItemPage, editItemPage } from './lists/item.page.tsx'
import { listPage } from './lists/list.page.tsx'
import { createPage, listsPage } from './lists/lists.page.tsx'
import { makeCodeLists } from './offer.ts'
import { codeListPage, codeListsPage } from './public/codes.page.tsx'
import { codeListsEndpoint, codesCsv, codesEndpoint, codesJson } from './public/downloads.ts'
import words from './words.en.ts'

const keeper = (code: string, name: string): RoleTemplate => ({ code, name, grants: [{ permission: 'code-lists.keep', reach: 'government' }] })

export const codeLists: Module = {
  name: 'code-lists',
  requires: ['organisation'],
  permissions: [{ permission: 'code-lists.keep', label: 'Mengelola kode referensi dan data induk' }],
  // Who hands out roles must hold what is in them.
  roles: [keeper('walidata', 'Walidata'), keeper('pembina-data', 'Pembina data'), keeper('administrator', 'Administrator')],
  // The narrower address comes first where two could match.
  routes: [codeListsPage, codesCsv, codesJson, codeListPage, codeListsEndpoint, codesEndpoint, listsPage, createPage, ...itemImport.routes, draftPage, addItemPage, editItemPage, listPage],
  offers: services => {
    const regions = makeRegionMatching(services)
    return [[codeListsPort, makeCodeLists(services, regions)], [regionMatching, regions]]
  },
  jobs: [itemImport.job],
  menu: { work: [{ label: 'Kode referensi', href: '/kerja/kode-referensi', group: 'Satu Data', may: 'code-lists.keep' }] },
  belongings,
  words,
  exports: { publications, datasets, indicators, evidence },
}
