import { appendAudit } from '#platform/audit/audit.ts'
import type { Db } from '#platform/db/database.ts'
import { renderPdf } from '#platform/documents/compiler.ts'
import { resource, type Context, type Payload } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Request } from '../leave.ts'
import { bookOf } from '../parts/case.ts'
import { officeRequest, ownRequest, viewerOf } from '../parts/here.ts'
import { stepsOf } from '../store.ts'
import { formDocument } from './form-document.ts'
import { paperPayload } from './paper.ts'

/** The official form of a request as PDF. */
async function formPayload(context: Context, db: Db, request: Request, employee: Employee): Promise<Payload> {
  const { ask, government } = context
  const [book, steps, units] = await Promise.all([bookOf(db, context, employee), stepsOf(db, request.id), ask(unitDirectory).of(government.id)])
  const title = async (id: string | null) => (id ? ((await ask(posts).byId(db, id))?.title ?? null) : null)
  const facts = { request, employee, unit: units.byId(request.unitId)?.name ?? '', book, steps, superior: await title(request.superiorPost), official: await title(request.officialPost) }
  return { type: 'application/pdf', body: await renderPdf(formDocument(facts, government)), headers: { 'Content-Disposition': 'attachment; filename="formulir-cuti.pdf"', 'Cache-Control': 'private, no-store' } }
}

/** The paper of one's own request. */
export const ownPaper = resource({
  path: '/cuti/:id/surat',
  may: 'signed-in',
  async load(context) {
    const { request } = await ownRequest(context.db, context)
    if (!request.paperId) throw new NotFound()
    return paperPayload(context.hands, request.paperId)
  },
})

/** One's own request as the official form. */
export const ownForm = resource({
  path: '/cuti/:id/formulir.pdf',
  may: 'signed-in',
  async load(context) {
    const { self, request } = await ownRequest(context.db, context)
    if (request.state === 'draft') throw new NotFound()
    return formPayload(context, context.db, request, self)
  },
})

/** Somebody else's request for those who decide about it; what is opened is on record. */
async function opened(context: Context, what: string): Promise<Request> {
  const request = await officeRequest(context.db, await viewerOf(context), context.params.id ?? '')
  const entry = { action: 'leave.manage', accountId: context.who.account!.id, path: `/kerja/cuti/:id/${what}`, record: ['leave', request.id] as [string, string], after: { read: what } }
  await context.db.transaction().execute(tx => appendAudit(tx, entry))
  return request
}

/** The paper of a request, for those who decide. Each opening is an audited act. */
export const officePaper = resource({
  path: '/kerja/cuti/:id/surat',
  may: 'signed-in',
  async load(context) {
    const { paperId } = await opened(context, 'surat')
    if (!paperId) throw new NotFound()
    return paperPayload(context.hands, paperId)
  },
})

/** The official form of a request, for those who decide. Each opening is an audited act. */
export const officeForm = resource({
  path: '/kerja/cuti/:id/formulir.pdf',
  may: 'signed-in',
  async load(context) {
    const request = await opened(context, 'formulir.pdf')
    const employee = (await context.ask(employees).byId(context.db, [request.employeeId])).get(request.employeeId)
    if (!employee) throw new NotFound()
    return formPayload(context, context.db, request, employee)
  },
})
