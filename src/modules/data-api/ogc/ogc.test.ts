import { execFile, spawnSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Variable } from '#modules/datasets/contract.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'
import { aProgram } from '../testing.ts'

let installation: Installation
let government: TestGovernment

const variables: Variable[] = [{ name: 'nama', title: 'Nama', type: 'text' }, { name: 'dibangun', title: 'Dibangun', type: 'date' }, { name: 'murid', title: 'Murid', type: 'integer' }, { name: 'letak', title: 'Letak', type: 'geometry' }]
/** A grid of 12 × 10 schools from 109.0° E, 7.0° S on, a tenth of a degree apart, one a month from 2015 on. */
const schools = Array.from({ length: 120 }, (_, i) => [
  `Sekolah ${i + 1}`, `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-15`, 100 + i,
  JSON.stringify({ type: 'Point', coordinates: [Number((109 + (i % 12) / 10).toFixed(1)), Number((-7 + Math.floor(i / 12) / 10).toFixed(1))] }),
])

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  await aDataset(installation, government, { slug: 'letak-sekolah', title: 'Letak sekolah', variables, releases: [{ period: '2026-10', rows: schools }] })
  await aDataset(installation, government, { slug: 'letak-rahasia', variables, access: 'limited', releases: [{ period: '2026-10', rows: schools.slice(0, 3) }] })
  await aDataset(installation, government, { slug: 'tanpa-letak', releases: [{ period: '2026-10' }] })
})
afterAll(() => installation.close())

interface Items { numberMatched: number; numberReturned: number; features: { id: number; geometry: { coordinates: number[] }; properties: Record<string, unknown> }[]; links: { rel: string; href: string }[] }
const get = (url: string) => aProgram(installation, government).get(url)
const items = async (query = ''): Promise<Items> => {
  const answer = await get(`/ogc/collections/letak-sekolah/items${query}`)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  expect(answer.headers['content-type']).toBe('application/geo+json')
  return answer.json()
}

test('leads from the landing page to everything', async () => {
  const landing = (await get('/ogc')).json() as { links: { rel: string; href: string }[] }
  expect(landing.links.map(({ rel }) => rel)).toEqual(['self', 'service-desc', 'service-doc', 'conformance', 'data'])
  for (const { href } of landing.links) expect((await get(href.replace(/^http:\/\/[^/]+/, ''))).statusCode, href).toBe(200)
  const { collections } = (await get('/ogc/collections')).json() as { collections: { id: string; extent: unknown; version: string }[] }
  expect(collections).toHaveLength(1)
  expect(collections[0]).toMatchObject({ id: 'letak-sekolah', version: '2026-10', extent: { spatial: { bbox: [[109, -7, 110.1, -6.1]] }, temporal: { interval: [['2015-01-15T00:00:00Z', '2024-12-15T23:59:59Z']] } } })
})

test('gives features in pages whose links lead through all of them', async () => {
  const seen: number[] = []
  let url: string | undefined = '/ogc/collections/letak-sekolah/items?limit=50'
  while (url) {
    const page = (await get(url)).json() as Items
    expect(page.numberMatched).toBe(120)
    seen.push(...page.features.map(({ id }) => id))
    url = page.links.find(({ rel }) => rel === 'next')?.href.replace(/^http:\/\/[^/]+/, '')
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => i + 1))
  const one = (await get('/ogc/collections/letak-sekolah/items/14')).json() as Items['features'][0]
  expect(one).toMatchObject({ type: 'Feature', id: 14, geometry: { type: 'Point', coordinates: [109.1, -6.9] }, properties: { nama: 'Sekolah 14', dibangun: '2016-02-15', murid: 113 } })
})

test('by place, by time and by both', async () => {
  const inBox = ([w, s, e, n]: number[]) => schools.flatMap(([, , , shape], i) => {
    const [x, y] = (JSON.parse(shape as string) as { coordinates: [number, number] }).coordinates
    return x >= w! && x <= e! && y >= s! && y <= n! ? [i + 1] : []
  })
  for (const box of [[109, -7, 109.25, -6.85], [109.5, -6.5, 112, -6], [100, -10, 101, -9]]) expect((await items(`?bbox=${box.join(',')}&limit=500`)).features.map(({ id }) => id)).toEqual(inBox(box))
  expect((await items('?datetime=2015-01-01T00:00:00Z/2015-12-31T00:00:00Z')).numberMatched).toBe(12)
  expect((await items('?datetime=2024-06-15')).features.map(({ id }) => id)).toEqual([114])
  expect((await items('?datetime=../2015-03-01')).numberMatched).toBe(2)
  expect((await items('?bbox=109,-7,109.25,-6.85&datetime=2016-01-01/..')).features.map(({ id }) => id)).toEqual([13, 14, 15])
  const second = await items('?bbox=109,-7,110.1,-6.1&limit=7&offset=7')
  expect(second.features.map(({ id }) => id)).toEqual([8, 9, 10, 11, 12, 13, 14])
  expect(second.links.map(({ rel }) => rel)).toEqual(['self', 'collection', 'next', 'prev'])
})

test('what it does not know is refused, what is not open is not there', async () => {
  for (const query of ['?bbox=1,2,3', '?bbox=a,b,c,d', '?limit=0', '?limit=x', '?offset=-1', '?datetime=kemarin', '?datetime=2026-13-45', '?kecamatan=slawi', '?crs=http://www.opengis.net/def/crs/EPSG/0/3857'])
    expect((await get(`/ogc/collections/letak-sekolah/items${query}`)).statusCode, query).toBe(400)
  for (const path of ['letak-rahasia', 'tanpa-letak', 'tidak-ada', 'letak-rahasia/items', 'letak-sekolah/items/121', 'letak-sekolah/items/0', 'letak-sekolah/items/x']) expect((await get(`/ogc/collections/${path}`)).statusCode, path).toBe(404)
})

describe('GDAL', () => {
  const present = spawnSync('ogrinfo', ['--version']).status === 0

  test.runIf(present)(`reads it with its OAPIF driver: all features, by place, and as a file of its own${present ? '' : ' (skipped: needs gdal-bin)'}`, async () => {
    await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
    const { port } = installation.web.server.server.address() as AddressInfo
    const source = `OAPIF:http://${government.slug}.localhost:${port}/ogc`
    const run = (...args: string[]) => new Promise<string>((resolve, reject) => execFile('ogrinfo', args, { timeout: 60_000, env: { ...process.env, GDAL_HTTP_TIMEOUT: '30' } }, (error, out, wrong) => (error ? reject(new Error(out + wrong)) : resolve(out))))
    expect(await run('-ro', source)).toContain('letak-sekolah')
    const all = await run('-ro', '-so', '-oo', 'PAGE_SIZE=25', source, 'letak-sekolah')
    expect(all).toContain('Feature Count: 120')
    expect(all).toContain('Geometry: Point')
    expect(all).toMatch(/Extent: \(109\.0+, -7\.0+\) - \(110\.10+, -6\.10+\)/)
    for (const field of ['nama: String', 'murid: Integer']) expect(all).toContain(field)
    const some = await run('-ro', '-al', '-oo', 'PAGE_SIZE=2', '-spat', '109', '-7', '109.25', '-6.85', source, 'letak-sekolah')
    expect([...some.matchAll(/nama \(String\) = (Sekolah \d+)/g)].map(match => match[1])).toEqual(['Sekolah 1', 'Sekolah 2', 'Sekolah 3', 'Sekolah 13', 'Sekolah 14', 'Sekolah 15'])
  }, 90_000)
})
