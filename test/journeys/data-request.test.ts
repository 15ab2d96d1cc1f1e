import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { keepTime } from '#modules/data-requests/escalate.ts'
import { anOfficer, fill, mainText, openBrowser, press } from './browsing.ts'

const slug = 'kunjungan-puskesmas-menurut-kecamatan-dan-bulan'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await openDemo()
  await demo.work()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const far = () => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)

/** As if so many days had passed since a request was made, holidays of the calendar included. */
async function daysLater(id: string, days: number): Promise<void> {
  await sql`update data_requests.request set asked_on = asked_on - ${days}::int, answer_by = answer_by - ${days}::int, due_on = due_on - ${days}::int where id = ${id}`.execute(demo.services.database.of(demo.government.id))
  await keepTime(demo.services, demo.government.id, new Date())
}

describe.each([['with scripts', {}], ['without scripts', { javaScriptEnabled: false }]] as const)('a request between agencies, %s', (_, options) => {
  let asker: Page
  let holder: Page
  let here: string

  it('is asked at the dataset, of whoever produces it', async () => {
    asker = await anOfficer(browser, demo, 'penulis.dpu', options)
    await asker.goto(`/kerja/permintaan-data/baru?data=${slug}`)
    await fill(asker, { fields: 'Kunjungan menurut kecamatan', period: '2026', purpose: 'Menentukan letak halte di dekat puskesmas yang ramai', legalBasis: 'Perpres 39/2019 pasal 2' })
    await asker.locator('[name=degree][value=full]').check()
    expect((await press(asker, 'Kirim permintaan')).status).toBe(200)
    here = new URL(asker.url()).pathname
    expect(here).toMatch(/^\/kerja\/permintaan-data\/[0-9a-f-]{36}$/)
    expect(await mainText(asker)).toContain('Dinas Kesehatan')
  })

  it('rises step by step while the holder is silent, where everybody can see it', async () => {
    await daysLater(here.split('/').at(-1)!, 60)
    const secretary = await anOfficer(browser, demo, 'sekda', options)
    await secretary.goto('/kerja/permintaan-data?sisi=naik')
    expect(await secretary.locator(`a[href="${here}"]`).count()).toBe(1)
    await secretary.goto(here)
    for (const level of ['Walidata', 'Sekretaris daerah']) expect(await mainText(secretary)).toContain(level)
    await fill(secretary, { remark: 'Mohon dijawab hari ini.' })
    await secretary.getByRole('main').locator('button[name=step][value=urge]').click()
    await secretary.waitForLoadState()
    await secretary.context().close()
    const code = await asker.locator('main').textContent().then(text => /PD-\d{4}-\d{4}/.exec(text!)![0])
    const visitor = await browser.newPage({ baseURL: demo.origin, ...options })
    await visitor.goto(`/data/permintaan/${code}`)
    expect(await mainText(visitor)).toContain('Sekretaris daerah')
    await visitor.close()
  })

  it('is granted, used for a stated purpose, and the holder reads who used it for what', async () => {
    holder = await anOfficer(browser, demo, 'humas.dinkes', options)
    await holder.goto(`${here}/jawab`)
    await holder.locator('[name=answer][value=grant]').check()
    await fill(holder, { until: far() })
    await press(holder, 'Kirim jawaban')
    await asker.goto(`${here}/data`)
    await fill(asker, { purpose: 'Rapat halte 24 November' })
    await press(asker, 'Lanjutkan')
    expect(await mainText(asker)).toContain('Bumijawa')
    await holder.goto(`${here}/pemakaian`)
    expect(await mainText(holder)).toContain('Rapat halte 24 November')
  })

  it('is taken back with a reason, and opens nothing any more', async () => {
    await holder.goto(`${here}/pemakaian`)
    await fill(holder, { reason: 'Dipakai di luar keperluan yang diminta.' })
    await holder.getByRole('main').locator('form[method=post] button').last().click()
    await holder.waitForLoadState()
    expect((await asker.goto(`${here}/data`))!.status()).toBe(403)
    await asker.goto(here)
    expect(await mainText(asker)).toContain('Dipakai di luar keperluan yang diminta.')
  })
})
