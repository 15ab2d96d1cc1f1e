import { expect, test } from 'vitest'
import { startRelay } from '#platform/events/relay.ts'
import { aGovernment } from '#app/testing/government.ts'
import { openInstallation } from '#app/testing/installation.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { aPage, handsOf } from '#modules/pages/testing.ts'
import { aSite } from '#modules/sites/testing.ts'
import { auditDue, listens } from './audit.ts'
import { soon, tables } from './store.ts'

test('a page that is published or taken back lets its site be audited soon, once for all of an afternoon', async () => {
  const installation = await openInstallation()
  const { services } = installation
  const place = await aGovernment(installation)
  await aSite(services, place)
  await auditDue(services, place.id)
  const minutes = async () => ((await tables(services.database.of(place.id)).selectFrom('site_health.subject').select('due_at').executeTakeFirstOrThrow()).due_at!.getTime() - Date.now()) / 60_000
  const inWeek = () => tables(services.database.of(place.id)).updateTable('site_health.subject').set({ due_at: new Date(Date.now() + 7 * 86_400_000) }).execute()
  await inWeek()
  await installation.work()
  const stop = startRelay(services, listens, async () => [place])
  const id = await aPage(services, place, { title: 'Kerja bakti', body: 'Setiap Jumat.' })
  await expect.poll(minutes, { timeout: 15_000 }).toBeLessThan(6)
  const first = await minutes()
  expect(first).toBeGreaterThan(4)
  await services.database.transaction(place.id, tx => soon(tx, place.units.kalisapu!, 5))
  expect(await minutes()).toBeLessThanOrEqual(first)
  await inWeek()
  await services.database.transaction(place.id, tx => services.ask(pagesPort).withdraw(tx, handsOf(services, place.id), id, null))
  await expect.poll(minutes, { timeout: 15_000 }).toBeLessThan(6)
  await stop()
  await installation.close()
}, 60_000)
