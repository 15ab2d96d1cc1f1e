import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { educationWords, kindWords, staff } from '#modules/personnel/contract.ts'
import { DataTable, EmptyState, Grid, Section, Share, Stat, WorkLayout } from '#ui/index.ts'
import { rulesOn } from '../due/rules.ts'
import { tabsFor } from '../parts/tabs.ts'
import { figuresOf, type Bar } from './figures.ts'

/** The staff in figures, within reach: only those in service are counted. */
export const statisticsPage = page({
  path: '/kerja/pegawai/statistik',
  may: 'personnel.read',
  async load(context) {
    const { db, who, ask, government, now } = context
    const today = dayIn(now, government.zone)
    const [units, rules, counts] = await Promise.all([ask(unitDirectory).of(government.id), rulesOn(db, today), ask(staff).counts(db, who.reach('personnel.read'))])
    return { units, rules, figures: figuresOf(counts, { units, rules, today }) }
  },
  view({ data: { units, rules, figures }, who }) {
    const { total, kinds } = figures
    const women = kinds.reduce((sum, { f }) => sum + f, 0)
    const list = (filter: string) => `/kerja/pegawai?${filter}`
    if (total === 0)
      return <WorkLayout title={t('Statistik pegawai')} tabs={tabsFor(who, 'statistik')}><EmptyState title={t('Belum ada pegawai')}>{t('Catat pegawai dahulu; angkanya muncul di sini.')}</EmptyState></WorkLayout>
    return (
      <WorkLayout title={t('Statistik pegawai')} lead={t('Pegawai aktif dalam jangkauan Anda.')} tabs={tabsFor(who, 'statistik')}>
        <Grid>
          <Stat value={number(total)} href="/kerja/pegawai">{t('pegawai aktif')}</Stat>
          {kinds.map(({ code, m, f }) => <Stat key={code} value={number(m + f)} href={list(`jenis=${code}`)} share={(m + f) / total}>{said(kindWords, code)}</Stat>)}
          <Stat value={`${Math.round((women / total) * 100)}%`} share={women / total}>{t('perempuan')}</Stat>
        </Grid>
        <Section title={t('Pensiun sepuluh tahun ke depan')} link={{ href: '/kerja/pegawai/jatuh-tempo?daftar=retirement&sampai=60', label: t('Nama-namanya') }}>
          <Bars caption={t('Pensiun sepuluh tahun ke depan')} label={t('Tahun')} bars={figures.retiring} name={code => code} />
        </Section>
        <Section title={t('Golongan')}><Bars caption={t('Golongan')} label={t('Golongan')} bars={figures.grades} name={code => [code, rules.grades.find(grade => grade.code === code)?.name].filter(Boolean).join(', ')} href={code => list(`golongan=${encodeURIComponent(code)}`)} /></Section>
        <Section title={t('Umur')}><Bars caption={t('Umur')} label={t('Umur')} bars={figures.ages} name={code => t('{band} tahun', { band: code })} /></Section>
        <Section title={t('Pendidikan')}><Bars caption={t('Pendidikan')} label={t('Pendidikan')} bars={figures.educations} name={code => said(educationWords, code)} /></Section>
        <Section title={t('Unit')}><Bars caption={t('Unit')} label={t('Unit')} bars={figures.units} name={code => units.byId(code)?.name ?? t('Unit yang sudah ditutup')} href={code => list(`unit=${code}`)} /></Section>
      </WorkLayout>
    )
  },
})

const said = (words: Readonly<Record<string, string>>, code: string) => (code in words ? t(words[code] ?? code) : code)

/** A figure as a table with bars: men and women against the longest bar. */
function Bars({ caption, label, bars, name, href }: { caption: string; label: string; bars: readonly Bar[]; name: (code: string) => string; href?: (code: string) => string }) {
  const longest = Math.max(1, ...bars.flatMap(({ m, f }) => [m, f]))
  return (
    <DataTable caption={caption} rows={bars} rowKey={({ code }) => code}
      foot={[t('Jumlah'), number(bars.reduce((sum, { m }) => sum + m, 0)), number(bars.reduce((sum, { f }) => sum + f, 0)), number(bars.reduce((sum, { m, f }) => sum + m + f, 0))]}
      columns={[
        { label, main: true, cell: ({ code }) => (href ? <a href={href(code)}>{name(code)}</a> : name(code)) },
        { label: t('Laki-laki'), numeric: true, cell: ({ m }) => <Share share={m / longest}>{number(m)}</Share> },
        { label: t('Perempuan'), numeric: true, cell: ({ f }) => <Share share={f / longest}>{number(f)}</Share> },
        { label: t('Jumlah'), numeric: true, cell: ({ m, f }) => number(m + f) },
      ]} />
  )
}
