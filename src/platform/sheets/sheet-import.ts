import type { Job } from '../jobs/jobs.ts'
import type { Route } from '../web/page.ts'
import type { SheetImportSpec } from './declaring.ts'
import { badRowsCsv, badRowsSheet } from './pages/bad-rows.ts'
import { showPage } from './pages/show.page.tsx'
import { templateResource, uploadPage } from './pages/upload.page.tsx'
import { sheetJob } from './work.ts'

/**
 * Declares something that is brought in from spreadsheets: upload → columns → preview of every row → all or nothing, by a
 * job. The module lists the routes and the job in its manifest.
 */
export function sheetImport<D>(spec: SheetImportSpec<D>): { routes: Route[]; job: Job } {
  const job = sheetJob(spec)
  return { job, routes: [uploadPage(spec, job), templateResource(spec), badRowsCsv(spec), badRowsSheet(spec), showPage(spec, job)] }
}
