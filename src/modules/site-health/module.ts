import type { ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { auditDueJob, auditOneJob, listens, makeAudits } from './audit.ts'
import { belongings } from './belongings.ts'
import { boardPage } from './board/board.page.tsx'
import { boardDownload } from './board/download.ts'
import { siteAudits } from './contract.ts'
import { detailPage } from './detail/detail.page.tsx'
import { datasets, evidence, indicators } from './exports.ts'
import { outsidePage } from './outside/outside.page.tsx'
import words from './words.en.ts'

/** Whoever works on a site sees how it stands; names are those the publications give these roles. */
const role = (code: string, name: string, reach: ReachKind): RoleTemplate => ({ code, name, grants: [{ permission: 'site-health.see', reach }] })

export const siteHealth: Module = {
  name: 'site-health',
  requires: ['organisation', 'identity', 'publications', 'pages', 'sites', 'upkeep'],
  permissions: [
    { permission: 'site-health.see', label: 'Melihat kesehatan situs' },
    { permission: 'site-health.manage', label: 'Mendaftarkan situs luar untuk diperiksa' },
  ],
  roles: [
    role('writer', 'Penulis', 'unit'),
    role('village-operator', 'Operator desa', 'unit'),
    role('school-operator', 'Operator sekolah', 'unit'),
    role('reviewer', 'Pemeriksa', 'unit-and-below'),
    role('publisher', 'Penerbit', 'unit-and-below'),
    role('channel-supervisor', 'Pengawas kanal', 'government'),
    role('leader', 'Pimpinan', 'government'),
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'site-health.see', reach: 'government' }, { permission: 'site-health.manage', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [boardPage, boardDownload, outsidePage, detailPage],
  offers: services => [[siteAudits, makeAudits(services)]],
  jobs: [auditDueJob, auditOneJob],
  listens,
  menu: { work: [{ label: 'Kesehatan situs', href: '/kerja/kesehatan-situs', group: 'Publik', may: 'site-health.see' }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
