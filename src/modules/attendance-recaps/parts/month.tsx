import { clock, longDate, number, rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { noonOf } from '#platform/time/zone.ts'
import { dayWords } from '#modules/attendance/contract.ts'
import { DataTable, FactList, Section, StateBadge, Timeline, type Column } from '#ui/index.ts'
import type { PersonMonth } from '../reading.ts'
import { amountOf } from '../rules/allowance.ts'
import { dueDays, reasonKinds, type KeptDay } from '../rules/recap.ts'
import type { Change, ToldWarning } from '../store.ts'
import { deviationWords, levelName, partName, percent, reasonFor, timesWords, warningWords } from './words.ts'

const hours = ({ in: came, out }: KeptDay): string => (came || out ? `${came ? clock(new Date(came)) : '?'}–${out ? clock(new Date(out)) : ''}` : '–')

/** The state of a day with its reason, as far as the reader may know. */
function stateText(day: KeptDay, today: string, closely: boolean): string {
  if (day.state === 'expected' && day.day > today) return '–'
  if (day.state === 'not-due' && day.name) return day.name
  const state = t(dayWords[day.state].label)
  return (day.state === 'explained' || day.state === 'waiting') && day.reason !== null ? t('{state}: {reason}', { state, reason: reasonFor(day.reason, closely) }) : state
}

interface MonthViewProps {
  found: PersonMonth
  today: string
  /** Whether the reader may know what explains a day. */
  closely: boolean
  /** Whether the reader may know amounts: the person, and personnel officers. */
  amounts: boolean
  /** Where a day is put right after closing. */
  correct?: (day: string) => string
}

/** What a month comes to, what it cuts, and every day it comes from. */
export function MonthView({ found: { counts, cut, base, days, table, otherwise }, today, closely, amounts, correct }: MonthViewProps) {
  const explained = reasonKinds.flatMap(reason => (counts.explainedBy[reason] ? [{ name: reasonFor(reason, closely), n: counts.explainedBy[reason] }] : []))
  const named = [...Map.groupBy(explained, ({ name }) => name)].map(([name, all]) => `${name} ${number(all.reduce((sum, { n }) => sum + n, 0))}`)
  return (
    <>
      <FactList facts={[
        { label: t('Hadir'), value: t('{n} dari {of} hari kerja', { n: number(counts.present + counts.missingIn + counts.missingOut), of: number(dueDays(counts)) }) },
        { label: t('Terlambat'), value: timesWords(counts.late) },
        { label: t('Pulang awal'), value: timesWords(counts.early) },
        { label: t('Lupa catat'), value: counts.missingIn + counts.missingOut > 0 && t('masuk {in} kali, pulang {out} kali', { in: number(counts.missingIn), out: number(counts.missingOut) }) },
        { label: t('Dijelaskan'), value: named.length > 0 && named.join(' · ') },
        { label: t('Tanpa keterangan'), value: t('{n} hari', { n: number(counts.absent) }) },
        { label: t('Belum diputuskan'), value: counts.open + counts.doubtful > 0 && t('{n} hari', { n: number(counts.open + counts.doubtful) }) },
        { label: t('Potongan TPP'), value: cut && <b>{percent(cut.total)}</b> },
        { label: t('Potongan dalam rupiah'), value: amounts && cut && base !== null && t('{cut} dari {base}', { cut: rupiah(amountOf(base, cut.total)), base: rupiah(base) }) },
      ]} />
      {cut && cut.parts.length > 0 && (
        <Section title={t('Dari mana potongannya')} id="potongan">
          <DataTable caption={t('Dari mana potongannya')} rows={cut.parts} rowKey={({ code }) => code} columns={[
            { label: t('Karena'), main: true, cell: ({ code }) => partName(code) },
            { label: t('Kali'), numeric: true, cell: ({ n }) => number(n) },
            { label: t('Potongan'), numeric: true, cell: part => percent(part.cut) },
          ]} foot={[t('Jumlah'), '', percent(cut.total)]} />
          <p><small>{cut.capped && t('Dibatasi paling banyak {cap} sebulan.', { cap: percent(cut.total) })} {table && t('Menurut {basis}.', { basis: table.legalBasis })} {t('Satu hari tidak pernah memotong lebih dari satu hari tidak hadir.')}</small></p>
        </Section>
      )}
      <Section title={t('Hari demi hari')} id="hari">
        <DataTable caption={t('Hari demi hari')} rows={days} rowKey={({ day }) => day} mark={({ day }) => (day === today ? 'new' : undefined)} columns={[
          { label: t('Hari'), main: true, cell: ({ day }) => <time datetime={day}>{t('{day, date, ::EEEdMMM}', { day: noonOf(day) })}</time> },
          { label: t('Jam'), cell: hours },
          { label: t('Keadaan'), cell: day => stateText(day, today, closely) },
          { label: t('Catatan'), cell: day => [deviationWords(day), day.doubtful && t('perlu dilihat atasan'), otherwise.has(day.day) && t('presensi sekarang mencatat: {state}', { state: [stateText(otherwise.get(day.day)!, today, closely), deviationWords(otherwise.get(day.day)!)].filter(Boolean).join(', ') })].filter(Boolean).join(' · ') || '–' },
          ...(correct ? [{ label: t('Langkah'), quiet: true, cell: (day: KeptDay) => (day.state === 'not-due' ? '–' : <a href={correct(day.day)} aria-label={t('Perbaiki {day}', { day: longDate(day.day) })}>{t('Perbaiki')}</a>) }] : []),
        ]} />
      </Section>
    </>
  )
}

/** What was put right after closing, with who and why. */
export const Changes = ({ changes, names, today, closely }: { changes: readonly Change[]; names: ReadonlyMap<string, { name: string }>; today: string; closely: boolean }) =>
  changes.length > 0 && (
    <Section title={t('Perbaikan sesudah ditutup')} id="perbaikan">
      <Timeline items={changes.map(one => ({
        title: t('{day}: {before} → {after}', { day: longDate(one.day), before: stateText(one.before, today, closely), after: stateText(one.after, today, closely) }),
        at: one.at, who: names.get(one.by)?.name,
        body: <p>{one.reason}{one.basis && ` (${one.basis})`}{one.cutBefore !== null && one.cutAfter !== null && one.cutBefore !== one.cutAfter && ` ${t('Potongan {before} → {after}.', { before: percent(one.cutBefore), after: percent(one.cutAfter) })}`}</p>,
      }))} />
    </Section>
  )

/** Thresholds of discipline that are near or crossed. */
export const Warnings = ({ warnings }: { warnings: readonly ToldWarning[] }) =>
  warnings.length > 0 && (
    <Section title={t('Batas disiplin')} id="disiplin">
      <DataTable caption={t('Batas disiplin')} rows={warnings} rowKey={({ id }) => id} columns={warningColumns()} />
    </Section>
  )

/** Columns shared by the lists of warnings. */
export const warningColumns = (): Column<ToldWarning>[] => [
  { label: t('Batas'), main: true, cell: ({ threshold: { counts, from } }) => thresholdText(counts, from) },
  { label: t('Keadaan'), cell: ({ state, days }) => <><StateBadge state={state} states={warningWords} /> {t('{n} hari', { n: number(days) })}</> },
  { label: t('Hukuman yang dapat dijatuhkan'), cell: ({ threshold: { level, sanction } }) => `${levelName(level)}: ${sanction}` },
  { label: t('Diberitahukan'), cell: ({ onDay }) => longDate(onDay) },
]

const thresholdText = (counts: 'year' | 'row', from: number): string => (counts === 'year' ? t('{n} hari kumulatif setahun', { n: number(from) }) : t('{n} hari berturut-turut', { n: number(from) }))
