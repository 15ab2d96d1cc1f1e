import { sql } from 'kysely'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { browserLaunch } from '../../tools/browser.ts'
import { anOfficer, press } from './browsing.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  demo = await openDemo()
  browser = await chromium.launch(browserLaunch())
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const phone = { viewport: { width: 360, height: 740 }, permissions: ['geolocation'], geolocation: { latitude: -6.98195, longitude: 109.13915, accuracy: 8 } }
const lastScan = async (username: string) =>
  (await sql<{ direction: string; band: string | null; accuracy: number | null; looked: string[] | null }>`
    select s.direction, s.distance_band as band, (s.trace->>'accuracy')::float8 as accuracy, array(select jsonb_array_elements_text(s.trace->'looked')) as looked
    from attendance.scan s join personnel.employee e on e.id = s.employee_id join identity.account a on a.id = e.account_id where a.username = ${username} order by s.at desc limit 1`.execute(demo.services.database.of(demo.government.id))).rows[0]!

/** A phone whose position changes a little twice a second, as it does while it settles. */
async function settling(context: BrowserContext): Promise<() => void> {
  let n = 0
  const moving = setInterval(() => void context.setGeolocation({ ...phone.geolocation, latitude: -6.98195 + (++n % 3) / 1e6 }).catch(() => {}), 500)
  return () => clearInterval(moving)
}

describe('coming to work', () => {
  it('is one tap: the phone reads its position a few times, and what comes next is said', async () => {
    const page = await anOfficer(browser, demo, 'penulis.dpu', phone)
    await page.goto('/presensi')
    const rest = await settling(page.context())
    const { text } = await press(page, 'Presensi masuk')
    rest()
    expect(text).toContain('Masuk tercatat pukul')
    const came = await lastScan('penulis.dpu')
    expect(came).toMatchObject({ direction: 'in', accuracy: 8 })
    expect(came.looked).toContain('restless')
    await page.context().close()
  })

  it('needs no position: who refuses it has come all the same', async () => {
    const page = await anOfficer(browser, demo, 'sekdin.dpu', { viewport: phone.viewport })
    await page.goto('/presensi')
    expect((await press(page, 'Presensi masuk')).text).toContain('Masuk tercatat pukul')
    expect(await lastScan('sekdin.dpu')).toMatchObject({ direction: 'in', band: null })
    await page.context().close()
  })

  it('needs no scripts', async () => {
    const page = await anOfficer(browser, demo, 'kadis.dinkes', { viewport: phone.viewport, javaScriptEnabled: false })
    await page.goto('/presensi')
    expect((await press(page, 'Presensi masuk')).text).toContain('Masuk tercatat pukul')
    await page.context().close()
  })
})
