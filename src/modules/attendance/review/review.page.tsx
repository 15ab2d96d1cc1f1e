import { z } from 'zod'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { dayIn, noonOf } from '#platform/time/zone.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { employees } from '#modules/personnel/contract.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, FactList, Form, RadioField, Section, StateBadge, TextArea, WorkLayout } from '#ui/index.ts'
import { photos, type Viewer } from '../contract.ts'
import { viewerOf } from '../parts/here.ts'
import { boardCrumbs, boardTabs } from '../parts/tabs.ts'
import { directionName, levelWords, wayName } from '../parts/words.ts'
import { weightsOn } from '../rules.ts'
import { suspicionOf, type Suspicion } from '../signals/suspicion.ts'
import { doubtfulIn, judgeScan, scanById, tracesWithSigns, type AccuracyBand, type Scan } from '../store.ts'
import type { Band } from '../signals/trace.ts'

/** How many are listed; who has more looks at these first. */
const most = 100

const bandLabels: Record<Band, { label: string }> = {
  inside: { label: 'Di tempat kerja' }, near: { label: 'Sampai 200 m dari tempat kerja' }, around: { label: '200 m–1 km dari tempat kerja' }, far: { label: '1–5 km dari tempat kerja' }, away: { label: '5–25 km dari tempat kerja' }, further: { label: 'Lebih dari 25 km dari tempat kerja' },
}
const accuracyLabels: Record<AccuracyBand, { label: string }> = { sharp: { label: 'teliti' }, about: { label: 'kurang teliti' }, rough: { label: 'tidak teliti' } }

/** How far it was from the nearest place, as much as is known. */
const distanceWords = ({ distanceBand, accuracyBand }: Scan): string => (distanceBand ? t('{band}, {accuracy}', { band: t(bandLabels[distanceBand].label), accuracy: accuracyBand ? t(accuracyLabels[accuracyBand].label) : '' }) : t('Tanpa posisi'))

/** People whose last weeks would be surprising if all were honest; oneself is for somebody else. */
async function patternsOf({ db, now, government }: Context, { supervised, employeeId }: Viewer): Promise<({ employeeId: string } & Suspicion)[]> {
  const weights = await weightsOn(db, dayIn(now, government.zone))
  const traces = await tracesWithSigns(db, [...supervised], new Date(now.getTime() - weights.review.lookBack * 86_400_000), weights.review.days)
  return [...traces].map(([id, own]) => ({ employeeId: id, ...suspicionOf(own, weights) })).filter(one => one.listed && one.employeeId !== employeeId).toSorted((a, b) => b.points - a.points)
}

/** Check-ins that speak against themselves: nothing was refused, somebody looks. */
export const reviewListPage = page({
  path: '/kerja/presensi/tinjau',
  may: 'signed-in',
  async load(context) {
    const viewer = await viewerOf(context)
    const [rows, patterns] = await Promise.all([doubtfulIn(context.db, [...viewer.supervised], viewer.employeeId, most), patternsOf(context, viewer)])
    return { viewer, rows, patterns, people: await context.ask(employees).byId(context.db, [...rows, ...patterns].map(one => one.employeeId)) }
  },
  view: ({ data: { viewer, rows, patterns, people } }) => (
    <WorkLayout title={t('Presensi yang perlu dilihat')} lead={t('Semuanya dihitung hadir sampai Anda memutuskan. Tanda-tanda ini juga punya sebab yang jujur.')} breadcrumbs={boardCrumbs()} tabs={boardTabs(viewer, 'review')} action={viewer.officer && <ButtonLink kind="quiet" href="/kerja/perangkat/kantor">{t('Perangkat kantor')}</ButtonLink>}>
      <DataTable caption={t('Presensi yang perlu dilihat')} rows={rows} rowKey={scan => scan.id} mark={() => 'new'} columns={[
        { label: t('Pegawai'), main: true, cell: scan => <a href={`/kerja/presensi/tinjau/${scan.id}`}>{people.get(scan.employeeId)?.name ?? t('Pegawai')}</a> },
        { label: t('Waktu'), cell: scan => `${directionName(scan.direction)}, ${dateTime(scan.at)}` },
        { label: t('Unit kerja'), cell: scan => viewer.units.byId(scan.unitId)?.shortName },
        { label: t('Alasannya'), cell: scan => scan.reasons.filter(({ weight }) => weight < 0).map(({ code, text, values }) => <div key={code}><small>{t(text, values)}</small></div>) },
      ]} empty={<EmptyState title={t('Tidak ada yang perlu dilihat')}>{t('Presensi dengan tanda yang tidak biasa muncul di sini.')}</EmptyState>} />
      {patterns.length > 0 && (
        <Section title={t('Pola beberapa pekan terakhir')}>
          <p>{t('Bila semuanya jujur, pola seperti ini jarang terjadi. Bicarakan dengan orangnya; tidak ada akibat lain.')}</p>
          <DataTable caption={t('Pola beberapa pekan terakhir')} rows={patterns} rowKey={({ employeeId }) => employeeId} columns={[
            { label: t('Pegawai'), main: true, cell: ({ employeeId }) => <a href={`/kerja/presensi/pegawai/${employeeId}`}>{people.get(employeeId)?.name ?? t('Pegawai')}</a> },
            { label: t('Alasannya'), cell: ({ reasons }) => reasons.map(({ code, text, values }) => <div key={code}><small>{t(text, values)}</small></div>) },
          ]} />
        </Section>
      )}
    </WorkLayout>
  ),
})

async function scanHere(db: Db | Tx, context: Context, lock = false): Promise<{ viewer: Viewer; scan: Scan }> {
  const viewer = await viewerOf({ ...context, db: context.db })
  const scan = await scanById(db, context.params.id ?? '', lock)
  // Nobody judges their own.
  if (!scan || !viewer.supervised.has(scan.unitId) || scan.employeeId === viewer.employeeId) throw new NotFound()
  return { viewer, scan }
}

/** One check-in with all that speaks for it and against it. */
export const reviewPage = page({
  path: '/kerja/presensi/tinjau/:id',
  may: 'signed-in',
  audited: true,
  form: z.object({ verdict: z.enum(['fair', 'unfair'], 'Pilih wajar atau tidak wajar'), note: optionalLine(1000) }),
  async load(context) {
    const { viewer, scan } = await scanHere(context.db, context)
    const photo = scan.verdict === null && (await context.ask(photos).has(context.db, scan.id))
    return { viewer, scan, photo, employee: (await context.ask(employees).byId(context.db, [scan.employeeId])).get(scan.employeeId) }
  },
  view: ({ data: { viewer, scan, photo, employee }, fields }) => (
    <WorkLayout title={employee?.name ?? t('Pegawai')} lead={<StateBadge state={scan.level} states={levelWords} />} width="text" breadcrumbs={[...boardCrumbs(), { label: t('Perlu dilihat'), href: '/kerja/presensi/tinjau' }]}>
      <FactList facts={[
        { label: directionName(scan.direction), value: <DateTime at={scan.at} as="full" /> }, { label: t('Jam ponsel'), value: scan.deviceAt && Math.abs(scan.deviceAt.getTime() - scan.at.getTime()) > 60_000 && <DateTime at={scan.deviceAt} as="full" /> },
        { label: t('Diterima server'), value: <DateTime at={scan.receivedAt} as="full" /> }, { label: t('Cara'), value: wayName(scan.way) }, { label: t('Jarak'), value: distanceWords(scan) }, { label: t('Unit kerja'), value: viewer.units.byId(scan.unitId)?.name },
        { label: t('Foto diri'), value: photo && <a href={`/kerja/presensi/tinjau/${scan.id}/foto`}>{t('Lihat foto')}</a> }, { label: t('Putusan'), value: scan.verdict && (scan.verdict === 'fair' ? t('Wajar menurut atasan') : t('Tidak wajar menurut atasan')) }, { label: t('Catatan'), value: scan.verdictNote },
      ]} />
      <Section title={t('Yang menguatkan dan melemahkan')}>
        <DataTable caption={t('Yang menguatkan dan melemahkan')} rows={scan.reasons} rowKey={({ code }) => code} columns={[
          { label: t('Alasan'), main: true, cell: ({ text, values }) => t(text, values) },
          { label: t('Arti'), cell: ({ weight }) => (weight > 0 ? t('menguatkan') : weight < 0 ? t('melemahkan') : t('hanya keterangan')) },
        ]} empty={<p>{t('Tidak ada yang menguatkan maupun melemahkan.')}</p>} />
      </Section>
      {scan.verdict === null && scan.level === 'doubtful' && (
        <Form fields={fields} submit={t('Simpan putusan')}>
          <RadioField field={fields('verdict')} label={t('Menurut Anda')} required options={[{ value: 'fair', label: t('Wajar'), hint: t('Tetap dihitung.') }, { value: 'unfair', label: t('Tidak wajar'), hint: t('Tidak dihitung; pegawai diberi tahu dan dapat menjelaskan.') }]} />
          <TextArea field={fields('note')} label={t('Catatan')} rows={3} maxlength={1000} hint={t('Wajib bila tidak wajar; pegawai membacanya.')} />
        </Form>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, input, who, note } = context
    const { scan } = await scanHere(tx, { ...context, db: context.db }, true)
    if (scan.verdict !== null || scan.level !== 'doubtful') throw new Conflict('Presensi ini sudah diputuskan.')
    if (input.verdict === 'unfair' && !input.note) throw new Problem('note', 'Tulis alasannya, supaya pegawai tahu.')
    await ask(photos).erase(tx, scan.id)
    await judgeScan(tx, scan, input.verdict, who.account!.id, input.note)
    const account = (await ask(employees).byId(tx, [scan.employeeId])).get(scan.employeeId)?.accountId
    if (account && input.verdict === 'unfair') await notify(tx, [account], { text: 'Presensi Anda {day, date, long} dinilai tidak wajar: {note} Anda dapat menjelaskannya.', values: { day: noonOf(dayIn(scan.at, context.government.zone)), note: input.note ?? '' }, href: '/presensi/permohonan/baru?jenis=correction' })
    note({ record: ['attendance', scan.id], before: { verdict: null }, after: { verdict: input.verdict } })
    return goto('/kerja/presensi/tinjau', input.verdict === 'fair' ? 'Presensi dinilai wajar.' : 'Presensi dinilai tidak wajar. Pegawai diberi tahu.')
  },
})
