import type { DemoUnit } from './types.ts'

const rows: [slug: string, shortName: string, name: string, kind: DemoUnit['kind']][] = [
  ['setda', 'Setda', 'Sekretariat Daerah Provinsi', 'secretariat'],
  ['inspektorat', 'Inspektorat', 'Inspektorat Provinsi', 'agency'],
  ['diskominfo', 'Diskominfo', 'Dinas Komunikasi dan Informatika', 'agency'],
  ['bappeda', 'Bappeda', 'Badan Perencanaan Pembangunan Daerah', 'agency'],
  ['dpubmck', 'DPU BMCK', 'Dinas Pekerjaan Umum Bina Marga dan Cipta Karya', 'agency'],
  ['disdikbud', 'Disdikbud', 'Dinas Pendidikan dan Kebudayaan', 'agency'],
  ['dinkes', 'Dinkes', 'Dinas Kesehatan', 'agency'],
  ['distanbun', 'Distanbun', 'Dinas Pertanian dan Perkebunan', 'agency'],
  ['disporapar', 'Disporapar', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'agency'],
  ['dinkopukm', 'Dinkop UKM', 'Dinas Koperasi dan Usaha Kecil Menengah', 'agency'],
  ['bpbd', 'BPBD', 'Badan Penanggulangan Bencana Daerah', 'agency'],
]

export const jatengAgencies: DemoUnit[] = rows.map(([slug, shortName, name, kind], i) => ({
  slug, name, shortName, kind,
  address: 'Kota Semarang',
  phone: `(024) 555${1009 + i * 11}`,
  email: `${slug}@jatengprov.example`,
  place: '33.74',
}))
