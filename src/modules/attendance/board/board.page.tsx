import { addDays, mondayOf, noonOf, todayOf } from '#platform/time/zone.ts'
import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { addressWith, ButtonLink, DataTable, EmptyState, Grid, HeatMap, Notice, Pager, Section, Stat, StateBadge, WorkLayout, type Column, type HeatCell } from '#ui/index.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { dayWords, type Day } from '../contract.ts'
import { boardTabs } from '../parts/tabs.ts'
import { deviationWords, hoursWords, stateText } from '../parts/words.ts'
import { byPart, scopeOf, type Scope } from './scope.ts'
import { count, emptyTally, heatOf, rateOf, type Tally } from './tally.ts'

const isoDay = z.iso.date().optional().catch(undefined)
const unitId = z.uuid().optional().catch(undefined)
const percent = (rate: number) => t('{n}%', { n: number(Math.round(rate * 100)) })

const crumbsOf = ({ viewer: { units, visible }, unit }: Scope, path: string) => [
  { label: t('Presensi'), href: '/presensi' }, { label: t('Presensi pegawai'), href: path }, ...(unit ? units.ancestors(unit.id).slice(0, -1).filter(({ id }) => visible.has(id)).map(({ id, shortName }) => ({ label: shortName, href: `${path}?unit=${id}` })) : []),
]

const dayIn = (scope: Scope, person: Employee, day: string): Day | undefined => scope.days.get(person.id)?.find(one => one.day === day)
const tallyOf = (scope: Scope, people: readonly Employee[], day: string): Tally => people.reduce((tally, person) => { const found = dayIn(scope, person, day); return found ? count(tally, found) : tally }, emptyTally())

/** Who came, who is explained, who is not there yet: by unit, down to the people. */
export const boardPage = page({
  path: '/kerja/presensi',
  may: 'signed-in',
  query: z.object({ unit: unitId, hari: isoDay }),
  async load(context) {
    const day = context.query.hari ?? todayOf(context)
    const scope = await scopeOf(context, context.query.unit, day, day)
    return { day, today: todayOf(context), scope }
  },
  view({ data: { day, today, scope }, request: { url } }) {
    const { viewer, unit, parts, people, everyone } = scope
    const groups = byPart(scope)
    const rows = parts.map(part => ({ part, tally: tallyOf(scope, groups.get(part.id) ?? [], day) }))
    const all = tallyOf(scope, everyone, day)
    const suffix = day === today ? '' : `&hari=${day}`
    const numeric = (label: string, value: (tally: Tally) => number): Column<(typeof rows)[number]> => ({ label, numeric: true, cell: ({ tally }) => (value(tally) > 0 ? number(value(tally)) : '–') })
    return (
      <WorkLayout title={unit ? t('Presensi {unit}', { unit: unit.name }) : t('Presensi pegawai')} lead={t('{day, date, full}', { day: noonOf(day) })} breadcrumbs={crumbsOf(scope, '/kerja/presensi')} tabs={boardTabs(viewer, 'today')}
        action={viewer.officer && <ButtonLink kind="quiet" href="/kerja/presensi/impor">{t('Impor dari mesin presensi')}</ButtonLink>}>
        {all.due === 0 && everyone.length > 0 && <Notice><p>{t('Tidak ada yang bertugas pada hari ini.')}</p></Notice>}
        {all.due > 0 && <Grid>
          <Stat value={number(all.came)} share={rateOf(all) ?? undefined} shareLabel={t('{came} dari {of} yang seharusnya hadir', { came: all.came, of: all.due - all.explained })}>{t('hadir dari {of} yang seharusnya hadir', { of: number(all.due - all.explained) })}</Stat>
          <Stat value={number(all.late)}>{t('terlambat')}</Stat>
          <Stat value={number(all.explained)}>{t('dijelaskan: cuti, tugas, atau izin')}</Stat>
          <Stat value={number(all.expected)}>{t('belum tercatat')}</Stat>
          <Stat value={number(all.unknown)}>{t('menunggu penjelasan')}</Stat>
          {all.absent > 0 && <Stat value={number(all.absent)}>{t('tanpa keterangan')}</Stat>}
          {all.doubtful > 0 && viewer.supervised.size > 0 && <Stat value={number(all.doubtful)} href="/kerja/presensi/tinjau">{t('perlu dilihat')}</Stat>}
        </Grid>}
        {rows.length > 0 && (
          <DataTable caption={t('Menurut unit')} rows={rows} rowKey={({ part }) => part.id} columns={[
            { label: t('Unit'), main: true, cell: ({ part }) => <a href={`/kerja/presensi?unit=${part.id}${suffix}`}>{part.name}</a> },
            { label: t('Hadir'), numeric: true, cell: ({ tally }) => { const rate = rateOf(tally); return rate === null ? '–' : t('{came} ({rate})', { came: number(tally.came), rate: percent(rate) }) } },
            numeric(t('Terlambat'), tally => tally.late), numeric(t('Dijelaskan'), tally => tally.explained), numeric(t('Belum tercatat'), tally => tally.expected), numeric(t('Menunggu'), tally => tally.unknown), numeric(t('Tanpa keterangan'), tally => tally.absent),
          ]} />
        )}
        {people.length > 0 && (
          <Section title={t('Pegawai {unit}', { unit: unit!.shortName })}>
            <DataTable caption={t('Pegawai')} rows={people} rowKey={({ id }) => id} columns={[
              { label: t('Nama'), main: true, cell: person => <a href={`/kerja/presensi/pegawai/${person.id}`}>{person.name}</a> },
              { label: t('Jam'), cell: person => { const found = dayIn(scope, person, day); return found ? hoursWords(found) : '–' } },
              { label: t('Keadaan'), cell: person => { const found = dayIn(scope, person, day); return found && <>{found.reason ? stateText(found, viewer.supervised.has(person.unitId)) : <StateBadge state={found.state} states={dayWords} />}</> } },
              { label: t('Catatan'), cell: person => { const found = dayIn(scope, person, day); return (found && deviationWords(found)) || '–' } },
            ]} />
          </Section>
        )}
        {everyone.length === 0 && <EmptyState title={t('Belum ada pegawai di unit ini')}>{t('Pegawai muncul di sini begitu datanya ada di kepegawaian.')}</EmptyState>}
        <Pager newer={addressWith(url, { hari: addDays(day, -1) })} older={day < today ? addressWith(url, { hari: addDays(day, 1) }) : null} labels={{ newer: t('Hari sebelumnya'), older: t('Hari berikutnya') }} />
      </WorkLayout>
    )
  },
})

/** One cell of the week: what share of a group came. */
function groupCell(tally: Tally): HeatCell {
  const rate = rateOf(tally)
  if (rate === null) return { text: '–', level: null, name: tally.due > 0 ? t('Semua dijelaskan') : t('Tidak bertugas') }
  if (tally.came === 0 && tally.expected === tally.due - tally.explained) return { text: '–', level: null, name: t('Belum tercatat') }
  return { text: percent(rate), level: heatOf(rate), name: t('{came} dari {of} hadir', { came: number(tally.came), of: number(tally.due - tally.explained) }) }
}

/** The same of one person: a letter that the words explain. */
function personCell(day: Day | undefined, closely: boolean): HeatCell {
  if (!day || day.state === 'not-due') return { text: '·', level: null, name: t('Tidak bertugas') }
  const name = [stateText(day, closely), deviationWords(day)].filter(Boolean).join(', ')
  const letters = { present: [t('H'), 4], 'missing-in': [t('TM'), 1], 'missing-out': [t('TP'), 1], explained: [t('D'), 2], absent: [t('A'), 0], expected: ['–', null], waiting: ['?', 1] } as const
  const [text, level] = day.state === 'present' && day.late > 0 ? [t('T'), 3 as const] : letters[day.state]
  return { text, level, name }
}

/** A week at a glance: units, or the people of a unit without any below. */
export const weekPage = page({
  path: '/kerja/presensi/pekan',
  may: 'signed-in',
  query: z.object({ unit: unitId, mulai: isoDay }),
  async load(context) {
    const today = todayOf(context)
    const monday = mondayOf(context.query.mulai ?? today)
    return { today, monday, scope: await scopeOf(context, context.query.unit, monday, addDays(monday, 6)) }
  },
  view({ data: { today, monday, scope }, request: { url } }) {
    const { viewer, unit, parts, people } = scope
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
    const groups = byPart(scope)
    const columns = days.map(day => ({ key: day, label: t('{day, date, ::EEEd}', { day: noonOf(day) }), name: t('{day, date, full}', { day: noonOf(day) }) }))
    return (
      <WorkLayout title={unit ? t('Sepekan, {unit}', { unit: unit.name }) : t('Sepekan')} lead={t('{from, date, ::dMMM}–{until, date, ::dMMMyyyy}', { from: noonOf(monday), until: noonOf(addDays(monday, 6)) })} breadcrumbs={crumbsOf(scope, '/kerja/presensi/pekan')} tabs={boardTabs(viewer, 'week')}>
        {parts.length > 0 && <HeatMap caption={t('Kehadiran menurut unit')} head={t('Unit')} columns={columns} rows={parts.map(part => ({ key: part.id, label: <a href={addressWith(url, { unit: part.id })}>{part.name}</a>, cells: days.map(day => groupCell(tallyOf(scope, groups.get(part.id) ?? [], day))) }))} />}
        {people.length > 0 && (
          <>
            <HeatMap caption={t('Kehadiran pegawai')} head={t('Pegawai')} columns={columns} rows={people.map(person => ({ key: person.id, label: <a href={`/kerja/presensi/pegawai/${person.id}`}>{person.name}</a>, cells: days.map(day => personCell(dayIn(scope, person, day), viewer.supervised.has(person.unitId))) }))} />
            <p><small>{t('H hadir · T terlambat · D dijelaskan · TM tidak tercatat masuk · TP tidak tercatat pulang · ? menunggu penjelasan · A tanpa keterangan')}</small></p>
          </>
        )}
        <Pager newer={addressWith(url, { mulai: addDays(monday, -7) })} older={addDays(monday, 7) <= today ? addressWith(url, { mulai: addDays(monday, 7) }) : null} labels={{ newer: t('Pekan sebelumnya'), older: t('Pekan berikutnya') }} />
      </WorkLayout>
    )
  },
})
