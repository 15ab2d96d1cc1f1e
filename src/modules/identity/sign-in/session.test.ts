import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { identification } from '../contract.ts'
import { limits } from '../limits.ts'
import { anAccount, signIn } from '../testing.ts'

describe('a session', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    await anAccount(installation, tegal, { username: 'sesi', roles: ['administrator'] })
  })
  afterAll(() => installation.close())

  const age = (column: 'seen_at' | 'expires_at', seconds: number) => sql`update identity.session set ${sql.ref(column)} = now() - make_interval(secs => ${seconds})`.execute(installation.services.database.of(tegal.id))

  test('ends when it is not used, and in any case after its whole time', async () => {
    const browser = await signIn(installation, tegal, 'sesi')
    await age('seen_at', limits.session.idle - 60)
    expect((await browser.get('/akun')).statusCode).toBe(200)
    // That visit counted as use.
    const { rows } = await sql<{ ago: number }>`select extract(epoch from now() - max(seen_at))::float8 as ago from identity.session`.execute(installation.services.database.of(tegal.id))
    expect(rows[0]!.ago).toBeLessThan(60)
    await age('seen_at', limits.session.idle + 60)
    expect((await browser.get('/akun')).statusCode).toBe(303)
    const other = await signIn(installation, tegal, 'sesi')
    await age('expires_at', 1)
    expect((await other.get('/akun')).statusCode).toBe(303)
  })

  test('is found with one query, once its roles are in memory', async () => {
    const browser = await signIn(installation, tegal, 'sesi')
    const government = (await installation.services.ask(governmentDirectory).byId(tegal.id))!
    const ask = () => installation.services.ask(identification).identify({ headers: new Headers({ cookie: browser.header() }), government, now: new Date() })
    await expect.poll(() => installation.services.changes.live()).toBe(true)
    expect((await ask()).may('identity.manage-accounts')).toBe(true)
    const queries: string[] = []
    installation.services.database.observe(text => void queries.push(text))
    expect((await ask()).account?.username).toBe('sesi')
    installation.services.database.observe(null)
    expect(queries).toHaveLength(1)
  })
})
