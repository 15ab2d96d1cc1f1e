import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Permission, ReachKind } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { staff } from './contract.ts'
import { maskedNik } from '#platform/identifiers/nik.ts'
import { aPerson, aProposal, aRecord, anEmployee, anEntry } from './testing.ts'

let installation: Installation
let place: TestGovernment
const units = ['pemerintah', 'diskominfo', 'diskominfo-ikp', 'dpu', 'slawi', 'kalisapu']
const below: Record<string, string[]> = { pemerintah: [...units, 'dpu-bina-marga'], diskominfo: ['diskominfo', 'diskominfo-ikp'], slawi: ['slawi', 'kalisapu'], dpu: ['dpu', 'dpu-bina-marga'], 'diskominfo-ikp': ['diskominfo-ikp'], kalisapu: ['kalisapu'] }

/** One person in each unit, every field with a word of its own. */
interface Somebody {
  id: string
  unit: string
  nik: string
  nip: string
  name: string
  secrets: string[]
  proposal: string
}
const people: Somebody[] = []
/** A reader for each permission, reach and place that the property asks for. */
const readers = new Map<string, Browser>()

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const { services } = installation
  for (const [i, unit] of units.entries()) {
    const facts = aPerson({ name: `Nama Unit ${i}`, address: `Alamat Rahasia ${i}x`, phone: `0812 7000 00${i}1`, email: `rahasia${i}@rumah.example`, religion: 'hindu', marital: 'cerai-mati', birthPlace: `Kota Lahir ${i}x` })
    const account = await anAccount(installation, place, { unit })
    const id = await anEmployee(services, place, { ...facts, unit, accountId: account.id })
    await aRecord(services, place, id, anEntry('family', { content: { relation: 'anak', name: `Anak Rahasia ${i}x`, birthDate: '', work: '', covered: 'tidak' } }))
    await aRecord(services, place, id, anEntry('discipline', { content: { level: 'berat', sanction: `Hukuman Rahasia ${i}x`, reason: '' } }))
    const proposal = await aProposal(services, place, id, anEntry('personal', { content: { address: `Pindah Rahasia ${i}x` } }), account.id)
    people.push({ id, unit, nik: facts.nik!, nip: facts.nip!, name: facts.name, proposal, secrets: [facts.nik!, facts.address!, facts.phone!, facts.email!, facts.birthPlace!, 'Hindu', 'Cerai mati', `Anak Rahasia ${i}x`, `Hukuman Rahasia ${i}x`, `Pindah Rahasia ${i}x`] })
  }
})
afterAll(() => installation.close())

const permissions = ['personnel.read', 'personnel.manage', 'personnel.read-sensitive'] as const satisfies readonly Permission[]
type Held = Partial<Record<(typeof permissions)[number], ReachKind>>

async function reader(held: Held, unit: string): Promise<Browser> {
  const key = JSON.stringify([held, unit])
  const known = readers.get(key)
  if (known) return known
  const account = await anAccount(installation, place, { unit: 'dpu-bina-marga' })
  const role = await aRole(installation, place, `peran-${readers.size}`, permissions.flatMap(permission => (held[permission] ? [{ permission, reach: held[permission] }] : [])))
  await assign(installation, place, account.id, role, unit)
  const browser = await signIn(installation, place, account.username)
  readers.set(key, browser)
  return browser
}

const covered = (reach: ReachKind | undefined, from: string, unit: string): boolean =>
  reach === 'government' || (reach === 'unit' && from === unit) || (reach === 'unit-and-below' && below[from]!.includes(unit))

const reach = fc.option(fc.constantFrom<ReachKind>('unit', 'unit-and-below', 'government'), { nil: undefined, freq: 3 })
const held = fc.record({ 'personnel.read': reach, 'personnel.manage': reach, 'personnel.read-sensitive': reach })

it('nothing of anybody shows outside the reach, and nothing private without the right to see it', async () => {
  await fc.assert(fc.asyncProperty(held, fc.constantFrom(...units), fc.constantFrom(0, 1, 2, 3, 4, 5), async (rights, from, who) => {
    const browser = await reader(rights, from)
    const person = people[who]!
    const [reads, manages, sees] = permissions.map(permission => covered(rights[permission], from, person.unit))
    const open = async (url: string) => {
      const { statusCode, body } = await browser.get(url)
      return { statusCode, body }
    }
    // What was typed comes back in the search field, so the link to the file tells, or in a download the number.
    const found = (url: string, body: string) => body.includes(url.includes('unduh') ? person.nip : `/kerja/pegawai/${person.id}"`)
    const leaks = (body: string) => person.secrets.filter(secret => body.includes(secret))
    // Lists, searches and downloads: found only where it is read, and never anything private.
    for (const url of ['/kerja/pegawai', `/kerja/pegawai?q=${encodeURIComponent(person.name)}`, `/kerja/pegawai?q=${person.nip}`, '/kerja/pegawai/unduh.csv', '/kerja/pegawai/jatuh-tempo?sampai=60', `/kerja/cari?q=${encodeURIComponent(person.name)}`]) {
      const { body, statusCode } = await open(url)
      expect(leaks(body), url).toEqual([])
      if (!reads) expect(found(url, body), url).toBe(false)
      else if (!url.includes('jatuh-tempo') && !url.includes('cari')) expect([statusCode, found(url, body)], url).toEqual([200, true])
    }
    // Who may not know a NIK does not learn by it that somebody is here.
    const byNik = await open(`/kerja/pegawai?q=${person.nik}`)
    expect(found('', byNik.body)).toBe(Boolean(reads && sees))
    const file = await open(`/kerja/pegawai/${person.id}`)
    expect(file.statusCode).toBe(reads ? 200 : rights['personnel.read'] ? 404 : 403)
    expect(leaks(file.body)).toEqual([])
    if (reads) expect(file.body).toContain(maskedNik(person.nik))
    const closed = await open(`/kerja/pegawai/${person.id}/pribadi`)
    expect(closed.statusCode).toBe(sees ? 200 : rights['personnel.read-sensitive'] ? 404 : 403)
    expect(leaks(closed.body).length > 0).toBe(Boolean(sees))
    const form = await open(`/kerja/pegawai/${person.id}/ubah`)
    expect(form.statusCode).toBe(manages ? 200 : rights['personnel.manage'] ? 404 : 403)
    expect(form.body.includes(person.secrets[1]!)).toBe(Boolean(manages && sees))
    expect(form.body).not.toContain(person.nik)
    const proposal = await open(`/kerja/pegawai/usulan/${person.proposal}`)
    expect(proposal.statusCode === 200).toBe(Boolean(manages && sees))
    if (!(manages && sees)) expect(leaks(proposal.body)).toEqual([])
    expect((await open('/kerja/pegawai/usulan')).body.includes(person.proposal)).toBe(Boolean(manages && sees))
    expect((await open('/saya')).body).not.toContain(person.name)
  }), {
    numRuns: 14,
    examples: [
      [{ 'personnel.read': 'government', 'personnel.manage': undefined, 'personnel.read-sensitive': undefined }, 'pemerintah', 5],
      [{ 'personnel.read': 'government', 'personnel.manage': 'government', 'personnel.read-sensitive': 'unit' }, 'slawi', 5],
      [{ 'personnel.read': 'unit-and-below', 'personnel.manage': 'unit', 'personnel.read-sensitive': 'unit-and-below' }, 'diskominfo', 2],
    ],
  })
}, 120_000)

it('another government finds nobody', async () => {
  const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
  const account = await anAccount(installation, other, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
  const browser = await signIn(installation, other, account.username)
  const [person] = people
  for (const url of ['/kerja/pegawai', `/kerja/pegawai?q=Nama`, `/kerja/pegawai?q=${person!.nik}`, '/kerja/pegawai/unduh.csv']) expect((await browser.get(url)).body, url).not.toContain(person!.nip)
  for (const url of [`/kerja/pegawai/${person!.id}`, `/kerja/pegawai/${person!.id}/pribadi`, `/kerja/pegawai/usulan/${person!.proposal}`]) expect((await browser.get(url)).statusCode, url).toBe(404)
  expect(await installation.services.ask(staff).cells(installation.services.database.of(other.id))).toEqual([])
})

it('lists and files take a fixed number of queries, however many people there are', async () => {
  const browser = await reader({ 'personnel.read': 'government' }, 'pemerintah')
  const counted = async (url: string) => {
    let n = 0
    installation.services.database.observe(() => void n++)
    expect((await browser.get(url)).statusCode).toBe(200)
    installation.services.database.observe(null)
    return n
  }
  const urls = ['/kerja/pegawai', '/kerja/pegawai/statistik', '/kerja/pegawai/jatuh-tempo', `/kerja/pegawai/${people[0]!.id}`]
  // The first opening fills what is kept in memory.
  for (const url of urls) await counted(url)
  const before = []
  for (const url of urls) before.push(await counted(url))
  for (let i = 0; i < 30; i++) await anEmployee(installation.services, place, { unit: 'dpu' })
  for (let i = 0; i < 5; i++) await aRecord(installation.services, place, people[0]!.id, anEntry('training'))
  const after = []
  for (const url of urls) after.push(await counted(url))
  expect(after).toEqual(before)
})
