import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aKnownDevice } from '#modules/devices/testing.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import type { ReceiptText } from '#platform/offline/entry.ts'
import { inTime, standingOf, standings, tally } from './call.ts'
import { codeWindow } from '#platform/secrets/rotating-code.ts'
import { screenCode, wasShown } from './screen-code.ts'
import { calleesOf } from './store.ts'

describe('how somebody stands', () => {
  it('is one thing: an answer before a reason, a reason before having no phone, and nobody is silent before the limit', () => {
    const cases = fc.record({ answer: fc.constantFrom('here' as const, 'elsewhere' as const, null), accountId: fc.constantFrom('a', null), explained: fc.boolean(), over: fc.boolean() })
    fc.assert(fc.property(fc.array(cases), all => {
      const stand = all.map(({ explained, over, ...callee }) => standingOf(callee, explained, over))
      for (const [i, { answer, explained, accountId, over }] of all.entries()) {
        if (answer) expect(stand[i]).toBe(answer)
        else if (explained) expect(stand[i]).toBe('explained')
        else if (!over) expect(stand[i]).not.toBe('silent')
        if (stand[i] === 'silent') expect([accountId, over]).toEqual(['a', true])
      }
      expect(standings.reduce((sum, one) => sum + tally(stand)[one], 0)).toBe(all.length)
    }))
  })

  it('is in time by when it was written, not by when it arrived', () => {
    const endsAt = new Date('2026-11-22T01:10:00Z')
    expect([inTime({ answeredAt: endsAt }, { endsAt }), inTime({ answeredAt: new Date(endsAt.getTime() + 1) }, { endsAt }), inTime({ answeredAt: null }, { endsAt })]).toEqual([true, false, false])
  })

  it('a code on the screen counts for the turns around it, for its own call only', () => {
    const at = new Date('2026-11-22T01:00:10Z')
    const later = (turns: number) => new Date(at.getTime() + turns * codeWindow * 1000)
    const code = screenCode('rahasia', 'satu', at)
    expect([-2, 0, 2].map(n => wasShown('rahasia', 'satu', code, later(n)))).toEqual([true, true, true])
    expect([wasShown('rahasia', 'satu', code, later(3)), wasShown('rahasia', 'dua', code, at), wasShown('lain', 'satu', code, at), wasShown('rahasia', 'satu', '', at)]).toEqual([false, false, false, false])
  })
})

describe('a leader calls the roll', () => {
  let installation: Installation
  let place: TestGovernment
  let leader: Browser
  let board = ''
  const staff: Record<string, { id: string; username: string; employeeId: string; browser: Browser }> = {}
  let withoutPhone = ''

  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    leader = await signIn(installation, place, (await anAccount(installation, place, { roles: ['leader'] })).username)
    for (const [name, unit] of [['Ani', 'diskominfo'], ['Budi', 'diskominfo-ikp'], ['Citra', 'diskominfo-ikp'], ['Dodi', 'dpu']] as const) {
      const account = await anAccount(installation, place, { unit, name })
      staff[name] = { ...account, employeeId: await anEmployee(installation.services, place, { unit, name, accountId: account.id }), browser: await signIn(installation, place, account.username) }
    }
    withoutPhone = await anEmployee(installation.services, place, { unit: 'diskominfo', name: 'Eko Tanpa Ponsel' })
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const callees = async () => new Map((await calleesOf(db(), board.split('/').at(-1)!)).map(one => [one.name.split(',')[0]!, one]))
  const start = (browser: Browser, values: Record<string, string> = {}) => browser.post('/kerja/panggil', { unit: place.units.diskominfo!, jenis: 'call', menit: '10', perihal: '', ...values })

  it('with one tap, and all below are told', async () => {
    const answer = await start(leader)
    expect(answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]).toBe(303)
    board = String(answer.headers.location)
    expect([...(await callees()).keys()].toSorted()).toEqual(['Ani', 'Budi', 'Citra', 'Eko Tanpa Ponsel'])
    expect((await notificationsOf(db(), staff.Ani!.id)).map(({ href }) => href)).toContain('/hadir')
    expect(await notificationsOf(db(), staff.Dodi!.id)).toEqual([])
    expect((await staff.Ani!.browser.get('/hadir')).body).toContain('Saya hadir')
    expect((await staff.Dodi!.browser.get('/hadir')).body).toContain('Tidak ada panggilan')
  })

  it('is answered once, here or elsewhere; for somebody without a phone a colleague who is there answers', async () => {
    const panggilan = board.split('/').at(-1)!
    expect((await staff.Ani!.browser.post('/hadir', { panggilan, jawab: 'vouch', rekan: withoutPhone })).body).toContain('Jawab dahulu bahwa Anda sendiri hadir.')
    expect((await staff.Ani!.browser.post('/hadir', { panggilan, jawab: 'here' })).statusCode).toBe(303)
    const [first] = [(await callees()).get('Ani')!]
    await staff.Ani!.browser.post('/hadir', { panggilan, jawab: 'vouch', rekan: withoutPhone })
    expect((await callees()).get('Eko Tanpa Ponsel')).toMatchObject({ answer: 'here', via: 'vouched' })
    // A stranger answers nothing, and a second answer changes nothing.
    expect((await staff.Dodi!.browser.get('/hadir')).body).not.toContain(panggilan)
    await sql`update roll_calls.callee set answer = null, answered_at = null, received_at = null, via = null where name like 'Budi%'`.execute(db())
    expect((await staff.Budi!.browser.post('/hadir', { panggilan, jawab: 'elsewhere', keterangan: 'Di Puskesmas Slawi' })).statusCode).toBe(303)
    expect((await callees()).get('Ani')).toEqual(first)
    const page = (await leader.get(board)).body
    for (const what of ['Di tempat lain', 'Di Puskesmas Slawi', 'dikuatkan rekan', 'Menunggu jawaban']) expect(page).toContain(what)
  })

  it('is answered by a phone without a network: the time it was written counts', async () => {
    const { id: accountId, browser } = staff.Citra!
    const phone = await aKnownDevice(installation, place, { accountId, cookie: browser.header() })
    const entry = phone.write('/hadir', { panggilan: board.split('/').at(-1)!, jawab: 'here' })
    await leader.post(board, {})
    expect((await leader.get(board)).body).toContain('Tidak menjawab')
    const { receipts } = await phone.send([entry])
    expect((JSON.parse(receipts[0]!.text) as ReceiptText).state).toBe('applied')
    const one = (await callees()).get('Citra')!
    const { rows } = await sql<{ endsAt: Date }>`select ends_at as "endsAt" from roll_calls.call`.execute(db())
    expect(inTime(one, rows[0]!)).toBe(true)
    expect(one.receivedAt!.getTime()).toBeGreaterThan(rows[0]!.endsAt.getTime())
  })

  it('shows its board to whoever called and those above, tells it as events, and to nobody else', async () => {
    const other = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu', roles: ['leader'] })).username)
    for (const address of [board, `${board}/aliran`]) expect((await other.get(address)).statusCode).toBe(404)
    expect((await start(other)).body).toContain('Pilih unit dari daftar.')
    const stream = await leader.get(`${board}/aliran`)
    expect([stream.headers['content-type'], stream.body.startsWith('retry:'), stream.body.trimEnd().endsWith('data: end')]).toEqual(['text/event-stream', true, true])
  })

  it('of a meeting is answered by scanning the screen', async () => {
    board = String((await start(leader, { jenis: 'meeting', perihal: 'Rapat koordinasi' })).headers.location)
    const shown = /\/hadir\?kode=([\w.-]+)/.exec((await leader.get(board)).body)![1]!
    const { browser } = staff.Budi!
    const page = (await browser.get(`/hadir?kode=${shown}`)).body
    expect(page).toContain(`name="kode" value="${shown.split('.')[1]}"`)
    await browser.post('/hadir', { panggilan: shown.split('.')[0]!, jawab: 'here', kode: shown.split('.')[1]! })
    expect((await callees()).get('Budi')).toMatchObject({ answer: 'here', via: 'screen' })
    expect((await browser.get(`/hadir?kode=${shown.split('.')[0]}.palsu`)).body).toContain('Pindai sekali lagi')
  })
})
