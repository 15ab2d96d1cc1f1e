import { addDays, noonOf, todayOf } from '#platform/time/zone.ts'
import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { addReferences } from '#platform/reference/keeping.ts'
import { slugOf } from '#platform/text/slug.ts'
import { tell } from '#platform/events/events.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { DateField, Form, FormSection, NumberField, RowsField, TextField, WorkLayout } from '#ui/index.ts'
import { scheduleChanged } from '../contract.ts'
import { hoursProblem, workedMinutes, type Hours, type WeekPattern } from '../pattern.ts'
import { patternsOn, patternVersions } from '../rules.ts'

const whole = (most: number) => z.string().default('0').transform(text => text.trim() || '0').pipe(z.string().regex(/^\d{1,3}$/, 'Tulis menit sebagai angka')).transform(Number).pipe(z.number().max(most, 'Paling banyak {max} menit'))

const form = z.looseObject({
  name: line(3, 60, 'Isi nama pola'), legal_basis: line(3, 300, 'Tulis dasar hukumnya'), valid_from: z.iso.date('Tulis hari pertama'),
  before: whole(240), after: whole(240), grace: whole(120),
})

const columns = ['start', 'end', 'pause', 'resume'] as const
const weeks = [['hari', 'days'], ['ramadan', 'ramadan']] as const

/** A clock as people type it, `7.30` or `07:30`; empty where nothing stands, null where it is none. */
function clockOf(typed: unknown): string | null {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return ''
  const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** Seven rows as hours; @throws Problem at the cell that is wrong. Null where no day has any. */
function weekFrom(input: Record<string, unknown>, prefix: string): (Hours | null)[] | null {
  const days = Array.from({ length: 7 }, (_, i): Hours | null => {
    const at = (key: (typeof columns)[number]) => `${prefix}-${i}-${key}`
    const [start, end, pause, resume] = columns.map(key => {
      const time = clockOf(input[at(key)])
      if (time === null) throw new Problem(at(key), 'Tulis jam seperti 07.30.')
      return time
    }) as [string, string, string, string]
    if (start === '' && end === '') return null
    if (start === '' || end === '') throw new Problem(at(start === '' ? 'start' : 'end'), 'Isi jam masuk dan jam pulang, atau kosongkan keduanya.')
    if ((pause === '') !== (resume === '')) throw new Problem(at('pause'), 'Isi awal dan akhir istirahat, atau kosongkan keduanya.')
    const times = { start, end, break: pause === '' ? null : ([pause, resume] as [string, string]) }
    const hours = { ...times, minutes: Math.max(0, workedMinutes(times)) }
    const problem = hoursProblem(hours)
    if (problem) throw new Problem(at('start'), problem)
    return hours
  })
  return days.some(day => day !== null) ? days : null
}

const keeps = ({ who }: Pick<Context, 'who'>): void => {
  if (!who.reach('schedules.manage')?.government) throw new Refused('Pola jam kerja ditetapkan untuk seluruh pemerintah daerah.')
}

function filled(pattern: WeekPattern | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = { name: pattern?.name, before: pattern?.flexible.before ?? 0, after: pattern?.flexible.after ?? 0, grace: pattern?.grace ?? 0 }
  for (const [prefix, key] of weeks)
    for (const [i, hours] of (pattern?.[key] ?? []).entries())
      if (hours) Object.assign(values, { [`${prefix}-${i}-start`]: hours.start, [`${prefix}-${i}-end`]: hours.end, [`${prefix}-${i}-pause`]: hours.break?.[0], [`${prefix}-${i}-resume`]: hours.break?.[1] })
  return values
}

function Week({ fields, prefix, label, hint }: { fields: Fields; prefix: string; label: string; hint: string }) {
  const days = Array.from({ length: 7 }, (_, i) => t('{day, date, ::EEEE}', { day: noonOf(addDays('2024-01-01', i)) }))
  return (
    <FormSection title={label} hint={hint}>
      {days.map((day, i) => (
        <RowsField key={day} field={fields(`${prefix}-${i}`)} label={day} count={1} cell={(_, key) => fields(`${prefix}-${i}-${key}`)}
          columns={[{ key: 'start', label: t('Jam masuk') }, { key: 'end', label: t('Jam pulang') }, { key: 'pause', label: t('Istirahat dari') }, { key: 'resume', label: t('Istirahat sampai') }]} />
      ))}
    </FormSection>
  )
}

/** Adds a pattern of the government's own, or a newer version of one: it holds from a day on, and older days keep theirs. */
export const writePatternPage = page({
  path: '/kerja/jadwal/pola/baru',
  may: 'schedules.manage',
  query: z.object({ dari: z.string().max(80).optional().catch(undefined) }),
  form,
  async load(context) {
    keeps(context)
    const today = todayOf(context)
    return { today, source: patternsOn(await patternVersions(context.db), today).find(({ code }) => code === context.query.dari) }
  },
  fill: ({ source, today }) => ({ ...filled(source?.value), valid_from: addDays(today, 1) }),
  view: ({ data: { source }, fields }) => (
    <WorkLayout title={source ? t('Perbarui pola jam kerja') : t('Tambah pola jam kerja')} lead={source?.value.name} breadcrumbs={[{ label: t('Jadwal kerja'), href: '/kerja/jadwal' }, { label: t('Pola jam kerja'), href: '/kerja/jadwal/pola' }]}>
      <Form fields={fields} submit={t('Simpan')}>
        <TextField field={fields('name')} label={t('Nama pola')} required maxlength={60} />
        <Week fields={fields} prefix="hari" label={t('Hari biasa')} hint={t('Tulis jam seperti 07.30; hari tanpa jam adalah hari libur. Menit kerja dihitung tanpa istirahat.')} />
        <Week fields={fields} prefix="ramadan" label={t('Ramadan')} hint={t('Kosongkan semua bila jam kerjanya tetap.')} />
        <FormSection title={t('Waktu fleksibel dan toleransi')}>
          <NumberField field={fields('before')} label={t('Boleh datang lebih awal')} suffix={t('menit')} required hint={t('Pulang sebanyak itu lebih awal.')} />
          <NumberField field={fields('after')} label={t('Boleh datang lebih lambat')} suffix={t('menit')} required hint={t('Pulang sebanyak itu lebih lambat.')} />
          <NumberField field={fields('grace')} label={t('Toleransi terlambat')} suffix={t('menit')} required />
        </FormSection>
        <TextField field={fields('legal_basis')} label={t('Dasar hukum')} required maxlength={300} hint={t('Peraturan atau keputusan kepala daerah, dengan nomornya.')} />
        <DateField field={fields('valid_from')} label={t('Berlaku dari')} required />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    keeps(context)
    const { tx, input, query, ask, government, note } = context
    if (input.valid_from <= todayOf(context)) throw new Problem('valid_from', 'Pola berlaku paling cepat mulai besok, supaya hari yang sudah dinilai tidak berubah.')
    const days = weekFrom(input, 'hari')
    if (!days) throw new Problem('hari-0-start', 'Isi jam kerja paling sedikit satu hari.')
    const source = patternsOn(await patternVersions(tx), todayOf(context)).find(({ code }) => code === query.dari)
    const value: WeekPattern = { name: input.name, days, ramadan: weekFrom(input, 'ramadan'), flexible: { before: input.before, after: input.after }, grace: input.grace, opens: source?.value.opens ?? 90, closes: source?.value.closes ?? 300 }
    const version = { list: 'week-pattern', code: source?.code ?? slugOf(input.name), value, legalBasis: input.legal_basis, validFrom: input.valid_from, validTo: null }
    if (!source && (await patternVersions(tx)).some(({ code }) => code === version.code)) throw new Problem('name', 'Sudah ada pola dengan nama ini. Perbarui pola itu, atau pilih nama lain.')
    if ((await addReferences(tx, [version])) === 0) throw new Problem('valid_from', 'Mulai hari itu sudah ada versi pola ini. Pilih hari lain.')
    const root = (await ask(unitDirectory).of(government.id)).all.find(({ kind }) => kind === 'government')
    await tell(tx, scheduleChanged, { unitId: root?.id ?? null, employeeId: null, from: input.valid_from, until: null })
    note({ record: ['week-pattern', version.code], after: { ...version } })
    return goto('/kerja/jadwal/pola', 'Pola jam kerja disimpan.')
  },
})
