import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAccount } from '#modules/identity/testing.ts'
import { chooseMail, notify } from '#platform/notifications/notifications.ts'
import { aGovernment, type TestGovernment } from '../testing/government.ts'
import { openInstallation, type Installation } from '../testing/installation.ts'
import { mailUnread } from './mail-unread.ts'

describe('what stays unread also goes by mail', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(tegal.id)
  const tellNow = (id: string, title: string) =>
    installation.services.database.transaction(tegal.id, tx => notify(tx, [id], { text: '{name} menyetujui “{title}”.', values: { name: 'Sekretaris', title }, href: '/kerja/publikasi' }))
  const age = () => sql`update platform.notification set at = at - interval '10 minutes'`.execute(db())
  const run = (hour: string) => mailUnread.run({ services: installation.services, governmentId: null, db: db(), now: new Date(`2026-11-23T${hour}:00+07:00`) }, {})
  const mails = async () => (await sql<{ recipient: string; subject: string; body_text: string }>`select recipient, subject, body_text from platform.mail order by id`.execute(db())).rows

  test('several at once in one mail, once, by day, and only to those who want it', async () => {
    const [writer, silent] = [await anAccount(installation, tegal), await anAccount(installation, tegal)]
    await installation.services.database.transaction(tegal.id, tx => chooseMail(tx, silent.id, false))
    await tellNow(writer.id, 'Satu')
    await tellNow(writer.id, 'Dua')
    await tellNow(silent.id, 'Tiga')
    await run('10:00')
    expect(await mails(), 'there was no time to read it yet').toEqual([])
    await age()
    await run('22:30')
    expect(await mails(), 'nobody is written to at night').toEqual([])
    await run('10:00')
    await run('10:05')
    const sent = await mails()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ recipient: writer.email, subject: '2 pemberitahuan untuk Anda' })
    expect(sent[0]!.body_text).toContain('Sekretaris menyetujui “Dua”.')
  })
})
