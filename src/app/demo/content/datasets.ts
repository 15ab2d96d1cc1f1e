import type { Cell } from '#platform/columnar/query.ts'
import type { Access, EntryState, ReleaseState, Variable } from '#modules/datasets/contract.ts'
import type { Rhythm } from '#platform/time/period.ts'
import { chanceOf } from '../chance.ts'

/** A place rows are about: a subdistrict with its code and name. */
interface Place {
  code: string
  name: string
}

/** A dataset of the demo; `rows` makes those of one period. */
export interface DemoDataset {
  unit: string
  title: string
  summary: string
  theme: string
  tags: string[]
  every: Rhythm
  legalBasis?: string
  coverage?: string
  access?: Access
  closed?: { reason: string; basis: string }
  state?: Exclude<EntryState, 'retired'>
  remark?: string
  priority?: true
  activity?: Record<string, string>
  variables: Variable[]
  /** Standards columns keep to, by the name of the column. */
  concepts?: Record<string, string>
  /** Releases by how many periods before the running one, with the state they are in; published unless said otherwise. */
  releases: { ago: number; state?: Extract<ReleaseState, 'draft' | 'submitted' | 'checked' | 'rejected'>; remark?: string }[]
  rows(places: readonly Place[], period: string): Cell[][]
}

const subdistrict: Variable[] = [
  { name: 'kode_kecamatan', title: 'Kode kecamatan', type: 'region', key: true, required: true, description: 'Kode Kemendagri kecamatan.' },
  { name: 'kecamatan', title: 'Kecamatan', type: 'text', required: true, description: 'Nama kecamatan.' },
]
const count = (name: string, title: string, unit: string, description: string): Variable => ({ name, title, type: 'integer', unit, description, min: 0 })
const text = (name: string, title: string, description: string, more: Partial<Variable> = {}): Variable => ({ name, title, type: 'text', description, ...more })

/** A whole number near `middle`, the same for the same words each time. */
const about = (middle: number, spread: number, ...words: string[]) => Math.round(middle * (1 - spread + 2 * spread * chanceOf(...words)))
/** How large a place is beside the others, 0.5 to 1.5. */
const sizeOf = ({ code }: Place) => 0.5 + chanceOf('size', code)
const perPlace = (each: (place: Place, period: string) => Cell[]) => (places: readonly Place[], period: string) => places.map(place => [place.code, place.name, ...each(place, period)])

const administrative = { nama: 'Kompilasi laporan bulanan', cara: 'Kompilasi produk administrasi', 'penanggung-jawab': 'Sekretaris dinas', unit: 'Kecamatan', frekuensi: 'Menurut jadwal rilis' }

/** Where subdistricts lie to each other, row by row from the sea in the north; a sketch of squares, no survey. */
const sketch = [
  [null, 'Kramat', 'Suradadi', 'Warureja'],
  ['Dukuhturi', 'Talang', 'Tarub', null],
  ['Adiwerna', 'Slawi', 'Pangkah', 'Kedungbanteng'],
  ['Dukuhwaru', 'Lebaksiu', 'Jatinegara', null],
  ['Pagerbarang', 'Balapulang', 'Bojong', null],
  ['Margasari', 'Bumijawa', null, null],
]
const squareAt = (row: number, column: number) => {
  const [x, y, side] = [109 + column * 0.09, -6.88 - row * 0.09, 0.086]
  return JSON.stringify({ type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y - side], [x, y - side], [x, y]].map(point => point.map(n => Math.round(n * 1000) / 1000))] })
}

/** What the agencies of Kabupaten Tegal publish. */
export const tegalDatasets: DemoDataset[] = [
  {
    unit: 'disdukcapil', title: 'Jumlah penduduk menurut kecamatan dan jenis kelamin', theme: 'kependudukan', tags: ['penduduk', 'kecamatan', 'jenis kelamin'], every: 'semester', priority: true,
    summary: 'Penduduk yang tercatat dalam database kependudukan pada akhir semester, menurut kecamatan dan jenis kelamin. Dipakai untuk perencanaan layanan dan pembagian dana desa.',
    legalBasis: 'UU 24/2013, Permendagri 102/2019', coverage: 'Seluruh kecamatan', activity: { ...administrative, nama: 'Data kependudukan bersih semesteran' },
    variables: [...subdistrict, count('laki_laki', 'Laki-laki', 'orang', 'Penduduk laki-laki.'), count('perempuan', 'Perempuan', 'orang', 'Penduduk perempuan.'), count('keluarga', 'Kartu keluarga', 'keluarga', 'Kartu keluarga yang berlaku.')],
    concepts: { laki_laki: 'Jumlah Penduduk', perempuan: 'Jumlah Penduduk', keluarga: 'Jumlah Kepala Keluarga' },
    releases: [{ ago: 3 }, { ago: 2 }, { ago: 1 }],
    rows: perPlace((place, period) => { const men = about(46_000 * sizeOf(place), 0.02, place.code, period, 'l'); return [men, about(men * 0.98, 0.01, place.code, period, 'p'), about(men * 0.61, 0.02, place.code, period, 'kk')] }),
  },
  {
    unit: 'dinkes', title: 'Kunjungan puskesmas menurut kecamatan dan bulan', theme: 'kesehatan', tags: ['puskesmas', 'kunjungan', 'rawat jalan'], every: 'month', priority: true,
    summary: 'Kunjungan rawat jalan di seluruh puskesmas, dibedakan peserta JKN dan umum, serta rujukan ke rumah sakit. Dilaporkan setiap bulan oleh puskesmas.',
    legalBasis: 'Permenkes 31/2019 tentang Sistem Informasi Puskesmas', coverage: 'Seluruh kecamatan', activity: { ...administrative, nama: 'Laporan bulanan puskesmas (SP3)' },
    variables: [...subdistrict, count('jkn', 'Kunjungan peserta JKN', 'kunjungan', 'Kunjungan dengan jaminan.'), count('umum', 'Kunjungan umum', 'kunjungan', 'Kunjungan yang membayar sendiri.'), count('rujukan', 'Dirujuk', 'orang', 'Pasien yang dirujuk ke rumah sakit.')],
    releases: [{ ago: 6 }, { ago: 5 }, { ago: 4 }, { ago: 3 }, { ago: 2 }, { ago: 1, state: 'checked' }],
    rows: perPlace((place, period) => { const jkn = about(3900 * sizeOf(place), 0.12, place.code, period, 'jkn'); return [jkn, about(jkn * 0.22, 0.2, place.code, period, 'umum'), about(jkn * 0.05, 0.3, place.code, period, 'rujuk')] }),
  },
  {
    unit: 'dinkes', title: 'Kasus demam berdarah menurut kecamatan dan pekan', theme: 'kesehatan', tags: ['demam berdarah', 'penyakit menular'], every: 'week',
    summary: 'Kasus demam berdarah dengue yang dilaporkan puskesmas dan rumah sakit setiap pekan, beserta penyelidikan epidemiologi yang dilakukan.',
    legalBasis: 'Permenkes 45/2014 tentang Surveilans Kesehatan', coverage: 'Seluruh kecamatan',
    variables: [...subdistrict, count('kasus', 'Kasus', 'kasus', 'Kasus baru pekan itu.'), count('penyelidikan', 'Penyelidikan', 'kali', 'Penyelidikan epidemiologi.')],
    releases: [{ ago: 6 }, { ago: 5 }, { ago: 4 }],
    rows: perPlace((place, period) => { const cases = Math.floor(9 * sizeOf(place) * chanceOf(place.code, period, 'dbd')); return [cases, Math.round(cases * 0.8)] }),
  },
  {
    unit: 'dpu', title: 'Kondisi jalan kabupaten menurut kecamatan', theme: 'infrastruktur', tags: ['jalan', 'kondisi jalan', 'infrastruktur'], every: 'year', priority: true,
    summary: 'Panjang jalan kabupaten menurut kondisi permukaan hasil survei tahunan: baik, sedang, rusak ringan, dan rusak berat, dalam kilometer.',
    legalBasis: 'Permen PU 13/2011', coverage: 'Seluruh kecamatan', activity: { ...administrative, nama: 'Survei kondisi jalan', cara: 'Pencacahan lengkap', mutu: 'Diukur ulang lima persen ruas oleh tim lain' },
    variables: [...subdistrict, ...['baik', 'sedang', 'rusak_ringan', 'rusak_berat'].map((name): Variable => ({ name, title: `Panjang ${name.replace('_', ' ')}`, type: 'decimal', unit: 'km', description: `Panjang jalan berkondisi ${name.replace('_', ' ')}.`, min: 0 }))],
    concepts: { baik: 'Panjang Jalan Kabupaten', sedang: 'Panjang Jalan Kabupaten', rusak_ringan: 'Panjang Jalan Kabupaten', rusak_berat: 'Panjang Jalan Kabupaten' },
    releases: [{ ago: 3 }, { ago: 2 }, { ago: 1 }],
    rows: perPlace((place, period) => { const all = 47 * sizeOf(place); const good = 0.55 + 0.15 * chanceOf(place.code, period); return [good, 0.2, (0.8 - good) * 0.6, (0.8 - good) * 0.4].map(share => Math.round(all * share * 100) / 100) }),
  },
  {
    unit: 'dikbud', title: 'Angka partisipasi sekolah menurut kecamatan', theme: 'pendidikan', tags: ['sekolah', 'partisipasi'], every: 'year',
    summary: 'Angka partisipasi murni jenjang SD dan SMP serta jumlah anak tidak sekolah menurut kecamatan, dari Dapodik dan pendataan desa.',
    legalBasis: 'Permendikbud 79/2015', coverage: 'Seluruh kecamatan', activity: administrative,
    variables: [...subdistrict, { name: 'apm_sd', title: 'APM SD', type: 'decimal', unit: 'persen', description: 'Angka partisipasi murni SD.', min: 0, max: 100 }, { name: 'apm_smp', title: 'APM SMP', type: 'decimal', unit: 'persen', description: 'Angka partisipasi murni SMP.', min: 0, max: 100 }, count('anak_tidak_sekolah', 'Anak tidak sekolah', 'orang', 'Anak usia 7 sampai 15 tahun yang tidak bersekolah.')],
    concepts: { apm_sd: 'Angka Partisipasi Murni', apm_smp: 'Angka Partisipasi Murni' },
    releases: [{ ago: 2 }, { ago: 1 }],
    rows: perPlace((place, period) => [about(960, 0.02, place.code, period, 'sd') / 10, about(800, 0.06, place.code, period, 'smp') / 10, about(140 * sizeOf(place), 0.4, place.code, period, 'ats')]),
  },
  {
    unit: 'pertanian', title: 'Luas panen dan produksi padi menurut kecamatan', theme: 'pertanian', tags: ['padi', 'panen', 'pangan'], every: 'quarter', priority: true,
    summary: 'Luas panen, produktivitas, dan produksi gabah kering giling menurut kecamatan dan triwulan, dari laporan penyuluh.',
    legalBasis: 'UU 19/2013', coverage: 'Seluruh kecamatan', activity: administrative,
    variables: [...subdistrict, count('luas_panen', 'Luas panen', 'hektare', 'Luas tanaman padi yang dipanen.'), { name: 'produktivitas', title: 'Produktivitas', type: 'decimal', unit: 'kuintal per hektare', description: 'Hasil rata-rata.', min: 0 }, count('produksi', 'Produksi', 'ton', 'Gabah kering giling.')],
    concepts: { luas_panen: 'Luas Panen Padi', produksi: 'Produksi Padi' },
    releases: [{ ago: 4 }, { ago: 3 }, { ago: 2 }, { ago: 1, state: 'submitted' }],
    rows: perPlace((place, period) => { const area = about(900 * sizeOf(place), 0.3, place.code, period); const yields = about(560, 0.1, place.code, period, 'hasil') / 10; return [area, yields, Math.round((area * yields) / 10)] }),
  },
  {
    unit: 'dlh', title: 'Timbulan dan penanganan sampah menurut bulan', theme: 'lingkungan', tags: ['sampah', 'lingkungan'], every: 'month',
    summary: 'Perkiraan timbulan sampah, sampah yang dikurangi di sumber, dan sampah yang diangkut ke tempat pemrosesan akhir menurut kecamatan.',
    legalBasis: 'Perpres 97/2017', coverage: 'Kecamatan yang dilayani',
    variables: [...subdistrict, { name: 'timbulan', title: 'Timbulan', type: 'decimal', unit: 'ton', description: 'Perkiraan sampah yang timbul.', min: 0 }, { name: 'dikurangi', title: 'Dikurangi', type: 'decimal', unit: 'ton', description: 'Dikurangi di sumber.', min: 0 }, { name: 'diangkut', title: 'Diangkut', type: 'decimal', unit: 'ton', description: 'Diangkut ke TPA.', min: 0 }],
    releases: [{ ago: 3 }, { ago: 2 }, { ago: 1, state: 'rejected', remark: 'Angka diangkut Kecamatan Slawi lebih besar daripada timbulannya. Periksa lagi timbangan tanggal 9 sampai 14.' }],
    rows: perPlace((place, period) => { const tons = about(880 * sizeOf(place), 0.1, place.code, period); return [tons, Math.round(tons * 21) / 100, Math.round(tons * (30 + 20 * chanceOf(place.code, period, 'angkut'))) / 100] }),
  },
  {
    unit: 'porapar', title: 'Kunjungan wisatawan menurut daya tarik dan bulan', theme: 'pariwisata', tags: ['wisata', 'Guci', 'Purwahamba'], every: 'month',
    summary: 'Wisatawan nusantara dan mancanegara yang tercatat membeli tiket di daya tarik wisata milik daerah dan desa.',
    legalBasis: 'UU 10/2009', coverage: 'Daya tarik wisata yang bertiket',
    variables: [text('daya_tarik', 'Daya tarik wisata', 'Nama tempat.', { key: true, required: true }), text('kecamatan', 'Kecamatan', 'Tempat beradanya.'), count('nusantara', 'Wisatawan nusantara', 'orang', 'Pengunjung dalam negeri.'), count('mancanegara', 'Wisatawan mancanegara', 'orang', 'Pengunjung dari luar negeri.')],
    concepts: { nusantara: 'Jumlah Wisatawan Nusantara' },
    releases: [{ ago: 5 }, { ago: 4 }, { ago: 3 }, { ago: 2 }, { ago: 1 }],
    rows: (_, period) => ([['Pemandian air panas Guci', 'Bumijawa', 62_000, 90], ['Pantai Purwahamba Indah', 'Suradadi', 21_000, 4], ['Waduk Cacaban', 'Kedungbanteng', 9000, 2], ['Bukit Bintang Dukuhtengah', 'Bojong', 5200, 1], ['Curug Cantel', 'Bumijawa', 3100, 3], ['Desa wisata Cikakak', 'Balapulang', 1900, 6]] as const)
      .map(([name, at, here, abroad]) => [name, at, about(here, 0.25, name, period), about(abroad, 0.6, name, period, 'x')]),
  },
  {
    unit: 'dinkopukmdag', title: 'Harga bahan pokok di pasar menurut pekan', theme: 'ekonomi', tags: ['harga', 'pasar', 'bahan pokok', 'inflasi'], every: 'week', priority: true,
    summary: 'Harga eceran bahan pokok di empat pasar, dicatat petugas setiap Senin dan Kamis; yang ditampilkan rata-rata sepekan dalam rupiah.',
    legalBasis: 'Perpres 71/2015', coverage: 'Pasar Trayeman, Banjaran, Margasari, dan Kemantran',
    variables: [text('pasar', 'Pasar', 'Tempat pencatatan.', { key: true, required: true }), text('bahan', 'Bahan pokok', 'Nama barang.', { key: true, required: true }), text('satuan', 'Satuan barang', 'Misalnya kilogram.'), count('harga', 'Harga', 'rupiah', 'Rata-rata sepekan.')],
    releases: [{ ago: 4 }, { ago: 3 }, { ago: 2 }, { ago: 1 }],
    rows: (_, period) => ['Trayeman', 'Banjaran', 'Margasari', 'Kemantran'].flatMap(market => ([['Beras medium', 'kg', 13_400], ['Gula pasir', 'kg', 17_600], ['Minyak goreng curah', 'liter', 17_900], ['Telur ayam ras', 'kg', 28_300], ['Daging ayam ras', 'kg', 36_500], ['Cabai rawit merah', 'kg', 52_000], ['Bawang merah', 'kg', 34_000], ['Daging sapi', 'kg', 128_000]] as const)
      .map(([item, unit, price]) => [market, item, unit, Math.round(about(price, item.startsWith('Cabai') ? 0.3 : 0.06, market, item, period) / 100) * 100] as Cell[])),
  },
  {
    unit: 'dispermades', title: 'Penerima bantuan langsung tunai dana desa', theme: 'kemiskinan', tags: ['bantuan', 'dana desa'], every: 'quarter', access: 'limited',
    closed: { reason: 'Memuat nama dan alamat penerima bantuan. Jumlahnya per desa dapat diminta siapa saja.', basis: 'UU 14/2008 pasal 17 huruf h, UU 27/2022' },
    summary: 'Daftar keluarga penerima manfaat bantuan langsung tunai dana desa menurut desa dan triwulan, hasil musyawarah desa.', coverage: 'Seluruh desa',
    variables: [...subdistrict, count('keluarga', 'Keluarga penerima', 'keluarga', 'Jumlah keluarga penerima.')],
    releases: [{ ago: 2 }, { ago: 1 }],
    rows: perPlace((place, period) => [about(310 * sizeOf(place), 0.1, place.code, period)]),
  },
  {
    unit: 'bapperida', title: 'Peta petak kecamatan', theme: 'pemerintahan', tags: ['batas wilayah', 'kecamatan', 'peta'], every: 'year',
    summary: 'Letak kecamatan satu terhadap yang lain sebagai petak yang sama besar, untuk menggambar angka menurut kecamatan. Skematis: bukan batas wilayah hasil ukur dan tidak untuk keperluan hukum.',
    coverage: 'Seluruh kecamatan', variables: [...subdistrict, { name: 'bentuk', title: 'Petak', type: 'geometry', description: 'Petak skematis.' }], releases: [{ ago: 1 }],
    rows: places => places.flatMap(({ code, name }) => sketch.flatMap((line, row) => { const column = line.indexOf(name); return column < 0 ? [] : [[code, name, squareAt(row, column)] as Cell[]] })),
  },
  {
    unit: 'bpbd', title: 'Letak gudang dan jalur pasokan logistik bencana', theme: 'lingkungan', tags: ['bencana', 'logistik'], every: 'year', access: 'closed',
    closed: { reason: 'Letak persediaan dapat disalahgunakan saat darurat. Jumlah persediaan diumumkan tersendiri.', basis: 'UU 14/2008 pasal 17 huruf c' },
    summary: 'Letak gudang, isi, dan jalur pasokan logistik penanggulangan bencana, untuk dipakai petugas.', variables: [], releases: [], rows: () => [],
  },
  {
    unit: 'dishub', title: 'Titik parkir tepi jalan umum', theme: 'infrastruktur', tags: ['parkir', 'retribusi'], every: 'year', state: 'proposed',
    summary: 'Letak, kapasitas, dan juru parkir terdaftar di tepi jalan umum yang dipungut retribusi.', variables: [], releases: [], rows: () => [],
  },
  {
    unit: 'bapenda', title: 'Realisasi pajak daerah menurut jenis dan bulan', theme: 'ekonomi', tags: ['pajak', 'pendapatan'], every: 'month', state: 'returned', remark: 'Jelaskan apakah angkanya bruto atau sesudah dikurangi pengembalian, lalu usulkan lagi.',
    summary: 'Target dan realisasi pajak daerah menurut jenis pajak dan bulan.', variables: [], releases: [], rows: () => [],
  },
  {
    unit: 'dpu', title: 'Daftar jembatan dan kondisinya', theme: 'infrastruktur', tags: ['jembatan'], every: 'year', state: 'draft',
    summary: 'Nama, ruas, panjang, lebar, tahun dibangun, dan kondisi jembatan pada ruas jalan kabupaten.', variables: [], releases: [], rows: () => [],
  },
]
