import type { Declared } from '#modules/data-intake/intake.ts'
import type { Rhythm } from '#platform/time/period.ts'
import { chanceOf } from '../chance.ts'

interface Place {
  code: string
  name: string
}

/** A file an agency brings in, and how far it comes: to its columns, to what the check found, or into the release. */
export interface DemoFile {
  /** How many periods before the running one. */
  ago: number
  name: string
  body(places: readonly Place[]): string
  until: 'arriving' | 'describing' | 'found' | 'draft' | 'submitted' | 'published'
}

/** A dataset whose releases come from files. */
export interface DemoIntake {
  unit: string
  title: string
  summary: string
  theme: string
  tags: string[]
  every: Rhythm
  coverage: string
  legalBasis: string
  /** What people said of columns, by their headings. */
  columns: Record<string, Partial<Declared>>
  files: DemoFile[]
}

const count = (middle: number, ...words: string[]) => Math.round(middle * (0.6 + 0.8 * chanceOf(...words)))
const digits = (n: number) => new Intl.NumberFormat('id-ID').format(n)
const lines = (rows: readonly (readonly (string | number)[])[]) => `${rows.map(row => row.join(';')).join('\n')}\n`

const roads = ['Slawi–Jatibarang', 'Balapulang–Margasari', 'Lebaksiu–Jatinegara', 'Tegal–Pangkah', 'Bojong–Guci', 'Bumijawa–Tuwel', 'Adiwerna–Banjaran', 'Kramat–Suradadi', 'Warureja–Kedungjati', 'Dukuhwaru–Slawi', 'Pagerbarang–Kesuben', 'Talang–Tarub']

/** Roads as lines that begin and end where the sketch says; no survey. */
const roadLines = (): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: roads.map((name, i) => {
      const [x, y] = [109.03 + 0.02 * (i % 4), -6.88 - 0.035 * Math.floor(i / 4) - 0.01 * (i % 3)]
      const condition = ['Baik', 'Sedang', 'Rusak ringan', 'Rusak berat'][Math.floor(4 * chanceOf('road', name) ** 2)]
      return { type: 'Feature', properties: { no_ruas: `3328.${String(i + 1).padStart(3, '0')}`, nama_ruas: name, panjang_km: Number((3 + 9 * chanceOf('length', name)).toFixed(2)), kondisi: condition }, geometry: { type: 'LineString', coordinates: [[x, y], [x + 0.012, y - 0.006], [x + 0.03, y - 0.004]] } }
    }),
  })

const kinds = ['SD Negeri', 'SMP Negeri']

const schools = (places: readonly Place[]): string =>
  lines([['NPSN', 'Nama sekolah', 'Jenjang', 'Kecamatan', 'Jumlah murid', 'Jumlah rombel'],
    ...places.flatMap(({ code, name }, i) => kinds.flatMap((kind, k) => [1, 2].map(n => [20_325_000 + i * 10 + k * 2 + n, `${kind} ${n} ${name}`, kind.slice(0, -7), `Kec. ${name}`, digits(count(k === 0 ? 180 : 420, code, kind, String(n))), count(k === 0 ? 7 : 14, code, kind)])))])

const services = ['Umum', 'Gigi', 'KIA dan KB', 'Lansia']

const visits = (month: string) => (places: readonly Place[]): string =>
  lines([['Kecamatan', 'Poli', 'Kunjungan lama', 'Kunjungan baru', 'Tanggal rekap'],
    ...places.flatMap(({ name }) => services.map(service => [name, service, digits(count(1400, month, name, service)), digits(count(260, 'new', month, name, service)), '03/11/2026']))])

/** As it comes in on an ordinary day: a name misspelt, a number in words, a row twice, telephone numbers of the staff. */
const visitsWithMistakes = (places: readonly Place[]): string => {
  const rows = visits('last')(places).trimEnd().split('\n').map((line, i) => `${line};${i === 0 ? 'Telepon petugas' : `0812${String(30_000_000 + 7919 * i).slice(0, 8)}`}`)
  return `${rows.map((row, i) => (i === 3 ? row.replace(/^[^;]+/, name => `${name}n`) : i === 6 ? row.replace(/;\d[\d.]*;/, ';belum masuk;') : i === 9 ? row.replace('03/11/2026', '31/02/2026') : row)).concat(rows[5]!).join('\n')}\n`
}

export const tegalIntakes: DemoIntake[] = [
  {
    unit: 'dpu', title: 'Ruas jalan kabupaten dan kondisinya', theme: 'infrastruktur', tags: ['jalan', 'ruas jalan', 'peta'], every: 'year', coverage: 'Ruas jalan kabupaten', legalBasis: 'UU 38/2004 tentang Jalan',
    summary: 'Setiap ruas jalan kabupaten sebagai garis di peta, dengan panjang dan kondisi menurut survei tahunan. Garisnya sketsa untuk peragaan.',
    columns: { no_ruas: { title: 'Nomor ruas', type: 'text', key: true, description: 'Nomor ruas menurut keputusan bupati.' }, nama_ruas: { title: 'Nama ruas', description: 'Pangkal dan ujung ruas.', required: true }, panjang_km: { title: 'Panjang', unit: 'km', min: 0, description: 'Panjang menurut survei.' }, kondisi: { title: 'Kondisi', description: 'Menurut nilai SDI.' } },
    files: [{ ago: 1, name: 'ruas-jalan.geojson', body: roadLines, until: 'published' }],
  },
  {
    unit: 'dikbud', title: 'Daftar sekolah negeri dan jumlah murid', theme: 'pendidikan', tags: ['sekolah', 'murid', 'npsn'], every: 'semester', coverage: 'SD dan SMP negeri', legalBasis: 'Permendikbud 79/2015 tentang Data Pokok Pendidikan',
    summary: 'Sekolah dasar dan menengah pertama negeri dengan NPSN, kecamatan, jumlah murid, dan rombongan belajar pada awal semester.',
    columns: { NPSN: { type: 'text', key: true, required: true, description: 'Nomor pokok sekolah nasional.' }, 'Nama sekolah': { required: true, description: 'Nama resmi.' }, Jenjang: { description: 'SD atau SMP.' }, Kecamatan: { type: 'region', required: true, description: 'Kecamatan letak sekolah.' }, 'Jumlah murid': { unit: 'orang', min: 0, description: 'Murid terdaftar.' }, 'Jumlah rombel': { unit: 'rombel', min: 0, description: 'Rombongan belajar.' } },
    files: [{ ago: 1, name: 'sekolah_negeri.csv', body: schools, until: 'published' }],
  },
  {
    unit: 'dinkes', title: 'Kunjungan puskesmas menurut poli', theme: 'kesehatan', tags: ['puskesmas', 'poli', 'kunjungan'], every: 'month', coverage: 'Seluruh puskesmas', legalBasis: 'Permenkes 31/2019 tentang Sistem Informasi Puskesmas',
    summary: 'Kunjungan lama dan baru di puskesmas menurut kecamatan dan poli, direkap dari laporan bulanan puskesmas.',
    columns: { Kecamatan: { type: 'region', key: true, required: true, description: 'Kecamatan puskesmas.' }, Poli: { key: true, required: true, description: 'Poli yang dikunjungi.' }, 'Kunjungan lama': { type: 'integer', unit: 'kunjungan', min: 0, description: 'Pasien yang pernah datang tahun ini.' }, 'Kunjungan baru': { type: 'integer', unit: 'kunjungan', min: 0, description: 'Pasien yang pertama kali datang tahun ini.' }, 'Tanggal rekap': { type: 'date', description: 'Hari laporan direkap.' } },
    files: [
      { ago: 3, name: 'kunjungan-poli.csv', body: visits('first'), until: 'published' },
      { ago: 2, name: 'kunjungan-poli.csv', body: visits('second'), until: 'submitted' },
      { ago: 1, name: 'kunjungan-poli-rekap.csv', body: visitsWithMistakes, until: 'found' },
      { ago: 1, name: 'kunjungan-poli-susulan.csv', body: visits('late'), until: 'describing' },
      { ago: 1, name: 'kunjungan-poli-besar.csv', body: visits('large'), until: 'arriving' },
    ],
  },
]
