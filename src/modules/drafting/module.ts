import { on } from '#platform/events/events.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { letterErased } from '#modules/correspondence/contract.ts'
import { belongings } from './belongings.ts'
import { circulatePage } from './circulate/circulate.page.tsx'
import { drafts, papers } from './contract.ts'
import { makeDrafts } from './offer.ts'
import { paperDrawing, paperFile, paperPage } from './paper/paper.page.tsx'
import { makePapers } from './paper/papers.ts'
import { parafPage } from './paraf/paraf.page.tsx'
import { cancelPage, withdrawPage } from './steps/steps.page.tsx'
import { deleteDraft } from './store.ts'
import { templatePage, templatesPage } from './templates/templates.page.tsx'
import { comparePage, versionsPage } from './versions/versions.page.tsx'
import words from './words.en.ts'
import { createPage, editPage } from './write/write.page.tsx'

const write = { permission: 'drafting.write', reach: 'unit-and-below' } as const
const templates = { permission: 'drafting.templates', reach: 'unit-and-below' } as const

/** Everybody who works in an office drafts letters; names are those other modules give these roles. */
const role = (code: string, name: string, grants: RoleTemplate['grants'], strong?: true): RoleTemplate => ({ code, name, strong, grants })

export const drafting: Module = {
  name: 'drafting',
  requires: ['organisation', 'identity', 'personnel', 'inbox', 'correspondence', 'assignments'],
  permissions: [
    { permission: 'drafting.write', label: 'Menulis surat keluar' },
    { permission: 'drafting.templates', label: 'Mengelola templat surat unit' },
  ],
  roles: [
    role('writer', 'Penulis', [write]),
    role('reviewer', 'Pemeriksa', [write]),
    role('publisher', 'Penerbit', [write]),
    role('village-operator', 'Operator desa', [write, templates]),
    role('school-operator', 'Operator sekolah', [write, templates]),
    role('personnel-officer', 'Pengelola kepegawaian', [write], true),
    role('secretariat', 'Sekretariat', [write, templates]),
    role('leader', 'Pimpinan', [write]),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', [write, templates].map(grant => ({ ...grant, reach: 'government' })), true),
  ],
  // The narrower address comes first where two could match.
  routes: [createPage, editPage, circulatePage, parafPage, withdrawPage, cancelPage, paperPage, paperDrawing, paperFile, versionsPage, comparePage, templatesPage, templatePage],
  offers: services => [
    [drafts, makeDrafts(services)],
    [papers, makePapers(services)],
  ],
  // Of a letter that is past its retention no version stays behind.
  listens: [on(letterErased, 'drafting.erased', async ({ tx, payload: { letterId } }) => void (await deleteDraft(tx, letterId)))],
  menu: { work: [{ label: 'Templat surat', href: '/kerja/templat-surat', group: 'Kantor', may: 'drafting.templates' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
