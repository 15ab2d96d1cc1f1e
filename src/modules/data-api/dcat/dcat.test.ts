import { readFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import jsonld from 'jsonld'
import { Parser, Store, type Quad } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import Validator from 'rdf-validate-shacl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'
import { aProgram } from '../testing.ts'

let installation: Installation
let government: TestGovernment
let visits: Awaited<ReturnType<typeof aDataset>>
let shapes: Store

const dcat = (name: string) => `http://www.w3.org/ns/dcat#${name}`
const dct = (name: string) => `http://purl.org/dc/terms/${name}`

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  visits = await aDataset(installation, government, {
    slug: 'kunjungan-puskesmas', title: 'Kunjungan puskesmas: "lama" & <baru> — é 漢字', summary: 'Baris satu.\nBaris dua dengan \\ dan "kutip" serta <tag> & simbol ✓ yang harus sampai utuh.', tags: ['uji & coba', 'satu data'],
    releases: [{ period: '2026-09' }, { period: '2026-10' }],
  })
  await aDataset(installation, government, { slug: 'penerima-bantuan', unit: 'dpu', access: 'closed', releases: [{ period: '2026-10' }] })
  await aDataset(installation, government, { slug: 'jalan-rusak', unit: 'dpu', every: 'year', releases: [{ period: '2025', link: 'https://contoh.id/jalan rusak (1).pdf?a=1&b={x}' }] })
  shapes = new Store(new Parser().parse(await readFile(join(import.meta.dirname, '../../../../test/shapes/dcat.ttl'), 'utf8')))
})
afterAll(() => installation.close())

const get = (url: string) => aProgram(installation, government).get(url)

/** What an address says, read by a parser that is not ours. */
async function read(url: string): Promise<Quad[]> {
  const answer = await get(url)
  expect(answer.statusCode, url).toBe(200)
  const base = `http://${government.host}${url}`
  if (url.includes('.ttl')) return new Parser({ baseIRI: base, format: 'text/turtle' }).parse(answer.body)
  if (url.includes('.jsonld')) return new Parser({ format: 'N-Quads' }).parse((await jsonld.toRDF(JSON.parse(answer.body) as jsonld.JsonLdDocument, { format: 'application/n-quads', documentLoader: () => Promise.reject(new Error('nothing is fetched')) })) as string)
  const quads: Quad[] = []
  for await (const quad of Readable.from([answer.body]).pipe(new RdfXmlParser({ baseIRI: base })) as AsyncIterable<Quad>) quads.push(quad)
  return quads
}

const canonical = async (quads: readonly Quad[]) => {
  const lines = quads.map(({ subject, predicate, object }) => JSON.stringify([subject.value, predicate.value, object.termType, object.value, 'language' in object ? object.language : '', 'datatype' in object ? (object.datatype as { value: string }).value : '']))
  return lines.toSorted()
}

describe('the three forms', () => {
  test.each(['/data/katalog', '/data/kunjungan-puskesmas', '/data/jalan-rusak'])('of %s say exactly the same', async path => {
    const [turtle, json, xml] = await Promise.all(['ttl', 'jsonld', 'rdf'].map(async form => canonical(await read(`${path}.${form}`))))
    expect(turtle!.length).toBeGreaterThan(40)
    expect(json).toEqual(turtle)
    expect(xml).toEqual(turtle)
  })

  test('hold the words of people unharmed', async () => {
    const store = new Store(await read('/data/kunjungan-puskesmas.rdf'))
    const [title] = store.getObjects(`http://${government.host}/data/kunjungan-puskesmas#data`, dct('title'), null)
    expect(title!.value).toBe('Kunjungan puskesmas: "lama" & <baru> — é 漢字')
    const [about] = store.getObjects(`http://${government.host}/data/kunjungan-puskesmas#data`, dct('description'), null)
    expect(about!.value).toContain('Baris satu.\nBaris dua dengan \\ dan "kutip" serta <tag>')
  })

  test.each(['/data/katalog.ttl', '/data/kunjungan-puskesmas.jsonld', '/data/penerima-bantuan.rdf'])('%s keeps to the shapes of DCAT-AP', async url => {
    const report = await new Validator(shapes as never).validate(new Store(await read(url)) as never)
    expect(report.results.map(result => `${result.focusNode?.value} ${result.path?.value}: ${result.message.map(one => one.value).join(', ')}`)).toEqual([])
  })

  test('the shapes would see what is missing', async () => {
    const without = (await read('/data/katalog.ttl')).filter(quad => quad.predicate.value !== dct('publisher'))
    expect((await new Validator(shapes as never).validate(new Store(without) as never)).conforms).toBe(false)
  })
})

test('what is closed is described, without anything to take', async () => {
  const store = new Store(await read('/data/penerima-bantuan.ttl'))
  expect(store.countQuads(null, dcat('distribution'), null, null)).toBe(0)
  expect(store.getObjects(null, dct('accessRights'), null).map(one => one.value)).toEqual(['http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC'])
})

test('earlier releases are versions of the dataset, and every file is there in each form', async () => {
  const store = new Store(await read('/data/kunjungan-puskesmas.ttl'))
  const [earlier] = store.getObjects(`http://${government.host}/data/kunjungan-puskesmas#data`, dcat('hasVersion'), null)
  expect(store.getObjects(earlier!, dcat('version'), null).map(one => one.value)).toEqual(['2026-09'])
  const files = store.getObjects(null, dcat('downloadURL'), null).map(one => one.value)
  for (const ending of ['csv', 'xlsx', 'json', 'parquet']) expect(files).toContain(`http://${government.host}/data/berkas/${visits.resourceIds[1]}.${ending}`)
  const taken = await get(new URL(files.find(url => url.endsWith('.csv'))!).pathname)
  expect([taken.statusCode, taken.body.includes('Slawi')]).toEqual([200, true])
})

describe('whoever asks the page', () => {
  const kinds = { 'text/turtle': '.ttl', 'application/ld+json': '.jsonld', 'application/rdf+xml': '.rdf' }
  let origin: string

  // Pages are kept in front of the router: over a real connection only.
  beforeAll(async () => {
    await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
    origin = `http://127.0.0.1:${(installation.web.server.server.address() as AddressInfo).port}`
  })
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
      request(origin + path, { headers: { ...headers, host: government.host } }, answer => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(parts).toString() }))
      }).on('error', reject).end()
    })

  test('for RDF is led to it, also when the page is kept, and browsers never are', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
    for (const [page, target] of [['/data', '/data/katalog'], [`/data/${visits.slug}`, `/data/${visits.slug}`]] as const)
      for (let round = 0; round < 2; round++) {
        for (const [type, ending] of Object.entries(kinds)) {
          const answer = await ask(page, { accept: `${type}, text/html;q=0.5, */*;q=0.1` })
          expect([answer.status, answer.headers.location, answer.headers.vary]).toEqual([303, `${target}${ending}`, 'Accept'])
        }
        for (const headers of [browser, { accept: '*/*' }, { accept: 'text/html, text/turtle;q=0.8' }]) {
          const answer = await ask(page, headers)
          expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
          expect(answer.headers.vary).toContain('Accept')
        }
        const kept = await ask(page, browser)
        expect(kept.headers.etag).toBeDefined()
        expect(kept.headers.vary).toBe('Accept-Encoding, Cookie, Accept')
      }
  })

  test('gets an answer that is kept until something changes', async () => {
    await ask('/data/katalog.ttl')
    const kept = await ask('/data/katalog.ttl')
    expect(kept.headers.etag).toBeDefined()
    expect(kept.headers['access-control-allow-origin']).toBe('*')
    expect((await ask('/data/katalog.ttl', { 'if-none-match': kept.headers.etag! })).status).toBe(304)
    await aDataset(installation, government, { slug: 'data-baru', releases: [{ period: '2026-10' }] })
    await expect.poll(async () => (await ask('/data/katalog.ttl')).text.includes('data-baru')).toBe(true)
  })
})

test('search engines find what they need in the head of the page', async () => {
  const html = (await get(`/data/${visits.slug}`)).body
  const said = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown>
  expect(said).toMatchObject({ '@context': 'https://schema.org/', '@type': 'Dataset', name: 'Kunjungan puskesmas: "lama" & <baru> — é 漢字', license: 'https://creativecommons.org/licenses/by/4.0/', isAccessibleForFree: true, temporalCoverage: '2026-10-01/2026-10-31' })
  expect(String(said.description).length).toBeGreaterThanOrEqual(50)
  expect(String(said.description).length).toBeLessThanOrEqual(5000)
  for (const download of said.distribution as { contentUrl: string; encodingFormat: string }[]) expect([URL.canParse(download.contentUrl), /^[a-z]+\/[\w.+-]+$/.test(download.encodingFormat)]).toEqual([true, true])
  expect((said.distribution as unknown[]).length).toBe(4)
})

test('programs get the files with the meaning of their columns', async () => {
  const described = (await get(`/data/${visits.slug}/datapackage.json`)).json() as { name: string; resources: { name: string; path: string; schema: { fields: unknown[]; primaryKey: string[] } }[] }
  expect(described).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: visits.slug, licenses: [{ name: 'CC-BY-4.0' }], version: '2026-10' })
  expect(described.resources.map(({ name }) => name)).toEqual(['2026-10-1', '2026-09-1'])
  const [first] = described.resources
  expect(first!.schema).toEqual({
    missingValues: [''], primaryKey: ['kecamatan'],
    fields: [{ name: 'kecamatan', title: 'Kecamatan', type: 'string', description: 'Nama kecamatan' }, { name: 'tanggal', title: 'Tanggal', type: 'date' }, { name: 'kunjungan', title: 'Kunjungan', type: 'integer', description: 'Jumlah kunjungan puskesmas', unit: 'kunjungan' }],
  })
  expect((await get('/data/penerima-bantuan/datapackage.json')).statusCode).toBe(404)
})
