import type { DemoPublication } from './types.ts'

/** A lighter week of Provinsi Jawa Tengah. */
export const publicationsJateng: DemoPublication[] = [
  {
    unit: 'diskominfo', kind: 'kegiatan', daysAgo: 1, at: '14:30', tags: ['Forum OPD', 'blankspot', 'SPBE'],
    title: 'Forum Kominfo 35 Kabupaten dan Kota Sepakati Satu Peta Blankspot',
    summary: 'Ukuran sinyal dan cara mencatat disamakan agar usulan menara tidak tumpang tindih di perbatasan.',
    body: `Forum Dinas Kominfo se-Jawa Tengah menyepakati satu cara mengukur dan mencatat daerah tanpa sinyal. Selama ini dukuh yang sama di perbatasan Tegal, Brebes, dan Purbalingga diusulkan tiga kabupaten dengan nama berbeda.

Kesepakatan lain: daftar kerentanan aplikasi dibagikan antar-CSIRT dalam dua hari kerja, dan kanal klarifikasi hoaks saling mengutip. Catatan kesepakatan memuat penanggung jawab dan tenggat.`,
    activity: { fromDaysAgo: 3, toDaysAgo: 2 },
    cover: { motif: 'meeting', alt: 'Forum perangkat daerah' },
  },
  {
    unit: 'dpubmck', kind: 'siaran-pers', daysAgo: 3, at: '10:00', tags: ['jalan provinsi', 'pemeliharaan'],
    title: 'Lubang di Jalan Provinsi Ditutup Paling Lama Tiga Hari',
    summary: 'Regu cepat tersebar di sembilan balai. Laporan warga disertai titik lokasi langsung masuk ke regu terdekat.',
    body: `Selama musim hujan, lubang di jalan provinsi ditutup paling lama tiga hari setelah dilaporkan. Dua puluh tujuh regu cepat tersebar di sembilan balai pengelolaan jalan.

Bulan lalu 1.932 laporan diterima; 88 persen selesai tepat waktu. Yang terlambat terutama di ruas yang tergenang sehingga campuran aspal tidak melekat.`,
    cover: { motif: 'road', alt: 'Jalan provinsi di antara bukit' },
  },
  {
    unit: 'dinkes', kind: 'berita', daysAgo: 5, at: '09:20', tags: ['dokter spesialis', 'layanan keliling'],
    title: 'Dokter Spesialis Keliling Melayani 31 Kecamatan Terpencil',
    summary: 'Pemeriksaan kandungan, anak, mata, dan jantung dibawa ke puskesmas. Pasien lanjutan dijadwalkan di tempat.',
    body: `Program dokter spesialis keliling telah melayani 31 kecamatan di 19 kabupaten. Sebanyak 12.460 orang diperiksa, 1.874 di antaranya dijadwalkan tindakan lanjutan tanpa kembali antre.

Kecamatan Bumijawa (Kabupaten Tegal) dan Karangjambu (Purbalingga) mendapat giliran pekan depan. Puskesmas menyiapkan daftar pasien sebulan sebelumnya supaya tidak ada yang datang sia-sia.`,
    cover: { motif: 'health', alt: 'Layanan kesehatan' },
  },
  {
    unit: 'bappeda', kind: 'dokumen', daysAgo: 9, at: '13:00', tags: ['kemiskinan', 'perencanaan'],
    title: 'Peta Keterpaduan Program Kemiskinan Antar-Kabupaten',
    summary: 'Empat kawasan perbatasan mempunyai program serupa yang belum saling terhubung.',
    body: `Dokumen ini membandingkan 214 program pengentasan kemiskinan provinsi dan kabupaten/kota. Empat kawasan perbatasan, antara lain lereng Gunung Slamet, mempunyai program serupa yang belum terhubung.

Bappeda mengusulkan penyaluran bibit, pelatihan, dan perbaikan rumah pada keluarga yang sama dalam urutan yang disepakati, bukan sendiri-sendiri.`,
    cover: { motif: 'document', alt: 'Dokumen perencanaan' },
  },
  {
    unit: 'distanbun', kind: 'berita', daysAgo: 11, at: '08:50', tags: ['padi', 'cadangan pangan'],
    title: 'Serapan Gabah Jawa Tengah Mencapai 612 Ribu Ton',
    summary: 'Harga di tingkat petani bertahan. Penggilingan kecil mendapat pinjaman pengering bergerak.',
    body: `Serapan gabah selama tiga bulan mencapai 612 ribu ton, terbanyak dari Grobogan, Demak, Sragen, dan Tegal. Harga gabah kering panen bertahan sekitar Rp6.500 per kilogram.

Penggilingan kecil di pantai utara mendapat pinjaman 46 pengering bergerak supaya gabah basah tidak dijual murah.`,
    cover: { motif: 'farm', alt: 'Sawah menguning' },
  },
  {
    unit: 'disdikbud', kind: 'pengumuman', daysAgo: 14, at: '09:30', tags: ['SMK', 'magang guru'],
    title: 'Guru SMK Dapat Magang Industri Dua Bulan',
    summary: 'Tersedia 320 tempat di 74 perusahaan. Jam mengajar diganti guru tamu dari industri yang sama.',
    body: `Guru produktif SMK negeri dan swasta dapat mendaftar magang industri selama dua bulan. Tersedia 320 tempat di 74 perusahaan permesinan, garmen, perikanan, dan perangkat lunak.

Jam mengajar diganti guru tamu dari perusahaan yang sama. Pendaftaran melalui kepala sekolah sampai {kerja:+10}.`,
  },
  {
    unit: 'disporapar', kind: 'kegiatan', daysAgo: -5, at: '07:00', state: 'scheduled', tags: ['wisata', 'lari'],
    title: 'Lari Lintas Lereng Slamet Melewati Lima Kabupaten',
    summary: 'Estafet 148 kilometer dari Guci sampai Baturraden. Peserta membawa sampahnya sendiri.',
    body: `Lari estafet lereng Gunung Slamet menempuh 148 kilometer melalui Tegal, Pemalang, Purbalingga, Banyumas, dan Brebes. Garis mulai di Guci, {hari:+4} pukul 05.00 WIB.

Sebanyak 96 regu terdaftar. Warga desa yang dilewati menjual makanan di sembilan pos; botol sekali pakai tidak disediakan.`,
    activity: { fromDaysAgo: -9, toDaysAgo: -10 },
    cover: { motif: 'tree', alt: 'Lereng gunung dan hutan' },
  },
  {
    unit: 'bpbd', kind: 'siaran-pers', daysAgo: 0, at: '07:00', tags: ['banjir', 'pantai utara'],
    title: 'Sebelas Sungai Pantura Barat dalam Pantauan',
    summary: 'Tiga sungai berstatus siaga tiga. Pompa dan perahu digeser dari Semarang ke Tegal dan Pemalang.',
    body: `Sebelas sungai di pantai utara bagian barat dipantau bersama kabupaten. Tiga di antaranya, termasuk Kali Rambut di perbatasan Tegal dan Pemalang, berstatus siaga tiga pada pukul 06.00 WIB.

Empat pompa dan enam perahu digeser ke barat. Data muka air dari pos kabupaten tampil pada peta provinsi setiap lima belas menit.`,
    cover: { motif: 'water', alt: 'Sungai dan perbukitan' },
  },
  {
    unit: 'dinkopukm', kind: 'berita', daysAgo: 18, at: '15:10', tags: ['koperasi', 'UMKM'],
    title: 'Koperasi Simpan Pinjam Wajib Memasang Bunga dalam Angka Setahun',
    summary: 'Pengawas memeriksa 412 koperasi. Bunga harian yang tampak kecil harus dijelaskan sebagai bunga setahun.',
    body: `Pengawas memeriksa 412 koperasi simpan pinjam berbadan hukum provinsi. Koperasi diminta memasang bunga dalam angka setahun, biaya awal, dan contoh angsuran di ruang layanan.

Tujuh belas koperasi yang ternyata bukan untuk anggotanya diberi waktu tiga bulan memperbaiki diri. Daftar koperasi sehat dapat dilihat warga.`,
  },
  {
    unit: 'inspektorat', kind: 'dokumen', daysAgo: 29, at: '10:40', tags: ['pengawasan', 'desa'],
    title: 'Sepuluh Temuan Paling Sering dalam Pemeriksaan Dana Desa',
    summary: 'Kebanyakan berupa bukti belanja tidak lengkap dan pajak terlambat disetor, bukan penyelewengan.',
    body: `Ringkasan pemeriksaan bersama di 620 desa. Lima teratas:

1. Nota tidak mencantumkan nama toko atau tanggal.
2. Pajak dipungut tetapi terlambat disetor.
3. Aset belum dicatat.
4. Upah dibayar tanpa daftar hadir.
5. Gambar rencana tidak diperbarui.

Dokumen memuat contoh yang benar untuk setiap temuan agar dapat ditiru perangkat desa.`,
  },
  {
    unit: 'setda', kind: 'berita', daysAgo: 37, at: '11:00', tags: ['kerja sama', 'perbatasan'],
    title: 'Lima Kabupaten Lereng Slamet Menandatangani Kerja Sama Layanan',
    summary: 'Warga perbatasan boleh berobat, bersekolah, dan memakai ambulans dari kabupaten terdekat.',
    body: `Kabupaten Tegal, Brebes, Pemalang, Purbalingga, dan Banyumas menandatangani kerja sama layanan perbatasan. Warga boleh memakai ambulans, puskesmas, dan sekolah terdekat walaupun berbeda kabupaten.

Biaya dihitung antarpemerintah setiap triwulan dengan data yang sama. Provinsi menjadi penengah bila angka berbeda.`,
    cover: { motif: 'meeting', alt: 'Penandatanganan kerja sama' },
  },
  {
    unit: 'diskominfo', kind: 'program', daysAgo: 59, at: '09:00', tags: ['Satu Data', 'desa'],
    title: 'Kode Desa Seragam untuk Semua Aplikasi Provinsi',
    summary: 'Seluruh 8.563 desa dan kelurahan memakai kode Kemendagri; tabel padanan kode lama disediakan.',
    body: `Mulai tahun depan semua aplikasi provinsi memakai kode wilayah Kemendagri untuk 8.563 desa dan kelurahan. Tabel padanan dengan kode lama dan kode BPS disediakan sebagai data terbuka.

Empat belas aplikasi sudah berpindah. Kabupaten yang membutuhkan pendampingan dapat mengajukan jadwal melalui forum walidata.`,
  },
]
