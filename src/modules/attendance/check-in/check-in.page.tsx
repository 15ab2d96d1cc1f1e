import type { z } from 'zod'
import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addDays, clockIn, mondayOf, noonOf, todayOf } from '#platform/time/zone.ts'
import { goto, page, type Acted, type Context } from '#platform/web/page.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { workingTimes, type Window } from '#modules/schedules/contract.ts'
import { Actions, ButtonLink, CheckIn, DataTable, EmptyState, FactList, Form, Notice, Section, StateBadge, useCheckInScript, WorkLayout } from '#ui/index.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { photos, type Day, type Direction, type Viewer } from '../contract.ts'
import { isDuty, middleOf, nextDirection, windowAt } from '../day.ts'
import { makeDaysOf } from '../days/days.ts'
import { employeeHere, selfOf, viewerOf } from '../parts/here.ts'
import { ownTabs } from '../parts/tabs.ts'
import { remarksOn } from '../parts/remarks.tsx'
import { directionName, hoursWords, levelWords, stateText, wayName } from '../parts/words.ts'
import { scansOf, type Scan } from '../store.ts'
import { rememberBrowsers } from './browsers.ts'
import { form, query, scannedIn, type Query } from './form.ts'
import { givenOf } from './reading.ts'
import { recordAll, type Press, type Recorded } from './record.ts'

interface Mine {
  today: string
  /** Check-ins a photo may be added to. */
  offers: ReadonlySet<string>
  /** From yesterday to a week ahead, so that a kept page knows what comes. */
  windows: readonly Window[]
  week: readonly Day[]
  scans: readonly Scan[]
  next: Direction
}

interface Data {
  viewer: Viewer
  /** Null for accounts of nobody in service. */
  mine: Mine | null
}

async function mineOf(context: Context<Query>): Promise<Mine | null> {
  const { db, ask, now } = context
  const self = await selfOf(db, context)
  if (!self) return null
  const today = todayOf(context)
  const monday = mondayOf(today)
  const [windows, days, scans] = await Promise.all([
    ask(workingTimes).of(db, { employeeIds: [self.id] }, addDays(today, -1), addDays(today, 7)), makeDaysOf(context)(db, { employeeIds: [self.id] }, monday, addDays(monday, 6), now),
    scansOf(db, self.id, new Date(now.getTime() - 20 * 3_600_000), new Date(now.getTime() + 60_000)),
  ])
  const ahead = windows.get(self.id) ?? []
  const offers = await ask(photos).offered(db, scans.filter(({ level, verdict }) => level === 'doubtful' && verdict === null), today, now)
  return { today, offers, windows: ahead, week: days.get(self.id) ?? [], scans, next: nextDirection(ahead, scans.filter(scan => scan.verdict !== 'unfair'), now) }
}

/** One's own day: one large button to come and to go, with a network or without, and what was recorded. */
export const checkInPage = page<Query, z.output<typeof form>, Data>({
  path: '/presensi',
  may: 'signed-in',
  offline: true,
  forgets: true,
  needs: ['geolocation'],
  query,
  form,
  async load(context) {
    const [viewer, mine] = await Promise.all([viewerOf(context), mineOf(context)])
    return { viewer, mine }
  },
  view: ({ data, fields, query: scanned, now }) => <MyDay {...data} fields={fields} scanned={scanned} now={now} />,
  async act(context) {
    const { tx, input, query: opened, note, arrival, request, government } = context
    const self = await employeeHere(tx, context)
    await rememberBrowsers(tx, context.hands.secret, [{ deviceId: arrival?.deviceId, browser: input.browser }])
    const [recorded] = await recordAll(context, [{ employee: self, direction: input.direction, given: givenOf(input), scanned: scannedIn(opened), ip: request.ip, arrival }])
    const acted = actedOf(self, input.direction, recorded!, government.zone)
    note(acted.note)
    return acted.goto
  },
  async actTogether(context, arrivals) {
    const staff = await context.ask(employees).byAccount(context.tx, arrivals.map(({ accountId }) => accountId))
    const browsers = new Set<string>()
    const presses = arrivals.map(({ accountId, input, query: opened, ip, arrival }): Press | null => {
      const [employee, scanned] = [staff.get(accountId), scannedIn(opened)]
      // Judged by what was recorded of another just before, perhaps in this very group: one after the other.
      const alone = scanned?.of === 'colleague' || input.browser === '' || browsers.has(input.browser)
      browsers.add(input.browser)
      return employee && !alone ? { employee, direction: input.direction, given: givenOf(input), scanned, ip, arrival } : null
    })
    await rememberBrowsers(context.tx, context.hands.secret, arrivals.filter((_, i) => presses[i]).map(({ input, arrival }) => ({ deviceId: arrival.deviceId, browser: input.browser })))
    const recorded = (await recordAll(context, presses.filter(press => press !== null))).values()
    return presses.map(press => press && actedOf(press.employee, press.direction, recorded.next().value!, context.government.zone))
  },
})

/** What is said of a check-in, and written into the audit. */
function actedOf(self: Employee, direction: Direction, { id, level, at, way }: Recorded, zone: string): Acted {
  const came = direction === 'in'
  const said = level === 'doubtful'
    ? came ? 'Masuk tercatat pukul {time}. Atasan Anda akan melihatnya; Anda tidak perlu berbuat apa-apa.' : 'Pulang tercatat pukul {time}. Atasan Anda akan melihatnya; Anda tidak perlu berbuat apa-apa.'
    : came ? 'Masuk tercatat pukul {time}.' : 'Pulang tercatat pukul {time}.'
  return { goto: goto('/presensi', said, { time: clockIn(at, zone) }), note: { record: ['attendance', id ?? self.id], after: { direction, at: at.toISOString(), way, level } } }
}

function MyDay({ viewer, mine, fields, scanned, now }: Data & { fields: Fields; scanned: Query; now: Date }) {
  const islands = useCheckInScript()
  if (!mine)
    return (
      <WorkLayout title={t('Presensi')} tabs={ownTabs('today', viewer)}>
        <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>
      </WorkLayout>
    )
  const { windows, week, scans, offers, today, next } = mine
  const here = windowAt(windows, now) ?? windows.find(({ day }) => day === today)
  const duties = windows.filter(isDuty)
  return (
    <WorkLayout title={t('Presensi')} lead={t('{day, date, full}', { day: noonOf(today) })} width="text" tabs={ownTabs('today', viewer)} islands={islands}>
      {scanned.kode && <Notice><p>{scanned.rekan ? t('Kode rekan terbaca. Tekan tombol di bawah dalam lima menit.') : t('Kode kantor terbaca. Tekan tombol di bawah dalam lima menit.')}</p></Notice>}
      <Form fields={fields}>
        <CheckIn next={next} now={now} windows={duties.map(window => ({ opensAt: window.opensAt, middle: middleOf(window), closesAt: window.closesAt }))} />
      </Form>
      <FactList facts={[{ label: t('Jam kerja'), value: windowText(here) }]} />
      <Section title={t('Tercatat hari ini')} link={{ href: '/kotak-keluar', label: t('Kotak keluar ponsel ini') }}>
        <DataTable caption={t('Tercatat hari ini')} rows={scans} rowKey={scan => scan.id} columns={[
          { label: t('Waktu'), main: true, cell: scan => `${directionName(scan.direction)} ${clock(scan.at)}` },
          { label: t('Cara'), cell: scan => wayName(scan.way) },
          { label: t('Keyakinan'), cell: scan => (scan.verdict ? (scan.verdict === 'fair' ? t('Wajar menurut atasan') : t('Tidak wajar menurut atasan')) : <StateBadge state={scan.level} states={levelWords} />) },
          { label: t('Alasannya'), cell: scan => <>{scan.reasons.slice(0, 3).map(({ code, text, values }) => <div key={code}><small>{t(text, values)}</small></div>)}{offers.has(scan.id) && <a href={`/presensi/foto/${scan.id}`}>{t('Sertakan foto diri, bila mau')}</a>}</> },
        ]} empty={<p>{t('Belum ada. Yang dikirim tanpa jaringan menunggu di kotak keluar dan dihitung menurut waktu Anda menekan tombol.')}</p>} />
      </Section>
      <Section title={t('Pekan ini')}><WeekTable days={week} today={today} /></Section>
      <Actions>
        <ButtonLink kind="quiet" href="/presensi/permohonan/baru">{t('Jelaskan atau perbaiki catatan')}</ButtonLink>
      </Actions>
      <p><small>{t('Posisi hanya diminta saat tombol ditekan, diubah menjadi jarak ke tempat kerja, lalu dibuang. Tanpa posisi presensi tetap tercatat.')}</small></p>
    </WorkLayout>
  )
}

function windowText(window: Window | undefined): string {
  if (!window) return '–'
  if (!isDuty(window)) return window.name ?? t('Tidak bertugas')
  const hours = t('{from}–{until}', { from: clock(window.startsAt), until: clock(window.endsAt) })
  return window.flexibleUntil > window.startsAt ? t('{hours}, boleh datang {from}–{until}', { hours, from: clock(window.countsFrom), until: clock(window.flexibleUntil) }) : hours
}

/** Days with what was recorded and what it comes to. */
export function WeekTable({ days, today }: { days: readonly Day[]; today: string }) {
  return (
    <DataTable caption={t('Hari demi hari')} rows={days} rowKey={({ day }) => day} mark={({ day }) => (day === today ? 'new' : undefined)} columns={[
      { label: t('Hari'), main: true, cell: ({ day }) => <time datetime={day}>{t('{day, date, ::EEEdMMM}', { day: noonOf(day) })}</time> },
      { label: t('Jam'), cell: hoursWords },
      { label: t('Keadaan'), cell: day => (day.state === 'expected' && day.day > today ? '–' : day.state === 'not-due' && day.name ? day.name : stateText(day, true)) },
      { label: t('Catatan'), cell: day => remarksOn(day, day.letterId !== null) },
    ]} />
  )
}
