import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { beginAttempt, networkOf, waitAfter } from '#platform/access/attempts.ts'
import { limits } from '../limits.ts'
import { signInCounters } from './counters.ts'
import { aBrowser, anAccount, signIn, testPassword } from '../testing.ts'

describe('waiting times', () => {
  test('never shrink with another failure, begin after the free tries, and end at the most', () => {
    fc.assert(
      fc.property(fc.constantFrom(limits.attempts.device, limits.attempts.strangers, limits.attempts.network), fc.nat(500), (patience, failures) => {
        const wait = waitAfter(failures, patience)
        expect(waitAfter(failures + 1, patience)).toBeGreaterThanOrEqual(wait)
        expect(wait).toBeLessThanOrEqual(patience.most)
        expect(wait === 0).toBe(failures < patience.free)
      }),
    )
  })

  test('a network is a /24 of IPv4 and a /56 of IPv6, however it is written', () => {
    expect(networkOf('203.0.113.77')).toBe(networkOf('::ffff:203.0.113.1'))
    expect(networkOf('203.0.113.77')).not.toBe(networkOf('203.0.114.77'))
    expect(networkOf('2001:db8:1:2200::1')).toBe(networkOf('2001:db8:1:22ff:ffff::9'))
    expect(networkOf('2001:db8:1:2200::1')).not.toBe(networkOf('2001:db8:1:2300::1'))
    expect(networkOf('bukan alamat')).toBe('unknown')
  })

  test('a known device never shares a counter with strangers', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.ipV4(), fc.ipV4(), (account, device, mine, theirs) => {
        const own = signInCounters(account, device, mine).map(counter => counter.key)
        const strange = signInCounters(account, null, theirs).map(counter => counter.key)
        expect(own.filter(key => strange.includes(key))).toEqual([])
      }),
    )
  })
})

describe('guessing', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const guess = (ip: string, nama: string, sandi = 'tebakan-saja') => aBrowser(installation, tegal, { ip }).post('/masuk', { nama, sandi })

  test('by a stranger shuts out strangers, even with the right password, while the owner’s phone keeps working', async () => {
    await anAccount(installation, tegal, { username: 'korban' })
    const phone = await signIn(installation, tegal, 'korban')
    for (let i = 0; i < limits.attempts.strangers.free; i++) expect((await guess(`198.51.${i}.1`, 'korban')).statusCode).toBe(422)
    const shut = await guess('198.51.100.1', 'korban', testPassword)
    expect(shut.statusCode).toBe(429)
    expect(Number(shut.headers['retry-after'])).toBeGreaterThan(0)
    await phone.post('/keluar', {})
    expect((await phone.post('/masuk', { nama: 'korban', sandi: testPassword })).statusCode).toBe(303)
  })

  test('at a name nobody has is answered exactly as at a real one', async () => {
    for (let i = 0; i < limits.attempts.strangers.free; i++) expect((await guess('192.0.2.1', 'hantu')).statusCode).toBe(422)
    expect((await guess('192.0.2.1', 'hantu')).statusCode).toBe(429)
  })

  test('on the owner’s own browser has to wait as well', async () => {
    await anAccount(installation, tegal, { username: 'pelupa' })
    const desk = await signIn(installation, tegal, 'pelupa')
    await desk.post('/keluar', {})
    for (let i = 0; i < limits.attempts.device.free; i++) expect((await desk.post('/masuk', { nama: 'pelupa', sandi: 'lupa-lagi' })).statusCode).toBe(422)
    expect((await desk.post('/masuk', { nama: 'pelupa', sandi: testPassword })).statusCode).toBe(429)
  })

  test('with a device cookie of another account, or a made-up one, counts as a stranger', async () => {
    await anAccount(installation, tegal, { username: 'jahat' })
    await anAccount(installation, tegal, { username: 'sasaran' })
    const evil = await signIn(installation, tegal, 'jahat')
    await evil.post('/keluar', {})
    for (let i = 0; i < limits.attempts.strangers.free; i++) await evil.post('/masuk', { nama: 'sasaran', sandi: 'tebakan-saja' })
    expect((await guess('192.0.2.200', 'sasaran', testPassword)).statusCode).toBe(429)
  })

  test('many times at once gets no more tries than one after the other', async () => {
    await anAccount(installation, tegal, { username: 'serbuan' })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(`203.0.${i}.9`, 'serbuan')))
    expect(answers.filter(answer => answer.statusCode === 422)).toHaveLength(limits.attempts.strangers.free)
    expect(answers.filter(answer => answer.statusCode === 429)).toHaveLength(20 - limits.attempts.strangers.free)
  })

  test('over many names from one network has to wait', async () => {
    const db = installation.services.database.of(tegal.id)
    await sql`delete from platform.attempt`.execute(db)
    const one = (name: string) => beginAttempt(db, installation.config.secret, signInCounters(name, null, '100.64.7.7'))
    for (let i = 0; i < limits.attempts.network.free; i++) await one(`nama${i}`)
    await expect(one('nama-lain')).rejects.toThrow('too many')
    await beginAttempt(db, installation.config.secret, signInCounters('nama-lain', null, '100.64.8.7'))
  })

  test('leaves no readable name or address behind', async () => {
    const { rows } = await sql<{ key: Buffer }>`select key from platform.attempt`.execute(installation.services.database.of(tegal.id))
    expect(rows.every(row => row.key.length === 32)).toBe(true)
  })
})
