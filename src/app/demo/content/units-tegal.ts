import type { DemoUnit } from './types.ts'

type Row = [slug: string, shortName: string, name: string, kind: DemoUnit['kind'], address: string]

/** The 30 agencies above the subdistricts. With the 18 subdistricts they are the 48 perangkat daerah. */
const rows: Row[] = [
  ['setda', 'Setda', 'Sekretariat Daerah', 'secretariat', 'Jalan dr. Soetomo, Slawi'],
  ['setwan', 'Setwan', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'secretariat', 'Jalan dr. Soetomo, Slawi'],
  ['inspektorat', 'Inspektorat', 'Inspektorat', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['dikbud', 'Dikbud', 'Dinas Pendidikan dan Kebudayaan', 'agency', 'Jalan Mayjen Sutoyo, Slawi'],
  ['dinkes', 'Dinkes', 'Dinas Kesehatan', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['dpu', 'DPU', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'agency', 'Jalan Letjen Suprapto, Slawi'],
  ['perkim', 'Perkim', 'Dinas Perumahan, Kawasan Permukiman dan Pertanahan', 'agency', 'Jalan Letjen Suprapto, Slawi'],
  ['satpolpp', 'Satpol PP', 'Satuan Polisi Pamong Praja', 'agency', 'Jalan Ahmad Yani, Slawi'],
  ['dinsos', 'Dinsos', 'Dinas Sosial', 'agency', 'Jalan Letjen Suprapto, Slawi'],
  ['dp3ap2kb', 'DP3AP2KB', 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana', 'agency', 'Jalan Cut Nyak Dien, Kalisapu, Slawi'],
  ['perintransnaker', 'Perintransnaker', 'Dinas Perindustrian, Transmigrasi dan Tenaga Kerja', 'agency', 'Jalan Ahmad Yani, Procot, Slawi'],
  ['dispermades', 'Dispermades', 'Dinas Pemberdayaan Masyarakat dan Desa', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['disdukcapil', 'Disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'agency', 'Jalan Ahmad Yani, Slawi'],
  ['dlh', 'DLH', 'Dinas Lingkungan Hidup', 'agency', 'Jalan Cut Nyak Dien, Kalisapu, Slawi'],
  ['dishub', 'Dishub', 'Dinas Perhubungan', 'agency', 'Jalan Raya Slawi–Dukuhwaru'],
  ['diskominfo', 'Diskominfo', 'Dinas Komunikasi dan Informatika', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['dinkopukmdag', 'Dinkop UKM Dag', 'Dinas Koperasi, Usaha Kecil Menengah dan Perdagangan', 'agency', 'Jalan Ahmad Yani, Procot, Slawi'],
  ['porapar', 'Porapar', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'agency', 'Kompleks GOR Tri Sanja, Slawi'],
  ['arpus', 'Arpus', 'Dinas Kearsipan dan Perpustakaan', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['perikanan', 'Perikanan dan KP', 'Dinas Perikanan dan Ketahanan Pangan', 'agency', 'Jalan Letjen Suprapto, Slawi'],
  ['pertanian', 'Pertanian', 'Dinas Pertanian', 'agency', 'Jalan Raya Slawi–Jatibarang, Dukuhwaru'],
  ['dpmptsp', 'DPMPTSP', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['bapperida', 'Bapperida', 'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['bpkad', 'BPKAD', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['bapenda', 'Bapenda', 'Badan Pendapatan Daerah', 'agency', 'Jalan Ahmad Yani, Slawi'],
  ['bkpsdm', 'BKPSDM', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'agency', 'Jalan dr. Soetomo, Slawi'],
  ['kesbangpol', 'Kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'agency', 'Jalan Ahmad Yani, Slawi'],
  ['bpbd', 'BPBD', 'Badan Penanggulangan Bencana Daerah', 'agency', 'Jalan Raya Slawi–Dukuhwaru'],
  ['rsud-soeselo', 'RSUD dr. Soeselo', 'Rumah Sakit Umum Daerah dr. Soeselo Slawi', 'hospital', 'Jalan dr. Soetomo, Slawi Kulon'],
  ['rsud-suradadi', 'RSUD Suradadi', 'Rumah Sakit Umum Daerah Suradadi', 'hospital', 'Jalan Raya Tegal–Pemalang, Suradadi'],
]

/** Telephone numbers and e-mail addresses are invented and reach nobody. */
export const tegalAgencies: DemoUnit[] = rows.map(([slug, shortName, name, kind, address], i) => ({
  slug, name, shortName, kind, address,
  phone: `(0283) 555${String(1000 + i * 7)}`,
  email: `${slug}@tegalkab.example`,
  place: slug === 'rsud-suradadi' ? '33.28.16.2010' : ['pertanian', 'bpbd', 'dishub'].includes(slug) ? '33.28.18' : '33.28.10',
}))
