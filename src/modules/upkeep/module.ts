import type { Module, RoleTemplate } from '#platform/web/module.ts'
import type { ReachKind } from '#platform/access/who.ts'
import { belongings } from './belongings.ts'
import { checkJob, checkOneJob } from './check/round.ts'
import { listens } from './collect.ts'
import { brokenLinks, type BrokenLinks } from './contract.ts'
import { evidence, indicators } from './exports.ts'
import { ignorePage } from './ignore/ignore.page.tsx'
import { upkeepPage, waiting } from './list/upkeep.page.tsx'
import { brokenOf, countBroken } from './store.ts'
import { tendedOf } from './tended/kinds.ts'
import words from './words.en.ts'

/** Whoever may change a page looks after it, in the same places; names are those the publications give these roles. */
const role = (code: string, name: string, reach: ReachKind): RoleTemplate => ({ code, name, grants: [{ permission: 'upkeep.see', reach }] })

const links: BrokenLinks = {
  of: async (db, unitId) => (await brokenOf(db, unitId)).map(({ url, title, kind, pageId }) => ({ url, title, href: tendedOf(kind).office(pageId) })),
  brokenIn: countBroken,
}

export const upkeep: Module = {
  name: 'upkeep',
  requires: ['organisation', 'identity', 'publications', 'pages', 'sites'],
  permissions: [{ permission: 'upkeep.see', label: 'Merawat halaman: meninjau isinya dan tautannya' }],
  roles: [
    role('writer', 'Penulis', 'unit'),
    role('reviewer', 'Pemeriksa', 'unit-and-below'),
    role('publisher', 'Penerbit', 'unit-and-below'),
    role('village-operator', 'Operator desa', 'unit'),
    role('school-operator', 'Operator sekolah', 'unit'),
    role('administrator', 'Administrator', 'government'),
  ],
  routes: [upkeepPage, ignorePage],
  offers: () => [[brokenLinks, links]],
  jobs: [checkJob, checkOneJob],
  listens,
  menu: {
    work: [
      {
        label: 'Perawatan', href: '/kerja/perawatan', group: 'Publik', may: 'upkeep.see',
        // What waits on the person's own pages.
        async count(context) {
          const { reviews, links } = await waiting(context, context.who.account!.id)
          return reviews + links
        },
      },
    ],
  },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence },
}
