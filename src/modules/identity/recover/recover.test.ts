import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, testPassword } from '../testing.ts'

describe('a forgotten password', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const lettersTo = async (recipient: string) => {
    const { rows } = await sql<{ body_text: string }>`select body_text from platform.mail where recipient = ${recipient} order by id desc`.execute(installation.services.database.of(tegal.id))
    return rows.map(row => row.body_text)
  }

  test('is answered alike for every address, and only real accounts get a letter', async () => {
    await anAccount(installation, tegal, { username: 'ani', email: 'ani@contoh.id' })
    const real = await aBrowser(installation, tegal).post('/lupa-sandi', { surel: 'ani@contoh.id' })
    const unknown = await aBrowser(installation, tegal).post('/lupa-sandi', { surel: 'entah@contoh.id' })
    expect([real.statusCode, real.headers.location]).toEqual([unknown.statusCode, unknown.headers.location])
    expect(await lettersTo('ani@contoh.id')).toHaveLength(1)
    expect(await lettersTo('entah@contoh.id')).toHaveLength(0)
  })

  test('gets no letter whose link leads to a host the visitor made up', async () => {
    await anAccount(installation, tegal, { username: 'rina', email: 'rina@contoh.id' })
    expect((await aBrowser(installation, { host: '203.0.113.7' }).post('/lupa-sandi', { surel: 'rina@contoh.id' })).statusCode).toBe(403)
    expect(await lettersTo('rina@contoh.id')).toHaveLength(0)
  })

  test('is replaced through the link, which works once and ends all sessions', async () => {
    await anAccount(installation, tegal, { username: 'joko', email: 'joko@contoh.id' })
    const phone = await signIn(installation, tegal, 'joko')
    await aBrowser(installation, tegal).post('/lupa-sandi', { surel: 'joko@contoh.id' })
    const link = /http:\S+\/atur-ulang\?token=\S+/.exec((await lettersTo('joko@contoh.id'))[0]!)![0]
    const { pathname, search, searchParams } = new URL(link)
    const values = { token: searchParams.get('token')!, sandi: 'payung-sepatu-hujan-4' }
    expect((await aBrowser(installation, tegal).post(pathname + search, values)).headers.location).toBe('/masuk')
    expect((await phone.get('/akun')).statusCode).toBe(303)
    await signIn(installation, tegal, 'joko', 'payung-sepatu-hujan-4')
    await expect(signIn(installation, tegal, 'joko', testPassword)).rejects.toThrow('422')
    const again = await aBrowser(installation, tegal).post(pathname + search, { ...values, sandi: 'kursi-lampu-meja-55' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('sudah dipakai atau lewat satu jam')
  })

  test('is not replaced by a link older than an hour', async () => {
    await anAccount(installation, tegal, { username: 'siti', email: 'siti@contoh.id' })
    await aBrowser(installation, tegal).post('/lupa-sandi', { surel: 'siti@contoh.id' })
    const { searchParams } = new URL(/http:\S+\/atur-ulang\?token=\S+/.exec((await lettersTo('siti@contoh.id'))[0]!)![0])
    const db = installation.services.database.of(tegal.id)
    const { rows } = await sql<{ identifier: string; minutes: number }>`select identifier, extract(epoch from expires_at - now())::float8 / 60 as minutes from identity.verification`.execute(db)
    expect(Math.max(...rows.map(row => row.minutes))).toBeLessThanOrEqual(60)
    // What lies in the table is a hash: reading it does not open the account.
    expect(JSON.stringify(rows)).not.toContain(searchParams.get('token'))
    await sql`update identity.verification set expires_at = now() - interval '1 second'`.execute(db)
    const late = await aBrowser(installation, tegal).post('/atur-ulang', { token: searchParams.get('token')!, sandi: 'payung-sepatu-hujan-4' })
    expect(late.statusCode).toBe(422)
  })
})
