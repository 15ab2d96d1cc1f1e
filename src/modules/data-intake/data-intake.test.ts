import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changed } from '#platform/db/changes.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { bringFile, pressed, settled, valuesIn } from './testing.ts'

let installation: Installation
let place: TestGovernment
let producer: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await nameRegions()
  await anAccount(installation, place, { username: 'produsen', unit: 'dpu', roles: ['data-producer'] })
  producer = await signIn(installation, place, 'produsen')
  await installation.work()
}, 60_000)
afterAll(() => installation.close())

/** Two regions with codes, as a real government has hundreds. */
async function nameRegions(): Promise<void> {
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  await client.query("update organisation.government set region_code = '33.28' where id = $1", [place.id])
  await client.query("update organisation.unit set region_code = case slug when 'slawi' then '33.28.10' else '33.28.10.2001' end where slug in ('slawi', 'kalisapu') and government_id = $1", [place.id])
  await client.end()
  await installation.services.database.transaction(place.id, tx => changed(tx, 'governments', `units:${place.id}`))
}

let serial = 0

/** A dataset with an empty release, made through the pages. */
async function aRelease(access = 'open'): Promise<{ dataset: string; release: string }> {
  const title = `Kondisi jalan ${++serial}`
  const theme = /name="theme".*?<option value="([^"]+)"/s.exec((await producer.get('/kerja/data/baru')).body)![1]!
  const licence = [.../name="licence".*?<\/select>/s.exec((await producer.get('/kerja/data/baru')).body)![0].matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value).find(value => !/^CC|PDDL|ODbL|ODC/i.test(value)) ?? ''
  const made = await producer.post('/kerja/data/baru', {
    unit: place.units.dpu!, title, summary: 'Panjang jalan menurut kondisinya, diukur setiap tahun oleh dinas.', theme, tags: 'jalan, kondisi', every: 'year', access,
    ...(access === 'open' ? { licence: 'CC-BY-4.0' } : { licence, accessReason: 'Memuat data orang per orang', accessBasis: 'UU 27/2022' }),
  })
  const dataset = /\/kerja\/data\/([0-9a-f-]{36})/.exec(String(made.headers.location))?.[1]
  if (!dataset) throw new Error(`no dataset: ${made.statusCode} ${/error-summary.*?<\/ul>/s.exec(made.body)?.[0]}`)
  const begun = await producer.post(`/kerja/data/${dataset}/rilis/baru`, { ...valuesIn((await producer.get(`/kerja/data/${dataset}/rilis/baru`)).body) })
  const release = /\/kerja\/data\/rilis\/([0-9a-f-]{36})/.exec(String(begun.headers.location))?.[1]
  if (!release) throw new Error(`no release: ${begun.statusCode} ${String(begun.headers.location)} ${/error-summary.*?<\/ul>/s.exec(begun.body)?.[0]}`)
  return { dataset, release }
}

const text = async (address: string) => (await producer.get(address)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a table on its way into a release', () => {
  it('is read, declared, checked and kept; the second month is one press', async () => {
    const { release } = await aRelease()
    const csv = 'Ruas;Panjang (km);Diukur\nSlawi–Jatibarang;12,5;03/01/2026\nBalapulang–Margasari;1.204,25;17 Januari 2026\n'
    const columns = await bringFile(producer, release, 'jalan.csv', Buffer.from(csv))
    expect(columns).toMatch(/\/kolom$/)
    expect(valuesIn((await producer.get(columns)).body)).toMatchObject({ 'c0-type': 'text', 'c1-type': 'decimal', 'c1-numbers': 'indonesian', 'c2-type': 'date' })

    const found = await pressed(producer, columns, 'check', { 'c1-unit': 'km', 'c1-min': '0', 'c0-key': 'on' })
    expect(await text(found)).toContain('2 baris siap menjadi isi rilis')
    const done = await pressed(producer, found, 'keep')
    expect(await text(done)).toContain('Sudah menjadi isi rilis')
    const part = /\/kerja\/data\/isi\/[0-9a-f-]+/.exec((await producer.get(done)).body)![0]
    expect(await text(part)).toMatch(/Slawi–Jatibarang 12,50 3 Januari 2026/)

    const again = await bringFile(producer, release, 'jalan.csv', Buffer.from(csv))
    expect(await text(again)).toContain('Cukup tekan “Periksa”')
    expect(valuesIn((await producer.get(again)).body)).toMatchObject({ 'c1-unit': 'km', 'c0-key': 'on', 'c1-min': '0' })
  })

  it('may be one of several, each with its own columns, and readers find all of them', async () => {
    const { release } = await aRelease()
    for (const [name, csv] of [['jalan.csv', 'Ruas,Panjang\nA,10\nB,20\n'], ['jembatan.csv', 'Jembatan,Bentang,Tahun\nKali Gung,45,1988\n']] as const)
      await pressed(producer, await pressed(producer, await bringFile(producer, release, name, Buffer.from(csv)), 'check'), 'keep')
    const parts = [...new Set((await producer.get(`/kerja/data/rilis/${release}`)).body.match(/\/kerja\/data\/isi\/[0-9a-f-]+/g))]
    expect(parts).toHaveLength(2)
    const shown = await Promise.all(parts.map(text))
    expect(shown.map(one => [/A 10/.test(one), /Kali Gung 45 1988/.test(one)]).toSorted()).toEqual([[false, true], [true, false]])
  })

  it('tells every cell that does not fit, and is kept with them counted or without their rows', async () => {
    const { release } = await aRelease()
    const csv = 'Ruas,Panjang\nA,10\nB,dua puluh\nC,30\nC,-4\n'
    const columns = await bringFile(producer, release, 'jalan.csv', Buffer.from(csv))
    const found = await pressed(producer, columns, 'check', { 'c0-key': 'on', 'c1-type': 'integer', 'c1-min': '0' })
    expect(await text(found)).toContain('3 sel tidak sesuai')
    const file = (await producer.get(found.replace('hasil', 'pelanggaran.csv'))).body
    expect(file.split('\n').filter(line => /dua puluh|-4/.test(line))).toHaveLength(2)
    await expect(pressed(producer, found, 'keep')).rejects.toThrow('Pilih apa yang terjadi')
    const done = await pressed(producer, found, 'keep', { unfit: 'leave-out' })
    const part = /\/kerja\/data\/isi\/[0-9a-f-]+/.exec((await producer.get(done)).body)![0]
    expect(await text(part)).toMatch(/Baris 2 Kolom 2/)
  })

  it('is held until somebody says what becomes of personal data; open data never keeps it', async () => {
    const csv = `Nama,NIK,Bantuan\n${Array.from({ length: 12 }, (_, i) => `Warga ${i},33280112059000${String(i + 10)},${i * 1000}`).join('\n')}\n`
    const open = await aRelease()
    const found = await pressed(producer, await bringFile(producer, open.release, 'bantuan.csv', Buffer.from(csv)), 'check')
    expect(await text(found)).toContain('Data pribadi ditemukan')
    expect(await text(found)).not.toContain('3328011205900010')
    await expect(pressed(producer, found, 'keep')).rejects.toThrow('Jawab dahulu')
    await expect(pressed(producer, found, 'keep', { 'personal-0': 'stay', 'basis-0': 'Peraturan Bupati 12/2026' })).rejects.toThrow('Data terbuka tidak boleh')
    const done = await pressed(producer, found, 'keep', { 'personal-0': 'out' })
    const part = /\/kerja\/data\/isi\/[0-9a-f-]+/.exec((await producer.get(done)).body)![0]
    expect(await text(part)).not.toContain('NIK')

    const limited = await aRelease('limited')
    const second = await pressed(producer, await bringFile(producer, limited.release, 'bantuan.csv', Buffer.from(csv)), 'check')
    await expect(pressed(producer, second, 'keep', { 'personal-0': 'stay', 'basis-0': 'ya' })).rejects.toThrow('Tulis dasar hukum')
    expect(await text(await pressed(producer, second, 'keep', { 'personal-0': 'stay', 'basis-0': 'Peraturan Bupati 12/2026 tentang bantuan' }))).toContain('Sudah menjadi isi rilis')
  })

  it('asks once which region a doubtful name means, and remembers it for the next release', async () => {
    const { release } = await aRelease()
    const csv = Buffer.from('Kecamatan,Ruas\nSlawi,12\nSlawii,3\nMargawati,4\n')
    const found = await pressed(producer, await bringFile(producer, release, 'ruas.csv', csv), 'check', { 'c0-type': 'region' })
    const shown = await text(found)
    expect(shown).toContain('“Slawii”')
    const values = valuesIn((await producer.get(found)).body)
    const which = Object.keys(values).find(name => values[name] === 'Slawii')!.replace('text-', '')
    await expect(pressed(producer, found, 'answer', { [`other-${which}`]: 'entah di mana' })).rejects.toThrow('belum menunjuk satu wilayah')
    const answered = await pressed(producer, found, 'answer', { [`other-${which}`]: '33.28.10' })
    expect(await text(answered)).not.toContain('“Slawii”')
    const done = await pressed(producer, answered, 'keep', { unfit: 'leave-out' })
    const part = /\/kerja\/data\/isi\/[0-9a-f-]+/.exec((await producer.get(done)).body)![0]
    expect(await text(part)).toMatch(/Baris 2 Kolom 2/)
    const again = await pressed(producer, await bringFile(producer, release, 'ruas.csv', csv), 'check')
    expect(await text(again)).not.toContain('“Slawii”')
  })

  it('belongs to its unit: others find nothing, and without a release to fill nothing begins', async () => {
    const { release } = await aRelease()
    const columns = await bringFile(producer, release, 'a.csv', Buffer.from('x,y\n1,2\n'))
    await anAccount(installation, place, { username: 'lain', unit: 'diskominfo', roles: ['data-producer'] })
    const other = await signIn(installation, place, 'lain')
    expect((await other.get(columns)).statusCode).toBe(404)
    expect((await other.get(`/kerja/data/rilis/${release}/unggah`)).statusCode).toBe(404)
    expect((await aBrowser(installation, place).get(columns)).statusCode).toBe(303)
  })
})

describe('files that are not what they should be', () => {
  const refused = async (name: string, body: Buffer): Promise<string> => {
    const { release } = await aRelease()
    return text(await bringFile(producer, release, name, body))
  }

  it('are refused with what to do, and nothing of the release is lost', async () => {
    expect(await refused('foto.csv', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(400, 1)]))).toContain('bukan tabel yang dikenal')
  })

  it('with mixed encodings and a mark in front are read, and the bad rows named', async () => {
    const body = Buffer.concat([Buffer.from('\uFEFFNama,Jumlah\nCafé,1\n'), Buffer.from('Caf\xe9,2\n', 'latin1')])
    const { release } = await aRelease()
    expect(await bringFile(producer, release, 'campur.csv', body)).toMatch(/\/kolom$/)
  })

  it('with a lying extension are read as what they are', async () => {
    const { release } = await aRelease()
    const at = await bringFile(producer, release, 'data.xlsx', Buffer.from('a,b\n1,2\n'))
    expect(await text(at)).toContain('dibaca sebagai CSV')
  })

  it('with formulas, open quotation marks and shapes beyond the earth are told by row', async () => {
    const { release } = await aRelease()
    const quotes = await bringFile(producer, release, 'kutip.csv', Buffer.from('a,b\n1,"dua\n3,4\n5,6\n'))
    expect(await text(quotes)).toMatch(/Tanda kutip tidak ditutup|kutip/)
    const formula = await pressed(producer, await bringFile(producer, release, 'rumus.csv', Buffer.from('a,b\n1,=cmd|x\n2,3\n')), 'check', { 'c1-type': 'integer' })
    expect(await text(formula)).toContain('1 sel tidak sesuai')
    const shape = (x: number) => ({ type: 'Feature', properties: { nama: `titik ${x}` }, geometry: { type: 'Point', coordinates: [x, -7] } })
    const map = await bringFile(producer, release, 'peta.geojson', Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [shape(109.1), shape(1090.1)] })))
    expect(await text(await pressed(producer, map, 'check'))).toContain('di luar bumi')
  })

  it('with 5,000 columns are declared page by page', async () => {
    const heads = Array.from({ length: 5000 }, (_, i) => `k${i}`)
    const { release } = await aRelease()
    const at = await bringFile(producer, release, 'lebar.csv', Buffer.from(`${heads.join(',')}\n${heads.map(() => 1).join(',')}\n`))
    expect(await text(at)).toMatch(/Tetapkan kolom|paling banyak/)
  }, 30_000)
})

describe('a file that comes in pieces', () => {
  const bytes = Buffer.from('kode,nilai\n' + Array.from({ length: 500 }, (_, i) => `k${i},${i}`).join('\n'))

  /** One request of the tus protocol. */
  const ask = async (method: 'POST' | 'HEAD' | 'PATCH', url: string, headers: Record<string, string>, payload?: Buffer) => {
    const token = /data-token="([^"]+)"/.exec((await producer.get(`/kerja/data/rilis/${current}/unggah`)).body)![1]!
    return installation.web.server.inject({ method, url, payload, headers: { host: place.host, cookie: producer.header(), 'tus-resumable': '1.0.0', 'x-form-token': token, ...headers } })
  }
  let current = ''
  const about = () => `release ${Buffer.from(current).toString('base64')},filename ${Buffer.from('potongan.csv').toString('base64')}`

  it('goes on where it broke off, and only for who began it', async () => {
    current = (await aRelease()).release
    const begun = await ask('POST', '/kerja/data/unggahan/kiriman', { 'upload-length': String(bytes.length), 'upload-metadata': about() })
    expect(begun.statusCode).toBe(201)
    const location = String(begun.headers.location)
    const half = Math.floor(bytes.length / 2)
    const piece = { 'content-type': 'application/offset+octet-stream' }
    expect((await ask('PATCH', location, { ...piece, 'upload-offset': '0' }, bytes.subarray(0, half))).statusCode).toBe(204)
    expect((await ask('HEAD', location, {})).headers['upload-offset']).toBe(String(half))
    const id = location.split('/').at(-1)!
    expect(await text(`/kerja/data/unggahan/${id}`)).toContain('Belum diterima seluruhnya')
    const other = await signIn(installation, place, 'lain')
    expect((await installation.web.server.inject({ method: 'HEAD', url: location, headers: { host: place.host, cookie: other.header(), 'tus-resumable': '1.0.0', 'x-form-token': /name="_csrf" value="([^"]+)"/.exec((await other.get('/kerja/data/baru')).body)?.[1] ?? '' } })).statusCode).not.toBe(200)
    expect((await ask('PATCH', location, { ...piece, 'upload-offset': String(half) }, bytes.subarray(half))).statusCode).toBe(204)
    expect(await settled(producer, `/kerja/data/unggahan/${id}?tunggu=ya`)).toMatch(/\/kolom$/)
  })

  it('is not begun without the token, over the limit, or for a release of others', async () => {
    const bare = await installation.web.server.inject({ method: 'POST', url: '/kerja/data/unggahan/kiriman', headers: { host: place.host, cookie: producer.header(), 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': about() } })
    expect(bare.statusCode).toBe(403)
    expect((await ask('POST', '/kerja/data/unggahan/kiriman', { 'upload-length': '1000000001', 'upload-metadata': about() })).statusCode).toBe(413)
    expect((await ask('POST', '/kerja/data/unggahan/kiriman', { 'upload-length': '5', 'upload-metadata': 'filename YQ==,release YQ==' })).statusCode).toBe(404)
  })
})
