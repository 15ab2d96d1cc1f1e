import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aDataset, aRelease } from '#modules/datasets/testing.ts'
import { catalogue, type Dataset, type Variable } from '#modules/datasets/contract.ts'
import { aBrowser, type Browser } from '#modules/identity/testing.ts'

let installation: Installation
let tegal: TestGovernment
let visitor: Browser
let dataset: Dataset
let here: string

const columns: Variable[] = [
  { name: 'kecamatan', title: 'Kecamatan', type: 'text', key: true }, { name: 'bulan', title: 'Bulan', type: 'text', key: true },
  { name: 'kunjungan', title: 'Kunjungan', type: 'integer' }, { name: 'letak', title: 'Letak', type: 'geometry' },
]
const point = (x: number, y: number) => JSON.stringify({ type: 'Point', coordinates: [x, y] })

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  visitor = aBrowser(installation, tegal)
  dataset = await aDataset(installation.services, tegal, { variables: columns })
  const { resourceId } = await aRelease(installation.services, tegal, dataset, { rows: [['Slawi', '2026-08', 1200, point(109.13, -6.98)], ['Slawi', '2026-09', 1300, point(109.13, -6.98)], ['Bojong', '2026-09', 400, point(109.1, -7.1)], ['Kramat <b>', '2026-09', null, null]] })
  await aRelease(installation.services, tegal, (await installation.services.ask(catalogue).bySlug(installation.services.database.of(tegal.id), dataset.slug))!, { period: '2026-10', rows: [['Slawi', '2026-09', 1350, null], ['Talang', '2026-10', 90, null]] })
  here = `/data/${dataset.slug}/jelajah/${resourceId}`
})
afterAll(() => installation.close())

const rowsOf = (html: string) => [...html.matchAll(/<tr[^>]*><th scope="row">([\s\S]*?)<\/th>([\s\S]*?)<\/tr>/g)].map(([, first = '', rest = '']) => [first, ...[...rest.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell)])

describe('a visitor without scripts', () => {
  it('looks through a table, filters, sorts and searches by address', async () => {
    const all = (await visitor.get(here)).body
    expect(rowsOf(all)).toHaveLength(4)
    expect(all).toContain('Kramat &lt;b>')
    expect(rowsOf((await visitor.get(`${here}?k1=kunjungan&o1=paling-sedikit&v1=1.200&urut=-kunjungan`)).body)).toEqual([['Slawi', '2026-09', '1.300'], ['Slawi', '2026-08', '1.200']])
    expect(rowsOf((await visitor.get(`${here}?q=bojong`)).body)).toEqual([['Bojong', '2026-09', '400']])
    expect((await visitor.get(`${here}?k1=kunjungan&o1=lebih&v1=banyak`)).body).toContain('Tidak dipakai karena tidak cocok dengan kolomnya: banyak.')
  })

  it('sums up, sees the chart, and takes what is shown as a file', async () => {
    const view = `${here}?kel=kecamatan&ukur=jumlah:kunjungan&k1=bulan&o1=sama&v1=2026-09`
    const page = (await visitor.get(view)).body
    expect(page).toContain('Jumlah Kunjungan menurut kecamatan')
    expect(rowsOf(page).slice(0, 2)).toEqual([['Slawi', '1.300'], ['Bojong', '400']])
    const chart = await visitor.get(view.replace('?', '/bagan.svg?'))
    expect([chart.headers['content-type'], chart.body]).toEqual([expect.stringContaining('image/svg+xml'), expect.stringMatching(/^<svg[\s\S]*Slawi[\s\S]*<\/svg>$/)])
    expect((await visitor.get(view.replace('?', '/unduh.csv?'))).body.replace('\uFEFF', '').split('\n')[1]).toBe('Slawi,1300')
  })

  it('sees points on a map, and bars where no shapes of regions are known', async () => {
    const map = await visitor.get(`${here}/bagan.svg?bagan=peta`)
    expect([map.statusCode, map.body.match(/<path/g)!.length]).toEqual([200, expect.any(Number)])
    expect((await visitor.get(`${here}/bagan.svg?kel=kecamatan&bagan=peta`)).statusCode).toBe(200)
    expect((await visitor.get(`${here}/bagan.svg`)).statusCode).toBe(404)
  })

  it('compares two releases row by row', async () => {
    const page = (await visitor.get(`/data/${dataset.slug}/banding`)).body
    expect(page).toMatch(/Baris baru<\/dt><dd>1</)
    expect(page).toMatch(/Baris hilang<\/dt><dd>3</)
    expect(page).toMatch(/Baris berubah<\/dt><dd>1</)
    expect(page).toContain('1.350')
  })

  it('finds no table under another’s address', async () => {
    expect((await visitor.get(here.replace(dataset.slug, 'lain'))).statusCode).toBe(404)
  })
})
