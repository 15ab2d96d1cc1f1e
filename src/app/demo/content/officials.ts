import { tegalFormation } from './formation.ts'
import { tegalDivisions } from './units-tegal-divisions.ts'
import { tegalAgencies } from './units-tegal.ts'
import type { DemoPerson } from './types.ts'

/** A position to be filled: where it stands and in which place. */
type Seat = Pick<DemoPerson, 'title' | 'unit' | 'rank'>

const subdistricts = [
  'Margasari', 'Bumijawa', 'Bojong', 'Balapulang', 'Pagerbarang', 'Lebaksiu', 'Jatinegara', 'Kedungbanteng', 'Pangkah',
  'Slawi', 'Adiwerna', 'Talang', 'Dukuhturi', 'Tarub', 'Kramat', 'Suradadi', 'Warureja', 'Dukuhwaru',
]
/** Positions of every subdistrict after its camat, in their order. */
const ofSubdistrict = [
  'Sekretaris Kecamatan', 'Kepala Subbagian Umum dan Kepegawaian', 'Kepala Subbagian Perencanaan dan Keuangan', 'Kepala Seksi Pemerintahan',
  'Kepala Seksi Ketenteraman dan Ketertiban Umum', 'Kepala Seksi Pemberdayaan Masyarakat dan Desa', 'Kepala Seksi Pelayanan Umum',
]

/** What stands under the heads of agencies that have no units of their own for it. */
const ofAgency: Record<string, string[]> = {
  setwan: ['Kepala Bagian Umum dan Keuangan', 'Kepala Bagian Persidangan dan Perundang-undangan'],
  inspektorat: ['Sekretaris Inspektorat', 'Inspektur Pembantu Wilayah I', 'Inspektur Pembantu Wilayah II', 'Inspektur Pembantu Khusus'],
  perkim: ['Kepala Dinas Perumahan, Kawasan Permukiman dan Pertanahan', 'Sekretaris Dinas Perumahan, Kawasan Permukiman dan Pertanahan', 'Kepala Bidang Perumahan', 'Kepala Bidang Kawasan Permukiman', 'Kepala Bidang Pertanahan'],
  satpolpp: ['Sekretaris Satuan Polisi Pamong Praja', 'Kepala Bidang Penegakan Perundang-undangan Daerah', 'Kepala Bidang Ketertiban Umum dan Ketenteraman Masyarakat', 'Kepala Bidang Pemadam Kebakaran'],
  dinsos: ['Kepala Dinas Sosial', 'Sekretaris Dinas Sosial', 'Kepala Bidang Perlindungan dan Jaminan Sosial', 'Kepala Bidang Rehabilitasi Sosial', 'Kepala Bidang Pemberdayaan Sosial'],
  dp3ap2kb: ['Kepala DP3AP2KB', 'Sekretaris DP3AP2KB', 'Kepala Bidang Pemberdayaan Perempuan', 'Kepala Bidang Perlindungan Anak', 'Kepala Bidang Keluarga Berencana'],
  perintransnaker: ['Sekretaris Dinas Perindustrian, Transmigrasi dan Tenaga Kerja', 'Kepala Bidang Perindustrian', 'Kepala Bidang Penempatan dan Pelatihan Kerja'],
  dispermades: ['Sekretaris Dinas Pemberdayaan Masyarakat dan Desa', 'Kepala Bidang Pemerintahan Desa', 'Kepala Bidang Pemberdayaan Masyarakat'],
  disdukcapil: ['Sekretaris Dinas Kependudukan dan Pencatatan Sipil'],
  dlh: ['Sekretaris Dinas Lingkungan Hidup', 'Kepala Bidang Pengelolaan Sampah', 'Kepala Bidang Pengendalian Pencemaran'],
  dishub: ['Sekretaris Dinas Perhubungan', 'Kepala Bidang Lalu Lintas', 'Kepala Bidang Angkutan'],
  dinkopukmdag: ['Sekretaris Dinas Koperasi, UKM dan Perdagangan', 'Kepala Bidang Koperasi', 'Kepala Bidang Usaha Mikro', 'Kepala Bidang Perdagangan'],
  porapar: ['Sekretaris Dinas Kepemudaan, Olahraga dan Pariwisata', 'Kepala Bidang Kepemudaan dan Olahraga', 'Kepala Bidang Pariwisata'],
  arpus: ['Sekretaris Dinas Kearsipan dan Perpustakaan', 'Kepala Bidang Kearsipan', 'Kepala Bidang Perpustakaan'],
  perikanan: ['Sekretaris Dinas Perikanan dan Ketahanan Pangan', 'Kepala Bidang Perikanan Tangkap dan Budidaya', 'Kepala Bidang Ketahanan Pangan'],
  pertanian: ['Sekretaris Dinas Pertanian', 'Kepala Bidang Tanaman Pangan dan Hortikultura', 'Kepala Bidang Peternakan dan Kesehatan Hewan'],
  dpmptsp: ['Sekretaris DPMPTSP', 'Kepala Bidang Penanaman Modal', 'Kepala Bidang Pelayanan Perizinan'],
  bapperida: ['Sekretaris Bapperida', 'Kepala Bidang Perencanaan dan Evaluasi', 'Kepala Bidang Riset dan Inovasi'],
  bpkad: ['Kepala Badan Pengelolaan Keuangan dan Aset Daerah', 'Sekretaris BPKAD', 'Kepala Bidang Anggaran', 'Kepala Bidang Perbendaharaan', 'Kepala Bidang Akuntansi', 'Kepala Bidang Aset'],
  bapenda: ['Sekretaris Badan Pendapatan Daerah', 'Kepala Bidang Pendataan dan Penetapan', 'Kepala Bidang Penagihan'],
  bkpsdm: ['Sekretaris BKPSDM', 'Kepala Bidang Mutasi dan Promosi', 'Kepala Bidang Pengembangan Kompetensi', 'Kepala Bidang Penilaian Kinerja'],
  kesbangpol: ['Kepala Badan Kesatuan Bangsa dan Politik', 'Sekretaris Badan Kesatuan Bangsa dan Politik', 'Kepala Bidang Ideologi dan Wawasan Kebangsaan', 'Kepala Bidang Politik Dalam Negeri'],
  bpbd: ['Sekretaris BPBD', 'Kepala Bidang Pencegahan dan Kesiapsiagaan', 'Kepala Bidang Kedaruratan dan Logistik'],
  'rsud-soeselo': ['Wakil Direktur Pelayanan', 'Wakil Direktur Umum dan Keuangan'],
  'rsud-suradadi': ['Kepala Bagian Tata Usaha', 'Kepala Bidang Pelayanan Medik'],
}

const names: Record<'m' | 'f', string[]> = {
  m: ['Adi', 'Bagyo', 'Cipto', 'Darmanto', 'Edi', 'Firman', 'Guntur', 'Harjono', 'Irwan', 'Jumadi', 'Kuswanto', 'Luhur', 'Margono', 'Nurhadi', 'Pramono', 'Rusdi', 'Sarwono', 'Teguh', 'Usman', 'Widodo', 'Yulianto'],
  f: ['Ambar', 'Betty', 'Cahyani', 'Dwi', 'Endah', 'Farida', 'Hartini', 'Ida', 'Jamilah', 'Kusuma', 'Lilis', 'Murniati', 'Ningsih', 'Pertiwi', 'Retno', 'Suharti', 'Tutik', 'Wijayanti', 'Yuliani'],
}
// Their number has no divisor in common with those of the first names, so that no pair comes twice.
const last = ['Adiguna', 'Budiman', 'Danuarta', 'Erlangga', 'Firdaus', 'Hidayat', 'Iskandar', 'Jauhari', 'Kartika', 'Laksana', 'Mahendra', 'Nuryadin', 'Pangestu', 'Raharjo', 'Syahbana', 'Trilaksono', 'Wardoyo']
const degrees = ['S.Sos., M.Si.', 'S.STP., M.Si.', 'S.E., M.M.', 'S.H., M.H.', 'S.IP.', 'S.Sos.', 'S.E.']

const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const two = (n: number) => String(n).padStart(2, '0')

/** Somebody in a position, always the same; heads are older than those below them. */
function invented(seat: Seat, i: number): DemoPerson {
  const sex = (i * 5) % 11 < 7 ? 'm' : 'f'
  const born = (seat.rank === 1 ? 1970 : seat.rank === 2 ? 1974 : 1977) + ((i * 7) % 10)
  const nip = `${born}${two(1 + ((i * 5) % 12))}${two(1 + ((i * 17) % 28))}${born + 23 + (i % 4)}${two(1 + ((i * 7) % 12))}${sex === 'm' ? 1 : 2}9${two(i % 100)}`
  const name = `${of(names[sex], i * 4)} ${of(last, i * 5)}, ${of(degrees, i)}`
  return { username: `pejabat.${i + 1}`, nip, name, ...seat, roles: [] }
}

/** Title of whoever leads a part of an agency that is named after what it is. */
const headOf = (name: string): string => (name.startsWith('Sub Koordinator') ? name : `Kepala ${name}`)

/** People of every subdistrict, agency and part of one, so that each has its head, secretary and sections; positions that `named` or the formation tell of are left out. */
export function officialsBeside(named: readonly DemoPerson[]): DemoPerson[] {
  const known = [...named.map(({ unit, office, title, rank }) => ({ unit: office ?? unit, title, rank })), ...tegalFormation]
  const headed = new Set(known.filter(({ rank }) => rank === 1).map(({ unit }) => unit))
  const seats: Seat[] = [
    ...subdistricts.flatMap((name, i) => [`Camat ${name}`, ...ofSubdistrict].map((title, n) => ({ unit: `33.28.${two(i + 1)}`, title, rank: n + 1 }))),
    ...tegalAgencies.flatMap(({ slug }) => (ofAgency[slug] ?? []).map((title, n) => ({ unit: slug, title, rank: n + (headed.has(slug) ? 2 : 1) }))),
    ...tegalDivisions.filter(({ slug }) => !headed.has(slug)).map(({ slug, name }) => ({ unit: slug, title: headOf(name), rank: 1 })),
  ]
  return seats.filter(seat => !known.some(({ unit, title }) => unit === seat.unit && title === seat.title)).map(invented)
}
