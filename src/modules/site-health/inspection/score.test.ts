import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentCodes, limitCodes, partCodes, qualityCodes, shareOf, siteKinds, type Band, type ContentCode, type PartCode, type Requirements } from '../requirement.ts'
import { inspect, type Findings } from './inspect.ts'
import { score } from './score.ts'

/** The national values as the migration seeds them. */
function seeded(list: string): Map<string, unknown> {
  const sql = readFileSync(join(import.meta.dirname, '../migrations/20261121_2031_add_requirements.sql'), 'utf8')
  return new Map([...sql.matchAll(/\(null, '([\w-]+)', '([\w-]+)', '([^']+)'/g)].filter(([, name]) => name === list).map(([, , code, value]) => [code!, JSON.parse(value!) as unknown]))
}
const weights = seeded('site-health') as Map<string, Requirements['weights']>
const limits = Object.fromEntries(seeded('site-health-limits')) as Record<(typeof limitCodes)[number], Band>
const words = Object.fromEntries(seeded('site-health-words')) as Requirements['words']
const requirementsOf = (kind: (typeof siteKinds)[number]): Requirements => ({ weights: weights.get(kind)!, limits, words, judgedBy: [], legalBasis: '', validFrom: '2026-01-01', verified: false })

const today = '2026-11-21'
const perfect: Findings = {
  opens: true, pages: 9, contents: Object.fromEntries(contentCodes.map(code => [code, { share: 1, where: [] }])), changedOn: today, broken: [], barriers: [],
  weight: { bytes: 40_000, requests: 6, whole: true }, certificate: { host: 'desa.contoh.id', until: '2027-11-21', days: 365, problem: null },
}

const share = fc.constantFrom(0, 0.25, 0.5, 1)
const findings: fc.Arbitrary<Findings> = fc.record({
  opens: fc.boolean(),
  pages: fc.integer({ min: 0, max: 40 }),
  contents: fc.record(Object.fromEntries(contentCodes.map(code => [code, fc.record({ share, where: fc.constant([]) })])), { requiredKeys: [] }) as fc.Arbitrary<Findings['contents']>,
  changedOn: fc.option(fc.integer({ min: 0, max: 400 }).map(days => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10))),
  broken: fc.array(fc.constant({ label: 'x', href: '/x', on: '/' }), { maxLength: 15 }),
  barriers: fc.array(fc.record({ rule: fc.constantFrom('one-h1', 'link-text'), count: fc.integer({ min: 1, max: 20 }), url: fc.constant('/') }), { maxLength: 4 }),
  weight: fc.option(fc.record({ bytes: fc.integer({ min: 0, max: 6_000_000 }), requests: fc.integer({ min: 1, max: 200 }), whole: fc.boolean() })),
  certificate: fc.option(fc.oneof(
    fc.record({ host: fc.constant('a.id'), until: fc.constant('2027-01-01'), days: fc.integer({ min: 0, max: 400 }), problem: fc.constant(null) }),
    fc.record({ host: fc.constant('a.id'), until: fc.constant(null), days: fc.constant(null), problem: fc.constantFrom('expired' as const, 'unreachable' as const) }),
  )),
})
const kind = fc.constantFrom(...siteKinds)

describe('the requirements as seeded', () => {
  test.each(siteKinds)('the points of %s sum to 100, and every part is a known one', name => {
    const given = Object.entries(weights.get(name)!)
    expect(given.reduce((sum, [, points]) => sum + points, 0)).toBe(100)
    expect(given.every(([code]) => (partCodes as readonly string[]).includes(code))).toBe(true)
    for (const code of ['profile', 'duties', 'officials', 'services', 'public-information', 'contact', 'complaints', 'budget', ...qualityCodes]) expect(weights.get(name)![code as PartCode]).toBeGreaterThan(0)
  })

  test('every measure has a band, and every content words', () => {
    expect(Object.keys(limits).toSorted()).toEqual([...limitCodes].toSorted())
    expect(Object.keys(words).toSorted()).toEqual([...contentCodes, 'service-standards'].toSorted())
  })
})

describe('the score', () => {
  test('everything there is 100 and complete, and nothing would raise it', () => {
    for (const name of siteKinds) {
      const judged = score(perfect, requirementsOf(name), today)
      expect(judged).toMatchObject({ score: 100, complete: true })
      expect(judged.parts.every(({ text }) => text === null)).toBe(true)
    }
  })

  test('lies between 0 and 100; its parts never give more than they may, and say what would raise them exactly when something would', () => {
    fc.assert(fc.property(findings, kind, (found, name) => {
      const judged = score(found, requirementsOf(name), today)
      expect(judged.score).toBeGreaterThanOrEqual(0)
      expect(judged.score).toBeLessThanOrEqual(100)
      for (const { points, of, text, code } of judged.parts) {
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(of)
        if (points < of) expect(text, code).not.toBeNull()
      }
      expect(judged.complete && judged.parts.some(part => (contentCodes as readonly string[]).includes(part.code) && part.points < part.of)).toBe(false)
    }))
  })

  test('showing one thing more never lowers it', () => {
    fc.assert(fc.property(findings, kind, fc.constantFrom(...contentCodes), (found, name, code: ContentCode) => {
      const more = { ...found, contents: { ...found.contents, [code]: { share: 1, where: [] } } }
      expect(score(more, requirementsOf(name), today).score).toBeGreaterThanOrEqual(score(found, requirementsOf(name), today).score)
    }))
  })

  test('mending one thing never lowers it', () => {
    const mends: ((found: Findings) => Findings)[] = [
      found => ({ ...found, broken: found.broken.slice(1) }), found => ({ ...found, barriers: found.barriers.slice(1) }), found => ({ ...found, changedOn: today }), found => ({ ...found, opens: true }),
      found => ({ ...found, weight: found.weight && { ...found.weight, bytes: found.weight.bytes / 2 } }), found => ({ ...found, certificate: found.certificate && { ...found.certificate, days: 300, problem: null } }),
    ]
    fc.assert(fc.property(findings, kind, fc.constantFrom(...mends), (found, name, mend) => {
      expect(score(mend(found), requirementsOf(name), today).score).toBeGreaterThanOrEqual(score(found, requirementsOf(name), today).score)
    }))
  })

  test('a requirement more, when it is fulfilled, never lowers it', () => {
    fc.assert(fc.property(findings, kind, fc.constantFrom(...contentCodes), fc.integer({ min: 1, max: 20 }), (found, name, code, points) => {
      const base = requirementsOf(name)
      const without = { ...base, weights: { ...base.weights, [code]: 0 } }
      const fulfilled = { ...found, opens: true, contents: { ...found.contents, [code]: { share: 1, where: [] } } }
      expect(score(fulfilled, { ...base, weights: { ...base.weights, [code]: points } }, today).score).toBeGreaterThanOrEqual(score(fulfilled, without, today).score)
    }))
  })

  test('a site without a domain of its own is not judged by a certificate', () => {
    const judged = score({ ...perfect, certificate: null }, requirementsOf('village'), today)
    expect(judged.score).toBe(100)
    expect(judged.parts.map(({ code }) => code)).not.toContain('certificate')
  })

  test('a measure falls evenly between its bounds, in either direction', () => {
    expect([0, 30, 105, 180, 999].map(days => shareOf(days, { full: 30, none: 180 }))).toEqual([1, 1, 0.5, 0, 0])
    expect([20, 14, 7, 0, -3].map(days => shareOf(days, { full: 14, none: 0 }))).toEqual([1, 1, 0.5, 0, 0])
  })

  test('says in words what is wrong', () => {
    const judged = score({ ...perfect, changedOn: '2026-08-13', contents: { ...perfect.contents, services: { share: 0.7, where: [], counted: { all: 10, lacking: 5 } }, budget: { share: 0, where: [] } }, certificate: { host: 'a.id', until: '2026-11-20', days: -1, problem: 'expired' } }, requirementsOf('agency'), today)
    const part = (code: PartCode) => judged.parts.find(one => one.code === code)
    expect(part('services')).toMatchObject({ points: 8.4, of: 12, text: 'Lengkapi syarat, waktu, dan biaya pada {lacking} dari {all} layanan.', values: { all: 10, lacking: 5 } })
    expect(part('budget')).toMatchObject({ points: 0, text: 'Terbitkan dokumen anggaran: rencana dan realisasinya.' })
    expect(part('freshness')).toMatchObject({ points: 5.3, values: { days: 100 } })
    expect(part('certificate')).toMatchObject({ points: 0, values: { host: 'a.id' } })
    expect(judged.complete).toBe(false)
  })
})

describe('looking at pages', () => {
  const look = (...pages: [url: string, html: string, status?: number][]) => inspect(pages.map(([url, html, status = 200]) => ({ url, html, status })), { words, today })
  const whole = (body: string, title = 'Dinas Contoh') => `<!doctype html><html lang="id"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`

  test('contents are recognised by titles, headings and links, in Indonesian and English', async () => {
    const { contents } = await look(
      ['https://a.id/', whole('<a href="/profil">Tentang</a> <a href="/id/visi-misi">Visi &amp; Misi</a> <a href="https://www.lapor.go.id/">LAPOR!</a> <a href="/ppid">P P I D</a> <a href="tel:0283">Telepon</a> <h2>Standar <b>Pelayanan</b></h2> Persyaratan: KTP <a href="/rusak">APBD 2026</a>')],
      ['https://a.id/profil', whole('Isi', 'Profil')], ['https://a.id/rusak', '', 404], ['https://a.id/en', whole('', 'Duties and functions')],
    )
    const shares = Object.fromEntries(Object.entries(contents).map(([code, content]) => [code, content.share]))
    expect(shares).toMatchObject({ profile: 1, complaints: 1, 'public-information': 0.5, contact: 1, services: 1, budget: 0, duties: 1, admissions: 0 })
    expect(contents.profile!.where[0]).toEqual({ label: 'Tentang', href: 'https://a.id/profil' })
  })

  test('words stand whole: a profile picture or a budgeted thing is none', async () => {
    const { contents } = await look(['/', whole('<h2>Layananan</h2><h2>Profilaksis</h2>')])
    expect([contents.services!.share, contents.profile!.share]).toEqual([0, 0])
  })

  test('dead links, with the page they stand on', async () => {
    const { broken } = await look(['/situs/a', whole('<a href="/situs/a/lama">Lama</a><a href="/situs/a/lama#x">Lagi</a>')], ['/situs/a/lama', '', 404])
    expect(broken).toEqual([{ label: 'Lama', href: '/situs/a/lama', on: '/situs/a' }])
  })

  test('the newest day it names, however it is written, but none of the future', async () => {
    const day = async (body: string) => (await look(['/', whole(body)])).changedOn
    expect(await day('Slawi, 3 Agustus 2026')).toBe('2026-08-03')
    expect(await day('12/05/2025 dan <time datetime="2026-10-01T08:00Z">kemarin</time>')).toBe('2026-10-01')
    expect(await day('<script type="application/ld+json">{"datePublished":"2026-01-02"}</script> s.d. 31 Desember 2027')).toBe('2026-01-02')
    expect(await day('40 Mei 2026, 99/99/2026')).toBeNull()
  })

  test('barriers, each rule once with its count', async () => {
    const { barriers } = await look(['/', '<html><head><title></title></head><body><img src="a.png"><img src="b.png" alt=""><a href="/x"></a><a href="/y"><img src="c.png" alt="Peta"></a><button></button><h1>a</h1><h3>b</h3><input id="q"></body></html>'])
    expect(Object.fromEntries(barriers.map(({ rule, count }) => [rule, count]))).toMatchObject({ 'no-language': 1, 'no-title': 1, 'picture-text': 1, 'link-text': 1, 'text-content': 1, 'heading-level': 1, 'input-missing-label': 1 })
    expect((await look(['/', whole('<p>Baik</p>')])).barriers).toEqual([])
  })

  test('hostile pages are read without breaking: deep, unclosed, senseless', async () => {
    for (const html of ['<div>'.repeat(50_000), '<a href="'.repeat(5000), '<<<>>><p =<b "', '&#x110000;&#0;&bogus;', `<h1>${'x'.repeat(300_000)}`, '\uD800<title>'])
      expect((await look(['/', html])).opens).toBe(true)
  })

  test('a front page that does not open shows nothing', async () => {
    expect(await look(['/', '', 500], ['/profil', whole('', 'Profil')])).toMatchObject({ opens: false, contents: {} })
    expect(await look()).toMatchObject({ opens: false, pages: 0 })
  })
})
