import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { officeListPage, officeWishPage } from './office/wishes.page.tsx'
import { proposePage, wishesPage } from './public/wishes.page.tsx'
import { countUnanswered } from './store.ts'
import words from './words.en.ts'

const answer = { permission: 'data-wishes.answer', reach: 'government' } as const

export const dataWishes: Module = {
  name: 'data-wishes',
  requires: ['organisation', 'datasets'],
  permissions: [{ permission: 'data-wishes.answer', label: 'Membaca dan menjawab usulan data dari warga' }],
  roles: [
    { code: 'walidata', name: 'Walidata', grants: [answer] },
    { code: 'administrator', name: 'Administrator', grants: [answer], strong: true },
  ],
  // The narrower address comes first where two could match.
  routes: [wishesPage, proposePage, officeListPage, officeWishPage],
  menu: { work: [{ label: 'Usulan data', href: '/kerja/usulan-data', group: 'Satu Data', may: 'data-wishes.answer', count: ({ db }) => countUnanswered(db) }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
