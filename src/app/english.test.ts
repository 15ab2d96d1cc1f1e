import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBrowser, signIn, type Browser } from '#modules/identity/testing.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { archiveAddresses } from '#modules/archives/testing.ts'
import { aDeskOfDispositions } from '#modules/dispositions/testing.ts'
import { aDeskOfDrafts } from '#modules/drafting/testing.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { bringJob, readJob } from '#modules/imports/bring/jobs.ts'
import { listImport as letterImport } from '#modules/letter-lists/list-import.ts'
import { openBundleJob } from '#modules/letter-lists/papers/open.ts'
import { aZipWithMistakes, chosenColumns, letterListWithMistakes } from '#modules/letter-lists/testing/letters.ts'
import { listImport } from '#modules/staff-lists/list-import.ts'
import { staffListWithMistakes } from '#modules/staff-lists/testing/staff.ts'
import { aDeskOfLetters } from '#modules/signatures/testing.ts'
import { missingTranslations } from '#platform/i18n/locale.ts'
import type { Page, Route } from '#platform/web/page.ts'
import { oldSiteExport } from './demo/content/index.ts'
import { keepsAgendas } from './testing/agendas.ts'
import { demoPassword, openDemo, type Demo } from './testing/demo.ts'

/** Pages that letters, buttons and passing states lead to instead of links; opened with what is at hand. */
const unlinked = [
  '/atur-ulang', '/undangan/:token', '/masuk/kode', '/akun/keamanan/pasang', '/akun/keamanan/pemulihan', '/kerja/perawatan/abaikan/:page/:link',
  '/kerja/cuti/impor/:run', '/kerja/jadwal/jaga/impor/:run', '/kerja/presensi/impor/:run', '/presensi/foto/:id', '/kerja/kode-referensi/impor', '/kerja/kode-referensi/impor/:run', '/data/permintaan/terkirim', '/data/permintaan/konfirmasi/:token', '/data/permintaan/milik/:token', '/langganan/terkirim', '/langganan/konfirmasi/:token', '/langganan/kelola/:token', '/langganan/berhenti/:token', '/luring', '/kotak-keluar', '/konfirmasi', '/v/:code', '/kerja/kotak-masuk/serah/:id',
]

let demo: Demo
let pages: Page[]

beforeAll(async () => {
  demo = await openDemo()
  pages = demo.web.routes.filter((route): route is Page => route.kind === 'page')
})
afterAll(() => demo.close())
beforeEach(() => missingTranslations.clear())

/** A site says its language in its address, which the routes do not see. */
const english = /^(\/situs\/[^/]+)\/en(?=\/|$)/
/** Sites in Indonesian are no part of the walk of somebody who reads English. */
const indonesian = (path: string) => /^\/situs\/[^/]/.test(path) && !english.test(path)

const pattern = ({ path }: Route) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
/** The page an address belongs to, if it is one; a name written out comes before a part that may be anything. */
function pageOf(path: string): Page | undefined {
  const routed = path.replace(english, '$1')
  const [route] = demo.web.routes.filter(one => pattern(one).test(routed)).toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
  return route?.kind === 'page' ? route : undefined
}

/** Every publication, request for data and code list is opened, because each state has its own steps; of the rest, a few of each kind tell enough. */
const enough = (page: Page) => (/^\/kerja\/(?:publikasi|permintaan-data|kode-referensi)(?:\/:\w+)?$/.test(page.path) ? 80 : 5)

/** A walk opens a hundred pages or more. */
const patience = 180_000

interface Walk {
  /** Addresses opened, by the path of their page. */
  opened: Map<string, string[]>
  dead: string[]
}

/** Follows the links from `start`, as somebody who reads English. */
async function walk(browser: Browser, start: string[]): Promise<Walk> {
  const opened = new Map<string, string[]>()
  const dead: string[] = []
  const seen = new Set(start)
  const queue = start.map(url => ({ url, from: 'the start' }))
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, from } = next
    const page = pageOf(url.split('?')[0]!)
    if (!page || indonesian(url)) continue
    const before = opened.get(page.path) ?? []
    if (before.length >= enough(page)) continue
    opened.set(page.path, [...before, url])
    const answer = await browser.get(url)
    if (answer.statusCode >= 400) dead.push(`${url} (${answer.statusCode}), linked from ${from}`)
    else if (answer.statusCode === 200) expect(answer.body, `${url} says which language it is in`).toContain('<html lang="en"')
    for (const link of linksOf(answer.body, url).filter(one => !seen.has(one))) {
      seen.add(link)
      queue.push({ url: link, from: url })
    }
  }
  return { opened, dead }
}

function linksOf(html: string, here: string): string[] {
  const base = new URL(here, demo.origin)
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search)
}

const inEnglish = (browser: Browser) => {
  browser.cookies.set('bahasa', 'en')
  return browser
}

/** Moves publications on until each kind of step has one that waits for it, and prepares a release. */
async function moveOn(browser: Browser): Promise<void> {
  const step = (id: string, path: string) => browser.post(`/kerja/publikasi/${id}/${path}`, {})
  const [draft] = await inState('draft')
  for (const path of ['kirim', 'setujui']) await step(draft!, path)
  const [corrected] = await inState('published')
  await step(corrected!, 'ralat')
  const [first, second] = (await inState('scheduled')).slice(-2)
  for (const id of [first!, second!]) await step(id, 'batal-jadwal')
  await browser.post('/kerja/rilis', { title: 'Rilis akhir tahun', items: [first!, second!], at: '2027-01-04T08:00' })
}

/** Brings in the demo's old website, with all that is odd in it; a second file stays in its preview. */
async function bringIn(browser: Browser): Promise<string[]> {
  const context = { services: demo.services, governmentId: demo.government.id, db: demo.services.database.of(demo.government.id), now: new Date() }
  const places: string[] = []
  for (const name of ['situs-lama.xml', 'situs-lama-lagi.xml']) {
    const place = await upload(browser, '/kerja/impor/baru', 'berkas', name, oldSiteExport(new Date()))
    await readJob.run(context, { run: place.split('/')[3] })
    places.push(place)
  }
  await browser.post(places[0]!, { langkah: 'bawa' })
  await bringJob.run(context, { run: places[0]!.split('/')[3] })
  return places
}

/** Uploads reference data with a row that is wrong, which stays in its preview. */
async function keepReferences(browser: Browser): Promise<string> {
  await browser.post('/kerja/rujukan/baru', { list: 'tarif-retribusi', code: 'pasar', value: '5000', legal_basis: 'Perda 3/2024 pasal 12', valid_from: '2026-01-01', valid_to: '' })
  return upload(browser, '/kerja/rujukan/impor', 'file', 'tarif.csv', 'daftar;kode;nilai;dasar hukum;berlaku dari;berlaku sampai\ntarif-retribusi;terminal;3000;Perda 3/2024;2026-01-01;\ntarif-retribusi;;x;;kemarin;\n')
}

/** Uploads two lists of staff: one waits for its columns, the other stays in its preview with what is wrong and doubtful. */
async function keepStaffLists(browser: Browser): Promise<string[]> {
  const work = (place: string) => listImport.job.run({ services: demo.services, governmentId: demo.government.id, db: demo.services.database.of(demo.government.id), now: new Date() }, { run: place.split('/').at(-1) })
  const places: string[] = []
  for (const name of ['pegawai.csv', 'pegawai-lagi.csv']) {
    const place = await upload(browser, '/kerja/pegawai/impor', 'berkas', name, staffListWithMistakes)
    await work(place)
    places.push(place)
  }
  await browser.post(places[1]!, { langkah: 'periksa', k_nip: '0', k_name: '1', k_birthDate: '2', k_sex: '3', k_unit: '4', k_grade: '5' })
  await work(places[1]!)
  return places
}

/** Uploads a book of letters, which stays in its preview with what is wrong and doubtful, and a ZIP with scans. */
async function keepLetterLists(browser: Browser): Promise<string[]> {
  const here = { services: demo.services, governmentId: demo.government.id, db: demo.services.database.of(demo.government.id), now: new Date() }
  const idOf = (place: string) => place.split('/').at(-1)
  const list = await upload(browser, '/kerja/surat/impor', 'berkas', 'surat.csv', letterListWithMistakes)
  await letterImport.job.run(here, { run: idOf(list) })
  await browser.post(list, { langkah: 'periksa', ...chosenColumns })
  await letterImport.job.run(here, { run: idOf(list) })
  const scans = await upload(browser, '/kerja/surat/impor/berkas', 'berkas', 'surat.zip', new Uint8Array(await aZipWithMistakes()))
  await openBundleJob.run(here, { bundle: idOf(scans) })
  return [list, scans]
}

/** Books of numbers, decrees, dossiers and closed months: one page of each that others lead to only sometimes. */
async function bookAddresses(browser: Browser): Promise<string[]> {
  const db = demo.services.database.of(demo.government.id)
  const one = async (query: RawBuilder<{ id: string }>) => (await query.execute(db)).rows[0]!.id
  const series = await one(sql`select unit_id as id from numbering.series order by unit_id limit 1`)
  const number = await one(sql`select id from numbering.number where state = 'booked' order by id limit 1`)
  const decree = await one(sql`select letter_id as id from decrees.decree order by letter_id desc limit 1`)
  const recap = await one(sql`select employee_id || '?bulan=' || to_char(month, 'YYYY-MM') as id from attendance_recaps.recap order by id limit 1`)
  const [unit, account] = [await one(sql`select id from organisation.unit where slug = 'dpu'`), await one(sql`select id from identity.account where username = 'admin.tegal'`)]
  return [`/kerja/presensi/rekap/pegawai/${recap}`, `/kerja/penomoran/${series}/cetak`, `/kerja/penomoran/nomor/${number}`, `/kerja/kepegawaian/surat/${decree}`, ...Object.values(await archiveAddresses(demo, browser, unit, account))]
}

/** Sends a file through a page's form and answers where it leads. */
async function upload(browser: Browser, url: string, field: string, name: string, body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await browser.get(url)).body)![1]!)
  form.set(field, new Blob([body]), name)
  const request = new Request(demo.origin, { method: 'POST', body: form })
  const answer = await demo.web.server.inject({ method: 'POST', url, headers: { host: demo.government.host, cookie: browser.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
  expect(answer.statusCode, `${url} takes ${name}`).toBe(303)
  return String(answer.headers.location).split('?')[0]!
}

/** More news of a unit than one page of its site holds. */
async function manyNews(unit: string): Promise<void> {
  const found = (await demo.services.ask(unitDirectory).of(demo.government.id)).bySlug(unit)!
  for (let i = 0; i < 25; i++) await aPublication(demo.services, { id: demo.government.id, units: { [unit]: found.id } }, { unit, content: { title: `Jadwal perbaikan jalan, pekan ${i + 1}` } })
}

async function inState(state: string): Promise<string[]> {
  const tables = demo.services.database.of(demo.government.id).withTables<{ 'publications.publication': { id: string; state: string } }>()
  return (await tables.selectFrom('publications.publication').select('id').where('state', '=', state).orderBy('id').execute()).map(({ id }) => id)
}

describe('the portal in English', () => {
  let administrator: Browser
  let walked: Walk

  it('has English for every page a visitor can open, and no link there leads nowhere', async () => {
    await manyNews('dpu')
    const visitor = inEnglish(aBrowser(demo, demo.government))
    const { opened, dead } = await walk(visitor, ['/', '/masuk', '/berita?q=jaln', '/cari?q=tidakadaapaapa', '/api/docs', '/_ui'])
    for (const path of ['/tidak-ada', ...unlinked]) await visitor.get(path.replaceAll(/:\w+/g, 'tidak-ada'))
    expect.soft(dead).toEqual([])
    expect.soft(pages.filter(page => page.may === 'public' && !opened.has(page.path) && !unlinked.includes(page.path)).map(({ path }) => path)).toEqual([])
    expect.soft([...missingTranslations]).toEqual([])
  }, patience)

  it('has English for every page an administrator can open, and no link there leads nowhere', async () => {
    await keepsAgendas(demo, 'admin.tegal')
    administrator = inEnglish(await signIn(demo, demo.government, 'admin.tegal', demoPassword))
    const places = [...(await bringIn(administrator)), await keepReferences(administrator), ...(await keepStaffLists(administrator)), ...(await keepLetterLists(administrator))]
    await administrator.post('/kerja/kesehatan-situs/luar', { alamat: 'https://lama.tegalkab.example/', nama: 'Situs lama', unit: '', jenis: '' })
    await moveOn(administrator)
    const drafts = await aDeskOfDrafts(demo, demo.government, { name: 'Fajar Setyo Utomo', colleague: 'Wulan Kartikasari' })
    const dispositions = await aDeskOfDispositions(demo, demo.government, { name: 'Fajar Setyo Utomo' })
    const letters = await aDeskOfLetters(demo, demo.government, { name: 'Fajar Setyo Utomo' })
    const kept = await bookAddresses(administrator)
    missingTranslations.clear()
    walked = await walk(administrator, ['/kerja', '/akun/sertifikat', '/kerja/tanda-tangan', ...kept, ...Object.values(letters), ...places, ...Object.values(dispositions), ...Object.values(drafts).map(id => `/kerja/surat/${id}`), ...['draft', 'returned', 'approved', 'archived', 'scheduled', 'submitted'].map(state => `/kerja/publikasi?keadaan=${state}`), '/keluar'])
    for (const path of ['/kerja/tidak-ada', ...unlinked]) await administrator.get(path.replaceAll(/:\w+/g, 'tidak-ada'))
    expect.soft(walked.dead).toEqual([])
    const officers = pages.filter(page => page.may !== 'public' && !unlinked.includes(page.path))
    expect.soft(officers.filter(page => !walked.opened.has(page.path)).map(({ path }) => path)).toEqual([])
    expect.soft([...missingTranslations]).toEqual([])
  }, patience)

  it('says in English what is wrong with a form', async () => {
    for (const [path, [url]] of walked.opened) {
      if (!pageOf(path)?.act || path === '/keluar') continue
      const shown = await administrator.get(url!)
      if (shown.body.includes('name="_csrf"')) await administrator.post(url!, {})
    }
    const visitor = inEnglish(aBrowser(demo, demo.government))
    for (const page of pages.filter(({ may, act, path }) => may === 'public' && act && !path.includes(':'))) {
      const shown = await visitor.get(page.path)
      if (shown.body.includes('name="_csrf"')) await visitor.post(page.path, {})
    }
    expect.soft([...missingTranslations]).toEqual([])
  }, patience)
})
