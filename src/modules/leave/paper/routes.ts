import { appendAudit } from '#platform/audit/audit.ts'
import { renderPdf } from '#platform/documents/compiler.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import type { Request } from '../leave.ts'
import { bookOf } from '../parts/case.ts'
import { desksOf, viewerOf } from '../parts/here.ts'
import { isOwn } from '../policy.ts'
import { requestById, requestSeen, stepsOf } from '../store.ts'
import { formDocument } from './form-document.ts'
import { paperPayload } from './paper.ts'

/** One's own request, or one of those one decides about or keeps; of these each opening is on record. */
async function opened(context: Context, what: string): Promise<Request> {
  const { db, params, who } = context
  const viewer = await viewerOf(context)
  const own = await requestById(db, params.id ?? '')
  if (own && isOwn(viewer, own)) return own
  const request = await requestSeen(db, desksOf(viewer), params.id ?? '')
  if (!request) throw new NotFound()
  const entry = { action: 'leave.manage', accountId: who.account!.id, path: `/cuti/:id/${what}`, record: ['leave', request.id] as [string, string], after: { read: what } }
  await db.transaction().execute(tx => appendAudit(tx, entry))
  return request
}

/** The paper of a request, for the person and those who decide. */
export const paperResource = resource({
  path: '/cuti/:id/surat',
  may: 'signed-in',
  async load(context) {
    const { paperId } = await opened(context, 'surat')
    if (!paperId) throw new NotFound()
    return paperPayload(context.hands, paperId)
  },
})

/** A request as the official form, for the person and those who decide. */
export const formResource = resource({
  path: '/cuti/:id/formulir.pdf',
  may: 'signed-in',
  async load(context) {
    const { db, ask, government } = context
    const request = await opened(context, 'formulir.pdf')
    const employee = (await ask(employees).byId(db, [request.employeeId])).get(request.employeeId)
    if (!employee || request.state === 'draft') throw new NotFound()
    const [book, steps, units] = await Promise.all([bookOf(db, context, employee), stepsOf(db, request.id), ask(unitDirectory).of(government.id)])
    const title = async (id: string | null) => (id ? ((await ask(posts).byId(db, id))?.title ?? null) : null)
    const facts = { request, employee, unit: units.byId(request.unitId)?.name ?? '', book, steps, superior: await title(request.superiorPost), official: await title(request.officialPost) }
    return { type: 'application/pdf', body: await renderPdf(formDocument(facts, government)), headers: { 'Content-Disposition': 'attachment; filename="formulir-cuti.pdf"', 'Cache-Control': 'private, no-store' } }
  },
})
