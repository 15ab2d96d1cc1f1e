import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { calleesOf } from './store.ts'
import { textJob } from './texting.ts'

let installation: Installation
let place: TestGovernment
let leader: Browser
let other: Browser
let gateway: Server
const staff: Record<string, { employee: string; account: string | null }> = {}
const heard: { id: string; to: string; text: string }[] = []
let status = 200
const db = () => installation.services.database.of(place.id)

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = ''
    request.on('data', part => (body += String(part)))
    request.on('end', () => {
      if (status === 200) heard.push(JSON.parse(body) as (typeof heard)[number])
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve))
  installation = await openInstallation()
  place = await aGovernment(installation)
  leader = await signIn(installation, place, (await anAccount(installation, place, { roles: ['leader'] })).username)
  other = await signIn(installation, place, (await anAccount(installation, place, { roles: ['leader'] })).username)
  for (const [name, unit, phone] of [['Anggun Sari', 'diskominfo', '0812 1111 1111'], ['Bagas Putra', 'diskominfo-ikp', '0812-2222-2222'], ['Citra Dewi', 'diskominfo-ikp', '(0283) 491234'], ['Dodi Orang PU', 'dpu', '0812 4444 4444']] as const) {
    const account = name === 'Bagas Putra' ? null : (await anAccount(installation, place, { unit, name })).id
    staff[name] = { account, employee: await anEmployee(installation.services, place, { unit, name, titleAfter: null, accountId: account ?? undefined, phone }) }
  }
  // A browser of hers takes messages already.
  const told = await anAccount(installation, place, { unit: 'diskominfo', name: 'Eka Berponsel' })
  staff['Eka Berponsel'] = { account: told.id, employee: await anEmployee(installation.services, place, { unit: 'diskominfo', name: 'Eka Berponsel', titleAfter: null, accountId: told.id, phone: '0812 5555 5555' }) }
  await sql`insert into platform.push_address (account_id, endpoint, address) values (${told.id}, ${Buffer.from('x')}, ${Buffer.from('x')})`.execute(db())
}, 60_000)
afterAll(async () => {
  gateway.close()
  await installation.close()
})

const idOf = (name: string) => staff[name]!.employee
let list = ''
const step = (langkah: string, people: string[] = [], browser = leader) => browser.post(`/kerja/panggil/daftar/${list}?cari=anggun`, { langkah, people })
const calls = async (unit: string) => leader.post('/kerja/panggil', { unit, jenis: 'call', menit: '10', perihal: '' })
const callees = async (at: unknown) => calleesOf(db(), String(at).split('/').at(-1)!)

describe('a list of people', () => {
  it('is picked by search and ticks from those one may call, kept under its name, and called like a unit', async () => {
    const made = await leader.post('/kerja/panggil/daftar', { name: 'Tim siaran' })
    list = String(made.headers.location).split('/').at(-1)!
    expect((await leader.post('/kerja/panggil/daftar', { name: 'Tim siaran' })).statusCode).toBe(422)
    const found = (await leader.get(`/kerja/panggil/daftar/${list}?cari=anggun`)).body
    expect([found.includes(`value="${idOf('Anggun Sari')}"`), (await leader.get(`/kerja/panggil/daftar/${list}?cari=dodi`)).body.includes(idOf('Dodi Orang PU'))]).toEqual([true, false])
    expect((await step('tambah', [])).statusCode).toBe(422)
    expect((await step('tambah', [idOf('Dodi Orang PU')])).body).toContain('di luar wewenang')
    expect((await step('tambah', [idOf('Anggun Sari'), idOf('Bagas Putra'), idOf('Citra Dewi')])).statusCode).toBe(303)
    expect((await step('lepas', [idOf('Citra Dewi')])).headers.location, 'the search goes on').toBe(`/kerja/panggil/daftar/${list}?cari=anggun`)
    expect((await leader.get(`/kerja/panggil/daftar/${list}`)).body).toContain(`href="/kerja/panggil?unit=${list}"`)
    expect((await leader.get(`/kerja/panggil?unit=${list}`)).body).toMatch(new RegExp(`<option value="${list}" selected`))
    const call = await calls(list)
    expect((await callees(call.headers.location)).map(({ name }) => name)).toEqual(['Anggun Sari', 'Bagas Putra'])
    expect((await leader.get(String(call.headers.location))).body).toContain('Tim siaran')
  })

  it('is one’s own, and whoever moved out of reach is not called any more', async () => {
    expect((await other.get(`/kerja/panggil/daftar/${list}`)).statusCode).toBe(404)
    expect((await other.get('/kerja/panggil')).body).not.toContain(list)
    await sql`update personnel.employee set unit_id = ${place.units.dpu} where id = ${idOf('Anggun Sari')}`.execute(db())
    expect((await callees((await calls(list)).headers.location)).map(({ name }) => name)).toEqual(['Bagas Putra'])
    await sql`update personnel.employee set unit_id = ${place.units.diskominfo} where id = ${idOf('Anggun Sari')}`.execute(db())
    expect((await step('hapus')).statusCode).toBe(303)
    expect((await leader.get(`/kerja/panggil/daftar/${list}`)).statusCode).toBe(404)
  })
})

describe('who has no browser that takes messages', () => {
  const texted = async (callId: string, name: string, on = true) => {
    const config = { ...installation.services.config, TEXT_GATEWAY_URL: on ? `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/` : undefined, TEXT_GATEWAY_LOCAL: true }
    await textJob.run({ services: { ...installation.services, config }, governmentId: place.id, db: db(), now: new Date() }, { callId, employeeId: idOf(name) })
  }
  let callId = ''

  it('is given to a job each, with no number in it', async () => {
    callId = String((await calls(place.units.diskominfo!)).headers.location).split('/').at(-1)!
    const { rows } = await sql<{ data: { employeeId: string } }>`select data from pgboss.job where name = 'roll-calls.text' and data ->> 'callId' = ${callId}`.execute(installation.services.database.shared)
    expect(rows.map(({ data }) => data.employeeId).toSorted()).toEqual(['Anggun Sari', 'Bagas Putra', 'Citra Dewi'].map(idOf).toSorted())
    expect(JSON.stringify(rows)).not.toMatch(/812/)
  })

  it('is told by the gateway once, where one is set and the file has a mobile number', async () => {
    await texted(callId, 'Anggun Sari', false)
    expect(heard).toEqual([])
    status = 503
    await expect(texted(callId, 'Anggun Sari')).rejects.toThrow('503')
    status = 200
    for (const name of ['Anggun Sari', 'Anggun Sari', 'Bagas Putra', 'Citra Dewi']) await texted(callId, name)
    expect(heard.map(({ to, text }) => [to, text.includes('/hadir'), text.includes('menguatkan')])).toEqual([['+6281211111111', true, false], ['+6281222222222', false, true]])
    expect((await leader.get(`/kerja/panggil/${callId}`)).body).toContain('diberi tahu lewat SMS')
  })

  it('is left in peace once they answered or the call is over', async () => {
    await sql`update roll_calls.callee set texted_at = null, answer = 'here', answered_at = now(), received_at = now(), via = 'tap' where call_id = ${callId} and employee_id = ${idOf('Anggun Sari')}`.execute(db())
    await texted(callId, 'Anggun Sari')
    await sql`update roll_calls.call set ends_at = now() where id = ${callId}`.execute(db())
    await sql`update roll_calls.callee set texted_at = null where call_id = ${callId}`.execute(db())
    await texted(callId, 'Bagas Putra')
    expect(heard).toHaveLength(2)
  })
})
