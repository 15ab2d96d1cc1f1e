import type { Module, RoleTemplate } from '#platform/web/module.ts'
import type { ReachKind } from '#platform/access/who.ts'
import { belongings } from './belongings.ts'
import { checkJob, checkOneJob } from './check/round.ts'
import { listens } from './collect.ts'
import { brokenLinks } from './contract.ts'
import { evidence, indicators } from './exports.ts'
import { ignorePage } from './ignore/ignore.page.tsx'
import { upkeepPage, waiting } from './list/upkeep.page.tsx'
import { brokenOf } from './store.ts'
import words from './words.en.ts'

/** Whoever may change a page looks after it, in the same places; names are those the publications give these roles. */
const role = (code: string, name: string, reach: ReachKind): RoleTemplate => ({ code, name, grants: [{ permission: 'upkeep.see', reach }] })

export const upkeep: Module = {
  name: 'upkeep',
  requires: ['organisation', 'identity', 'publications'],
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
  offers: () => [[brokenLinks, { of: brokenOf }]],
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
