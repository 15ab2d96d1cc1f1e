import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIn } from '#platform/time/zone.ts'
import { periodOf } from '#platform/time/period.ts'
import { catalogue, feeding } from '#modules/datasets/contract.ts'
import { aDataset } from '#modules/datasets/testing.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { aGovernment, type TestGovernment } from '../testing/government.ts'
import { openInstallation, type Installation } from '../testing/installation.ts'
import { feedAll } from './feed.ts'

let installation: Installation
let tegal: TestGovernment

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  await aDataset(installation.services, tegal, { title: 'Kondisi jalan kabupaten' })
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(tegal.id)

describe('what modules produce', () => {
  it('appears in the catalogue by itself, once per period, and again only when it changed', async () => {
    const now = new Date()
    const { services } = installation
    expect(await feedAll(services, tegal.id, now)).toBeGreaterThan(0)
    expect(await feedAll(services, tegal.id, now)).toBe(0)
    const made = (await services.ask(catalogue).bySlug(db(), 'katalog-himpunan-data-pemerintah-daerah'))!
    const page = (await aBrowser(installation, tegal).get(`/data/${made.slug}`)).body
    expect(page).toContain('Langsung dari pekerjaan sehari-hari')
    expect(page).toContain('Kondisi jalan kabupaten')
    const period = periodOf('week', dayIn(now, 'Asia/Jakarta'))
    const before = await services.ask(feeding).digestOf(db(), 'katalog-data', period)
    await aDataset(services, tegal, { title: 'Satu data lagi' })
    expect(await feedAll(services, tegal.id, now, true)).toBeGreaterThan(0)
    expect(await services.ask(feeding).digestOf(db(), 'katalog-data', period)).not.toBe(before)
    expect((await services.ask(catalogue).releases(db(), made.id, 'earlier')).map(({ version, state }) => [version, state])).toEqual([[2, 'published'], [1, 'replaced']])
  })
})
