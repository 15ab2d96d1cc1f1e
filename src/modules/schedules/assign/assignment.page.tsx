import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { todayOf } from '#platform/time/zone.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { Button, DateField, DateTime, FactList, Form, Section, WorkLayout } from '#ui/index.ts'
import { scheduleChanged } from '../contract.ts'
import { notOneself } from '../parts/here.ts'
import { spanWords } from '../parts/words.ts'
import { patternsOn, patternVersions } from '../rules.ts'
import { assignmentById, deleteAssignment, endAssignment, type Assignment } from '../store.ts'

/** An assignment within reach, with the unit it counts for; others' answer as if there were none. */
async function assignmentHere(db: Db | Tx, { who, ask, params }: Pick<Context, 'who' | 'ask' | 'params'>, lock = false): Promise<{ one: Assignment; employee: Employee | null; unitId: string }> {
  const one = await assignmentById(db, params.id ?? '', lock)
  if (!one) throw new NotFound()
  const employee = one.employeeId ? (await ask(employees).byId(db, [one.employeeId])).get(one.employeeId) ?? null : null
  const unitId = one.unitId ?? employee?.unitId
  if (!unitId || !covers(who.reach('schedules.read'), { unitId })) throw new NotFound()
  return { one, employee, unitId }
}

/** A pattern that was set, with what it rests on; it can be ended, or taken back before it begins. */
export const assignmentPage = page({
  path: '/kerja/jadwal/penetapan/:id',
  may: 'schedules.read',
  form: z.object({ langkah: z.enum(['akhiri', 'batalkan'], 'Pilih langkah'), last: z.string().optional() }),
  async load(context) {
    const { db, ask, government, who } = context
    const found = await assignmentHere(db, context)
    const units = await ask(unitDirectory).of(government.id)
    const pattern = patternsOn(await patternVersions(db), todayOf(context)).find(({ code }) => code === found.one.pattern)
    return { ...found, unit: units.byId(found.unitId), pattern, today: todayOf(context), manages: covers(who.reach('schedules.manage'), { unitId: found.unitId }) }
  },
  fill: ({ today, one }) => ({ last: one.until ?? today }),
  view({ data: { one, employee, unit, pattern, today, manages }, fields }) {
    const running = one.from <= today && (one.until === null || one.until >= today)
    return (
      <WorkLayout title={pattern?.value.name ?? one.pattern} lead={employee?.name ?? unit?.name} width="text" breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Jam dan tempat kerja'), href: `/kerja/jadwal/unit?unit=${unit?.id ?? ''}` }]}>
        <FactList facts={[
          { label: t('Untuk'), value: employee ? `${employee.name}, ${unit?.name ?? ''}` : t('{unit} dan unit di bawahnya', { unit: unit?.name ?? '' }) },
          { label: t('Berlaku'), value: spanWords(one) },
          { label: t('Keputusan'), value: one.decreeNumber && t('{number}, {day}', { number: one.decreeNumber, day: one.decreeOn ? longDate(one.decreeOn) : '–' }) },
          { label: t('Dasar hukum pola'), value: pattern?.legalBasis },
          { label: t('Dicatat'), value: <DateTime at={one.at} as="full" /> },
        ]} />
        {manages && running && (
          <Section title={t('Akhiri penetapan')}>
            <Form fields={fields} actions={<Button name="langkah" value="akhiri">{t('Akhiri')}</Button>}>
              <DateField field={fields('last')} label={t('Hari terakhir')} min={today} required />
            </Form>
          </Section>
        )}
        {manages && one.from > today && <Form fields={fields} actions={<Button kind="danger" name="langkah" value="batalkan">{t('Batalkan penetapan')}</Button>} />}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, note } = context
    const { one, employee, unitId } = await assignmentHere(tx, context, true)
    if (!covers(who.reach('schedules.manage'), { unitId })) throw new Refused()
    notOneself(employee, context, 'last')
    const today = todayOf(context)
    const subject = { unitId: one.unitId, employeeId: one.employeeId }
    if (input.langkah === 'batalkan') {
      if (one.from <= today) throw new Refused('Penetapan yang sudah berlaku diakhiri, tidak dibatalkan.')
      await deleteAssignment(tx, one.id)
    } else {
      const last = z.iso.date().safeParse(input.last).data
      if (!last || last < today || last < one.from || (one.until !== null && last > one.until)) throw new Problem('last', 'Pilih hari antara hari ini dan akhir penetapan.')
      await endAssignment(tx, one.id, last)
    }
    await tell(tx, scheduleChanged, { ...subject, from: one.from > today ? one.from : today, until: one.until })
    note({ record: ['work-pattern', one.id], before: { ...subject, pattern: one.pattern, from: one.from, until: one.until }, after: { step: input.langkah, until: input.last } })
    return goto(`/kerja/jadwal/unit?unit=${unitId}`, input.langkah === 'batalkan' ? 'Penetapan dibatalkan.' : 'Penetapan diakhiri.')
  },
})
