import { describe, expect, it } from 'vitest'
import type { Unit } from '#modules/organisation/contract.ts'
import type { RegionMatch } from './contract.ts'
import { namesOf } from './matching.ts'
import { regionsOf } from './regions.ts'

const unit = (kind: 'subdistrict' | 'village', regionCode: string, name: string): Unit => ({ id: regionCode, slug: regionCode, name, shortName: name, kind, parentId: null, regionCode, address: null, phone: null, email: null, npsn: null, channel: true })
const units = [
  unit('subdistrict', '33.28.10', 'Kecamatan Slawi'), unit('subdistrict', '33.28.02', 'Kecamatan Bumijawa'), unit('subdistrict', '33.28.11', 'Kecamatan Adiwerna'), unit('subdistrict', '33.28.09', 'Kecamatan Pangkah'),
  unit('village', '33.28.10.2001', 'Desa Kalisapu'), unit('village', '33.28.10.1008', 'Kelurahan Procot'), unit('village', '33.28.10.2002', 'Desa Dukuhwringin'), unit('village', '33.28.02.2001', 'Desa Guci'),
  unit('village', '33.28.09.2001', 'Desa Pangkah'), unit('village', '33.28.11.2005', 'Desa Kaligayam'), unit('village', '33.28.02.2005', 'Desa Kaligayam'), unit('village', '33.28.02.2009', 'Desa Sumbaga I'), unit('village', '33.28.02.2010', 'Desa Sumbaga II'),
]
const tegal = namesOf(await regionsOf({ regionCode: '33.28', name: 'Kabupaten Tegal', level: 'regency' }, units))
const said = (match: RegionMatch) => (match.is === 'sure' ? match.region.code : match.is === 'doubtful' ? match.candidates.map(({ code }) => code) : null)
const read = (text: string, hint = {}) => said(tegal.match(text, hint))

describe('a region is sure', () => {
  it.each([
    ['Kec. Slawi', '33.28.10'], ['KECAMATAN SLAWI', '33.28.10'], ['slawi', '33.28.10'], ['Kec.Bumi Jawa', '33.28.02'], ['Boemidjawa', '33.28.02'], ['Kab. Tegal', '33.28'], ['KabupatenTegal', '33.28'],
    ['Ds. Kalisapu', '33.28.10.2001'], ['Desa Procot', '33.28.10.1008'], ['Kel. Procot, Kec. Slawi', '33.28.10.1008'], ['Desa Kalisapu Kecamatan Slawi Kabupaten Tegal', '33.28.10.2001'],
    ['Kec. Slawi, Ds. Dukuh Wringin', '33.28.10.2002'], ['Kaligayam, Adiwerna', '33.28.11.2005'], ['Kaligayam (Bumijawa)', '33.28.02.2005'], ['Desa Pangkah', '33.28.09.2001'], ['Kec Pangkah', '33.28.09'],
    ['Sumbaga 2', '33.28.02.2010'], ['33.28.10', '33.28.10'], ['332810', '33.28.10'], ['3328102001', '33.28.10.2001'], ['33.28.10.2001', '33.28.10.2001'],
  ])('%s is %s', (text, code) => expect(read(text)).toBe(code))

  it('with what is known of its column', () => {
    expect(read('Pangkah', { level: 'district' })).toBe('33.28.09')
    expect(read('Kaligayam', { within: '33.28.11' })).toBe('33.28.11.2005')
  })
})

describe('a region is for a person to confirm', () => {
  it.each([
    ['a name that several have', 'Desa Kaligayam', ['33.28.02.2005', '33.28.11.2005']],
    ['a name of a village and a district', 'Pangkah', ['33.28.09', '33.28.09.2001']],
    ['a slip of the pen', 'Kec. Adiwarna', ['33.28.11']],
    ['a village said to lie elsewhere', 'Kalisapu, Kec. Adiwerna', ['33.28.10.2001']],
    ['a district of another regency', 'Kec. Slawi, Kab. Brebes', ['33.28.10']],
  ])('%s', (_, text, codes) => expect(read(text)).toEqual(codes))
})

it('knows nothing of other places, empty cells and codes nobody has', () => {
  for (const text of ['Kota Tegal', 'Kab. Brebes', '', '-', '   ', '33.29', '99', '2026', 'Jumlah', '33.28.1', '3328010']) expect(read(text), text).toBeNull()
})

it('tells a regency from the city of the same name in a province', async () => {
  const province = namesOf(await regionsOf({ regionCode: '33', name: 'Provinsi Jawa Tengah', level: 'province' }, []))
  expect(said(province.match('Kota Tegal'))).toBe('33.76')
  expect(said(province.match('KAB TEGAL'))).toBe('33.28')
  expect(said(province.match('Tegal', { level: 'regency' }))).toEqual(['33.28', '33.76'])
  expect(province.all.length).toBeGreaterThan(8000)
})

it('reads a hundred thousand rows within a second', () => {
  const rows = ['Kec. Slawi', 'Desa Kaligayam', 'Adiwarna', 'Kalisapu, Slawi']
  const began = performance.now()
  for (let i = 0; i < 100_000; i++) tegal.match(rows[i % 4]!)
  expect(performance.now() - began).toBeLessThan(1000)
})
