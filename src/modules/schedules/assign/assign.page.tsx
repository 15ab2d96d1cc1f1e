import { addDays, noonOf, todayOf } from '#platform/time/zone.ts'
import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { tell } from '#platform/events/events.ts'
import { optionalDay, optionalId, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { employees } from '#modules/personnel/contract.ts'
import { CheckField, DateField, Form, HiddenField, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { scheduleChanged } from '../contract.ts'
import { isOverlap, notOneself, peopleOf, unitHere } from '../parts/here.ts'
import { durationWords } from '../parts/words.ts'
import { weekMinutes } from '../pattern.ts'
import { patternsOn, patternVersions } from '../rules.ts'
import { assignmentsOf, endAssignment, insertAssignment } from '../store.ts'

const form = z.object({
  unit: z.uuid('Pilih unit'), employee: optionalId(), pattern: z.string('Pilih pola').min(1, 'Pilih pola').max(80, 'Pilih pola'),
  from: z.iso.date('Tulis hari pertama'), until: optionalDay(), decree_number: optionalLine(120), decree_on: optionalDay(), replaces: ticked(),
})

/** Sets which pattern holds for a unit, or for one of its people, from a day on. */
export const assignPage = page({
  path: '/kerja/jadwal/tetapkan',
  may: 'schedules.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined), pegawai: z.uuid().optional().catch(undefined) }),
  form,
  async load(context) {
    const { db, who, query } = context
    const { unit } = await unitHere(context, who.reach('schedules.manage'), query.unit)
    const today = todayOf(context)
    const [people, versions] = await Promise.all([peopleOf(db, context, [unit.id]), patternVersions(db)])
    return { unit, today, people, patterns: patternsOn(versions, today) }
  },
  fill: ({ unit, today }, { query }) => ({ unit: unit.id, employee: query.pegawai, from: addDays(today, 1), replaces: 'on' }),
  view: ({ data: { unit, people, patterns }, fields }) => (
    <WorkLayout title={t('Tetapkan pola jam kerja')} lead={unit.name} width="text" breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jam dan tempat kerja'), href: `/kerja/jadwal/unit?unit=${unit.id}` }]}>
      <Form fields={fields} submit={t('Tetapkan')}>
        <HiddenField name="unit" value={unit.id} />
        <SelectField field={fields('employee')} label={t('Untuk siapa')} required empty={t('Seluruh unit dan unit di bawahnya')} options={people.map(({ id, name }) => ({ value: id, label: name }))} hint={t('Pola seseorang didahulukan dari pola unitnya, pola unit dari pola unit di atasnya.')} />
        <RadioField field={fields('pattern')} label={t('Pola')} required options={patterns.map(({ code, value }) => ({ value: code, label: value.name, hint: t('{time} seminggu', { time: durationWords(weekMinutes(value.days)) }) }))} />
        <DateField field={fields('from')} label={t('Mulai')} required />
        <DateField field={fields('until')} label={t('Hari terakhir')} hint={t('Kosongkan bila berlaku sampai diganti.')} />
        <TextField field={fields('decree_number')} label={t('Nomor keputusan')} maxlength={120} />
        <DateField field={fields('decree_on')} label={t('Tanggal keputusan')} />
        <CheckField field={fields('replaces')} label={t('Akhiri penetapan yang sedang berlaku sehari sebelumnya')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, who, ask, note } = context
    const reach = who.reach('schedules.manage')
    const { unit } = await unitHere(context, reach, input.unit)
    const employee = input.employee ? (await ask(employees).byId(tx, [input.employee])).get(input.employee) : null
    if (employee === undefined || (employee && !covers(reach, { unitId: employee.unitId }))) throw new NotFound()
    notOneself(employee, context, 'employee')
    if (!patternsOn(await patternVersions(tx), input.from).some(({ code }) => code === input.pattern)) throw new Problem('pattern', 'Pola ini belum berlaku pada hari itu.')
    if (input.until && input.until < input.from) throw new Problem('until', 'Hari terakhir tidak boleh sebelum hari pertama.')
    const subject = { unitId: employee ? null : unit.id, employeeId: employee?.id ?? null }
    const others = await assignmentsOf(tx, { unitIds: subject.unitId ? [subject.unitId] : [], employeeIds: subject.employeeId ? [subject.employeeId] : [] }, input.from, input.until)
    for (const other of others) {
      // What began before and reaches into the new days gives way; what begins within them does not.
      if (!input.replaces || other.from >= input.from || (other.until !== null && input.until !== null && other.until > input.until))
        throw new Problem('from', 'Pada hari-hari itu sudah ada penetapan lain, yang mulai {from, date, ::dMMMyyyy}.', { from: noonOf(other.from) })
      await endAssignment(tx, other.id, addDays(input.from, -1))
    }
    const id = await insertAssignment(tx, { ...subject, pattern: input.pattern, from: input.from, until: input.until, decreeNumber: input.decree_number, decreeOn: input.decree_on, by: who.account!.id }).catch((error: unknown) => {
      if (isOverlap(error)) throw new Problem('from', 'Penetapan lain pada hari-hari itu baru saja dicatat. Muat ulang halaman, lalu periksa lagi.')
      throw error
    })
    await tell(tx, scheduleChanged, { ...subject, from: input.from, until: input.until })
    note({ record: ['work-pattern', id], after: { ...subject, pattern: input.pattern, from: input.from, until: input.until, decree: input.decree_number, ended: others.map(other => other.id) } })
    return goto(`/kerja/jadwal/unit?unit=${unit.id}`, 'Pola jam kerja ditetapkan.')
  },
})
