import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { listenForChanges, type Changes } from '../db/changes.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { openJobs, prepareJobs, type Job, type Jobs } from './jobs.ts'

let installation: Installation
let place: TestGovernment
let worker: { database: Database; changes: Changes; jobs: Jobs }
const ran: { what: unknown; at: number }[] = []
const job: Job = {
  name: 'testing.note',
  run: async (_context, { what }) => {
    ran.push({ what, at: Date.now() })
    if (what === 'fails') throw new Error('fails')
  },
}

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await prepareJobs(installation.url, [job], 'pendopo_serve')
  // The worker has nothing in common with who enqueues but the database.
  const { serveUrl, services } = installation
  worker = { database: openDatabase({ url: serveUrl }), changes: await listenForChanges(serveUrl), jobs: openJobs(serveUrl, () => {}) }
  await worker.jobs.work([job], { ...services, ...worker })
})
afterAll(async () => {
  await worker.jobs.stop()
  await worker.changes.close()
  await worker.database.close()
  await installation.close()
})
beforeEach(() => void ran.splice(0))

const enqueue = (whats: readonly unknown[], options?: { at?: Date }) =>
  installation.services.database.transaction(place.id, async tx => {
    for (const what of whats) await installation.services.jobs.enqueue(tx, job.name, place.id, { what }, options)
  })
async function done(many: number, timeout: number): Promise<void> {
  await expect.poll(() => ran.length, { timeout, interval: 10 }).toBe(many)
}

describe('a job', () => {
  test('is taken up by another process as soon as what it follows from is committed', async () => {
    const began = Date.now()
    for (let i = 1; i <= 6; i++) {
      await enqueue([i])
      await done(i, 2000)
    }
    // Found by looking alone, each would wait for the next second.
    expect(Date.now() - began).toBeLessThan(2500)
  })

  test('does not hold up those behind it, nor does one that fails', async () => {
    const whats = ['fails', ...Array.from({ length: 20 }, (_, i) => i)]
    await enqueue(whats)
    await done(whats.length, 3000)
    expect(ran.map(({ what }) => what).toSorted()).toEqual(whats.toSorted())
  })

  test('that was put off runs within a second of its time', async () => {
    const at = new Date(Date.now() + 1500)
    await enqueue(['later'], { at })
    await done(1, 4000)
    expect(ran[0]!.at - at.getTime()).toBeGreaterThanOrEqual(0)
    expect(ran[0]!.at - at.getTime()).toBeLessThan(1500)
  })

  test('never runs when what it follows from did not happen', async () => {
    await installation.services.database.transaction(place.id, async tx => {
      await installation.services.jobs.enqueue(tx, job.name, place.id, { what: 'undone' })
      throw new Error('undone')
    }).catch(() => {})
    await enqueue(['after'])
    await done(1, 2000)
    expect(ran.map(({ what }) => what)).toEqual(['after'])
  })
})
