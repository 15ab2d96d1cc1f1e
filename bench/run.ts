/**
 * Measures what DESIGN promises, against what, in one run: `npm run bench [-- rows=1000000]`.
 * What needs no server is measured by its name: `npm run bench -- attendance-simulation`, `npm run bench -- columnar`.
 * Figures of different machines do not compare; the ratios within one run do.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { attendanceSimulation } from './attendance-simulation.ts'
import { cachedPage } from './cached-page.ts'
import { checkIns } from './check-ins.ts'
import { columnar } from './columnar.ts'
import { differencing } from './differencing.ts'
import { documents } from './documents.ts'
import { growth, uncachedList } from './growth.ts'
import { fill } from './fill.ts'
import { fillInbox, inbox } from './inbox.ts'
import { fillLetters, letters as letterPages } from './letters.ts'
import { killed } from './kill.ts'
import { numbering } from './numbering.ts'
import { personMonth } from './person-month.ts'
import { publishing } from './publishing.ts'
import { reconciliation } from './reconciliation.ts'
import { emergency, manySites } from './sites.ts'
import { startServer, type Server } from './server.ts'
import { sheets } from './sheets.ts'
import { fillStaff, staff as staffPages } from './staff.ts'

const root = join(import.meta.dirname, '..')
const options = Object.fromEntries(process.argv.slice(2).map(word => word.split('=') as [string, string]))
const rows = Number(options.rows ?? 1_000_000)
const data = join(root, '.cache', `bench-${rows}`)

const line = (name: string, figure: string, wanted: string) => console.log(`${name.padEnd(58)} ${figure.padStart(22)}   ${wanted}`)

async function checkInFigures(server: Server): Promise<void> {
  const { crowds, alone, morning, phones } = await checkIns(server)
  for (const crowd of crowds) {
    line(`(l) check-ins/s by ${phones} phones, ${crowd.phones} at a time, over HTTP`, crowd.ours.toFixed(0), '')
    line('    single-row inserts of the same row, 32 connections, rows/s', crowd.bare.toFixed(0), '')
    line('    ratio (median of pairs)', crowd.ratio.toFixed(2), '≥ 1.0')
    line('    the same requests answered by bare node:http with both signatures, no database', crowd.signatures.toFixed(0), 'reported')
  }
  line('    one with nobody else about, ms p50 / p99', `${alone.p50.toFixed(1)} / ${alone.p99.toFixed(1)}`, 'reported')
  line('    10,000 staff within ten minutes, ms p50 / p99', `${morning.p50.toFixed(1)} / ${morning.p99.toFixed(1)}`, 'p99 ≤ 250 ms')
}

/** `npm run bench -- check-ins` on a fresh demo of its own. */
async function checkInsAlone(): Promise<void> {
  const own = join(root, '.cache', 'bench-check-ins')
  mkdirSync(own, { recursive: true })
  const server = await startServer(root, own)
  try {
    await checkInFigures(server)
  } finally {
    await server.stop()
  }
}

/** `npm run bench -- kill=20`: SIGKILL of the web process and of PostgreSQL in turn, under load. */
async function kills(rounds: number): Promise<void> {
  const { web, postgres, acknowledged, lost, doubled } = await killed(root, rounds)
  line(`(m) killed under load: web process ${web} times, PostgreSQL ${postgres} times; check-ins answered`, String(acknowledged), '')
  line('    of these missing afterwards', String(lost), '0')
  line('    of these there more than once', String(doubled), '0')
}

/** `npm run bench -- scans=100`: so many million scans, and one person's month among them; removed afterwards. */
async function personMonths(millions: number): Promise<void> {
  const own = join(root, '.cache', 'bench-scans')
  rmSync(own, { recursive: true, force: true })
  mkdirSync(own, { recursive: true })
  const server = await startServer(root, own)
  try {
    for (const { rows: many, months, bytes, filled, p50, p99 } of await personMonth(server, millions)) {
      line(`(n) one person's month among ${(many / 1e6).toFixed(1)} million scans of ${months} months, ms`, `${p50.toFixed(1)} / ${p99.toFixed(1)}`, '≤ 10 (p50 / p99)')
      line('    table and indexes; filled further in', `${(bytes / 1e9).toFixed(1)} GB; ${filled.toFixed(0)} s`, 'reported')
    }
  } finally {
    await server.stop()
    rmSync(own, { recursive: true, force: true })
  }
}

/** `npm run bench -- differencing`: attackers solve equations over answers to approved queries. */
function attacks(): void {
  const { tables, groups, small, found } = differencing()
  line(`(n) ${groups.toLocaleString('en')} groups of 2 or 3 questions to ${tables} tables; cells of fewer than 5 people`, String(small), '')
  line('    of these found by solving the answers of a group', String(found.groups), '0')
  line('    by solving all answers ever given', String(found.memory), '0')
  line('    with the guard taken away, by groups', String(found.unguarded), 'reported: the attack works')
}

/** Runs a part on the application over the large database, which the first one fills. */
async function served(part: (server: Server) => Promise<void>, role: 'web' | 'all' = 'web'): Promise<void> {
  const fresh = !existsSync(join(data, 'demo-accounts.json'))
  mkdirSync(data, { recursive: true })
  let server: Server = await startServer(root, data, role)
  if (fresh) {
    console.log(`filling ${rows.toLocaleString('en')} publications …`)
    await fill(server, rows)
    await server.stop()
    server = await startServer(root, data, role)
  }
  try {
    await part(server)
  } finally {
    await server.stop()
  }
}

/** The public side. */
async function portal(server: Server): Promise<void> {
  line('second start, to the first answer', `${(server.readyAfter / 1000).toFixed(2)} s`, '≤ 5 s')
  const kept = await cachedPage(root, server)
  line('(a) kept page, requests/s', kept.ours.toFixed(0), '')
  line('    bare node:http, same bytes, requests/s', kept.bare.toFixed(0), '')
  line('    ratio (median of pairs)', kept.ratio.toFixed(2), '≥ 0.7')
  const list = await uncachedList(server)
  line('(b) uncached list of 30, ms', list.page.toFixed(2), '')
  line('    its SQL alone, ms', list.sql.toFixed(2), '')
  line('    ratio', list.ratio.toFixed(2), 'reported')
  console.log(`(c) 1,000 against ${rows.toLocaleString('en')} publications, median ms of a page nobody has asked for`)
  for (const { name, small, large } of await growth(server)) line(`    ${name}`, `${small.toFixed(2)} → ${large.toFixed(2)}`, `× ${(large / small).toFixed(2)} (≤ 1.5)`)
  line('(d) resident memory after the load', `${server.memory().toFixed(0)} MB`, '≤ 250 MB')
  const sites = await manySites(root, server)
  line(`(e) kept home of one site, requests/s`, sites.kept.one.toFixed(0), '')
  line(`    of any of ${sites.sites} sites in turn, requests/s`, sites.kept.many.toFixed(0), '')
  line('    ratio (median of pairs)', sites.kept.ratio.toFixed(2), 'no dearer than for a bare server:')
  line('    the same ratio of bare node:http with the same bodies', sites.kept.bare.toFixed(2), '')
  line(`    a page nobody asked for: 1 site → ${sites.sites} sites, ms`, `${sites.fresh.one.toFixed(2)} → ${sites.fresh.many.toFixed(2)}`, `× ${(sites.fresh.many / sites.fresh.one).toFixed(2)} (≤ 1.2)`)
  const banner = await emergency(server)
  line(`(f) emergency banner on all of ${banner.sites} sites, pages made anew`, `${(banner.shown / 1000).toFixed(2)} s`, '≤ 5 s')
  line('    resident memory with all of them kept', `${server.memory().toFixed(0)} MB`, 'reported')
  line('    gone again', `${(banner.gone / 1000).toFixed(2)} s`, '≤ 5 s')
}

/** `npm run bench -- offices`: staff, inbox, books and search of letters, small beside large. */
async function offices(server: Server): Promise<void> {
  await fillStaff(server)
  console.log('(j) staff of 1,000 against 100,000, whole pages, ms p50 / p95')
  for (const { name, small, large } of await staffPages(server))
    line(`    ${name}`, `${small.p50.toFixed(1)} / ${small.p95.toFixed(1)} → ${large.p50.toFixed(1)} / ${large.p95.toFixed(1)}`, `p50 × ${(large.p50 / small.p50).toFixed(2)} (reported)`)
  await fillInbox(server)
  console.log('(i) inbox of 10,000 against 1,000,000 tasks at 100,000 desks each, whole pages, ms p50 / p95')
  for (const { name, small, large } of await inbox(server))
    line(`    ${name}`, `${small.p50.toFixed(1)} / ${small.p95.toFixed(1)} → ${large.p50.toFixed(1)} / ${large.p95.toFixed(1)}`, `p95 × ${(large.p95 / small.p95).toFixed(2)} (≤ 2), ≤ 30 ms`)
  await fillLetters(server)
  console.log('(k) books and search of 10,000 against 1,000,000 letters at 100,000 desks of 80 offices each, whole pages, ms p50 / p95')
  for (const { name, small, large } of await letterPages(server))
    line(`    ${name}`, `${small.p50.toFixed(1)} / ${small.p95.toFixed(1)} → ${large.p50.toFixed(1)} / ${large.p95.toFixed(1)}`, `p95 × ${(large.p95 / small.p95).toFixed(2)} (≤ 2)`)
}

/** `npm run bench -- documents`: a letter from its draft to the signed file, beside a browser that prints. */
async function paper(): Promise<void> {
  const letters = await documents()
  line(`(f) draft to signed PDF/A, ${letters.pages} pages, median ms`, letters.signed.toFixed(1), '≤ 40 ms')
  line('    the same printed by headless Chromium, unsigned, ms', letters.started.toFixed(1), '')
  line('    ratio', (letters.started / letters.signed).toFixed(1), '≥ 15')
  line('    by a Chromium that is already running, ms', letters.running.toFixed(1), 'reported')
}

/** What workers do: spreadsheets and numbers. */
async function lists(server: Server): Promise<void> {
  const staff = await sheets(server)
  line('(g) spreadsheet of 10,000 employees, upload to preview', `${staff.preview.toFixed(1)} s`, '')
  line('    from the button to the last row', `${staff.apply.toFixed(1)} s`, `together ${(staff.preview + staff.apply).toFixed(1)} (≤ 60)`)
  line('    the same file again, without a change', `${staff.again.toFixed(1)} s`, 'reported')
  line('    most memory of the process, worker included', `${staff.memory.toFixed(0)} MB`, 'reported')
  const books = await numbering(server)
  for (const [name, rates] of [['(h) numbers of one series by one after the other, per second', books.one], [`    by ${books.takers} at once, per second`, books.many]] as const) {
    line(name, rates.ours.toFixed(0), '')
    line('    a bare update … returning in such a transaction', rates.bare.toFixed(0), `ratio ${rates.ratio.toFixed(2)} (reported)`)
  }
  line(`    the book of ${books.taken.toLocaleString('en')} numbers is 1 to n`, books.whole ? 'yes' : 'NO', 'yes')
}

async function everything(): Promise<void> {
  await served(portal)
  await served(offices)
  await served(checkInFigures)
  await paper()
  await served(lists, 'all')
}

if ('attendance-simulation' in options) attendanceSimulation()
else if ('differencing' in options) attacks()
else if ('reconciliation' in options) await reconciliation()
else if ('columnar' in options) await columnar(root, line, options.columnar ? Number(options.columnar) : undefined)
else if ('publishing' in options) await publishing(root, line, Number(options.publishing ?? 1_000_000))
else if ('check-ins' in options) await checkInsAlone()
else if ('scans' in options) await personMonths(Number(options.scans ?? 10))
else if ('kill' in options) await kills(Number(options.kill ?? 20))
else if ('offices' in options) await served(offices)
else if ('documents' in options) await paper()
else await everything()
