import { dpu } from './sites-dpu.ts'
import { guci } from './sites-guci.ts'
import { hero, photo, text, type DemoSite, type DemoSites } from './sites-parts.ts'
import { purwahamba } from './sites-purwahamba.ts'
import { serang } from './sites-serang.ts'
import { slawi } from './sites-slawi.ts'
import { smpn1slawi } from './sites-smpn1slawi.ts'

/** Made from the template in five minutes and not touched since. */
const thin = (unit: string, tagline: string, latitude: number, longitude: number): DemoSite => ({ unit, tagline, point: { latitude, longitude }, pages: [] })

/** Begun, and not yet shown to anybody. */
const bulakwaru: DemoSite = {
  unit: '33.28.14.2010', tagline: 'Desa Bulakwaru, Kecamatan Tarub', point: { latitude: -6.9203, longitude: 109.1689 }, draft: true,
  pages: [
    { purpose: 'home', summary: 'Situs Desa Bulakwaru.', blocks: [hero('Desa Bulakwaru', 'Dua belas kegiatan desa, sebelum dan sesudah.', photo('road', 'Jalan dusun yang baru dibeton'), [])] },
    { purpose: 'profile', summary: 'Profil singkat.', blocks: [text('', 'Desa Bulakwaru berada di Kecamatan Tarub, dikelilingi sawah dan kebun tebu. (Luas dan batas menunggu peta dari kecamatan.)')] },
  ],
}

/** Sites of Kabupaten Tegal: five complete ones, six thin ones, one not shown yet. Desa Kalisapu has none, for newcomers to make. */
export const tegalSites: DemoSites = calendar => [
  ...[purwahamba, guci, dpu, slawi, smpn1slawi].map(site => site(calendar)),
  thin('33.28.10.2005', 'Pasar, gerobak listrik, dan guyub warga', -6.9727, 109.1365),
  thin('33.28.10.1008', 'Kelurahan di jantung Slawi', -6.9842, 109.1409),
  thin('33.28.10.2004', 'Desa di barat alun-alun Slawi', -6.9868, 109.1296),
  thin('33.28.08.2010', 'Rumah fosil purba di perbukitan Semedo', -6.9531, 109.2868),
  thin('33.28.17.2007', 'Tambak dan bakau di pesisir Warureja', -6.8702, 109.3318),
  thin('33.28.04.2003', 'Kebun jamu di kaki Gunung Slamet', -7.0786, 109.1327),
  bulakwaru,
]

/** Sites of Kabupaten Purbalingga. */
export const purbalinggaSites: DemoSites = calendar => [serang(calendar)]
