import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { paragraphs, ticked } from '#platform/forms/inputs.ts'
import { longDate, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { addressWith, Button, ButtonLink, CheckField, DataTable, EmptyState, FactList, FilterBar, Form, HiddenField, LiveBoard, Notice, SelectField, Section, Stat, StateBadge, TextArea, WorkLayout } from '#ui/index.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { noonOf, todayOf } from '#platform/time/zone.ts'
import { viewers } from '#modules/attendance/contract.ts'
import { monthName, monthOptions, monthText } from '../list/asked.ts'
import { agenciesOf, agencyOf, closes, monthAsked, unitsOfAgency } from '../parts/here.ts'
import { recapCrumbs, recapTabs } from '../parts/tabs.ts'
import { closingWords } from '../parts/words.ts'
import { deadlineOf } from '../rules.ts'
import { undecided } from '../rules/recap.ts'
import { closingOf, insertClosing } from '../store.ts'
import { close, isOver, openMonth, staffOf } from './close.ts'
import { beginLetter } from './letter.ts'
import { beginRun, isRunning, many, runOf } from './run.ts'

const steps = ['moderasi', 'tutup', 'surat'] as const
/** People with open days listed on the screen; the rest come up as these are settled. */
const listedMost = 100

const query = z.object({ unit: z.uuid().optional().catch(undefined), bulan: monthText })

/** The agency whose month is looked at: that of the unit asked for, of one's own, or the first one may close. */
async function agencyHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'government' | 'now' | 'db'>, asked: z.output<typeof query>) {
  const viewer = await context.ask(viewers).viewerOf(context)
  const { units, officer } = viewer
  const today = todayOf(context)
  const month = monthAsked(asked.bulan, today)
  const mine = agenciesOf(units, units.all.map(({ id }) => id).filter(unitId => covers(officer, { unitId }))).filter(({ id }) => closes(viewer, id))
  const own = agencyOf(units, context.who.account!.unitId)
  const agency = asked.unit ? agencyOf(units, asked.unit) : (mine.find(({ id }) => id === own?.id) ?? mine[0])
  if (asked.unit && (!agency || !closes(viewer, agency.id))) throw new NotFound()
  return { viewer, today, month, agency: agency ?? null, agencies: mine, closing: agency ? await closingOf(db, agency.id, month) : null }
}

/** What a month still lacks, from there to moderation and to its end. */
export const closingPage = page({
  path: '/kerja/presensi/rekap/tutup',
  may: 'attendance.manage',
  query,
  form: z.object({ langkah: z.enum(steps, 'Pilih langkah'), unit: z.uuid(), bulan: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/), anyway: ticked(), remarks: z.preprocess(value => (value === '' || value === undefined ? undefined : value), paragraphs(5, 1000, 'Tulis alasannya, paling sedikit 5 huruf').optional()) }),
  async load(context) {
    const { db, ask } = context
    const here = await agencyHere(db, context, context.query)
    if (!here.agency) return { ...here, open: null, run: null, deadline: '', names: new Map<string, { name: string }>() }
    const run = here.closing ? await runOf(db, here.closing.id) : null
    const [open, deadline, names] = await Promise.all([
      here.closing?.state === 'closed' || isRunning(run, context.now) ? null : openMonth(db, context, here.viewer.units, here.agency.id, here.month),
      here.closing?.deadline ?? deadlineOf(db, here.month),
      ask(people).named(db, [here.closing?.openedBy, here.closing?.closedBy].flatMap(id => id ?? [])),
    ])
    return { ...here, open, run, deadline, names }
  },
  view({ data: { viewer, today, month, agency, agencies, closing, open, run, deadline, names }, fields, now }) {
    if (!agency) return <WorkLayout title={t('Penutupan bulan')} breadcrumbs={recapCrumbs()} tabs={recapTabs(viewer, 'closing')}><EmptyState title={t('Tidak ada perangkat daerah yang dapat Anda tutup')}>{t('Bulan ditutup oleh pengelola kepegawaian seluruh perangkat daerah, bukan satu bagiannya.')}</EmptyState></WorkLayout>
    const filters = fieldsOf({ unit: agency.id, bulan: month.slice(0, 7) })
    const list = `/kerja/presensi/rekap?unit=${agency.id}&bulan=${month.slice(0, 7)}`
    const left = open ? undecided(open.sum) : 0
    const over = isOver(month, today)
    const running = closing?.state === 'moderation' && isRunning(run, now)
    const hidden = <><HiddenField name="unit" value={agency.id} /><HiddenField name="bulan" value={month.slice(0, 7)} /></>
    return (
      <WorkLayout title={t('Penutupan bulan')} breadcrumbs={recapCrumbs()} lead={<>{agency.name}, {monthName(month)} <StateBadge state={closing?.state ?? 'open'} states={closingWords} /></>} tabs={recapTabs(viewer, 'closing')} islands={running ? ['live-board'] : []} action={<ButtonLink kind="quiet" href={list}>{t('Lihat rekap')}</ButtonLink>}>
        <FilterBar active={[]}>
          <SelectField field={filters('bulan')} label={t('Bulan')} options={monthOptions(today)} />
          <SelectField field={filters('unit')} label={t('Perangkat daerah')} options={agencies.map(({ id, name }) => ({ value: id, label: name }))} />
        </FilterBar>
        <FactList facts={[
          { label: t('Batas perbaikan'), value: longDate(deadline) },
          { label: t('Masa perbaikan dibuka'), value: closing && t('{day, date, long}{by, select, none {} other { oleh {by}}}', { day: closing.openedAt.getTime(), by: names.get(closing.openedBy ?? '')?.name ?? 'none' }) },
          { label: t('Ditutup'), value: closing?.closedAt && t('{day, date, long}{by, select, none {} other { oleh {by}}}', { day: closing.closedAt.getTime(), by: names.get(closing.closedBy ?? '')?.name ?? 'none' }) },
          { label: t('Belum diputuskan saat ditutup'), value: closing?.closedAt && closing.undecided > 0 && t('{n} hari. {why}', { n: closing.undecided, why: closing.remarks ?? '' }) },
        ]} />
        {running && (
          <LiveBoard address={`/kerja/presensi/rekap/tutup/aliran?unit=${agency.id}&bulan=${month.slice(0, 7)}`}>
            <Stat value={t('{done} dari {n}', { done: number(run.done), n: number(run.people) })} share={run.done / Math.max(1, run.people)}>{t('pegawai dibekukan')}</Stat>
            <p>{t('Bulan sedang ditutup. Anda boleh meninggalkan halaman ini; bila terputus, penutupan diulang dari awal dan belum ada yang berubah.')}</p>
          </LiveBoard>
        )}
        {!running && closing?.state === 'moderation' && run && (
          <Notice tone="warn">{run.refused !== null ? t('Bulan belum ditutup: masih ada {n} hari yang belum diputuskan.', { n: number(run.refused) }) : t('Penutupan terputus dan belum ada yang berubah. Tutup sekali lagi.')}</Notice>
        )}
        {open && (
          <>
            {open.silent.length > 0 && <Notice tone="warn" title={t('Hari tanpa satu pun catatan')}>{t('Pada {days} tidak seorang pun tercatat. Bila mesin atau jaringan mati, perbaiki dahulu; bila tidak, semua dihitung tidak hadir.', { days: open.silent.slice(0, 8).map(longDate).join(', ') + (open.silent.length > 8 ? ' …' : '') })}</Notice>}
            <Section title={t('Yang masih terbuka')} id="terbuka" link={{ href: '/kerja/presensi/tinjau', label: t('Presensi yang perlu dilihat') }}>
              <DataTable caption={t('Yang masih terbuka')} rows={open.open.slice(0, listedMost)} rowKey={({ employee }) => employee.id} columns={[
                { label: t('Nama'), main: true, cell: ({ employee }) => <a href={`/kerja/presensi/rekap/pegawai/${employee.id}?bulan=${month.slice(0, 7)}`}>{employee.name}</a> },
                { label: t('Unit kerja'), cell: ({ employee }) => viewer.units.byId(employee.unitId)?.shortName },
                { label: t('Menunggu keputusan'), numeric: true, cell: ({ counts }) => number(counts.open) },
                { label: t('Perlu dilihat'), numeric: true, cell: ({ counts }) => number(counts.doubtful) },
                { label: t('Lupa catat'), numeric: true, cell: ({ counts }) => number(counts.missingIn + counts.missingOut) },
              ]} foot={open.open.length === 0 ? undefined : [t('{n, plural, other {# pegawai}}', { n: open.open.length }), '', number(open.sum.open), number(open.sum.doubtful), number(open.sum.missingIn + open.sum.missingOut)]}
                empty={<EmptyState title={t('Tidak ada lagi yang terbuka')}>{t('Semua hari {n} pegawai sudah jelas.', { n: number(open.people) })}</EmptyState>} />
            </Section>
          </>
        )}
        {!over && <Notice>{t('Bulan ini dapat dimoderasi sesudah hari terakhirnya lewat.')}</Notice>}
        {over && !closing && (
          <Section title={t('Buka masa perbaikan')}>
            <p>{t('Kepala perangkat daerah diberi tahu apa yang masih terbuka. Pegawai mengajukan perbaikan, atasan memutuskannya, sampai {day, date, long}.', { day: noonOf(deadline) })}</p>
            <Form fields={fields} actions={<Button name="langkah" value="moderasi">{t('Buka masa perbaikan')}</Button>}>{hidden}</Form>
          </Section>
        )}
        {over && closing?.state === 'moderation' && !running && (
          <Section title={t('Tutup bulan ini')}>
            <p>{t('Angka {n} pegawai dibekukan. Sesudah itu hanya dapat diperbaiki satu per satu, dengan alasan yang tercatat.', { n: number(open?.people ?? 0) })}</p>
            <Form fields={fields} actions={<Button name="langkah" value="tutup">{t('Tutup bulan')}</Button>}>
              {hidden}
              {left > 0 && <CheckField field={fields('anyway')} label={t('Tutup walaupun {n} hari belum diputuskan', { n: number(left) })} hint={t('Hanya sesudah batas perbaikan lewat. Hari yang menunggu tidak memotong.')} />}
              {left > 0 && <TextArea field={fields('remarks')} label={t('Alasannya')} rows={2} maxlength={1000} />}
            </Form>
          </Section>
        )}
        {closing?.state === 'closed' && (
          <Section title={t('Rekap yang ditandatangani')}>
            {closing.letterId ? <p><a href={`/kerja/surat/${closing.letterId}`}>{t('Surat rekapitulasi bulan ini')}</a></p> : (
              <>
                <p>{t('Rekapitulasi disiapkan sebagai konsep laporan dengan daftar pegawai sebagai lampiran; lalu diparaf, diberi nomor, dan ditandatangani seperti surat lain.')}</p>
                <Form fields={fields} actions={<Button name="langkah" value="surat">{t('Siapkan surat')}</Button>}>{hidden}</Form>
              </>
            )}
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, ask, now, note } = context
    const { viewer, today, month, agency } = await agencyHere(tx, context, input)
    if (!agency) throw new NotFound()
    const here = addressWith('/kerja/presensi/rekap/tutup', { unit: agency.id, bulan: input.bulan })
    if (!isOver(month, today)) throw new Refused('Bulan ini dapat dimoderasi sesudah hari terakhirnya lewat.')
    const closing = await closingOf(tx, agency.id, month, true)
    const by = who.account!.id
    if (input.langkah === 'moderasi') {
      const deadline = await deadlineOf(tx, month)
      const id = closing ? null : await insertClosing(tx, { unitId: agency.id, month, deadline, by })
      if (!id) throw new Problem('', 'Masa perbaikan bulan ini sudah dibuka orang lain.')
      const { sum } = await openMonth(tx, context, viewer.units, agency.id, month)
      const heads = await ask(posts).heads(tx, unitsOfAgency(viewer.units, agency.id), today)
      await notify(tx, [...heads.values()].flatMap(({ inCharge }) => inCharge?.accountId ?? []).filter(one => one !== by), {
        text: 'Rekap presensi {month, date, ::MMMMyyyy}: {open} hari belum diputuskan dan {missing} kali lupa catat. Perbaikan sampai {day, date, long}.',
        values: { month: noonOf(month), open: undecided(sum), missing: sum.missingIn + sum.missingOut, day: noonOf(deadline) }, href: `/kerja/presensi/rekap?unit=${agency.id}&bulan=${input.bulan}&hanya=belum`,
      })
      note({ record: ['attendance-closing', id], after: { unit: agency.id, month, state: 'moderation', deadline } })
      return goto(here, 'Masa perbaikan dibuka.')
    }
    if (!closing) throw new Problem('', 'Buka masa perbaikan dahulu.')
    if (input.langkah === 'surat') {
      if (closing.state !== 'closed') throw new Refused('Bulan ini belum ditutup.')
      if (closing.letterId) throw new Problem('', 'Suratnya sudah disiapkan.')
      const letterId = await beginLetter(context, viewer.units, agency, closing)
      note({ record: ['attendance-closing', closing.id], after: { letter: letterId } })
      return goto(`/kerja/surat/${letterId}/ubah`, 'Konsep laporan disiapkan. Periksa, lalu edarkan untuk paraf dan tanda tangan.')
    }
    if (closing.state === 'closed') throw new Problem('', 'Bulan ini sudah ditutup.')
    if (isRunning(await runOf(tx, closing.id), now)) throw new Problem('', 'Bulan ini sedang ditutup.')
    const staff = await staffOf(tx, context, viewer.units, agency.id)
    if (staff.length > many) {
      // What is undecided is looked at where it is closed.
      if (input.anyway && !input.remarks) throw new Problem('remarks', 'Tulis alasannya.')
      await beginRun(tx, context.hands, context.government.id, closing.id, { by, remarks: input.anyway ? (input.remarks ?? null) : null, people: staff.length })
      note({ record: ['attendance-closing', closing.id], after: { closing: true, people: staff.length } })
      return goto(here, 'Penutupan dimulai. Anda diberi tahu bila selesai.')
    }
    const left = undecided((await openMonth(tx, context, viewer.units, agency.id, month)).sum)
    if (left > 0) {
      if (today <= closing.deadline) throw new Problem('anyway', 'Masih ada {n} hari yang belum diputuskan, dan batas perbaikan belum lewat.', { n: left })
      if (!input.anyway) throw new Problem('anyway', 'Masih ada {n} hari yang belum diputuskan. Putuskan dahulu, atau centang bila tetap ditutup.', { n: left })
      if (!input.remarks) throw new Problem('remarks', 'Tulis alasannya.')
    }
    const done = await close(tx, { ask, now }, viewer.units, closing, { by, remarks: left > 0 ? (input.remarks ?? null) : null })
    note({ record: ['attendance-closing', closing.id], before: { state: 'moderation' }, after: { state: 'closed', people: done.people, undecided: done.undecided } })
    return goto(here, 'Bulan ditutup: rekap {n} pegawai dibekukan.', { n: done.people })
  },
})
