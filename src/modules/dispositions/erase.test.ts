import { sql } from 'kysely'
import { startRelay } from '#platform/events/relay.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { aContent, aDraft, anAddressee } from '#modules/drafting/testing.ts'
import { drafting } from '#modules/drafting/module.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { dispositions } from './module.ts'
import { chainOf, reportsOf } from './store.ts'
import { disposed, onDesk, reported } from './testing.ts'

let installation: Installation
let place: TestGovernment
let stopRelay: () => Promise<void>

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await installation.work()
  stopRelay = startRelay(installation.services, [...dispositions.listens!, ...drafting.listens!], async () => [place])
})
afterAll(async () => {
  await stopRelay()
  await installation.close()
})

it('of a letter past its retention no word stays: not what was asked, reported or drafted; who passed it on to whom does', async () => {
  const { services } = installation
  const db = services.database.of(place.id)
  const [head, division] = [await aPost(installation, place, 'diskominfo', 'Kepala', { rank: 1 }), await aPost(installation, place, 'diskominfo-ikp', 'Kepala Bidang', { rank: 1 })]
  const by = { ...(await anAccount(installation, place)), name: 'Pejabat' }
  const other = { ...(await anAccount(installation, place, { unit: 'diskominfo-ikp' })), name: 'Bawahan' }
  for (const [postId, { id: accountId, name }] of [[head, by], [division, other]] as const) await appointed(installation, place, postId, { accountId, name, from: '2026-01-02' })
  const came = await aLetter(installation, place, { subject: 'Permintaan narasumber' })
  await onDesk(installation, place, came.id, head)
  await disposed(installation, place, { letterId: came.id, by, to: [division], note: 'Catatan yang khas' })
  await reported(installation, place, { letterId: came.id, postId: division, by: other, text: 'Laporan yang khas' })
  const paper = await services.files.put(db, place.id, { name: 'laporan.txt', mediaType: 'text/plain', body: Buffer.from('isi'), unitId: null, public: false })
  await services.database.transaction(place.id, tx => sql`update dispositions.report set files = ${JSON.stringify([{ fileId: paper.id, name: 'laporan.txt', mediaType: 'text/plain', bytes: 3 }])}::jsonb`.execute(tx))
  const made = await aDraft(installation, place, { unitId: place.units.diskominfo!, accountId: by.id, content: aContent(head, { subject: 'Balasan', body: 'Naskah yang khas', addressees: [anAddressee()] }) })

  await services.database.transaction(place.id, async tx => {
    for (const { id } of [came, made]) await services.ask(letters).erase(tx, id)
  })
  const left = async () => (await sql<{ n: number }>`select (select count(*) from drafting.version where content::text like '%khas%')::int + (select count(*) from dispositions.disposition where note like '%khas%')::int
    + (select count(*) from dispositions.report where text like '%khas%' or files <> '[]')::int as n`.execute(db)).rows[0]!.n
  await expect.poll(left, { timeout: 15_000 }).toBe(0)
  expect((await sql<{ state: string }>`select state from platform.file where id = ${paper.id}`.execute(db)).rows).toEqual([{ state: 'pending' }])
  const chain = await chainOf(db, came.id)
  expect(chain.recipients.map(({ title, state }) => [title, state])).toEqual([['Kepala Bidang', 'reported']])
  expect(await reportsOf(db, came.id)).toHaveLength(1)
  expect(await services.ask(letters).byId(db, came.id)).toMatchObject({ subject: 'Permintaan narasumber', number: came.number })
}, 60_000)
