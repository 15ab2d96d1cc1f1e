import type { Module } from '#platform/web/module.ts'
import { bringJob, readJob } from './bring/jobs.ts'
import { evidence } from './exports.ts'
import { listPage } from './list/list.page.tsx'
import { showPage } from './show/show.page.tsx'
import { startPage } from './start/start.page.tsx'
import { countReady } from './store.ts'
import { undoPage } from './undo/undo.page.tsx'
import { undoJob } from './undo/undo.ts'
import { lookJob, watchJob } from './watch/look.ts'
import { watchPage } from './watch/watch.page.tsx'
import words from './words.en.ts'


export const imports: Module = {
  name: 'imports',
  requires: ['organisation', 'identity', 'publications', 'pages', 'sites'],
  permissions: [{ permission: 'imports.run', label: 'Membawa masuk isi situs lama dan umpan' }],
  roles: [
    { code: 'publisher', name: 'Penerbit', grants: [{ permission: 'imports.run', reach: 'unit-and-below' }] },
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ permission: 'imports.run', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, startPage, watchPage, undoPage, showPage],
  jobs: [readJob, bringJob, undoJob, lookJob, watchJob],
  menu: { work: [{ label: 'Impor', href: '/kerja/impor', group: 'Publik', may: 'imports.run', count: ({ db, who }) => countReady(db, who.account!.id) }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence },
}
