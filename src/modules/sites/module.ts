import type { Module, RoleTemplate } from '#platform/web/module.ts'
import type { ReachKind } from '#platform/access/who.ts'
import { showing } from '#modules/pages/contract.ts'
import { belongings } from './belongings.ts'
import { domainDirectory, siteDirectory, sitesPort } from './contract.ts'
import { createPage } from './create/create.page.tsx'
import { makeShowing, makeSiteDirectory } from './directory.ts'
import { makeDomainDirectory } from './domain-directory.ts'
import { certificateQuestion } from './domains/certificate.ts'
import { checkDomainsJob } from './domains/check.ts'
import { domainsPage } from './domains/domains.page.tsx'
import { nameServers } from './domains/name-servers.ts'
import domainWords from './domains/words.en.ts'
import { evidence, indicators } from './exports.ts'
import { datasets } from './shown-data.ts'
import { makeSites } from './lifecycle.ts'
import { listPage } from './list/list.page.tsx'
import { settingsPage } from './settings/settings.page.tsx'
import { showPage } from './show/show.page.tsx'
import words from './words.en.ts'

/** Whoever publishes the pages of a unit also runs its site; names are those the publications give these roles. */
const role = (code: string, name: string, reach: ReachKind, strong?: true): RoleTemplate => ({ code, name, strong, grants: [{ permission: 'sites.manage', reach }] })

export const sites: Module = {
  name: 'sites',
  requires: ['organisation', 'identity', 'pages'],
  permissions: [{ permission: 'sites.manage', label: 'Membuat dan mengatur situs' }],
  roles: [
    role('publisher', 'Penerbit', 'unit-and-below'),
    role('village-operator', 'Operator desa', 'unit'),
    role('school-operator', 'Operator sekolah', 'unit'),
    role('administrator', 'Administrator', 'government', true),
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, createPage, settingsPage, domainsPage, showPage, certificateQuestion],
  offers: services => {
    const directory = makeSiteDirectory(services)
    return [[siteDirectory, directory], [showing, makeShowing(directory)], [sitesPort, makeSites(services)], [domainDirectory, makeDomainDirectory(services)], [nameServers, services.config]]
  },
  menu: { work: [{ label: 'Situs', href: '/kerja/situs', group: 'Publik', may: 'pages.read' }] },
  belongings,
  jobs: [checkDomainsJob],
  words: { ...domainWords, ...words },
  exports: { publications: [], datasets, indicators, evidence },
}
