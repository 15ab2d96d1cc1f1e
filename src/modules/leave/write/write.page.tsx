import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { goto, page, type ActContext, type Context, type Goto } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { WorkLayout, type Crumb } from '#ui/index.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { handoversOf, isCovered, refuseSecondPlh, writeHandovers, type Handover } from '../handover.ts'
import { chargesFor, findingsOf, type Case } from '../judge.ts'
import type { Content, Request } from '../leave.ts'
import { submit } from '../lifecycle.ts'
import { keepPaper, paperRule } from '../paper/paper.ts'
import { bookOf, caseOf, companyOf, type Company } from '../parts/case.ts'
import { actingAs, atOf, employeeHere, ownRequest, unchanged } from '../parts/here.ts'
import { kindName, spanWords } from '../parts/words.ts'
import { insertDraft, lockPerson, requestById, updateDraft } from '../store.ts'
import { contentOf, deputiesIn, deputyField, filled, form, type Input } from './content.ts'
import { RequestForm } from './form.tsx'

interface Desk {
  self: Employee
  about: Case
  company: Company
  request: Request | null
  handovers: Handover[]
  /** Where the person was reached last time. */
  reached: Pick<Content, 'address' | 'phone'>
}

async function deskOf(context: Context, self: Employee, kind: string, request: Request | null): Promise<Desk> {
  const { db } = context
  const [book, company, handovers] = await Promise.all([bookOf(db, context, self), companyOf(db, context, self), request ? handoversOf(db, request.id) : []])
  const last = book.requests.find(one => one.address !== '')
  return { self, about: caseOf(book, self, kind, request?.id ?? null), company, request, handovers, reached: { address: last?.address ?? '', phone: last?.phone ?? '' } }
}

/** A new request of a kind. */
export const createPage = page({
  path: '/cuti/ajukan/:kind',
  may: 'signed-in',
  form,
  files: paperRule,
  load: async context => deskOf(context, await employeeHere(context.db, context), context.params.kind!, null),
  fill: ({ reached }) => reached,
  view: ({ data, fields, kept }) => <WriteView desk={data} fields={fields} kept={kept.paper ?? []} lead={t('Anda melihat hitungannya sebelum permohonan dikirim.')} crumbs={[{ label: t('Cuti saya'), href: '/cuti' }, { label: t('Ajukan cuti'), href: '/cuti/ajukan' }]} />,
  async act(context) {
    const self = await employeeHere(context.tx, context)
    await lockPerson(context.tx, self.id)
    return save(context, self, caseOf(await bookOf(context.tx, context, self), self, context.params.kind!, null), null)
  },
})

/** Changes a draft, or sends it. */
export const editPage = page({
  path: '/cuti/:id/ubah',
  may: 'signed-in',
  form,
  files: paperRule,
  async load(context) {
    const { self, request } = await ownRequest(context.db, context)
    draftOnly(request)
    return deskOf(context, self, request.kind, request)
  },
  fill: ({ request, handovers }) => filled(request!, handovers),
  view: ({ data, fields, kept }) => <WriteView desk={data} fields={fields} kept={kept.paper ?? []} lead={spanWords(data.request!)} crumbs={[{ label: t('Cuti saya'), href: '/cuti' }, { label: spanWords(data.request!), href: `/cuti/${data.request!.id}` }]} />,
  async act(context) {
    const { self, request } = await ownRequest(context.tx, context, true)
    draftOnly(request)
    unchanged(request, context.input.version)
    await lockPerson(context.tx, self.id)
    return save(context, self, caseOf(await bookOf(context.tx, context, self), self, request.kind, request.id), request)
  },
})

function draftOnly({ state }: Request): void {
  if (state !== 'draft') throw new Refused('Permohonan ini sudah dikirim. Tarik kembali dahulu untuk mengubahnya.')
}

type Acted = ActContext<unknown, Input>

const hasPaper = (draft: Request | null): boolean => draft !== null && draft.paperId !== null

/** Keeps what was typed with who stands in, and sends it when that was pressed and nothing speaks against it. */
async function save(context: Acted, self: Employee, about: Case, draft: Request | null): Promise<Goto> {
  const { tx, input, files, hands, note } = context
  const typed = contentOf(input, about)
  if (typed.until < typed.from) throw new Problem('until', 'Hari terakhir mendahului hari pertama.')
  const [upload] = files.paper ?? []
  const company = await companyOf(tx, context, self)
  const chosen = deputiesIn(input, company.handings.map(({ post }) => post.id))
  const agreed = company.handings.flatMap(({ post, deputies }) => { const employeeId = chosen.get(post.id); return employeeId && deputies.some(({ employee }) => employee.id === employeeId) ? [{ postId: post.id, employeeId }] : [] })
  const sending = input.next === 'send'
  if (sending) await refuseUnready(context, { about, typed, company, agreed, paper: upload !== undefined || hasPaper(draft) })
  // Only now, because what is refused leaves nothing behind.
  const content = { ...typed, paperId: upload ? await keepPaper(tx, hands, upload) : (draft?.paperId ?? null) }
  const id = draft?.id ?? (await insertDraft(tx, { employeeId: self.id, unitId: self.unitId }, content))
  if (draft) await updateDraft(tx, id, content)
  await writeHandovers(tx, id, agreed)
  // What it is about stays with those who decide.
  note({ record: ['leave', id], after: { state: sending ? 'submitted' : 'draft', from: content.from, until: content.until } })
  if (!sending) return goto(`/cuti/${id}/ubah`, 'Konsep disimpan. Hitungannya ada di bawah tanggal.')
  const judged = { charges: chargesFor(about.kind, content, about.holidays), ruleId: about.kind.id, quotaId: about.kind.quota ? (about.account.quota?.id ?? null) : null }
  await submit(tx, await actingAs(context, undefined), (await requestById(tx, id, true))!, self, judged)
  return goto(`/cuti/${id}`, 'Permohonan terkirim. Anda diberi tahu setelah diputuskan.')
}

/** @throws Problem with all that speaks against sending it */
async function refuseUnready(context: Acted, { about, typed, company, agreed, paper }: { about: Case; typed: Omit<Content, 'paperId'>; company: Company; agreed: readonly Pick<Handover, 'postId'>[]; paper: boolean }): Promise<void> {
  const wrong = findingsOf({ ...typed, paper }, about)
  const missing = (name: string, text: string) => void wrong.push({ name, message: { text } })
  if (about.kind.grounds.length === 0 && typed.reason.length < 3) missing('reason', 'Tulis keperluannya, paling sedikit 3 huruf.')
  const open = company.handings.filter(handing => !isCovered(handing, typed))
  for (const { post, deputies } of open) if (deputies.length > 0 && !agreed.some(one => one.postId === post.id)) missing(deputyField(post.id), 'Pilih siapa yang menjadi Plh. selama Anda cuti.')
  if (typed.address.length < 5) missing('address', 'Tulis alamat selama cuti, paling sedikit 5 huruf.')
  if (typed.phone.length < 5) missing('phone', 'Tulis nomor telepon yang dapat dihubungi selama cuti.')
  if (wrong.length > 0) throw Problem.all(wrong)
  for (const { post } of open) await refuseSecondPlh(context.tx, atOf(context), post, typed, deputyField(post.id))
}

function WriteView({ desk: { about, company, request }, fields, kept, lead, crumbs }: { desk: Desk; fields: Fields; kept: StoredFile[]; lead: string; crumbs: Crumb[] }) {
  const { islands } = useFrame()
  return (
    <WorkLayout title={kindName(about.kind, about.kind.code)} lead={lead} width="text" breadcrumbs={crumbs} islands={'reckoning' in islands ? ['reckoning'] : []}>
      <RequestForm fields={fields} about={about} company={company} kept={kept} paper={hasPaper(request)} version={request?.version} />
    </WorkLayout>
  )
}
