import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { openWeb } from '#app/web.ts'
import { browserLaunch } from '../../tools/browser.ts'
import { signIn } from './browsing.ts'
import { aLine, type Line } from './line.ts'

// 300 rounds with every run of the suite; `PENDOPO_OFFLINE_ROUNDS=3000 npm test -- offline-chaos` for an afternoon.
const rounds = Number(process.env.PENDOPO_OFFLINE_ROUNDS ?? 300)
const seed = Number(process.env.PENDOPO_OFFLINE_SEED ?? 20261122)

let demo: Demo
let line: Line
let profile: string
let phone: BrowserContext
let page: Page
let web: Awaited<ReturnType<typeof openWeb>>
const form = '/kerja/surat/terima'

/** Mulberry32: the same rounds for the same seed. */
function randomFrom(start: number): () => number {
  let a = start
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

async function serve(): Promise<number> {
  web = await openWeb(demo.services)
  await web.web.server.listen({ host: '127.0.0.1', port: 0 })
  return (web.web.server.server.address() as AddressInfo).port
}

async function switchOn(): Promise<void> {
  phone = await chromium.launchPersistentContext(profile, { ...browserLaunch(), baseURL: `http://tegalkab.localhost:${line.port}`, locale: 'id-ID' })
  phone.setDefaultTimeout(15_000)
  page = phone.pages()[0] ?? (await phone.newPage())
}

/** Ends every process of the browser at once, as when the battery is taken out. */
function killBrowser(): void {
  for (const id of readdirSync('/proc')) {
    if (!/^\d+$/.test(id)) continue
    try {
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) process.kill(Number(id), 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

beforeAll(async () => {
  demo = await openDemo()
  line = await aLine(await serve())
  profile = mkdtempSync(join(tmpdir(), 'pendopo-chaos-'))
  await switchOn()
  await signIn(page, 'tu.kominfo')
  await page.goto(form)
  await page.waitForFunction(async path => Boolean(await caches.match(path)) && Boolean(await caches.match('/kotak-keluar')), form, { polling: 200 })
})
afterAll(async () => {
  await phone?.close().catch(() => {})
  await line?.close()
  await web?.close()
  await demo?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

interface Row {
  sequence: number
  state: string
  at: number
  /** Gone once it was applied. */
  text: string | null
  signature: string
  receipt: { text: string } | null
}

/** Everything the phone keeps, in the order it was written. */
const rows = () =>
  page.evaluate(
    () =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('pendopo-outbox')
        opening.addEventListener('error', () => reject(opening.error!))
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll()
          all.addEventListener('success', () => {
            opening.result.close()
            resolve((all.result as Row[]).toSorted((one, other) => one.sequence - other.sequence).map(({ sequence, state, at, text, signature, receipt }) => ({ sequence, state, at, text, signature, receipt })))
          })
        })
      }),
  )

/** Fills the form that stands there and sends it; answers once the phone says it is kept, or the page went on. */
async function write(subject: string): Promise<void> {
  await page.goto(form)
  // A browser that was killed may have lost its session, and the server asks for it.
  if (new URL(page.url()).pathname === '/masuk') {
    await signIn(page, 'tu.kominfo')
    await page.goto(form)
  }
  expect(await page.locator('form[data-offline]').count(), `${page.url()} shows ${await page.title()}`).toBe(1)
  await page.evaluate(text => {
    const fields = { number: text, sender: 'Kepala Desa Sigedong', subject: text }
    for (const [name, value] of Object.entries(fields)) document.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value = value
    const here = document.querySelector<HTMLFormElement>('form[data-offline]')!
    here.addEventListener('kept', () => (document.documentElement.dataset.kept = 'yes'))
    here.requestSubmit()
  }, subject)
  await page.waitForURL(url => url.pathname !== form)
}

it(`${rounds} rounds of cuts, kills and restarts: nothing is lost, nothing doubled, the order kept, a receipt for each`, async () => {
  const random = randomFrom(seed)
  const sure: string[] = []
  const perhaps: string[] = []
  const counts: Record<string, number> = {}
  for (let round = 0; round < rounds; round++) {
    const dice = random()
    const subject = `Putaran ${String(round).padStart(5, '0')}`
    const did = dice < 0.42 ? 'write' : dice < 0.62 ? 'cut' : dice < 0.7 ? 'deaf' : dice < 0.84 ? 'open' : dice < 0.9 ? 'look' : dice < 0.95 ? 'restart' : dice < 0.98 ? 'kill' : 'replay'
    counts[did] = (counts[did] ?? 0) + 1
    if (did === 'write') {
      await write(subject)
      sure.push(subject)
    } else if (did === 'cut' || did === 'deaf' || did === 'open') line.set(did)
    else if (did === 'look') await page.goto('/kotak-keluar')
    else if (did === 'restart') {
      const was = web
      line.lead(await serve())
      await was.close()
    } else if (did === 'kill') {
      // In the middle of keeping or sending: what the phone had not called kept may be gone, but never twice there.
      perhaps.push(subject)
      const writing = write(subject).then(() => {}, () => {})
      await new Promise(resolve => setTimeout(resolve, random() * 250))
      killBrowser()
      await writing
      await phone.close().catch(() => {})
      await switchOn()
      await page.goto('/kotak-keluar')
    } else {
      // A copy of the whole outbox arrives once more from somewhere else, all at a time.
      line.set('open')
      await page.goto('/kotak-keluar')
      const unsent = (await rows()).filter(({ text }) => text !== null).map(({ text, signature }) => ({ text, signature }))
      const bring = async (entries: string) => {
        const sent = new FormData()
        sent.set('entries', entries)
        sent.set('sent', '')
        await fetch('/api/luring/kirim', { method: 'POST', body: sent })
      }
      if (unsent.length > 0) await Promise.all([1, 2, 3].map(() => page.evaluate(bring, JSON.stringify(unsent))))
    }
  }
  line.set('open')
  await page.goto('/kotak-keluar')
  await expect.poll(async () => (await rows()).filter(row => row.state === 'kept').length, { timeout: 60_000, interval: 500 }).toBe(0)

  const db = demo.services.database.of(demo.government.id)
  const arrived = (await sql<{ subject: string }>`select l.subject from correspondence.letter l where l.subject like 'Putaran %' order by l.created_at, l.id`.execute(db)).rows.map(({ subject }) => subject)
  console.log(`rounds: ${JSON.stringify(counts)}; ${sure.length} written for sure, ${perhaps.length} while the browser was killed, ${arrived.length} arrived`)
  expect(new Set(arrived).size, 'nothing doubled').toBe(arrived.length)
  expect(sure.filter(subject => !arrived.includes(subject)), 'nothing lost').toEqual([])
  expect(arrived.filter(subject => !sure.includes(subject) && !perhaps.includes(subject))).toEqual([])
  expect(arrived, 'order kept').toEqual(arrived.toSorted())
  const kept = await rows()
  expect(kept).toHaveLength(arrived.length)
  expect(kept.every(({ state, receipt }) => state === 'applied' && receipt !== null), 'a receipt for each').toBe(true)
  expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, i) => i + 1))
  const flagged = (await sql<{ n: number }>`select count(*)::int as n from platform.device_entry where cardinality(flags) > 0`.execute(db)).rows[0]!.n
  expect(flagged, 'an honest phone is never called odd').toBe(0)
}, 600_000)
