import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '#app/testing/eventually.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Dataset, Variable } from '#modules/datasets/contract.ts'
import { aDataset, aRelease, limited } from '#modules/datasets/testing.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPage } from '#modules/pages/testing.ts'
import { aSite } from '#modules/sites/testing.ts'
import { viewAddress } from './views.ts'

let installation: Installation
let tegal: TestGovernment
let editor: Browser
let visitor: Browser
let roads: Dataset
let view: string
let page: string
let block: string

const columns: Variable[] = [{ name: 'kecamatan', title: 'Kecamatan', type: 'text', key: true }, { name: 'rusak', title: 'Panjang rusak', type: 'decimal' }]

beforeAll(async () => {
  installation = await openInstallation()
  const { services } = installation
  tegal = await aGovernment(installation)
  roads = await aDataset(services, tegal, { title: 'Kondisi jalan', variables: columns })
  const { resourceId } = await aRelease(services, tegal, roads, { rows: [['Slawi', 12.5], ['Bojong <i>', 30], ['Kramat', 4]] })
  view = `/data/${roads.slug}/jelajah/${resourceId}?kel=kecamatan&ukur=jumlah%3Arusak`
  await aSite(services, tegal)
  page = `/kerja/halaman/${await aPage(services, tegal, { title: 'Jalan kita' })}`
  const { username } = await anAccount(installation, tegal, { unit: 'kalisapu', roles: ['village-operator'] })
  editor = await signIn(installation, tegal, username)
  visitor = aBrowser(installation, tegal)
})
afterAll(() => installation.close())

const story = () => visitor.get('/situs/kalisapu/jalan-kita')

describe('an editor tells something with data', () => {
  it('is told when an address shows no open data, and keeps what was typed', async () => {
    const closed = await aDataset(installation.services, tegal, { title: 'Gudang logistik', access: 'closed', accessReason: 'Keamanan', accessBasis: 'UU 14/2008', variables: columns })
    const { resourceId } = await aRelease(installation.services, tegal, closed, { rows: [['Slawi', 1]] })
    for (const address of ['https://data.contoh.go.id/data/jalan/jelajah/019aa000-0000-7000-8000-000000000001', '/data', `/data/${roads.slug}`, `/data/${closed.slug}/jelajah/${resourceId}`, `${view}&q=${'x'.repeat(181)}`]) {
      const answer = await editor.post(`${page}/bagian/data/baru`, { address, show: 'bagan', text: 'Jalan yang *panjang*.' })
      expect([address, answer.statusCode]).toEqual([address, 422])
      expect(answer.body).toContain('bukan tampilan data terbuka')
      expect(answer.body).toContain('Jalan yang *panjang*.')
    }
  })

  it('pastes the address of a view, whole as a browser shows it, and publishes', async () => {
    const answer = await editor.post(`${page}/bagian/data/baru`, { heading: 'Paling rusak', address: `http://${tegal.host}${view}&hal=3`, show: 'bagan', text: 'Lereng gunung lebih dahulu.', next: 'publish' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining(page)])
    block = /bagian\/data\/([\w-]+)/.exec((await editor.get(page)).body)![1]!
    await eventually(async () => expect((await story()).body).toContain('Paling rusak'))
  })
})

describe('a reader', () => {
  it('sees the story with its chart, the numbers and where they come from', async () => {
    const { body } = await story()
    expect(body).toContain('Lereng gunung lebih dahulu.')
    expect(body).toContain(`href="${view.replaceAll('&', '&amp;')}"`)
    expect(body).toMatch(/Bojong &lt;i>[\s\S]*30[\s\S]*Slawi[\s\S]*12,5/)
    const charts = [...body.matchAll(/(?:src|srcset)="(\/gambar\/bagan\/[^"?]+)"/g)].map(([, address]) => address!)
    expect(charts).toHaveLength(4)
    const drawn = await Promise.all(charts.map(address => visitor.get(address)))
    expect(drawn.map(({ statusCode, headers }) => [statusCode, headers['content-type']])).toEqual(charts.map(() => [200, 'image/svg+xml']))
    for (const { body: svg } of drawn) expect(svg).toContain('Slawi')
    expect(new Set(drawn.map(({ body: svg }) => svg)).size).toBe(4)
  })

  it('finds it among the stories and at the dataset it draws on', async () => {
    const listed = (await visitor.get('/data/kisah')).body
    expect(listed).toContain('href="/situs/kalisapu/jalan-kita"')
    const dataset = (await visitor.get(`/data/${roads.slug}`)).body
    expect(dataset).toMatch(/Dipakai dalam kisah[\s\S]*href="\/situs\/kalisapu\/jalan-kita"/)
  })

  it('sees no numbers of a dataset that was closed since', async () => {
    await limited(installation.services, tegal, roads)
    await eventually(async () => expect((await story()).body).not.toContain('12,5'))
    expect((await story()).body).toContain('Desa di tepi')
  })

  it('finds the story no more once its view was taken out', async () => {
    expect((await editor.post(page, { step: `remove:${block}` })).statusCode).toBe(303)
    expect((await editor.post(page, { step: 'publish' })).statusCode).toBe(303)
    await eventually(async () => expect((await visitor.get('/data/kisah')).body).not.toContain('jalan-kita'))
  })
})

describe('the address of a view', () => {
  it('is what stands behind /data, whatever the host, without the page it was on', () => {
    const id = '019aa000-0000-7000-8000-000000000001'
    expect(viewAddress(`https://tegalkab.go.id/data/jalan/jelajah/${id}?kel=a&hal=4#x`)).toEqual({ slug: 'jalan', resource: id, query: 'kel=a' })
    for (const other of ['', 'javascript:alert(1)', '/data/jalan', `/data/jalan/jelajah/${id}/unduh.csv`, `/data/../jelajah/${id}`]) expect(viewAddress(other)).toBeNull()
  })
})
