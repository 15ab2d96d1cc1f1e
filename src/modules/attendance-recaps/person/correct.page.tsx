import { z } from 'zod'
import { line, optionalLine } from '#platform/forms/inputs.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { dayWords } from '#modules/attendance/contract.ts'
import { Form, HiddenField, NumberField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { agencyOf, closes } from '../parts/here.ts'
import { recapCrumbs } from '../parts/tabs.ts'
import { deviationWords, reasonName } from '../parts/words.ts'
import { correctedDay, outcomes, type Outcome } from '../rules/correction.ts'
import { reasonKinds } from '../rules/recap.ts'
import { classesOn } from '../rules.ts'
import { keptOf } from '../store.ts'
import { amendDay } from './amend.ts'
import { personHere } from './found.ts'

const outcomeLabels: Record<Outcome, { label: string }> = { present: { label: 'Hadir' }, 'missing-in': { label: 'Tidak tercatat masuk' }, 'missing-out': { label: 'Tidak tercatat pulang' }, explained: { label: 'Dijelaskan' }, absent: { label: 'Tidak hadir tanpa keterangan' } }

const minutes = (message: string) => z.preprocess(value => (value === '' || value === undefined ? 0 : Number(value)), z.int(message).min(0, message).max(1440, message))

const form = z.object({
  hari: z.iso.date(), version: z.coerce.number().int(),
  becomes: z.enum(outcomes, 'Pilih keadaan hari itu'),
  kind: z.preprocess(value => (value === '' ? undefined : value), z.enum(['leave', 'sick', 'duty', 'trip', 'training', 'blankspot', 'other']).optional()),
  late: minutes('Tulis menit terlambat, 0 bila tepat waktu'), early: minutes('Tulis menit pulang awal, 0 bila tidak'),
  reason: line(5, 1000, 'Tulis alasan perbaikannya, paling sedikit 5 huruf'), basis: optionalLine(200),
})

/** A closed day that the viewer may put right; nobody does it for themselves. */
async function dayHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'government' | 'now' | 'params' | 'db'>, day: string, lock = false) {
  const month = `${day.slice(0, 7)}-01`
  const { viewer, employee, unitId } = await personHere(db, context, month)
  const agency = agencyOf(viewer.units, unitId)
  const kept = await keptOf(db, employee.id, month, lock)
  const found = kept?.days.find(one => one.day === day)
  if (!agency || !closes(viewer, agency.id) || employee.accountId === context.who.account!.id || !kept || !found || found.state === 'not-due') throw new NotFound()
  return { viewer, employee, kept, day: found }
}

/** Puts a day of a closed month right: a recorded act with its reason. */
export const correctPage = page({
  path: '/kerja/presensi/rekap/pegawai/:id/perbaiki',
  may: 'attendance.manage',
  query: z.object({ hari: z.iso.date().optional().catch(undefined) }),
  form,
  load: context => dayHere(context.db, context, context.query.hari ?? ''),
  fill: ({ day, kept }) => ({ hari: day.day, version: String(kept.version), becomes: outcomes.find(one => one === day.state) ?? 'present', kind: day.reason ?? '', late: String(day.late), early: String(day.early) }),
  view: ({ data: { employee, day, kept }, fields }) => (
    <WorkLayout title={t('Perbaiki hari yang sudah ditutup')} lead={t('{name}, {day}', { name: employee.name, day: longDate(day.day) })} width="text" breadcrumbs={recapCrumbs({ label: employee.name, href: `/kerja/presensi/rekap/pegawai/${employee.id}?bulan=${day.day.slice(0, 7)}` })}>
      <p>{t('Tercatat: {state}.', { state: [t(dayWords[day.state].label), deviationWords(day)].filter(Boolean).join(', ') })} {t('Keadaan lama, yang baru, alasan, dan nama Anda tersimpan selamanya.')}</p>
      <Form fields={fields} submit={t('Catat perbaikan')}>
        <HiddenField name="hari" value={day.day} />
        <HiddenField name="version" value={String(kept.version)} />
        <SelectField field={fields('becomes')} label={t('Keadaan yang benar')} required options={outcomes.map(value => ({ value, label: t(outcomeLabels[value].label) }))} />
        <SelectField field={fields('kind')} label={t('Penjelasan')} empty={t('Tidak ada')} options={reasonKinds.map(value => ({ value, label: reasonName(value) }))} hint={t('Untuk hari yang dijelaskan.')} />
        <NumberField field={fields('late')} label={t('Terlambat')} suffix={t('menit')} />
        <NumberField field={fields('early')} label={t('Pulang awal')} suffix={t('menit')} />
        <TextArea field={fields('reason')} label={t('Alasan')} required rows={3} maxlength={1000} />
        <TextField field={fields('basis')} label={t('Dasar')} maxlength={200} hint={t('Misalnya nomor surat tugas atau surat keterangan.')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, who, note } = context
    const { employee, kept, day: before } = await dayHere(tx, context, input.hari, true)
    if (kept.version !== input.version) throw new Problem('', 'Rekap ini baru saja diperbaiki orang lain. Muat ulang halaman, lalu periksa lagi.')
    if (input.becomes === 'explained' && !input.kind) throw new Problem('kind', 'Pilih penjelasannya.')
    const after = correctedDay(before, { becomes: input.becomes, reason: input.kind ?? null, late: input.late, early: input.early }, await classesOn(tx, input.hari))
    if (JSON.stringify(after) === JSON.stringify(before)) throw new Problem('becomes', 'Tidak ada yang berubah.')
    const { cut } = await amendDay(tx, kept, after, { reason: input.reason, basis: input.basis, by: who.account!.id })
    note({ record: ['attendance-recap', kept.id], before: { day: before.day, state: before.state, late: before.late, early: before.early, cut: kept.cut?.total ?? null }, after: { state: after.state, late: after.late, early: after.early, cut: cut?.total ?? null, reason: input.reason } })
    return goto(`/kerja/presensi/rekap/pegawai/${employee.id}?bulan=${after.day.slice(0, 7)}`, 'Perbaikan dicatat.')
  },
})
