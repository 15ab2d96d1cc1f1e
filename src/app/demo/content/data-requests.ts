import type { Cell } from '#platform/columnar/query.ts'
import type { Variable } from '#modules/datasets/contract.ts'
import type { Degree } from '#modules/data-requests/contract.ts'
import type { WishState } from '#modules/data-wishes/wish.ts'
import { chanceOf } from '../chance.ts'

/** One step of a request, so many days ago. */
interface DemoStep {
  do: 'grant' | 'partial' | 'aggregate' | 'refuse' | 'uphold' | 'extend' | 'urge' | 'contest' | 'withdraw'
  ago: number
  by?: 'pemohon' | 'walidata'
  says: string
  ground?: string
  degree?: Degree
  /** What the board calls a citizen's request. */
  title?: string
}

/** A request of the demo. */
export interface DemoRequest {
  /** Slug of the asking agency, or a citizen. */
  asker: string
  name?: string
  holder: string
  /** Words that find the dataset; without them `subject` says what is wanted. */
  data?: string
  subject: string
  fields: string
  period: string
  purpose: string
  basis?: string
  degree?: Degree
  ago: number
  steps: DemoStep[]
  uses?: string[]
}

export const requests: readonly DemoRequest[] = [
  {
    asker: 'dpu', holder: 'perkim', data: 'penerima bantuan perbaikan rumah', subject: '', fields: 'Kecamatan dan nilai bantuan', period: 'Tahun terakhir', purpose: 'Mencocokkan rencana jalan lingkungan dengan rumah yang sudah diperbaiki.', basis: 'Perbup tentang Rencana Aksi Penanggulangan Kemiskinan', ago: 40,
    steps: [{ do: 'grant', ago: 33, says: 'Diberikan seluruhnya untuk keperluan yang disebut.' }], uses: ['Penyusunan daftar ruas prioritas', 'Bahan rapat koordinasi kemiskinan'],
  },
  {
    asker: 'dinkes', holder: 'perkim', data: 'penerima bantuan perbaikan rumah', subject: '', fields: 'Jumlah menurut kecamatan dan pekerjaan', period: 'Tahun terakhir', purpose: 'Memilih lokasi penyuluhan rumah sehat.', degree: 'query', ago: 24,
    steps: [{ do: 'aggregate', ago: 18, says: 'Cukup lewat kueri yang disetujui; nama keluarga tidak diperlukan.' }],
  },
  {
    asker: 'bapperida', holder: 'dispermades', data: 'penerima bantuan langsung tunai', subject: '', fields: 'Kecamatan dan jumlah keluarga', period: 'Dua triwulan terakhir', purpose: 'Evaluasi capaian rencana aksi penanggulangan kemiskinan ekstrem.', ago: 30,
    steps: [{ do: 'extend', ago: 18, says: 'Data triwulan terakhir masih dicocokkan dengan hasil musyawarah desa.' }, { do: 'partial', ago: 9, says: 'Diberikan sebagai contoh dahulu; rincian desa menyusul setelah dicocokkan.', ground: 'uu27-pribadi', degree: 'sample' }], uses: ['Menyiapkan format evaluasi'],
  },
  {
    asker: 'dinsos', holder: 'disdukcapil', subject: 'Jumlah keluarga menurut desa dan status perkawinan kepala keluarga', fields: 'Desa, status perkawinan, jumlah', period: '2026', purpose: 'Pemutakhiran data terpadu kesejahteraan sosial tingkat desa.', ago: 31, steps: [],
  },
  {
    asker: 'dpu', holder: 'bapenda', subject: 'Objek pajak bumi dan bangunan di koridor Slawi–Adiwerna', fields: 'Nomor objek, luas tanah, kelas', period: '2026', purpose: 'Perencanaan pelebaran jalan dan perkiraan ganti rugi.', ago: 45,
    steps: [{ do: 'urge', ago: 12, by: 'walidata', says: 'Mohon dijawab pekan ini; bila perlu dibantu walidata.' }],
  },
  {
    asker: 'dinkes', holder: 'dikbud', subject: 'Jumlah murid menurut sekolah dan tingkat', fields: 'Sekolah, tingkat, jumlah murid', period: 'Tahun ajaran 2026/2027', purpose: 'Rencana imunisasi anak sekolah di setiap puskesmas.', ago: 6, steps: [],
  },
  {
    asker: 'dlh', holder: 'bpbd', data: 'gudang dan jalur pasokan', subject: 'Letak gudang dan jalur pasokan logistik bencana', fields: 'Letak dan kapasitas gudang', period: '2026', purpose: 'Penempatan kontainer sampah darurat.', ago: 50,
    steps: [{ do: 'refuse', ago: 44, says: 'Letak persediaan tidak dibagikan; kapasitas total akan kami umumkan.', ground: 'uu14-17c' }, { do: 'contest', ago: 40, by: 'pemohon', says: 'Kami hanya perlu kecamatannya, bukan alamat gudang.' }, { do: 'uphold', ago: 33, says: 'Forum menilai letak gudang tetap dikecualikan; BPBD menyediakan daftar kecamatan tujuan.', ground: 'uu14-17c' }],
  },
  {
    asker: 'pertanian', holder: 'dpu', subject: 'Panjang saluran irigasi tersier yang rusak menurut desa', fields: 'Desa, panjang rusak ringan dan berat', period: '2025 dan 2026', purpose: 'Usulan perbaikan jaringan irigasi untuk musim tanam pertama.', ago: 16,
    steps: [{ do: 'refuse', ago: 11, says: 'Saluran tersier dikelola perkumpulan petani pemakai air; kami tidak memegang datanya.', ground: 'tidak-dikuasai' }, { do: 'contest', ago: 8, by: 'pemohon', says: 'Hasil survei tahun lalu dikerjakan DPU, mohon diperiksa kembali.' }],
  },
  {
    asker: 'bapperida', holder: 'dinkes', subject: 'Jumlah kader posyandu menurut desa', fields: 'Desa, jumlah kader aktif', period: '2026', purpose: 'Penyusunan rancangan awal RKPD bidang kesehatan.', ago: 22, steps: [{ do: 'withdraw', ago: 20, by: 'pemohon', says: '' }],
  },
  {
    asker: 'warga', name: 'Rizal Hidayatullah', holder: 'dishub', subject: 'Jumlah kendaraan lewat di perempatan Procot', fields: 'Jumlah menurut jam', period: 'Tiga bulan terakhir', purpose: 'Tugas akhir tentang kemacetan di Slawi.', ago: 26,
    steps: [{ do: 'grant', ago: 19, says: 'Hasil pencacahan lalu lintas akan diterbitkan sebagai data terbuka bulan depan.', title: 'Jumlah kendaraan di perempatan Procot' }],
  },
  {
    asker: 'warga', name: 'Nunung Setyorini', holder: 'dispermades', data: 'penerima bantuan langsung tunai', subject: '', fields: 'Jumlah menurut desa', period: '2026', purpose: 'Memeriksa apakah tetangga yang memerlukan sudah terdata.', ago: 12,
    steps: [{ do: 'refuse', ago: 7, says: 'Nama penerima tidak dapat diberikan; jumlah menurut kecamatan ada di katalog.', ground: 'uu14-17h' }],
  },
  { asker: 'warga', name: 'Agus Pramono', holder: 'dlh', subject: 'Hasil uji air Kali Gung', fields: 'Titik, tanggal, kadar', period: '2025 dan 2026', purpose: 'Warga bantaran ingin tahu apakah air aman untuk mandi.', ago: 4, steps: [] },
]

export const wishes: readonly { title: string; reason: string; unit?: string; state: WishState; says?: string; voices: number }[] = [
  { title: 'Jadwal dan trayek angkutan pedesaan', reason: 'Supaya warga tahu angkutan apa yang sampai ke pasar dan puskesmas, dan jam berapa.', unit: 'dishub', state: 'planned', says: 'Dikumpulkan dinas perhubungan dan terbit triwulan depan.', voices: 41 },
  { title: 'Kualitas air sungai menurut titik pantau', reason: 'Warga di bantaran perlu tahu apakah airnya aman.', unit: 'dlh', state: 'open', voices: 27 },
  { title: 'Letak dan jam buka apotek', reason: 'Sering dicari saat malam hari, terutama oleh warga yang jauh dari kota.', unit: 'dinkes', state: 'open', voices: 18 },
  { title: 'Nama penerima bantuan sosial menurut desa', reason: 'Agar warga dapat saling memeriksa siapa yang menerima.', unit: 'dinsos', state: 'declined', says: 'Nama orang tidak diterbitkan (UU 27/2022). Jumlah menurut kecamatan sudah ada di katalog.', voices: 12 },
  { title: 'Jumlah pengunjung perpustakaan daerah', reason: 'Bahan kegiatan komunitas literasi untuk memilih waktu yang ramai.', state: 'unread', voices: 0 },
]

export const houseColumns: Variable[] = [
  { name: 'nomor', title: 'Nomor keluarga', type: 'text', key: true, required: true, description: 'Nomor urut keluarga dalam program.' },
  { name: 'kecamatan', title: 'Kecamatan', type: 'text', required: true, description: 'Kecamatan letak rumah.' },
  { name: 'jenis_kelamin', title: 'Jenis kelamin kepala keluarga', type: 'text', required: true, description: 'Laki-laki atau perempuan.' },
  { name: 'pekerjaan', title: 'Pekerjaan', type: 'text', required: true, description: 'Pekerjaan utama kepala keluarga.' },
  { name: 'nilai', title: 'Nilai bantuan', type: 'integer', unit: 'rupiah', min: 0, description: 'Bantuan yang diterima.' },
]

const works = ['Buruh tani', 'Nelayan', 'Pedagang kecil', 'Lainnya yang tidak tetap']

/** Families of every kecamatan; some kinds of them are only a few. */
export const houses = (places: readonly string[]): Cell[][] => places.flatMap(place =>
  Array.from({ length: 8 + Math.floor(chanceOf(place, 'rumah') * 40) }, (_, i): Cell[] => {
    const [sex, work, sum] = ['jk', 'kerja', 'nilai'].map(word => chanceOf(place, word, String(i)))
    return [`RTLH-${place.slice(0, 3).toUpperCase()}-${String(i + 1).padStart(3, '0')}`, place, sex! < 0.8 ? 'Laki-laki' : 'Perempuan', works[Math.floor(work! ** 1.6 * works.length)]!, 15_000_000 + Math.floor(sum! * 10) * 500_000]
  }))
