import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { aBrowser, anAccount, signIn } from '#modules/identity/testing.ts'
import { releaseDue } from './release.ts'
import { tables, workingById } from './store.ts'
import { aPublication } from './testing.ts'

const minute = 60_000

describe('scheduled publications', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())
  const db = () => installation.services.database.of(tegal.id)
  const due = (at: Date) => sql`update publications.publication set scheduled_at = ${at} where state = 'scheduled'`.execute(db())

  test('stay hidden until their minute, then carry the promised time, also when the system was down at that minute', async () => {
    const promised = new Date(Date.now() + 5 * minute)
    const id = await aPublication(installation.services, tegal, { state: 'scheduled', scheduledAt: promised, publishedAt: null, content: { title: 'Terbit besok pagi' } })
    const visitor = aBrowser(installation, tegal)
    expect((await visitor.get('/berita')).body).not.toContain('Terbit besok pagi')
    expect(await releaseDue(installation.services, tegal.id)).toBe(0)
    const missed = new Date(Date.now() - 90 * minute)
    await due(missed)
    expect(await releaseDue(installation.services, tegal.id)).toBe(1)
    expect((await workingById(db(), id))!.publishedAt).toEqual(missed)
    expect((await visitor.get('/berita/terbit-besok-pagi')).statusCode).toBe(200)
  })

  test('are released once, however many workers wake up', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => aPublication(installation.services, tegal, { state: 'scheduled', scheduledAt: new Date(Date.now() + minute), publishedAt: null, content: { title: `Serentak nomor ${i}` } })))
    await due(new Date(Date.now() - 1000))
    const released = await Promise.all(Array.from({ length: 4 }, () => releaseDue(installation.services, tegal.id)))
    expect(released.reduce((a, b) => a + b, 0)).toBe(6)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from publications.step where event = 'publish' and publication_id = any(${ids}::uuid[])`.execute(db())
    expect(rows[0]!.n).toBe(6)
  })

  test('the worker releases them by itself within seconds of their moment', async () => {
    await installation.work()
    const id = await aPublication(installation.services, tegal, { state: 'scheduled', scheduledAt: new Date(Date.now() + 2000), publishedAt: null, content: { title: 'Tepat waktunya' } })
    await expect.poll(async () => (await workingById(db(), id))!.visible, { timeout: 15_000, interval: 200 }).toBe(true)
  })

  test('a bundle goes live at one moment: a reader sees all of it or none', async () => {
    const publisher = await anAccount(installation, tegal, { unit: 'dpu', roles: ['publisher'] })
    const browser = await signIn(installation, tegal, publisher.username)
    const ids = await Promise.all(['satu', 'dua', 'tiga'].map(n => aPublication(installation.services, tegal, { state: 'draft', publishedAt: null, by: publisher.id, content: { title: `Rilis bagian ${n}` } })))
    for (const id of ids) {
      await browser.post(`/kerja/publikasi/${id}/kirim`, { remarks: '' })
      await browser.post(`/kerja/publikasi/${id}/setujui`, { remarks: '' })
    }
    const answer = await browser.post('/kerja/rilis', { title: 'Rilis tiga bagian', items: ids, at: '' })
    expect(answer.statusCode).toBe(303)
    const rows = await tables(db()).selectFrom('publications.publication').select(['published_at', 'visible']).where('id', 'in', ids).execute()
    expect(rows.every(row => row.visible)).toBe(true)
    expect(new Set(rows.map(row => row.published_at!.getTime())).size).toBe(1)
  })
})
