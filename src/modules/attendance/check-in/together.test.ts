import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aKnownDevice, type Answered, type TestDevice, type WrittenEntry } from '#modules/devices/testing.ts'
import { aWorkPlace } from '#modules/schedules/testing/places.ts'
import { joins, pressed, writtenAt, type Somebody } from '../testing/cast.ts'
import { checkInPage } from './check-in.page.tsx'
import { codeAt, codeSecret } from '#platform/secrets/rotating-code.ts'

interface World {
  place: TestGovernment
  office: string
  people: Somebody[]
  colleague: Somebody
}

let installation: Installation
let worlds: [World, World]
const { actTogether } = checkInPage
const start = Date.now()

async function aWorld(slug: string): Promise<World> {
  const place = await aGovernment(installation, slug)
  const office = await aWorkPlace(installation.services, place, 'diskominfo', { name: 'Kantor', latitude: -6.9819, longitude: 109.1391, radius: 100 })
  const people: Somebody[] = []
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']) people.push(await joins(installation, place, name, 'diskominfo-ikp', null))
  const colleague = await joins(installation, place, 'Rekan', 'diskominfo-ikp', null)
  await colleague.device.send([writtenAt(colleague.device, new Date(start - 7 * hour), 'in')])
  return { place, office, people, colleague }
}

const hour = 3_600_000

beforeAll(async () => {
  installation = await openInstallation()
  worlds = [await aWorld('satu-satu'), await aWorld('bersama')]
}, 120_000)
afterAll(async () => {
  checkInPage.actTogether = actTogether
  await installation.close()
})

const positions = [['-6.98195', '109.13915', '12.4'], ['-6.98201', '109.13907', '21'], ['-6.99', '109.15', '30'], ['-7.5', '110.2', '14'], ['', '', '']] as const

/** What somebody does, and how it comes: the same in both worlds. */
const deed = fc.record({
  who: fc.nat(4), minutes: fc.integer({ min: 6 * 60, max: 8 * 60 }), direction: fc.constantFrom('in', 'out', 'sideways'), position: fc.nat(4),
  scanned: fc.constantFrom('nothing', 'nothing', 'nothing', 'office', 'colleague'), browser: fc.constantFrom('own', 'own', 'own', 'untold'),
  odd: fc.constantFrom('nothing', 'nothing', 'nothing', 'twice', 'again', 'gap', 'fork', 'clock', 'foreign path'),
})
type Deed = ReturnType<typeof deed.generate>['value']

interface Phone {
  device: TestDevice
  written: WrittenEntry[]
}

function entryOf(world: World, phone: Phone, name: string, { minutes, direction, position, scanned, browser, odd }: Deed): WrittenEntry {
  if (odd === 'again' && phone.written.length > 0) return phone.written[0]!
  const at = start - 8 * hour + minutes * 1000
  const subject = scanned === 'office' ? `place:${world.office}` : `colleague:${world.colleague.employee}`
  const code = codeAt(codeSecret(installation.services.config.secret, subject), new Date(at))
  const path = odd === 'foreign path' ? '/tidak-ada' : scanned === 'nothing' ? '/presensi' : scanned === 'office' ? `/presensi?tempat=${world.office}&kode=${code}` : `/presensi?rekan=${world.colleague.employee}&kode=${code}`
  const [latitude, longitude, accuracy] = positions[position]!
  const contact = { server: at - 60_000, device: at - 60_000 - (odd === 'clock' ? hour : 0), age: 60_000 }
  const entry = phone.device.write(path, { ...pressed('in', { latitude, longitude, accuracy, age: '1', browser: browser === 'own' ? name : '' }), direction }, {
    at, contact, ...(odd === 'fork' ? { previous: 'f'.repeat(64) } : {}), ...(odd === 'gap' ? { sequence: phone.written.length * 3 + 40 } : {}),
  })
  phone.written.push(entry)
  return entry
}

const said = ({ receipts, stop }: Answered) => ({ stop, receipts: receipts.map(({ text, answer }) => {
  const { state, flags, sequence, at } = JSON.parse(text) as { state: string; flags: string[]; sequence: number; at: string }
  return { state, flags, sequence, at, message: answer.message }
}) })

/** Everything that stays of it, by people instead of ids; digests under keys of persons are told by what came of them. */
async function left(world: World, since: { audit: bigint }) {
  const db = installation.services.database.of(world.place.id)
  const names = new Map([...world.people, world.colleague].flatMap((one, i) => [[one.employee, `person ${i}`], [one.account, `person ${i}`]]))
  const read = async (query: ReturnType<typeof sql<Record<string, unknown>>>) => (await query.execute(db)).rows.map(row => JSON.stringify(row).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, id => names.get(id) ?? 'id')).toSorted()
  return {
    scans: await read(sql`select employee_id, at, direction, unit_id is not null as unit, way, distance_band, accuracy_band, level, score, reasons, device_id is not null as device, entry_id is not null as entry, device_at, flags, trace - 'readingMark' - 'altitudeMark' as trace from attendance.scan`),
    entries: await read(sql`select account_id, sequence, path ~ 'kode' as coded, signed is null as forgotten, device_at, at, flags, state, answer, file_ids from platform.device_entry`),
    devices: await read(sql`select account_id, sequence, head is not null as moved, revoked_at is not null as revoked from platform.device`),
    audit: await read(sql`select account_id, action, record_kind, record_id, entry::jsonb - 'at' - 'id' - 'account' as entry from platform.audit_entry where sequence > ${since.audit}`),
    told: await read(sql`select name, payload - 'unitId' as payload from platform.outbox where name = 'attendance.checked-in'`),
    vouches: await read(sql`select employee_id, by_employee, at from attendance.vouch`),
  }
}

const audited = async ({ place }: World) => (await sql<{ n: bigint }>`select coalesce(max(sequence), 0)::bigint as n from platform.audit_entry`.execute(installation.services.database.of(place.id))).rows[0]!.n

it('leaves the same rows and the same answers, taken one by one or many together', async () => {
  let insertions = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 24 }), fc.option(fc.nat(4), { nil: null }), async (deeds, revoked) => {
      const results: unknown[] = []
      for (const [i, world] of worlds.entries()) {
        const since = { audit: await audited(world) }
        checkInPage.actTogether = i === 0 ? undefined : actTogether
        const phones = await Promise.all(world.people.map(async ({ account, browser }): Promise<Phone> => ({ device: await aKnownDevice(installation, world.place, { accountId: account, cookie: browser.header() }), written: [] })))
        const db = installation.services.database.of(world.place.id)
        if (revoked !== null) await sql`update platform.device set revoked_at = now() where id = ${phones[revoked]!.device.id}`.execute(db)
        const todo = phones.map((phone, n) => deeds.filter(({ who }) => who === n).map(one => ({ odd: one.odd, entry: entryOf(world, phone, `peramban ${n} ${phone.device.id}`, one) })))
        const deliver = async (n: number) => {
          const answers: unknown[] = []
          for (const { odd, entry } of todo[n]!) answers.push(...(await Promise.all((odd === 'twice' ? [1, 2] : [1]).map(() => phones[n]!.device.send([entry])))).map(said))
          return answers
        }
        installation.services.database.observe(text => void (i === 1 && text.includes('insert into attendance.scan') && insertions++))
        const answers: unknown[] = []
        if (i === 0) for (const n of phones.keys()) answers.push(await deliver(n))
        else answers.push(...(await Promise.all([...phones.keys()].map(deliver))))
        installation.services.database.observe(null)
        results.push({ answers, ...(await left(world, since)) })
      }
      expect(results[1]).toEqual(results[0])
    }),
    { numRuns: 20, seed: 20261122 },
  )
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attendance.scan`.execute(installation.services.database.of(worlds[1].place.id))
  // Else nothing of this was about groups.
  expect(insertions).toBeLessThan(rows[0]!.n)
}, 180_000)

it('takes each by itself when a group fails, and judges people of one browser one after the other', async () => {
  const [, world] = worlds
  const known = () => Promise.all(world.people.map(({ account, browser }) => aKnownDevice(installation, world.place, { accountId: account, cookie: browser.header() })))
  let phones = await known()
  const send = (browser: (n: number) => string, minutes: number) => Promise.all(phones.map((device, n) => device.send([device.write('/presensi', pressed('in', { browser: browser(n) }), { at: start - minutes * 60_000, contact: { server: start - minutes * 60_000, device: start - minutes * 60_000, age: 0 } })])))
  const reasons = async (minutes: number) => (await sql<{ reasons: { code: string }[] }>`select reasons from attendance.scan where at = ${new Date(start - minutes * 60_000)}`.execute(installation.services.database.of(world.place.id))).rows
  let asked = 0
  checkInPage.actTogether = async (...given) => {
    if (given[1].length === 0) return []
    asked++
    await actTogether!(...given)
    throw new Error('for the test')
  }
  expect((await send(n => `gagal ${n}`, 40)).map(answer => said(answer).receipts[0]?.state)).toEqual(phones.map(() => 'applied'))
  expect([asked > 0, (await reasons(40)).length]).toEqual([true, phones.length])
  checkInPage.actTogether = actTogether
  phones = await known()
  await send(() => 'satu peramban', 20)
  const found = await reasons(20)
  // Everybody but the first came with a browser that somebody else had used just before.
  expect(found.filter(one => one.reasons.some(({ code }) => code === 'device-borrowed'))).toHaveLength(phones.length - 1)
})
