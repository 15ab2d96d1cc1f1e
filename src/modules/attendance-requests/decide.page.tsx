import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn, noonOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { employees } from '#modules/personnel/contract.ts'
import { attendance, closedMonths, viewers } from '#modules/attendance/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { DataTable, DateTime, EmptyState, FactList, Form, HiddenField, Notice, RadioField, Section, StateBadge, TextArea, WorkLayout } from '#ui/index.ts'
import { chargeOf, decidesAs, desksOf } from './here.ts'
import { aboutWords } from './own.page.tsx'
import { passOn, settle } from './lifecycle.ts'
import { requestSeen, waitingAt } from './store.ts'
import { dayText, kindName, requestWords, shownState } from './words.ts'

/** What waits for whoever is in charge of positions, and for officers. */
export const queuePage = page({
  path: '/kerja/presensi/permohonan',
  may: 'signed-in',
  async load(context) {
    const viewer = await context.ask(viewers).viewerOf(context)
    const waiting = await waitingAt(context.db, chargeOf(viewer), viewer.employeeId)
    return { viewer, units: await context.ask(unitDirectory).of(context.government.id), waiting, people: await context.ask(employees).byId(context.db, waiting.map(one => one.employeeId)) }
  },
  view: ({ data: { viewer, units, waiting, people } }) => (
    <WorkLayout title={t('Permohonan presensi pegawai')} breadcrumbs={[{ label: t('Presensi'), href: '/presensi' }, { label: t('Presensi pegawai'), href: '/kerja/presensi' }]}>
      <DataTable caption={t('Permohonan presensi pegawai')} rows={waiting} rowKey={request => request.id} mark={request => (decidesAs(viewer, request) === undefined ? undefined : 'new')} columns={[
        { label: t('Pegawai'), main: true, cell: request => <a href={`/kerja/presensi/permohonan/${request.id}`}>{people.get(request.employeeId)?.name ?? t('Pegawai')}</a> },
        { label: t('Tentang'), cell: aboutWords },
        { label: t('Jenis'), cell: request => kindName(request.kind) },
        { label: t('Unit kerja'), cell: request => units.byId(request.unitId)?.name },
        { label: t('Diajukan'), cell: request => <DateTime at={request.proposedAt} as="ago" /> },
      ]} empty={<EmptyState title={t('Tidak ada permohonan yang menunggu Anda')}>{t('Permohonan pegawai di bawah jabatan Anda muncul di sini dan di kotak masuk.')}</EmptyState>} />
    </WorkLayout>
  ),
})

/** One request with its day beside it; opening it is an audited act. */
export const decidePage = page({
  path: '/kerja/presensi/permohonan/:id',
  may: 'signed-in',
  audited: true,
  form: z.object({ verdict: z.enum(['accept', 'refuse'], 'Pilih keputusannya'), answer: optionalLine(1000), version: z.coerce.number().int().default(0) }),
  async load(context) {
    const { db, ask, params, now } = context
    const viewer = await context.ask(viewers).viewerOf(context)
    const request = await requestSeen(db, desksOf(viewer), params.id!)
    if (!request || request.employeeId === viewer.employeeId) throw new NotFound()
    const [employee, days, closed] = await Promise.all([ask(employees).byId(db, [request.employeeId]).then(found => found.get(request.employeeId)), ask(attendance).daysOf(db, { employeeIds: [request.employeeId] }, request.from, request.until, now), ask(closedMonths).of(db, request.employeeId, request.from, request.until)])
    return { viewer, units: await ask(unitDirectory).of(context.government.id), request, employee, closed: closed[0] ?? null, days: days.get(request.employeeId) ?? [] }
  },
  fill: ({ request }) => ({ version: request.version }),
  view: ({ data: { viewer, units, request, employee, closed, days }, fields }) => (
    <WorkLayout title={employee?.name ?? t('Pegawai')} lead={<StateBadge state={shownState(request)} states={requestWords} />} width="text" breadcrumbs={[{ label: t('Presensi'), href: '/presensi' }, { label: t('Presensi pegawai'), href: '/kerja/presensi' }, { label: t('Permohonan presensi pegawai'), href: '/kerja/presensi/permohonan' }]}>
      <FactList facts={[
        { label: t('Jenis'), value: kindName(request.kind) }, { label: t('Tentang'), value: aboutWords(request) }, { label: t('Keterangan'), value: request.remarks },
        { label: t('Bukti'), value: request.evidenceId ? <a href={`/presensi/permohonan/${request.id}/bukti`}>{t('Unduh bukti')}</a> : t('Tidak ada') },
        { label: t('Jabatan'), value: employee?.position }, { label: t('Unit kerja'), value: units.byId(request.unitId)?.name }, { label: t('Diajukan'), value: <DateTime at={request.proposedAt} as="full" /> },
        { label: t('Disetujui atasan'), value: request.endorsedAs }, { label: t('Jawaban'), value: request.answer }, { label: t('Diputuskan oleh'), value: request.capacity },
      ]} />
      <Section title={t('Yang tercatat pada hari itu')}>
        <DataTable caption={t('Yang tercatat pada hari itu')} rows={days} rowKey={({ day }) => day} columns={[{ label: t('Hari'), main: true, cell: ({ day }) => <DateTime at={day} /> }, { label: t('Tercatat'), cell: dayText }]} />
      </Section>
      {closed && request.state === 'proposed' && (
        <Notice title={t('{month, date, ::MMMMyyyy} sudah ditutup', { month: noonOf(closed.month) })}>
          <p>{request.closedUnit ? t('Bila diterima, rekap hari itu diperbaiki dan dicatat selamanya dengan alasan dan nama Anda.') : t('Bila Anda terima, permohonan diteruskan kepada pengelola kepegawaian, yang mencatatnya sebagai perbaikan sesudah ditutup.')}</p>
        </Notice>
      )}
      {decidesAs(viewer, request) !== undefined && (
        <Form fields={fields} submit={t('Simpan keputusan')}>
          <HiddenField name="version" value={fields('version').value} />
          <RadioField field={fields('verdict')} label={t('Keputusan')} required options={[{ value: 'accept', label: t('Terima') }, { value: 'refuse', label: t('Tolak') }]} />
          <TextArea field={fields('answer')} label={t('Catatan untuk pegawai')} rows={3} maxlength={1000} hint={t('Wajib bila ditolak.')} />
        </Form>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, params, who, ask, note } = context
    const viewer = await context.ask(viewers).viewerOf({ ...context, db: tx })
    const request = await requestSeen(tx, desksOf(viewer), params.id!, true)
    if (!request || request.employeeId === viewer.employeeId) throw new NotFound()
    if (request.state !== 'proposed' || request.version !== input.version) throw new Conflict('Permohonan ini baru saja diputuskan atau ditarik kembali.', { version: String(request.version) })
    const capacity = decidesAs(viewer, request)
    if (capacity === undefined) throw new Refused('Permohonan ini menunggu pejabat lain.')
    const accepted = input.verdict === 'accept'
    if (!accepted && !input.answer) throw new Problem('answer', 'Tulis alasannya, supaya pegawai tahu.')
    const by = { id: who.account!.id, capacity: capacity ?? 'Pengelola kepegawaian' }
    const [closed] = accepted ? await ask(closedMonths).of(tx, request.employeeId, request.from, request.until) : []
    const employee = closed && (await ask(employees).byId(tx, [request.employeeId])).get(request.employeeId)
    if (closed && employee && !(viewer.officer && covers(viewer.officer, { unitId: closed.unitId }))) {
      await passOn(tx, context, request, employee, closed, by, input.answer)
      note({ record: ['attendance-request', request.id], before: { superiorPost: request.superiorPost }, after: { superiorPost: null, closedMonth: closed.month } })
      return goto('/kerja/presensi/permohonan', 'Bulannya sudah ditutup. Permohonan diteruskan kepada pengelola kepegawaian untuk dicatat.')
    }
    await settle(tx, context, request, by, accepted, input.answer)
    // What explains a day is for the few; the record of the change is read by more.
    if (closed) await ask(closedMonths).amend(tx, { ...context, db: tx }, { employeeId: request.employeeId, from: request.from, until: request.until, reason: 'Permohonan presensi diterima sesudah bulan ditutup', basis: `Permohonan ${dayIn(request.proposedAt, context.government.zone)}` })
    note({ record: ['attendance-request', request.id], before: { state: 'proposed' }, after: { state: accepted ? 'accepted' : 'refused', ...(request.scanAt && accepted ? { scan: request.scanAt.toISOString(), direction: request.direction } : {}) } })
    return goto('/kerja/presensi/permohonan', accepted ? 'Permohonan diterima. Pegawai diberi tahu.' : 'Permohonan ditolak. Pegawai diberi tahu.')
  },
})
