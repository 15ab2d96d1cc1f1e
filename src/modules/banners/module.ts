import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { shownBanner } from './contract.ts'
import { evidence } from './exports.ts'
import { keepTimeJob } from './keep-time.ts'
import { listPage } from './list/list.page.tsx'
import { showPage } from './show/show.page.tsx'
import { makeShownBanner } from './shown-banner.ts'
import words from './words.en.ts'
import { createPage, editPage } from './write/write.page.tsx'

const see = { permission: 'banners.see', reach: 'government' } as const
const publish = { permission: 'banners.publish', reach: 'government' } as const

/** Whoever answers for what the government says hears of a banner; names are those the publications give these roles. */
const role = (code: string, name: string, grants: RoleTemplate['grants'], strong?: true): RoleTemplate => ({ code, name, strong, grants })

export const banners: Module = {
  name: 'banners',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'banners.see', label: 'Melihat banner dan diberi tahu bila ada yang tampil' },
    { permission: 'banners.publish', label: 'Menampilkan banner di semua situs sekaligus' },
  ],
  roles: [
    role('emergency-officer', 'Petugas darurat', [see, publish], true),
    role('administrator', 'Administrator', [see, publish], true),
    role('leader', 'Pimpinan', [see]),
    role('channel-supervisor', 'Pengawas kanal', [see]),
    role('publisher', 'Penerbit', [see]),
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, createPage, editPage, showPage],
  offers: services => [[shownBanner, makeShownBanner(services)]],
  jobs: [keepTimeJob],
  menu: { work: [{ label: 'Banner', href: '/kerja/banner', group: 'Publik', may: 'banners.see' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence },
}
