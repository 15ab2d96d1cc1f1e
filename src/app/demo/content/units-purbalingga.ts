import type { DemoUnit } from './types.ts'

const rows: [slug: string, shortName: string, name: string, kind: DemoUnit['kind']][] = [
  ['setda', 'Setda', 'Sekretariat Daerah', 'secretariat'],
  ['inspektorat', 'Inspektorat', 'Inspektorat Daerah', 'agency'],
  ['dinkominfo', 'Dinkominfo', 'Dinas Komunikasi dan Informatika', 'agency'],
  ['dindikbud', 'Dindikbud', 'Dinas Pendidikan dan Kebudayaan', 'agency'],
  ['dinkes', 'Dinkes', 'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana', 'agency'],
  ['dpupr', 'DPUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'agency'],
  ['dinpertan', 'Dinpertan', 'Dinas Pertanian', 'agency'],
  ['dinkopukm', 'Dinkop UKM', 'Dinas Koperasi dan Usaha Kecil Menengah', 'agency'],
  ['dinporapar', 'Dinporapar', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'agency'],
  ['dindukcapil', 'Dindukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'agency'],
  ['bapperida', 'Bapperida', 'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah', 'agency'],
  ['bpbd', 'BPBD', 'Badan Penanggulangan Bencana Daerah', 'agency'],
  ['rsud-goeteng', 'RSUD Goeteng', 'RSUD dr. R. Goeteng Taroenadibrata', 'hospital'],
]

export const purbalinggaAgencies: DemoUnit[] = rows.map(([slug, shortName, name, kind], i) => ({
  slug, name, shortName, kind,
  address: 'Kecamatan Purbalingga, Kabupaten Purbalingga',
  phone: `(0281) 555${1003 + i * 9}`,
  email: `${slug}@purbalinggakab.example`,
  place: '33.03.05',
}))
