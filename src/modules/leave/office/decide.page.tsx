import { z } from 'zod'
import { optionalDay, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Goto } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { Actions, ButtonLink, FactList, Notice, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { yearOf } from '../days.ts'
import { chargesFor, findingsOf, type Case } from '../judge.ts'
import { isDecisive, isWaiting, verdicts, type Request, type Verdict } from '../leave.ts'
import { advise, cancel, decide, recall } from '../lifecycle.ts'
import { BalanceTable } from '../parts/balance.tsx'
import { awayWith, bookOf, caseOf, companyOf, warningsOf } from '../parts/case.ts'
import { detailsOf } from '../parts/details.ts'
import { personFacts, whatFacts, whereFacts } from '../parts/facts.tsx'
import { actingAs, allowed, officeRequest, todayOf, unchanged, viewerOf } from '../parts/here.ts'
import { History } from '../parts/history.tsx'
import { stateWords } from '../parts/words.ts'
import { decidesAs, overseesAs, verdictsFor } from '../policy.ts'
import { lockPerson } from '../store.ts'
import { DecisionForm, OversightForms } from './forms.tsx'

const form = z.object({
  step: z.enum(['decide', 'recall', 'cancel'], 'Pilih langkah'),
  verdict: z.enum(verdicts, 'Pilih keputusannya').optional(),
  from: optionalDay(),
  until: optionalDay(),
  last: optionalDay(),
  remarks: optionalLine(1000),
  version: z.coerce.number().int().optional(),
})

type Acted = ActContext<unknown, z.output<typeof form>>

/** One request for those who advise, decide and keep accounts: everything needed to decide on one screen. Opening it is an audited act. */
export const decidePage = page({
  path: '/kerja/cuti/:id',
  may: 'signed-in',
  audited: true,
  form,
  async load(context) {
    const { db, ask, government, params } = context
    const viewer = await viewerOf(context)
    const request = await officeRequest(db, viewer, params.id!)
    const employee = (await ask(employees).byId(db, [request.employeeId])).get(request.employeeId)
    if (!employee) throw new NotFound()
    const [units, book, details, company] = await Promise.all([ask(unitDirectory).of(government.id), bookOf(db, context, employee), detailsOf(db, context, request), companyOf(db, context, employee)])
    const warnings = await warningsOf(db, company, request, details.standIns.map(({ employeeId, name }) => ({ id: employeeId, name })))
    return { viewer, request, employee, unit: units.byId(request.unitId)?.name, book, details, company, warnings }
  },
  fill({ request, details }, context) {
    // What the superior proposed is what whoever decides begins with.
    const proposed = details.steps.findLast(step => step.event === 'advise' && step.verdict === 'change') ?? request
    return { from: proposed.from, until: proposed.until, last: todayOf(context), version: request.version }
  },
  view({ data: { viewer, request, employee, unit, book, details, company, warnings }, fields }) {
    const waiting = isWaiting(request.state)
    const about = caseOf(book, employee, request.kind, request.id)
    const balance = about.kind.quota ? book.account.years(yearOf(request.from)).at(-1) : undefined
    const names = awayWith(company, request)
    const acts = decidesAs(viewer, request)
    const shown = { ...book, standIns: details.standIns, paperHref: `/cuti/${request.id}/surat` }
    return (
      <WorkLayout title={employee.name} lead={<StateBadge state={request.state} states={stateWords} />} breadcrumbs={[{ label: t('Cuti'), href: '/cuti' }, { label: t('Permohonan cuti'), href: '/kerja/cuti' }]}
        action={<Actions><ButtonLink kind="quiet" href={`/cuti/${request.id}/formulir.pdf`} download>{t('Unduh formulir (PDF)')}</ButtonLink></Actions>}>
        {waiting && warnings.many && <Notice tone="warn">{t('Pada hari yang sama {n} dari {of} orang di unit ini cuti.', warnings.many)}</Notice>}
        {waiting && warnings.deputiesAway.map(name => <Notice key={name} tone="warn">{t('{name} yang menjadi Plh. juga cuti pada sebagian hari itu.', { name })}</Notice>)}
        <FactList facts={[...whatFacts(request, shown), ...(waiting ? [{ label: t('Rekan yang juga cuti'), value: names.length > 0 ? names.join(', ') : t('Tidak ada') }] : [])]} />
        {acts !== undefined && <DecisionForm fields={fields} request={request} kind={about.kind} />}
        <OversightForms fields={fields} request={request} mayRecall={overseesAs(viewer, request, 'recall') !== undefined} mayCancel={overseesAs(viewer, request, 'cancel') !== undefined} />
        <Section title={t('Pegawai')}><FactList facts={[...personFacts(employee, unit), ...whereFacts(request, shown)]} /></Section>
        {balance && <Section title={t('Sisa cuti tahunan')}><BalanceTable balance={balance} account={book.account} office /></Section>}
        <Section title={t('Riwayat')}><History request={request} steps={details.steps} waitsAt={details.waitsAt} /></Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, ask, input, params, note } = context
    const viewer = await viewerOf({ ...context, db: tx })
    const request = await officeRequest(tx, viewer, params.id!, true)
    const employee = (await ask(employees).byId(tx, [request.employeeId])).get(request.employeeId)
    if (!employee) throw new NotFound()
    await lockPerson(tx, employee.id)
    const about = caseOf(await bookOf(tx, context, employee), employee, request.kind, request.id)
    if (input.step === 'decide') {
      if (!isWaiting(request.state)) throw new Conflict('Permohonan ini baru saja diputuskan atau ditarik kembali.')
      unchanged(request, input.version)
      return settle(context, decidesAs(viewer, request), request, employee, about)
    }
    const acts = overseesAs(viewer, request, input.step)
    allowed(acts)
    const acting = await actingAs(context, acts)
    if (!input.remarks) throw new Problem('remarks', 'Tulis alasannya, supaya pegawai tahu.')
    if (input.step === 'cancel') {
      await cancel(tx, acting, request, input.remarks)
      note({ record: ['leave', request.id], before: { state: request.state }, after: { state: 'cancelled' } })
      return goto(`/kerja/cuti/${request.id}`, 'Cuti dibatalkan. Harinya kembali ke sisa cuti pegawai.')
    }
    const last = input.last ?? acting.today
    if (last < request.from || last >= request.until) throw new Problem('last', 'Hari terakhir cuti terletak antara hari pertama dan sebelum hari terakhir yang diberikan.')
    await recall(tx, acting, request, { last, charges: chargesFor(about.kind, { from: request.from, until: last }, about.holidays), remarks: input.remarks })
    note({ record: ['leave', request.id], before: { until: request.until }, after: { until: last } })
    return goto(`/kerja/cuti/${request.id}`, 'Pegawai dipanggil kembali. Hari yang tidak jadi dipakai dikembalikan.')
  },
})

/** Writes what was ticked: advice to whoever decides, or the decision. */
async function settle(context: Acted, acts: ReturnType<typeof decidesAs>, request: Request, employee: Employee, about: Case): Promise<Goto> {
  const { tx, input, note } = context
  allowed(acts)
  const { verdict, remarks } = input
  if (!verdict || !verdictsFor(request, about.kind).includes(verdict)) throw new Problem('verdict', 'Pilih keputusannya')
  if (verdict !== 'agree' && !remarks) throw new Problem('remarks', 'Tulis alasannya, supaya pegawai tahu.')
  const span = verdict === 'change' ? changedSpan(input, request) : { from: request.from, until: request.until }
  const grants = verdict === 'agree' || verdict === 'change'
  if (grants) refuseAgainstRules({ ...span, ground: request.ground, birth: request.birth, paper: request.paperId !== null }, { ...about, today: request.from < about.today ? request.from : about.today })
  const acting = await actingAs(context, acts)
  const decisive = isDecisive(request)
  note({ record: ['leave', request.id], before: { state: request.state }, after: { verdict, ...span } })
  if (!decisive) {
    await advise(tx, acting, request, employee, { verdict, remarks, ...span })
    return goto('/kerja/cuti', 'Pertimbangan Anda diteruskan kepada pejabat yang berwenang.')
  }
  await decide(tx, acting, request, { verdict, remarks, ...span, charges: chargesFor(about.kind, span, about.holidays) })
  return goto('/kerja/cuti', said[verdict])
}

const said: Record<Verdict, string> = {
  agree: 'Cuti disetujui. Pegawai diberi tahu.',
  change: 'Cuti disetujui dengan tanggal lain. Pegawai diberi tahu.',
  defer: 'Cuti ditangguhkan. Harinya dapat dipakai tahun depan.',
  refuse: 'Permohonan tidak disetujui. Pegawai diberi tahu.',
}

function changedSpan({ from, until }: z.output<typeof form>, request: Request) {
  if (!from || !until) throw new Problem(from ? 'until' : 'from', 'Isi tanggal penggantinya.')
  if (until < from) throw new Problem('until', 'Hari terakhir mendahului hari pertama.')
  if (from === request.from && until === request.until) throw new Problem('from', 'Tanggalnya sama dengan yang diajukan. Pilih Disetujui, atau ubah tanggalnya.')
  return { from, until }
}

/** Days may have been used up since it was sent: what is granted is judged once more. */
function refuseAgainstRules(asked: Parameters<typeof findingsOf>[0], about: Case): void {
  const wrong = findingsOf(asked, about)
  if (wrong.length > 0) throw Problem.all(wrong.map(({ name, message }) => ({ name: ['from', 'until'].includes(name) ? name : 'verdict', message })))
}
