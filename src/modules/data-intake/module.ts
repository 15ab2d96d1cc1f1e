import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { uploading } from './contract.ts'
import { declarePage } from './declare/declare.page.tsx'
import { foundPage } from './found/found.page.tsx'
import { violationsFile } from './found/violations.ts'
import { checkJob } from './jobs/check.ts'
import { clearJob, letGoJob } from './jobs/clearing.ts'
import { keepJob } from './jobs/keep.ts'
import { readJob } from './jobs/read.ts'
import { partPage } from './part/part.page.tsx'
import { showPage } from './show/show.page.tsx'
import { progressStream } from './show/stream.ts'
import { documentPage } from './upload/document.page.tsx'
import { pieces } from './upload/pieces.ts'
import { makeUploading } from './upload/receiving.ts'
import { uploadPage } from './upload/upload.page.tsx'
import words from './words.en.ts'

export const dataIntake: Module = {
  name: 'data-intake',
  requires: ['organisation', 'identity', 'code-lists', 'standards', 'datasets'],
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [uploadPage, documentPage, ...pieces, declarePage, foundPage, violationsFile, progressStream, showPage, partPage],
  offers: services => [[uploading, makeUploading(services)]],
  jobs: [readJob, checkJob, keepJob, letGoJob, clearJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
