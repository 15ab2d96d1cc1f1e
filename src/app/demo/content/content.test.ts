import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import {
  drawCover, holidays, jatengAgencies, jatengPeople, jatengPublications, oldSiteExport, purbalinggaAgencies, purbalinggaPeople,
  purbalinggaPublications, tegalAgencies, tegalDivisions, tegalFormation, tegalPeople, tegalPublications, tegalPuskesmas, tegalSchools, withDates,
  type DemoPublication, type DemoUnit,
} from './index.ts'

const data = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data')
const codes = new Set(['provinces', 'regencies', 'districts', 'villages'].flatMap(name =>
  readFileSync(join(data, `${name}.csv`), 'utf8').split('\n').slice(1).map(line => line.slice(0, line.indexOf(',')))))

const governments = [
  { name: 'Tegal', within: '33.28', units: [...tegalAgencies, ...tegalDivisions, ...tegalPuskesmas, ...tegalSchools], people: tegalPeople, publications: tegalPublications },
  { name: 'Purbalingga', within: '33.03', units: purbalinggaAgencies, people: purbalinggaPeople, publications: purbalinggaPublications },
  { name: 'Jawa Tengah', within: '33', units: jatengAgencies, people: jatengPeople, publications: jatengPublications },
]

const twice = (list: string[]) => list.filter((item, i) => list.indexOf(item) !== i)
const isCode = (unit: string) => /^\d\d(\.\d|$)/.test(unit)
const days = (p: DemoPublication) => p.activity ? [p.activity.fromDaysAgo, p.activity.toDaysAgo] : []

function faults(p: DemoPublication): string[] {
  const [from = 0, to = 0] = days(p)
  const rules: [fault: string, holds: boolean][] = [
    ['summary is longer than 200', p.summary.length <= 200 && (p.english?.summary.length ?? 0) <= 200],
    ['time is not HH:MM', /^([01]\d|2[0-3]):[0-5]\d$/.test(p.at)],
    ['heading of level 1', !/^# /m.test(p.body)],
    ['date mark in the title', !p.title.includes('{')],
    ['outside the demo\'s days', p.daysAgo <= 120 && p.daysAgo >= -10],
    ['future and scheduled go together', (p.state === 'scheduled') === p.daysAgo < 0],
    ['remarks and returned go together', Boolean(p.remarks) === (p.state === 'returned')],
    ['corrected before it was published', (p.correction?.daysAgo ?? 0) <= Math.max(p.daysAgo, 0)],
    ['activity ends before it starts', from >= to],
    ['too short to be read as news', p.state === 'draft' || p.state === 'returned' || p.body.split(/\s+/).length >= 38],
  ]
  return rules.flatMap(([fault, holds]) => holds ? [] : fault)
}

describe.each(governments)('the demo of $name', ({ within, units, people, publications }) => {
  const slugs = new Set(units.map((unit: DemoUnit) => unit.slug))
  const known = (unit: string) => isCode(unit) ? codes.has(unit) && unit.startsWith(within) : slugs.has(unit)

  test('names every unit once, under a parent that exists, at a place that exists', () => {
    expect(twice(units.map(unit => unit.slug))).toEqual([])
    expect(units.filter(unit => unit.parent && !slugs.has(unit.parent))).toEqual([])
    expect(units.filter(unit => unit.place && !codes.has(unit.place))).toEqual([])
    expect(units.filter(unit => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(unit.slug))).toEqual([])
  })

  test('puts every person and publication in a unit or region that exists', () => {
    expect(people.filter(person => !known(person.unit))).toEqual([])
    expect(publications.filter(p => !known(p.unit)).map(p => p.title)).toEqual([])
    expect(publications.filter(p => p.place && !(codes.has(p.place) && p.place.startsWith(within))).map(p => p.title)).toEqual([])
  })

  test('writes each publication in the agreed form', () => {
    expect(twice(publications.map(p => p.title))).toEqual([])
    expect(publications.flatMap(p => faults(p).map(fault => `${p.title}: ${fault}`))).toEqual([])
    expect(() => publications.map(p => withDates(p.title + p.summary + p.body + (p.english?.body ?? ''), '2026-11-21'))).not.toThrow()
  })
})

describe('Kabupaten Tegal', () => {
  const channels = new Set(tegalPublications.map(p => p.unit))

  test('has 48 perangkat daerah with its 18 subdistricts, 29 puskesmas and about 40 schools', () => {
    expect(tegalAgencies.length + 18).toBe(48)
    expect(tegalPuskesmas).toHaveLength(29)
    expect(tegalSchools.length).toBeGreaterThanOrEqual(40)
    expect(twice(tegalSchools.map(school => school.npsn ?? ''))).toEqual([])
    expect(tegalSchools.every(school => /^203\d{5}$/.test(school.npsn ?? ''))).toBe(true)
  })

  test('has a head in every subdistrict, agency and part of one, in one place only, and under each head of an office somebody in the second', () => {
    const seats = [...tegalPeople.map(({ unit, office, title, rank }) => ({ unit: office ?? unit, title, rank })), ...tegalFormation]
    const standing = (unit: string, rank: number) => [...new Set(seats.filter(seat => seat.unit === unit && seat.rank === rank).map(({ title }) => title))]
    const offices = [...Array.from({ length: 18 }, (_, i) => `33.28.${String(i + 1).padStart(2, '0')}`), ...tegalAgencies.map(({ slug }) => slug)].filter(unit => unit !== 'setda')
    expect([...offices, ...tegalDivisions.map(({ slug }) => slug)].filter(unit => standing(unit, 1).length !== 1)).toEqual([])
    expect(offices.filter(unit => standing(unit, 2).length === 0 && !tegalDivisions.some(({ parent, slug }) => parent === unit && slug.endsWith('sekretariat')))).toEqual([])
    expect(offices.filter(unit => unit.startsWith('33.')).map(unit => standing(unit, 1)[0]!.split(' ')[0])).toEqual(Array.from({ length: 18 }, () => 'Camat'))
    expect(twice(tegalPeople.flatMap(({ nip }) => nip ?? []))).toEqual([])
    expect(twice(tegalPeople.map(({ name }) => name))).toEqual([])
  })

  test('hears from all 18 subdistricts, 45 villages and 40 perangkat daerah', () => {
    const top = (slug: string): string => {
      const parent = [...tegalDivisions, ...tegalPuskesmas, ...tegalSchools].find(unit => unit.slug === slug)?.parent
      return parent ? top(parent) : slug
    }
    const subdistricts = [...channels].filter(unit => /^33\.28\.\d\d$/.test(unit))
    const agencies = new Set([...channels].filter(unit => !isCode(unit)).map(top))
    expect(subdistricts).toHaveLength(18)
    expect([...channels].filter(unit => /^33\.28\.\d\d\.\d{4}$/.test(unit)).length).toBeGreaterThanOrEqual(45)
    expect(agencies.size + subdistricts.length).toBeGreaterThanOrEqual(40)
  })

  test('has a busy last ten days, something scheduled, and agencies that have gone quiet', () => {
    expect(tegalPublications.length).toBeGreaterThanOrEqual(140)
    expect(tegalPublications.filter(p => p.daysAgo >= 0 && p.daysAgo <= 10).length).toBeGreaterThanOrEqual(50)
    expect(tegalPublications.filter(p => p.daysAgo < 0).length).toBeGreaterThanOrEqual(3)
    expect(tegalPublications.filter(p => p.english).length).toBeGreaterThanOrEqual(8)
    const quiet = tegalAgencies.filter(agency => {
      const last = Math.min(...tegalPublications.filter(p => p.unit === agency.slug).map(p => p.daysAgo))
      return Number.isFinite(last) && last >= 30
    })
    expect(quiet.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the invented people', () => {
  const everybody = [...tegalPeople, ...purbalinggaPeople, ...jatengPeople]

  test('hold NIP of 18 digits with real dates, each once, with a serial nobody has', () => {
    const nips = everybody.flatMap(person => person.nip ?? [])
    expect(twice(nips)).toEqual([])
    for (const nip of nips) {
      expect(nip).toMatch(/^\d{14}[12]9\d\d$/)
      const born = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
      expect(new Date(`${born}T00:00:00Z`).toISOString().slice(0, 10)).toBe(born)
      expect(Number(nip.slice(12, 14))).toSatisfy((month: number) => month >= 1 && month <= 12)
      expect(Number(nip.slice(8, 12)) - Number(nip.slice(0, 4))).toBeGreaterThanOrEqual(18)
    }
  })

  test('sign in under different names, and every role can be tried', () => {
    expect(twice(everybody.map(person => person.username))).toEqual([])
    const tried = new Set(everybody.filter(person => person.demoAccount).flatMap(person => person.roles))
    expect([...tried]).toEqual(expect.arrayContaining(
      ['administrator', 'leader', 'reviewer', 'publisher', 'writer', 'village-operator', 'school-operator']))
  })
})

test('date marks count from the day of publication', () => {
  expect(withDates('{hari:+3} {kerja:+1} {kerja:+2} {tgl:-1} {workday:+1}', '2026-11-20'))
    .toBe('Senin, 23 November 2026 Senin, 23 November 2026 Selasa, 24 November 2026 19 November 2026 Monday 23 November 2026')
  expect(() => withDates('{pekan:+1}', '2026-11-20')).toThrow('Unknown date mark')
})

test('a cover is the same for the same seed, differs for another, and is well-formed', () => {
  const motifs = [...new Set([...tegalPublications, ...purbalinggaPublications, ...jatengPublications].flatMap(p => p.cover?.motif ?? []))]
  expect(motifs).toHaveLength(10)
  for (const motif of motifs) {
    const drawn = drawCover(motif, 'Kalisapu')
    expect(drawCover(motif, 'Kalisapu')).toBe(drawn)
    expect(drawCover(motif, 'Guci')).not.toBe(drawn)
    expect(drawn).not.toMatch(/NaN|undefined/)
    expect(() => new SaxesParser().write(drawn).close()).not.toThrow()
  }
})

test('the old site is well-formed XML with posts in every state', () => {
  const xml = oldSiteExport(new Date('2026-11-21T03:00:00Z'))
  expect(() => new SaxesParser({ xmlns: true }).write(xml).close()).not.toThrow()
  const count = (text: string) => xml.split(text).length - 1
  expect(count('<wp:post_type><![CDATA[post]]>')).toBe(20)
  expect(count('<wp:post_type><![CDATA[page]]>')).toBe(16)
  expect(count('<wp:post_type><![CDATA[attachment]]>')).toBe(4)
  expect(['publish', 'draft', 'future', 'private'].filter(state => count(`<wp:status><![CDATA[${state}]]>`) === 0)).toEqual([])
  expect(xml).toContain('2026-12-11 07:30:00')
})

test('each holiday has one line a day and is not yet verified', () => {
  expect(twice(holidays.map(day => day.date))).toEqual([])
  for (const day of holidays) expect(new Date(`${day.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day.date)
  expect(holidays.some(day => day.verified)).toBe(false)
})
