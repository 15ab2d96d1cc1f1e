import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReachKind } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { seal } from '#platform/secrets/sealing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { advise, decide, submit, type Acting } from './lifecycle.ts'
import { requestById } from './store.ts'
import { aRequest, monday } from './testing.ts'

let installation: Installation
let place: TestGovernment
const units = ['diskominfo', 'diskominfo-ikp', 'dpu', 'kalisapu']
const below: Record<string, string[]> = { pemerintah: [...units, 'slawi', 'dpu-bina-marga'], diskominfo: ['diskominfo', 'diskominfo-ikp'], slawi: ['slawi', 'kalisapu'], dpu: ['dpu', 'dpu-bina-marga'], 'diskominfo-ikp': ['diskominfo-ikp'], kalisapu: ['kalisapu'] }
const kinds = [
  { kind: 'sakit', ground: 'gugur-kandungan', words: ['Cuti sakit', 'Gugur kandungan'] },
  { kind: 'tahunan', ground: null, words: ['Cuti tahunan '] },
  { kind: 'melahirkan', ground: null, words: ['Cuti melahirkan'] },
  { kind: 'alasan-penting', ground: 'keluarga-meninggal', words: ['Cuti karena alasan penting', 'Keluarga meninggal dunia'] },
]

/** Somebody away today, with words of their own in every field. */
interface Away {
  id: string
  unit: string
  name: string
  nip: string
  secrets: string[]
  superior: string
  official: string
}
const people: Away[] = []
const today = () => dayIn(new Date(), 'Asia/Jakarta')

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const { services } = installation
  for (const [i, unit] of units.entries()) {
    const { kind, ground, words } = kinds[i]!
    const account = await anAccount(installation, place, { unit })
    const name = `Pegawai Tertutup ${i}x`
    const nip = `19900${i + 1}012015032000`
    const employeeId = await anEmployee(services, place, { unit, accountId: account.id, name, nip, birthDate: `1990-0${i + 1}-01`, sex: 'f', enteredOn: '2015-03-01', titleAfter: null })
    const [superior, official] = [await aPost(installation, place, unit, `Atasan ${i}`, { rank: 2, kind: 'pengawas' }), await aPost(installation, place, unit, `Pejabat ${i}`, { kind: 'jpt' })]
    const paper = { name: `surat-${i}.txt`, mediaType: 'text/plain', body: Buffer.from(`Isi Surat Rahasia ${i}x`).toString('base64') }
    const body = seal(services.config.secret, 'leave.paper', JSON.stringify(paper))
    const file = await services.files.put(services.database.of(place.id), place.id, { name: 'surat', mediaType: 'application/octet-stream', body, unitId: null, public: false })
    const id = await aRequest(services, place, { employeeId, unit, kind, ground, from: monday(1), until: monday(1), reason: `Alasan Rahasia ${i}x`, address: `Alamat Rahasia ${i}x`, phone: `0812 7000 00${i}1`, paperId: file.id })
    const acting: Acting = { ask: services.ask, governmentId: place.id, today: today(), now: new Date(), by: null, capacity: null, name: null, nip: null }
    await services.database.transaction(place.id, async tx => {
      const employee = { id: employeeId, name, nip, kind: 'pns' as const, status: 'active' as const, unitId: place.units[unit]!, accountId: account.id, position: null, grade: null, enteredOn: null }
      // By way of every desk, so that tasks and notifications are written as they are.
      await submit(tx, acting, (await requestById(tx, id))!, employee, { charges: {}, ruleId: null, quotaId: null })
      const sent = { ...(await requestById(tx, id))!, superiorPost: superior, officialPost: official }
      await tx.withTables<{ 'leave.request': { id: string; superior_post: string; official_post: string } }>().updateTable('leave.request').set({ superior_post: superior, official_post: official }).where('id', '=', id).execute()
      const days = { from: sent.from, until: sent.until }
      const advised = await advise(tx, acting, sent, employee, { verdict: 'agree', remarks: `Catatan Rahasia ${i}x`, ...days })
      await decide(tx, acting, advised, { verdict: 'agree', remarks: null, charges: {}, ...days })
    })
    people.push({ id, unit, name, nip, superior, official, secrets: [`Alasan Rahasia ${i}x`, `Alamat Rahasia ${i}x`, `0812 7000 00${i}1`, `Isi Surat Rahasia ${i}x`, `Catatan Rahasia ${i}x`, ...words] })
  }
}, 60_000)
afterAll(() => installation.close())

interface Rights {
  see?: ReachKind
  manage?: ReachKind
  /** Which position of whose leave is held. */
  seat?: { of: number; as: 'superior' | 'official' }
}
const readers = new Map<string, { browser: Browser; account: string }>()

async function reader(rights: Rights, unit: string): Promise<{ browser: Browser; account: string }> {
  const key = JSON.stringify([rights, unit])
  const known = readers.get(key)
  if (known) return known
  const account = await anAccount(installation, place, { unit: 'dpu-bina-marga' })
  const grants = [...(rights.see ? [{ permission: 'leave.see' as const, reach: rights.see }] : []), ...(rights.manage ? [{ permission: 'leave.manage' as const, reach: rights.manage }] : [])]
  if (grants.length > 0) await assign(installation, place, account.id, await aRole(installation, place, `peran-${readers.size}`, grants), unit)
  if (rights.seat) await appointed(installation, place, people[rights.seat.of]![rights.seat.as], { kind: 'plt', from: today(), to: today(), accountId: account.id, name: `Pejabat Uji ${readers.size}` })
  const made = { browser: await signIn(installation, place, account.username), account: account.id }
  readers.set(key, made)
  return made
}

const covered = (reach: ReachKind | undefined, from: string, unit: string): boolean => reach === 'government' || (reach === 'unit' && from === unit) || (reach === 'unit-and-below' && below[from]!.includes(unit))

const reach = fc.option(fc.constantFrom<ReachKind>('unit', 'unit-and-below', 'government'), { nil: undefined, freq: 2 })
const seat = fc.option(fc.record({ of: fc.nat(3), as: fc.constantFrom('superior' as const, 'official' as const) }), { nil: undefined })
const rights = fc.record({ see: reach, manage: reach, seat }).map(({ see, manage, seat }): Rights => ({ ...(see && { see }), ...(manage && { manage }), ...(seat && { seat }) }))

it('whoever neither decides nor keeps accounts learns that somebody is away at most, and never why', async () => {
  await fc.assert(fc.asyncProperty(rights, fc.constantFrom('pemerintah', 'slawi', ...units), async (held, from) => {
    const { browser, account } = await reader(held, from)
    const get = async (url: string) => browser.get(url)
    const [queue, calendars, csv, own, inbox] = [await get('/kerja/cuti'), new Map<string, string>(), await get('/kerja/cuti/sisa/unduh.csv'), await get('/cuti'), await get('/kerja')]
    for (const person of people) calendars.set(person.unit, (await get(`/kerja/cuti/kalender?unit=${place.units[person.unit]}&bulan=${monday(1).slice(0, 7)}`)).body)
    const told = JSON.stringify(await notificationsOf(installation.services.database.of(place.id), account))
    for (const [i, person] of people.entries()) {
      const manages = covered(held.manage, from, person.unit)
      const seated = held.seat?.of === i
      const knows = manages || seated
      const leaks = (body: string) => person.secrets.filter(secret => body.includes(secret))
      // The list names the kind to those who decide; whatever else is said there is not the person's.
      expect(queue.body.includes(person.id), 'list').toBe(knows)
      for (const secret of person.secrets.slice(0, 5)) expect(queue.body).not.toContain(secret)
      const [page, form, paper] = [await get(`/kerja/cuti/${person.id}`), await get(`/cuti/${person.id}/formulir.pdf`), await get(`/cuti/${person.id}/surat`)]
      expect([page.statusCode, form.statusCode, paper.statusCode]).toEqual(knows ? [200, 200, 200] : [404, 404, 404])
      expect(page.body.includes(person.secrets[0]!)).toBe(knows)
      expect(paper.body.includes(person.secrets[3]!)).toBe(knows)
      if (!knows) for (const { body } of [page, form, paper]) expect(leaks(body)).toEqual([])
      expect((await get(`/cuti/${person.id}`)).statusCode).toBe(404)
      const calendar = calendars.get(person.unit)!
      // Whoever leads a unit sees all below it; another position of it only the unit.
      const seatUnit = held.seat && people[held.seat.of]!.unit
      const leads = seatUnit !== undefined && (held.seat!.as === 'official' ? below[seatUnit]!.includes(person.unit) : seatUnit === person.unit)
      const sees = manages || covered(held.see, from, person.unit) || leads
      expect(calendar.includes(person.name), 'calendar').toBe(sees)
      expect(leaks(calendar)).toEqual([])
      expect(csv.body.includes(person.nip), 'csv').toBe(manages)
      for (const body of [csv.body, own.body, inbox.body, told]) expect(leaks(body)).toEqual([])
    }
  }), {
    numRuns: 10,
    examples: [
      [{}, 'diskominfo'],
      [{ see: 'government' }, 'pemerintah'],
      [{ see: 'unit-and-below', manage: 'unit' }, 'diskominfo'],
      [{ seat: { of: 1, as: 'superior' } }, 'kalisapu'],
      [{ seat: { of: 0, as: 'official' } }, 'pemerintah'],
    ],
  })
}, 180_000)

it('a colleague of the unit sees the name in the calendar and nothing else', async () => {
  const account = await anAccount(installation, place, { unit: 'diskominfo' })
  const browser = await signIn(installation, place, account.username)
  const { body } = await browser.get(`/kerja/cuti/kalender?bulan=${monday(1).slice(0, 7)}`)
  expect(body).toContain(people[0]!.name)
  for (const secret of people[0]!.secrets) expect(body).not.toContain(secret)
  for (const person of people.slice(1)) expect(body).not.toContain(person.name)
  expect((await browser.get(`/kerja/cuti/${people[0]!.id}`)).statusCode).toBe(404)
})

it('another government finds nobody', async () => {
  const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
  const account = await anAccount(installation, other, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
  const browser = await signIn(installation, other, account.username)
  for (const path of ['/kerja/cuti', '/kerja/cuti/kalender', '/kerja/cuti/sisa', '/kerja/cuti/sisa/unduh.csv']) expect((await browser.get(path)).body, path).not.toContain('Pegawai Tertutup')
  for (const path of [`/kerja/cuti/${people[0]!.id}`, `/cuti/${people[0]!.id}/surat`, `/cuti/${people[0]!.id}/formulir.pdf`]) expect((await browser.get(path)).statusCode, path).toBe(404)
})

it('lists and accounts take a fixed number of queries, however many people there are', async () => {
  const { browser } = await reader({ see: 'government', manage: 'government' }, 'pemerintah')
  const counted = async (url: string) => {
    let n = 0
    installation.services.database.observe(() => void n++)
    expect((await browser.get(url)).statusCode).toBe(200)
    installation.services.database.observe(null)
    return n
  }
  const urls = ['/kerja/cuti', `/kerja/cuti/kalender?unit=${place.units.dpu}`, '/kerja/cuti/sisa']
  for (const url of urls) await counted(url)
  const before = []
  for (const url of urls) before.push(await counted(url))
  for (let i = 0; i < 12; i++) await aRequest(installation.services, place, { employeeId: await anEmployee(installation.services, place, { unit: 'dpu' }), unit: 'dpu', from: today(), state: 'running' })
  const after = []
  for (const url of urls) after.push(await counted(url))
  expect(after).toEqual(before)
})
