import { z } from 'zod'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { referenceVersions } from '#platform/reference/keeping.ts'
import { goto, page, type ActContext, type Context, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { Button, DataTable, EmptyState, ErrorSummary, Form, Grid, Notice, Section, Share, Stat, WorkLayout } from '#ui/index.ts'
import { AuditFacts } from './audit-facts.tsx'
import { PartTable } from './part-table.tsx'
import { FailureNotice } from './failure.tsx'
import { board } from '../parts/tabs.ts'
import { kindNames, lists } from '../requirement.ts'
import { monthsOf, now, removeOutside, subjectWithin, type Subject } from '../store.ts'

/** Minutes between two audits of an outside site: its host is not ours to hurry. */
const restMinutes = 10

async function read(context: Context) {
  const { db, who, params, ask, government } = context
  const subject = await subjectWithin(db, who.reach('site-health.see'), { id: params.id! })
  if (!subject) throw new NotFound()
  const [months, units, sites, versions] = await Promise.all([
    monthsOf(db, subject.id),
    ask(unitDirectory).of(government.id),
    ask(siteDirectory).of(government.id),
    referenceVersions(db, lists.weights, { code: subject.kind, limit: 50 }),
  ])
  return { subject, months, unit: subject.unitId ? units.byId(subject.unitId) : undefined, site: subject.unitId && subject.url === null ? sites.byUnit(subject.unitId) : undefined, version: versions.find(({ id }) => subject.judgedBy.includes(id)) }
}

/** One site: what it got for what, what would raise it, where, and how it went month by month. */
export const detailPage = page({
  path: `${board}/:id`,
  may: 'site-health.see',
  form: z.object({ langkah: z.enum(['periksa', 'hapus'], 'Pilih langkah') }),
  load: read,
  view({ data, fields, who }) {
    const { subject, months, unit, site, version } = data
    const outside = subject.url !== null
    const lost = subject.parts.filter(part => part.text !== null).toSorted((a, b) => b.of - b.points - (a.of - a.points))
    const full = subject.parts.filter(part => part.text === null)
    const manage = who.may('site-health.manage')
    return (
      <WorkLayout title={subject.name} lead={<>{t(kindNames[subject.kind])}{unit && unit.name !== subject.name && <> · {unit.name}</>}</>} breadcrumbs={[{ label: t('Kesehatan situs'), href: board }, ...(outside ? [{ label: t('Situs luar'), href: `${board}/luar` }] : [])]}>
        <ErrorSummary fields={fields} />
        {subject.waiting && <Notice title={t('Sedang diperiksa')}><p>{outside ? t('Situs luar dikunjungi pelan-pelan; hasilnya ada dalam satu sampai dua menit. Muat ulang halaman ini.') : t('Muat ulang halaman ini sebentar lagi.')}</p></Notice>}
        <FailureNotice subject={subject} />
        {subject.score === null
          ? !subject.waiting && <EmptyState title={t('Belum diperiksa')}>{outside ? t('Tekan “Periksa sekarang”.') : t('Setiap situs yang terbit diperiksa sekali seminggu, dan tidak lama setelah halamannya berubah.')}</EmptyState>
          : (
            <>
              <Grid>
                <Stat value={`${subject.score}/100`} share={subject.score / 100} shareLabel={t('Nilai')}>{subject.facts.complete ? t('nilai; semua yang wajib ada') : t('nilai; belum semua yang wajib ada')}</Stat>
              </Grid>
              {lost.length > 0 && <Section title={t('Yang menaikkan nilai')} link={!outside && unit ? { href: `/kerja/situs/${unit.slug}`, label: t('Ubah situs ini') } : undefined}><PartTable parts={lost} unit={outside ? undefined : unit} caption={t('Yang menaikkan nilai')} gains /></Section>}
              {full.length > 0 && <Section title={t('Sudah baik')}><PartTable parts={full} caption={t('Sudah baik')} /></Section>}
              <Section title={t('Pemeriksaan terakhir')}><AuditFacts subject={subject} site={site} version={version} /></Section>
              <Section title={t('Bulan demi bulan')}>
                <DataTable caption={t('Bulan demi bulan')} rows={months} rowKey={row => row.month} columns={[
                  { label: t('Bulan'), main: true, cell: row => monthName(row.month) },
                  { label: t('Nilai'), numeric: true, cell: row => <Share share={row.score / 100}>{row.score}</Share> },
                  { label: t('Lengkap'), cell: row => (row.complete ? t('Ya') : t('Tidak')) },
                ]} />
              </Section>
            </>
          )}
        {(outside ? manage : !subject.waiting) && <Form fields={fields} actions={<>
          {!subject.waiting && <Button kind="primary" name="langkah" value="periksa">{t('Periksa sekarang')}</Button>}
          {outside && <Button kind="danger" name="langkah" value="hapus">{t('Hapus dari daftar')}</Button>}
        </>} />}
      </WorkLayout>
    )
  },
  act,
})

/** `November 2026`: the first of the month without its day, which stands first in both languages. */
const monthName = (month: string): string => longDate(`${month}-01`).replace(/^1 /, '')

/** Audits now, or takes an outside site off the list. */
async function act(context: ActContext<unknown, { langkah: 'periksa' | 'hapus' }>): Promise<Goto> {
  const { tx, who, params, input, hands, note, now: at } = context
  const subject = await subjectWithin(tx, who.reach('site-health.see'), { id: params.id! })
  if (!subject) throw new NotFound()
  if (subject.url !== null && !who.may('site-health.manage')) throw new Refused()
  if (input.langkah === 'hapus') {
    if (subject.url === null) throw new Problem('', 'Situs di Pendopo tidak dapat dihapus dari papan ini.')
    await removeOutside(tx, subject.id)
    note({ record: ['site', subject.id], before: { url: subject.url, name: subject.name }, after: {} })
    return goto(`${board}/luar`, '“{name}” tidak diperiksa lagi.', { name: subject.name })
  }
  mayAuditNow(subject, at)
  await now(tx, subject.id)
  await hands.jobs.enqueue(tx, 'site-health.audit-one', hands.governmentId, { subject: subject.id })
  note({ record: ['site', subject.id] })
  return goto(`${board}/${subject.id}`, 'Pemeriksaan dimulai.')
}

/** Whether it is time for another audit: own sites any time, those of others after a rest. */
function mayAuditNow(subject: Subject, at: Date): void {
  if (subject.waiting) throw new Problem('', 'Situs ini sedang diperiksa.')
  const rested = subject.auditedAt ? (at.getTime() - subject.auditedAt.getTime()) / 60_000 : Infinity
  if (subject.url !== null && rested < restMinutes) throw new Problem('', 'Situs ini baru saja diperiksa. Tunggu {n} menit agar tidak membebani.', { n: Math.ceil(restMinutes - rested) })
}
