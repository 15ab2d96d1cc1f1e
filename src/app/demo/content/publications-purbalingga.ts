import type { DemoPublication } from './types.ts'

/** A lighter week of Kabupaten Purbalingga. */
export const publicationsPurbalingga: DemoPublication[] = [
  {
    unit: 'dinkominfo', kind: 'berita', daysAgo: 1, at: '10:20', tags: ['e-government', 'e-monitoring'],
    title: 'Purbalingga Menggabungkan Tiga Aplikasi Pemantauan Proyek',
    summary: 'Anggaran, pengadaan, dan kemajuan fisik kini terbaca dalam satu halaman per kegiatan.',
    body: `Dinkominfo Purbalingga menggabungkan data dari tiga aplikasi pemantauan proyek yang selama ini berdiri sendiri. Setiap kegiatan mempunyai satu halaman: anggaran, paket pengadaan, foto lapangan, dan kemajuan.

Dari 1.214 kegiatan, 1.086 sudah tersambung. Sisanya berbeda kode dan diperiksa bersama Bapperida. Kepala perangkat daerah menerima daftar keterlambatan setiap Senin pagi.`,
    cover: { motif: 'meeting', alt: 'Rapat pemantauan' },
  },
  {
    unit: 'dinkopukm', kind: 'program', daysAgo: 3, at: '09:10', place: '33.03.14.2008', tags: ['kampung digital', 'UMKM', 'rambut'],
    title: 'Kampung Digital Karangbanjar Menjual Wig ke Enam Negara',
    summary: 'Perajin rambut dan bulu mata belajar memotret, menghitung ongkos kirim, dan menjawab pesan pembeli.',
    body: `Desa Karangbanjar, Kecamatan Bojongsari, menjadi kampung digital keempat di Purbalingga. Tiga puluh perajin rambut palsu belajar memotret produk, menghitung ongkos kirim, dan menjawab pesan pembeli dalam bahasa Inggris sederhana.

Selama dua bulan, 212 pesanan dikirim ke enam negara. Pendamping desa menekankan pembukuan terpisah antara usaha dan rumah tangga.`,
    cover: { motif: 'market', alt: 'Kios perajin' },
  },
  {
    unit: 'dinpertan', kind: 'berita', daysAgo: 5, at: '08:40', place: '33.03.10.2001', tags: ['stroberi', 'hortikultura', 'Serang'],
    title: 'Petani Serang Menanam Stroberi di Bawah Atap Plastik',
    summary: 'Buah busuk karena hujan turun dari 31 menjadi 9 persen pada 2,4 hektare percobaan.',
    body: `Petani Desa Serang, Kecamatan Karangreja, mencoba menanam stroberi di bawah atap plastik setinggi satu setengah meter. Pada 2,4 hektare percobaan, buah busuk karena hujan turun dari 31 menjadi 9 persen.

Biaya atap Rp38 juta per hektare dan diperkirakan kembali dalam tiga musim. Wisata petik dibatasi 60 orang per jam agar bedengan tidak rusak.`,
    cover: { motif: 'farm', alt: 'Kebun berteras' },
  },
  {
    unit: 'dpupr', kind: 'pengumuman', daysAgo: 2, at: '07:30', place: '33.03.18', tags: ['jalan', 'Kertanegara'],
    title: 'Ruas Kertanegara–Karangjambu Ditutup Bergantian',
    summary: 'Pemasangan gorong-gorong di tiga titik. Kendaraan menunggu paling lama 25 menit.',
    body: `Ruas Kertanegara–Karangjambu ditutup bergantian mulai {kerja:+1} selama delapan hari kerja untuk memasang gorong-gorong di Condong, Kasih, dan Sirandu.

Kendaraan menunggu paling lama 25 menit. Angkutan sekolah dan ambulans didahulukan. Pada hari pasar di Kertanegara pekerjaan dihentikan. Gorong-gorong lama berdiameter 40 sentimeter tidak cukup menampung air dari lereng.`,
  },
  {
    unit: 'bpbd', kind: 'siaran-pers', daysAgo: 0, at: '06:10', place: '33.03.17', tags: ['longsor', 'peringatan dini'],
    title: 'Hujan Lebat, Warga Lereng Karangjambu Diminta Waspada',
    summary: 'Curah hujan 92 milimeter dalam enam jam. Dua ruas jalan desa tertimbun dan sudah dibuka satu lajur.',
    body: `Hujan 92 milimeter dalam enam jam menyebabkan longsoran kecil di Desa Jingkang dan Danasari, Kecamatan Karangjambu. Dua ruas jalan desa tertimbun; pukul 05.30 WIB satu lajur sudah dapat dilalui.

Tidak ada korban. Sebelas keluarga di bawah tebing tidur di balai desa. Warga diminta memeriksa retakan dan tidak beraktivitas di lereng selama hujan.`,
    cover: { motif: 'tree', alt: 'Lereng berpohon' },
  },
  {
    unit: 'dinporapar', kind: 'kegiatan', daysAgo: 8, at: '15:00', place: '33.03.08.2002', tags: ['budaya', 'Onje'],
    title: 'Grebeg Onje Dipandu Remaja Desa',
    summary: 'Arak-arakan gunungan hasil bumi menempuh 1,6 kilometer menuju masjid tua.',
    body: `Grebeg Onje di Kecamatan Mrebet tahun ini dipandu remaja desa. Gunungan padi, palawija, dan salak diarak 1,6 kilometer menuju masjid tua, dikawal 14 kelompok kesenian.

Panitia menerjemahkan doa dan urutan upacara ke dalam lembar satu halaman untuk pengunjung. Sekitar 5.000 orang hadir.`,
    activity: { fromDaysAgo: 9, toDaysAgo: 9 },
  },
  {
    unit: 'dinkes', kind: 'infografis', daysAgo: 12, at: '10:00', tags: ['kesehatan', 'hipertensi'],
    title: 'Satu dari Tiga Warga di Atas 40 Tahun Bertekanan Darah Tinggi',
    summary: 'Hasil pemeriksaan 48.210 orang di 22 puskesmas. Separuhnya belum tahu sebelum diperiksa.',
    body: `| Kelompok usia | Diperiksa | Tekanan darah tinggi |
|---|---:|---:|
| 40–49 | 19.804 | 24 % |
| 50–59 | 16.117 | 36 % |
| 60 ke atas | 12.289 | 51 % |

Separuh penderita baru mengetahui keadaannya saat diperiksa. Obat tersedia gratis di puskesmas; yang paling sering putus ialah minum obat secara teratur.`,
    cover: { motif: 'health', alt: 'Gedung puskesmas' },
  },
  {
    unit: 'dindikbud', kind: 'pengumuman', daysAgo: 15, at: '09:00', tags: ['sekolah', 'beasiswa'],
    title: 'Beasiswa Seragam dan Sepatu bagi Murid Baru',
    summary: 'Sekolah mengusulkan sampai akhir bulan; data diperiksa dengan daftar sosial ekonomi.',
    body: `Dindikbud menyediakan seragam dan sepatu bagi 3.400 murid baru SD dan SMP dari keluarga kurang mampu. Sekolah mengusulkan sampai {tgl:+12}.

Usulan dicocokkan dengan data sosial ekonomi, lalu diperiksa komite sekolah. Ukuran diambil di sekolah, dijahit 41 penjahit rumahan di Kecamatan Bukateja dan Kejobong.`,
  },
  {
    unit: 'dindukcapil', kind: 'berita', daysAgo: 20, at: '11:10', place: '33.03.17.2006', tags: ['KTP-el', 'jemput bola'],
    title: 'Perekaman KTP-el Menginap Semalam di Danasari',
    summary: 'Petugas melayani 126 warga sampai pukul 21.00 WIB karena siang hari mereka di ladang.',
    body: `Petugas Dindukcapil menginap semalam di Desa Danasari, Kecamatan Karangjambu. Siang hari warga di ladang, sehingga perekaman dibuka pukul 16.00–21.00 WIB.

Sebanyak 126 orang merekam, sembilan di rumah karena sakit. Cara ini akan diulang di Sirandu dan Sanguwatang. Kartu dicetak di tempat bagi 88 orang; selebihnya diantar perangkat desa pekan berikutnya.`,
  },
  {
    unit: '33.03.09', kind: 'kegiatan', daysAgo: 26, at: '14:00', tags: ['pasar', 'Bobotsari'],
    title: 'Sekolah Pasar Bobotsari Mengajari Pedagang Mencatat Untung',
    summary: 'Empat puluh pedagang belajar dua jam setelah pasar sepi, dengan buku kas satu halaman.',
    body: `Sekolah pasar di Bobotsari diadakan setiap Selasa pukul 13.00 WIB, setelah pasar sepi. Empat puluh pedagang belajar mencatat belanja, penjualan, dan uang yang diambil untuk rumah.

Pada pekan keempat, separuh peserta dapat menyebut untung bersihnya. Kecamatan menyediakan buku dan kopi.`,
  },
  {
    unit: '33.03.03.2008', kind: 'berita', daysAgo: 33, at: '09:30', tags: ['lada', 'desa', 'Kejobong'],
    title: 'Desa Kejobong Memulihkan Kebun Lada',
    summary: 'Sebanyak 6.500 bibit tahan busuk pangkal ditanam di pekarangan 210 keluarga.',
    body: `Lada Kejobong pernah terkenal sebelum terserang busuk pangkal batang. Kini 6.500 bibit tahan penyakit ditanam di pekarangan 210 keluarga.

Setiap keluarga merawat paling sedikit dua puluh batang dan melapor tinggi tanaman kepada penyuluh. Panen pertama diperkirakan tiga tahun lagi.`,
  },
  {
    unit: 'rsud-goeteng', kind: 'pengumuman', daysAgo: 48, at: '08:00', tags: ['rumah sakit', 'jam besuk'],
    title: 'Jam Besuk Baru RSUD Goeteng Taroenadibrata',
    summary: 'Kunjungan pukul 11.00–13.00 dan 17.00–19.00 WIB, dua orang per pasien, anak di bawah 12 tahun tidak masuk bangsal.',
    body: `Jam besuk berubah menjadi pukul 11.00–13.00 dan 17.00–19.00 WIB. Setiap pasien boleh dikunjungi dua orang bergantian; anak di bawah 12 tahun menunggu di taman.

Aturan disusun setelah survei: pasien bangsal bedah tidur rata-rata dua jam lebih lama ketika kunjungan dibatasi.`,
  },
]
