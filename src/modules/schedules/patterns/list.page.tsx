import { addDays, noonOf, todayOf } from '#platform/time/zone.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { Badge, ButtonLink, DataTable, FactList, Muted, Section, WorkLayout } from '#ui/index.ts'
import { scheduleTabs } from '../parts/tabs.ts'
import { durationWords, spanWords, timeWords } from '../parts/words.ts'
import { weekMinutes, type Hours } from '../pattern.ts'
import { defaultPattern, patternsOn, patternVersions } from '../rules.ts'

function hoursCell(hours: Hours | null | undefined) {
  if (!hours) return <Muted>{t('Libur')}</Muted>
  return <>{timeWords(hours.start)}–{timeWords(hours.end)}{hours.break && <div><small>{t('istirahat {from}–{until}', { from: timeWords(hours.break[0]), until: timeWords(hours.break[1]) })}</small></div>}</>
}

/** Working hours as they are set: patterns of weeks with their Ramadan, and the Ramadans known. */
export const patternsPage = page({
  path: '/kerja/jadwal/pola',
  may: 'signed-in',
  async load(context) {
    const { db, who } = context
    const today = todayOf(context)
    const [versions, otherwise, ramadans] = await Promise.all([patternVersions(db), defaultPattern(db, today), referenceList<{ from: string; until: string }>(db, 'ramadan', `${Number(today.slice(0, 4)) + 1}-12-31`)])
    return { patterns: patternsOn(versions, today), coming: versions.filter(({ validFrom }) => validFrom > today), otherwise, ramadans: ramadans.filter(({ value }) => value.until >= today), manages: Boolean(who.reach('schedules.manage')?.government) }
  },
  view({ data: { patterns, coming, otherwise, ramadans, manages }, who }) {
    const dayNames = Array.from({ length: 7 }, (_, i) => t('{day, date, ::EEEE}', { day: noonOf(addDays('2024-01-01', i)) }))
    return (
      <WorkLayout title={t('Pola jam kerja')} lead={t('Setiap pola berlaku sejak harinya; yang lama tetap tersimpan untuk hari-hari sebelumnya.')} tabs={scheduleTabs('patterns', who)} action={manages && <ButtonLink href="/kerja/jadwal/pola/baru">{t('Tambah pola')}</ButtonLink>}>
        {patterns.map(({ code, value, legalBasis, verified, validFrom, validTo }) => (
          <Section key={code} title={value.name} id={code} link={manages ? { href: `/kerja/jadwal/pola/baru?dari=${encodeURIComponent(code)}`, label: t('Perbarui') } : undefined}>
            <DataTable caption={value.name} rows={dayNames.map((label, i) => ({ label, i }))} rowKey={({ label }) => label} columns={[
              { label: t('Hari'), main: true, cell: ({ label }) => label },
              { label: t('Jam kerja'), cell: ({ i }) => hoursCell(value.days[i]) },
              ...(value.ramadan ? [{ label: t('Ramadan'), cell: ({ i }: { i: number }) => hoursCell(value.ramadan?.[i]) }] : []),
            ]} />
            <FactList facts={[
              { label: t('Seminggu'), value: value.ramadan ? t('{time}, Ramadan {ramadan}', { time: durationWords(weekMinutes(value.days)), ramadan: durationWords(weekMinutes(value.ramadan)) }) : durationWords(weekMinutes(value.days)) },
              { label: t('Waktu fleksibel'), value: value.flexible.before + value.flexible.after > 0 && t('datang {before} menit sebelum sampai {after} menit sesudah jam masuk, pulang mengikuti', { before: value.flexible.before, after: value.flexible.after }) },
              { label: t('Toleransi'), value: value.grace > 0 && t('{n} menit', { n: value.grace }) },
              { label: t('Dasar hukum'), value: <>{legalBasis} {!verified && <Badge tone="warn">{t('Belum dicocokkan')}</Badge>}</> },
              { label: t('Berlaku'), value: <>{spanWords({ from: validFrom, until: validTo })} {code === otherwise && <Badge tone="info">{t('Pola umum')}</Badge>}</> },
            ]} />
          </Section>
        ))}
        {coming.length > 0 && (
          <Section title={t('Akan berlaku')}>
            <DataTable caption={t('Akan berlaku')} rows={coming} rowKey={({ code, validFrom }) => `${code} ${validFrom}`} columns={[
              { label: t('Pola'), main: true, cell: one => one.value.name },
              { label: t('Berlaku'), cell: one => spanWords({ from: one.validFrom, until: one.validTo }) },
              { label: t('Seminggu'), cell: one => durationWords(weekMinutes(one.value.days)) },
            ]} />
          </Section>
        )}
        <Section title={t('Ramadan')} id="ramadan">
          <DataTable caption={t('Ramadan')} rows={ramadans} rowKey={({ code }) => code} columns={[
            { label: t('Tahun Hijriah'), main: true, cell: ({ code }) => code },
            { label: t('Tanggal'), cell: ({ value }) => spanWords(value) },
            { label: t('Sumber'), cell: ({ legalBasis, verified }) => <>{legalBasis} {!verified && <Badge tone="warn">{t('Belum dicocokkan')}</Badge>}</> },
          ]} />
        </Section>
      </WorkLayout>
    )
  },
})
