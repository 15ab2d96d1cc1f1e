import { z } from 'zod'
import { dateTime, dayRange, longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addDays, fromLocal, noonOf, todayOf } from '#platform/time/zone.ts'
import { day, optionalDay, paragraphs, ticked } from '#platform/forms/inputs.ts'
import { goto, page, resource, type Context } from '#platform/web/page.ts'
import { appendAudit } from '#platform/audit/audit.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { closedMonths, viewers } from '#modules/attendance/contract.ts'
import { Button, ButtonLink, CheckField, DataTable, DateField, EmptyState, FileField, Form, FormSection, HiddenField, Notice, RadioField, Section, SelectField, StateBadge, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { evidencePayload, evidenceRule, keepEvidence } from './evidence.ts'
import { dutiesOf, isCovered } from './duties.ts'
import { desksOf } from './here.ts'
import { propose, withdraw } from './lifecycle.ts'
import { requestById, requestKinds, requestSeen, requestsOf, type Request } from './store.ts'
import { directionName, kindName, requestWords, shownState } from './words.ts'

/** How far back somebody may still explain or correct, in days. */
const latest = 31
/** How far ahead a duty or trip may be told. */
const furthest = 90

/** `Masuk, 20 November 2026 07.25` or the days. */
export const aboutWords = ({ from, until, direction, scanAt }: Request): string => (direction && scanAt ? t('{direction}, {at}', { direction: directionName(direction), at: dateTime(scanAt) }) : from === until ? longDate(from) : dayRange(from, until))

/** What one asked for, and what became of it. */
export const ownRequestsPage = page({
  path: '/presensi/permohonan',
  may: 'signed-in',
  form: z.object({ id: z.uuid() }),
  async load(context) {
    const self = await context.ask(viewers).selfOf(context.db, context)
    const [requests, duties] = self ? await Promise.all([requestsOf(context.db, self.id, 60), dutiesOf(context.db, self.id, 30)]) : [[], []]
    return { requests, duties }
  },
  view: ({ data: { requests, duties } }) => (
    <WorkLayout title={t('Permohonan presensi')} breadcrumbs={[{ label: t('Presensi'), href: '/presensi' }]} action={<ButtonLink href="/presensi/permohonan/baru">{t('Jelaskan atau perbaiki catatan')}</ButtonLink>}>
      <DataTable caption={t('Permohonan presensi')} rows={requests} rowKey={request => request.id} columns={[
        { label: t('Tentang'), main: true, cell: aboutWords },
        { label: t('Jenis'), cell: request => kindName(request.kind) },
        { label: t('Keterangan'), cell: request => request.remarks },
        { label: t('Bukti'), cell: request => request.evidenceId && <a href={`/presensi/permohonan/${request.id}/bukti`}>{t('Unduh bukti')}</a> },
        { label: t('Keadaan'), cell: request => <><StateBadge state={shownState(request)} states={requestWords} />{request.answer && <div><small>{request.answer}</small></div>}{request.capacity && <div><small>{request.capacity}</small></div>}</> },
        { label: t('Langkah'), quiet: true, cell: request => request.state === 'proposed' && <Form wide><HiddenField name="id" value={request.id} /><Button kind="plain" about={aboutWords(request)}>{t('Tarik kembali')}</Button></Form> },
      ]} empty={<EmptyState title={t('Belum ada permohonan')}>{t('Jelaskan hari yang tidak tercatat, atau minta catatan yang terlewat ditulis.')}</EmptyState>} />
      {duties.length > 0 && (
        <Section title={t('Dari surat tugas')} id="tugas">
          <DataTable caption={t('Dari surat tugas')} rows={duties} rowKey={({ letterId }) => letterId} columns={[
            { label: t('Hari'), main: true, cell: ({ from, until }) => (from === until ? longDate(from) : dayRange(from, until)) },
            { label: t('Jenis'), cell: ({ kind }) => kindName(kind) },
            { label: t('Tempat tugas'), cell: ({ place }) => place || '–' },
            { label: t('Surat'), cell: ({ letterId, withdrawnAt, from }) => (withdrawnAt ? t('Ditarik kembali') : <a href={`/kerja/surat/${letterId}`} aria-label={t('Surat tugas {day}', { day: longDate(from) })}>{t('Buka surat')}</a>) },
          ]} />
        </Section>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, who, note } = context
    const self = await context.ask(viewers).employeeHere(tx, context)
    const request = await requestById(tx, input.id, true)
    if (request?.employeeId !== self.id) throw new NotFound()
    if (request.state !== 'proposed') throw new Conflict('Permohonan ini sudah diputuskan.')
    await withdraw(tx, context, request, who.account!.id)
    note({ record: ['attendance-request', request.id], before: { state: 'proposed' }, after: { state: 'withdrawn' } })
    return goto('/presensi/permohonan', 'Permohonan ditarik kembali.')
  },
})

const form = z.object({
  kind: z.enum(requestKinds, 'Pilih jenisnya'), from: day('Isi tanggalnya'), until: optionalDay(), direction: z.enum(['in', 'out']).catch('in'),
  time: z.string().trim().default(''), closed: ticked(), remarks: paragraphs(5, 1000, 'Tulis keterangannya, paling sedikit 5 huruf'),
})

/** Explains days, or asks for a check-in that was missed; works without a network. */
export const askPage = page({
  path: '/presensi/permohonan/baru',
  may: 'signed-in',
  offline: true,
  form,
  files: evidenceRule,
  query: z.object({ jenis: z.enum(requestKinds).optional().catch(undefined), hari: z.iso.date().optional().catch(undefined) }),
  async load(context) {
    const today = todayOf(context)
    const self = await context.ask(viewers).selfOf(context.db, context)
    return { today, closed: self ? await context.ask(closedMonths).of(context.db, self.id, addDays(today, -latest), today) : [] }
  },
  fill: ({ today }, { query }) => ({ kind: query.jenis, from: query.hari ?? today, direction: 'in' }),
  view: ({ data: { closed }, fields, kept }) => (
    <WorkLayout title={t('Jelaskan atau perbaiki catatan')} lead={t('Atasan langsung Anda memutuskan. Sebelum diputuskan hari itu tidak disebut tanpa keterangan.')} width="text" breadcrumbs={[{ label: t('Presensi'), href: '/presensi' }, { label: t('Permohonan presensi'), href: '/presensi/permohonan' }]}>
      {closed.map(({ month, closedAt }) => (
        <Notice key={month} title={t('{month, date, ::MMMMyyyy} sudah ditutup', { month: noonOf(month) })}>
          <p>{t('Rekapnya dibekukan {day, date, long}. Permohonan untuk hari di bulan itu diputuskan pengelola kepegawaian, bukan atasan, dan dicatat sebagai perbaikan sesudah ditutup: dengan alasan, nama yang mencatat, dan bukti Anda.', { day: closedAt.getTime() })}</p>
        </Notice>
      ))}
      <Form fields={fields} multipart submit={t('Kirim permohonan')}>
        <SelectField field={fields('kind')} label={t('Jenis')} required empty={t('Pilih jenisnya')} options={requestKinds.map(kind => ({ value: kind, label: kindName(kind) }))} />
        <DateField field={fields('from')} label={t('Tanggal')} required />
        <DateField field={fields('until')} label={t('Sampai tanggal')} hint={t('Isi bila lebih dari satu hari.')} />
        {closed.length > 0 && <CheckField field={fields('closed')} label={t('Hari ini di bulan yang sudah ditutup: teruskan kepada pengelola kepegawaian')} />}
        <FormSection title={t('Untuk perbaikan catatan')} folded={fields('kind').value !== 'correction'}>
          <RadioField field={fields('direction')} label={t('Yang terlewat')} options={[{ value: 'in', label: t('Presensi masuk') }, { value: 'out', label: t('Presensi pulang') }]} />
          <TextField field={fields('time')} label={t('Jam sebenarnya')} width="short" maxlength={5} placeholder="07.25" />
        </FormSection>
        <TextArea field={fields('remarks')} label={t('Keterangan')} required maxlength={1000} hint={t('Hanya Anda, atasan yang memutuskan, dan pengelola kepegawaian yang membacanya.')} />
        <FileField field={fields('evidence')} label={t('Bukti')} hint={t('Surat dokter, surat tugas, atau foto; disimpan tersegel.')} accept=".pdf,image/*" kept={kept.evidence ?? []} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, files, hands, government, ask, note, arrival, now } = context
    const self = await context.ask(viewers).employeeHere(tx, context)
    const today = todayOf(context)
    const { kind, from } = input
    const until = kind === 'correction' ? from : (input.until ?? from)
    if (until < from) throw new Problem('until', 'Tanggal akhir mendahului tanggal awal.')
    if (from < addDays(today, -latest)) throw new Problem('from', 'Paling lama {n} hari ke belakang. Hubungi pengelola kepegawaian.', { n: latest })
    if (until > addDays(today, furthest)) throw new Problem('until', 'Paling jauh {n} hari ke depan.', { n: furthest })
    if ((kind === 'duty' || kind === 'trip') && (await isCovered(tx, self.id, from, until))) throw new Problem('from', 'Hari itu sudah dijelaskan oleh surat tugas; Anda tidak perlu mengajukannya.')
    const scanAt = kind === 'correction' ? momentOf(input.time, from, government.zone) : null
    if (scanAt && scanAt > now) throw new Problem('time', 'Jam ini belum lewat.')
    const [closed] = await ask(closedMonths).of(tx, self.id, from, until)
    // What was written before it was known of goes the same way.
    if (closed && !input.closed && !arrival) throw new Problem('closed', '{month, date, ::MMMMyyyy} sudah ditutup. Centang bila permohonan ini boleh diteruskan kepada pengelola kepegawaian.', { month: noonOf(closed.month) })
    const [upload] = files.evidence ?? []
    const request = await propose(tx, { ask, governmentId: government.id, today }, self, closed, {
      kind, from, until, direction: scanAt ? input.direction : null, scanAt, remarks: input.remarks, evidenceId: upload ? await keepEvidence(tx, hands, upload) : null, proposedAt: arrival?.at ?? now,
    })
    // What it is about stays with those who decide.
    note({ record: ['attendance-request', request.id], after: { state: 'proposed', from, until, ...(closed ? { closedMonth: closed.month } : {}) } })
    return goto('/presensi/permohonan', closed ? 'Permohonan terkirim kepada pengelola kepegawaian, karena bulannya sudah ditutup.' : 'Permohonan terkirim kepada atasan Anda.')
  },
})

/** @throws Problem when it is no time of the day */
function momentOf(time: string, on: string, zone: string): Date {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time) ?? []
  if (hours === undefined) throw new Problem('time', 'Tulis jam seperti 07.25.')
  return fromLocal(`${on}T${hours.padStart(2, '0')}:${minutes}`, zone)
}

/** Evidence of a request, for the person and those who decide; of these each opening is on record. */
export const evidenceResource = resource({
  path: '/presensi/permohonan/:id/bukti',
  may: 'signed-in',
  load: async (context: Context) => evidencePayload(context.hands, await evidenceSeen(context)),
})

async function evidenceSeen(context: Context): Promise<string> {
  const { db, params, who } = context
  const self = await context.ask(viewers).selfOf(db, context)
  const own = self && (await requestById(db, params.id ?? ''))
  if (own && own.employeeId === self.id && own.evidenceId) return own.evidenceId
  const seen = await requestSeen(db, desksOf(await context.ask(viewers).viewerOf(context)), params.id ?? '')
  if (!seen?.evidenceId) throw new NotFound()
  await db.transaction().execute(tx => appendAudit(tx, { action: 'attendance.manage', accountId: who.account!.id, path: '/presensi/permohonan/:id/bukti', record: ['attendance-request', seen.id], after: { read: 'bukti' } }))
  return seen.evidenceId
}
