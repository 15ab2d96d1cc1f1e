import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { prospects, staff, type Career } from '#modules/personnel/contract.ts'
import { aRecord, anEmployee, anEntry } from '#modules/personnel/testing.ts'
import { addReferences } from '#platform/reference/keeping.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { dueDay, dueKinds, dueUntil, retirementDay, termOf, type Rules } from './due.ts'
import { rulesOn } from './rules.ts'

let installation: Installation
let place: TestGovernment
let rules: Rules
const today = dayIn(new Date(), 'Asia/Jakarta')
const db = () => installation.services.database.of(place.id)
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  rules = await rulesOn(db(), today)
})
afterAll(() => installation.close())

const career = (over: Partial<Career> = {}): Career => ({ kind: 'pns', status: 'active', birthDate: '1980-02-29', grade: 'III/c', gradeSince: '2023-04-01', positionLevel: 'ahli-muda', increaseSince: '2024-12-01', contractUntil: null, licenseUntil: null, ...over })
const dueOf = (what: (typeof dueKinds)[number], over: Partial<Career> = {}) => dueDay(termOf(what, rules)!, career(over))

describe('the rules of service', () => {
  it('raise the salary every second year, of civil servants and those on contract', () => {
    expect(dueOf('salary-increase')).toBe('2026-12-01')
    expect(dueOf('salary-increase', { kind: 'pppk' })).toBe('2026-12-01')
    expect(dueOf('salary-increase', { kind: 'honorer' })).toBe(null)
    expect(dueOf('salary-increase', { increaseSince: null })).toBe(null)
  })

  it('promote civil servants after four years, until there is no higher grade', () => {
    expect(dueOf('promotion')).toBe('2027-04-01')
    expect(dueOf('promotion', { grade: 'IV/e' })).toBe(null)
    expect(dueOf('promotion', { kind: 'pppk', grade: 'IX' })).toBe(null)
  })

  it('end service at 58, 60 or 65 by level of position, on the first of the next month', () => {
    expect(dueOf('retirement')).toBe('2038-03-01')
    expect(dueOf('retirement', { positionLevel: 'jpt' })).toBe('2040-03-01')
    expect(dueOf('retirement', { positionLevel: 'ahli-utama' })).toBe('2045-03-01')
    expect(dueOf('retirement', { birthDate: '1970-12-01', positionLevel: 'guru' })).toBe('2031-01-01')
    expect(dueOf('retirement', { positionLevel: null })).toBe(null)
    expect(dueOf('retirement', { status: 'retired' })).toBe(null)
  })

  it('end contracts on their last day', () => {
    expect(dueOf('contract', { kind: 'pppk', contractUntil: '2027-01-31' })).toBe('2027-01-31')
    expect(dueOf('contract', { contractUntil: '2027-01-31' })).toBe(null)
    expect(dueOf('license', { licenseUntil: '2027-02-28' })).toBe('2027-02-28')
  })

  it('put retirement on the first of a month, never before the birthday and at most a month after it', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2005-12-31'), noInvalidDate: true }), fc.constantFrom(58, 60, 65), (at, age) => {
      const born = at.toISOString().slice(0, 10)
      const day = retirementDay(born, age * 12)
      expect(day.slice(8)).toBe('01')
      expect(day > addMonths(born, age * 12) && day <= addMonths(born, age * 12 + 1)).toBe(true)
    }))
  })

  it('tell soonest first what is ahead for one person', () => {
    expect(dueUntil(career(), rules, '2039-01-01').map(({ what }) => what)).toEqual(['salary-increase', 'promotion', 'retirement'])
    expect(dueUntil(career(), rules, '2026-12-31').map(({ what }) => what)).toEqual(['salary-increase'])
  })

  it('are data: another version of a government’s own counts from its day on', async () => {
    const later = addMonths(today, 12)
    await installation.services.database.transaction(place.id, async tx => {
      await addReferences(tx, [{ list: 'retirement-age', code: 'ahli-muda', value: 60, legalBasis: 'Perubahan UU ASN', validFrom: later, validTo: null }])
    })
    expect((await rulesOn(db(), today)).ages.get('ahli-muda')?.age).toBe(58)
    expect((await rulesOn(db(), later)).ages.get('ahli-muda')).toMatchObject({ age: 60, legalBasis: 'Perubahan UU ASN', verified: false })
  })
})

describe('the lists', () => {
  it('say of everybody what the rules say, whatever the days', async () => {
    const levels = [...rules.ages.keys(), null]
    const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2004-12-31'), noInvalidDate: true }).map(at => at.toISOString().slice(0, 10))
    const samples = fc.sample(fc.record({ birthDate: day, level: fc.constantFrom(...levels), grade: fc.constantFrom('II/c', 'III/d', 'IV/e', null), since: day.map(at => addMonths(at, 216)), kind: fc.constantFrom('pns' as const, 'pppk' as const, 'honorer' as const), status: fc.constantFrom('active' as const, 'retired' as const), until: fc.option(day.map(at => addMonths(at, 500))), license: fc.option(day.map(at => addMonths(at, 500))) }), 120)
    const careers = new Map<string, Career>()
    for (const { birthDate, level, grade, since, kind, status, until, license } of samples) {
      const id = await anEmployee(installation.services, place, { kind, status, unit: 'dpu', contractUntil: until })
      await sql`update personnel.employee set birth_date = ${birthDate}, position_level = ${level}, grade = ${grade}, grade_since = ${since}, increase_since = ${since}, license_until = ${license} where id = ${id}`.execute(db())
      careers.set(id, career({ kind, status, birthDate, grade, gradeSince: since, positionLevel: level, increaseSince: since, contractUntil: until, licenseUntil: license }))
    }
    for (const what of dueKinds)
      for (const until of [today, addMonths(today, 7), addMonths(today, 180)]) {
        const term = termOf(what, rules)!
        const expected = [...careers].flatMap(([id, one]) => {
          const on = dueDay(term, one)
          return on && on <= until ? [`${on} ${id}`] : []
        })
        const all: string[] = []
        for (let after: { on: string; id: string } | undefined; ; ) {
          const rows = await installation.services.ask(staff).due(db(), everywhere, term, { until, after, limit: 7 })
          all.push(...rows.map(({ on, id }) => `${on} ${id}`))
          if (rows.length < 7) break
          after = rows.at(-1)
        }
        expect(all, `${what} until ${until}`).toEqual(expected.toSorted())
      }
  })

  it('are opened by officers, with the rule they are made by', async () => {
    const account = await anAccount(installation, place, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
    const officer = await signIn(installation, place, account.username)
    const id = await anEmployee(installation.services, place, { name: 'Sudah Waktunya', unit: 'slawi', enteredOn: addMonths(today, -48) })
    await aRecord(installation.services, place, id, anEntry('salary-increase', { since: addMonths(today, -23) }))
    await aRecord(installation.services, place, id, anEntry('performance'))
    const page = (await officer.get(`/kerja/pegawai/jatuh-tempo?unit=${place.units.slawi}`)).body
    expect(page).toContain('Sudah Waktunya')
    expect(page).toContain('Baik')
    expect(page).toContain('PP 7/1977')
    expect(page).toContain('Belum dicocokkan dengan naskah aslinya.')
    const ahead = await installation.services.ask(prospects).of(db(), career({ increaseSince: addMonths(today, -23) }), today, addMonths(today, 2))
    expect(ahead[0]).toEqual({ label: 'Kenaikan gaji berkala', on: addMonths(addMonths(today, -23), 24) })
    expect((await officer.get('/kerja/pegawai/statistik')).body).toContain('Pensiun sepuluh tahun ke depan')
  })

  it('name licences that end, the newest of each name, and leave out those for life', async () => {
    const account = await anAccount(installation, place, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
    const officer = await signIn(installation, place, account.username)
    const id = await anEmployee(installation.services, place, { name: 'Ns. Wulan Perawat', unit: 'kalisapu' })
    const held = (name: string, until: string | null) => aRecord(installation.services, place, id, anEntry('license', { since: '2020-01-01', until, content: { name } }))
    await held('SIP Perawat', addMonths(today, 1))
    await held('STR Perawat', addMonths(today, -2))
    await held('str perawat', null)
    await held('Sertifikat BTCLS', addMonths(today, 20))
    const list = async (span = '') => (await officer.get(`/kerja/pegawai/jatuh-tempo?daftar=license&unit=${place.units.kalisapu}${span}`)).body
    expect(await list()).toMatch(/Ns\. Wulan Perawat[\s\S]*SIP Perawat/)
    expect(await list()).not.toContain('STR Perawat')
    expect(await list('&sampai=60')).toContain('SIP Perawat, Sertifikat BTCLS')
    expect((await officer.get(`/kerja/pegawai/${id}`)).body).toContain('Izin berlaku sampai')
    await held('SIP Perawat', addMonths(today, 60))
    expect(await list()).not.toContain('Wulan Perawat')
  })
})
