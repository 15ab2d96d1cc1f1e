import type { DemoPublication } from './types.ts'

/** Schools, books, culture and heritage. */
export const publicationsEducation: DemoPublication[] = [
  {
    unit: 'dikbud', kind: 'pengumuman', daysAgo: 10, at: '09:00', tags: ['SPMB', 'PPDB', 'sekolah'],
    title: 'Rancangan Aturan Penerimaan Murid Baru Dibuka untuk Masukan',
    summary: 'Sekolah dan orang tua dapat menanggapi rancangan petunjuk teknis SPMB (dahulu PPDB), terutama pembagian wilayah domisili.',
    body: `Dinas Pendidikan dan Kebudayaan membuka rancangan petunjuk teknis Sistem Penerimaan Murid Baru (SPMB, dahulu PPDB) untuk SD dan SMP negeri. Masukan diterima sampai {kerja:+14}.

## Yang berubah

- Kuota jalur domisili SMP 45 persen, afirmasi 25 persen, prestasi 25 persen, mutasi 5 persen.
- Wilayah domisili ditetapkan per desa, bukan per radius. Desa yang selama ini di antara dua sekolah, misalnya Dukuhsalam dan Kabunan, boleh memilih.
- Kartu keluarga diterbitkan paling lambat satu tahun sebelum pendaftaran.

Rancangan dan peta wilayah tersedia di setiap sekolah serta kantor kecamatan. Tanggapan dari tahun lalu, 214 butir, sudah dijawab satu per satu dalam lampiran.`,
    english: {
      title: 'Draft Rules for School Admission Open for Comment',
      summary: 'Schools and parents may comment on the draft technical guide for admission to state schools, above all on catchment villages.',
      body: `The education agency has opened the draft rules for admission to state primary and junior secondary schools. Comments are accepted until {workday:+14}.

## What changes

- Domicile 45 percent, affirmative action 25, achievement 25, transfer 5.
- Catchments are set by village, not by radius.
- The family card must have been issued at least one year before registration.

Last year's 214 comments are answered one by one in the annex.`,
    },
    cover: { motif: 'school', alt: 'Gedung sekolah dengan tiang bendera' },
  },
  {
    unit: 'smpn-1-slawi', kind: 'kegiatan', daysAgo: 1, at: '13:10', place: '33.28.10', tags: ['festival', 'sekolah', 'seni'],
    title: 'Gelar Karya SMP Negeri 1 Slawi Tampilkan Pompa Air Tenaga Surya',
    summary: 'Dua puluh empat kelompok murid memamerkan karya kokurikuler. Pompa buatan kelas 8C akan dipasang di kebun sekolah.',
    body: `Halaman SMP Negeri 1 Slawi berubah menjadi pasar karya kemarin. Dua puluh empat kelompok memamerkan hasil kokurikuler satu semester dengan tema air dan pangan.

Yang paling ramai dikunjungi ialah pompa air tenaga surya buatan kelas 8C. Dengan panel bekas rambu jalan, pompa menaikkan 11 liter air per menit dari sumur ke bak setinggi tiga meter. Sekolah memutuskan memasangnya di kebun sayur belakang.

Kelas 7A menyajikan olahan singkong dari Bojong, kelas 9D membawakan dolanan anak dalam dialek Tegal, dan klub robotik memperagakan pengukur tinggi muka air sederhana.

Orang tua yang hadir sekitar 400 orang. Hasil penjualan makanan, Rp3.865.000, dipakai membeli buku perpustakaan.`,
    activity: { fromDaysAgo: 2, toDaysAgo: 2 },
    cover: { motif: 'school', alt: 'Halaman sekolah yang ramai' },
  },
  {
    unit: 'smpn-1-slawi', kind: 'pengumuman', daysAgo: 0, at: '08:40', place: '33.28.10', state: 'submitted', tags: ['ujian', 'sekolah'],
    title: 'Jadwal Sumatif Akhir Semester SMP Negeri 1 Slawi',
    summary: 'Sumatif berlangsung enam hari. Murid membawa perangkat sendiri atau meminjam dari sekolah dengan mendaftar kepada wali kelas.',
    body: `Sumatif akhir semester dilaksanakan mulai {kerja:+14} selama enam hari sekolah, pukul 07.30–11.00 WIB.

- Soal dikerjakan dengan ponsel atau Chromebook sekolah; 60 perangkat dapat dipinjam.
- Murid yang sakit mengikuti susulan pada pekan berikutnya.
- Kisi-kisi dibagikan guru mata pelajaran pekan ini.

Orang tua dimohon memastikan putra-putrinya sarapan dan tidur cukup.`,
  },
  {
    unit: 'smpn-1-bumijawa', kind: 'berita', daysAgo: 13, at: '10:30', place: '33.28.02.2004', tags: ['sekolah', 'kopi', 'Bumijawa'],
    title: 'Murid SMP Negeri 1 Bumijawa Belajar Menyangrai Kopi Sendiri',
    summary: 'Kopi dari kebun orang tua murid diolah di sekolah. Rapor rasa ditulis bersama penyuluh dan kedai kopi setempat.',
    body: `Setiap Kamis, 28 murid kelas 9 SMP Negeri 1 Bumijawa memilah, mengupas, dan menyangrai kopi dari kebun orang tua mereka di Sumbaga, Begawat, dan Cempaka. Alat sangrainya drum bekas yang digerakkan dengan tangan.

Pelajaran ini menggabungkan IPA, matematika, dan bahasa: suhu dicatat setiap menit, susut bobot dihitung, dan rasa ditulis dalam kalimat, bukan angka. Penyuluh pertanian Kecamatan Bumijawa serta pemilik kedai di Guci menjadi penilai.

"Anak-anak baru tahu bahwa biji petik hijau membuat harga turun separuh. Pulang sekolah mereka menegur bapaknya," ujar Ardian Wahyudi, guru pendamping.

Sepuluh kilogram kopi bubuk akan dijual pada bazar kecamatan bulan depan.`,
    cover: { motif: 'farm', alt: 'Kebun berteras di lereng gunung' },
  },
  {
    unit: 'sdn-guci-01', kind: 'berita', daysAgo: 31, at: '11:45', place: '33.28.02.2001', tags: ['sekolah', 'lingkungan', 'Guci'],
    title: 'SD Negeri Guci 01 Menanam 200 Bibit di Hulu Kali Gung',
    summary: 'Murid, guru, dan pedagang pemandian menanam puspa dan rasamala di lereng yang longsor tahun lalu.',
    body: `Lereng di atas pemandian yang longsor tahun lalu mulai ditanami. Seratus enam belas murid SD Negeri Guci 01 bersama guru, pedagang, dan petugas Perhutani menanam 200 bibit puspa, rasamala, dan bambu.

Setiap murid menulis namanya di bilah bambu dan akan mengukur tinggi pohonnya dua kali setahun sampai lulus. Data disimpan dalam buku besar di perpustakaan sekolah.

Pedagang menyumbang 40 ember dan makan siang. Kepala sekolah mengatakan penanaman berikutnya menunggu hujan turun teratur.`,
    cover: { motif: 'tree', alt: 'Pohon-pohon muda di lereng' },
  },
  {
    unit: 'sdn-semedo-01', kind: 'kegiatan', daysAgo: 20, at: '09:25', place: '33.28.08.2010', tags: ['sekolah', 'museum', 'Semedo'],
    title: 'Murid SD Semedo Menjadi Pemandu Kecil di Museum Situs Semedo',
    summary: 'Sepuluh murid kelas 5 dan 6 memandu tamu setiap Sabtu pagi setelah berlatih dua bulan bersama edukator museum.',
    body: `Setiap Sabtu pukul 09.00–11.00 WIB, pengunjung Museum Situs Semedo di Kecamatan Kedungbanteng dapat dipandu murid kelas 5 dan 6 SD Negeri Semedo 01. Sepuluh anak berlatih dua bulan bersama edukator museum.

Mereka menjelaskan cara fosil terbentuk, memperlihatkan tiruan rahang, dan bercerita tentang kakek mereka yang dulu menemukan tulang ketika mencangkul. Kunjungan keluarga pada hari Sabtu naik dari rata-rata 85 menjadi 140 orang.

Anak-anak tidak dibayar, tetapi mendapat kartu masuk gratis untuk keluarga dan buku setiap bulan.`,
  },
  {
    unit: 'dikbud-kebudayaan', kind: 'kegiatan', daysAgo: -4, at: '07:00', state: 'scheduled', tags: ['wayang', 'budaya', 'sastra Tegalan'],
    title: 'Malam Sastra dan Wayang Tegalan di Alun-Alun Hanggawana',
    summary: 'Dalang muda dari Pangkah, Dukuhturi, dan Suradadi tampil semalam. Pembacaan puisi Tegalan dibuka untuk umum.',
    body: `Bidang Kebudayaan mengundang warga ke Malam Sastra dan Wayang Tegalan di Alun-Alun Hanggawana, Slawi, {hari:+3} pukul 19.30 WIB. Masuk tanpa karcis.

Tiga dalang muda, masing-masing dari Pangkah, Dukuhturi, dan Suradadi, memainkan lakon pendek 40 menit dengan bahasa Tegalan. Di sela pertunjukan, siapa pun boleh membaca puisi; pendaftaran di meja panitia mulai pukul 18.30 WIB.

Penonton diminta membawa botol minum sendiri. Parkir disediakan di halaman Gedung DPRD dan GOR Tri Sanja.`,
    activity: { fromDaysAgo: -7, toDaysAgo: -7 },
    cover: { motif: 'meeting', alt: 'Pendopo tempat orang berkumpul' },
  },
  {
    unit: 'arpus', kind: 'kegiatan', daysAgo: 4, at: '08:20', place: '33.28.07.2010', tags: ['perpustakaan keliling', 'literasi', 'Jatinegara'],
    title: 'Perpustakaan Keliling Tembus Desa Capar dan Padasari',
    summary: 'Mobil pustaka kini singgah dua pekan sekali di dua desa perbukitan Jatinegara dengan 600 judul, separuhnya buku anak.',
    body: `Mobil perpustakaan keliling Dinas Kearsipan dan Perpustakaan menambah dua tempat singgah di Kecamatan Jatinegara: balai Desa Capar dan lapangan Desa Padasari. Jalan menuju kedua desa baru dapat dilalui mobil sejak pengerasan selesai.

Pada kunjungan pertama, 173 buku dipinjam 96 anak. Buku boleh dibawa pulang dua pekan; catatan peminjaman dipegang guru sehingga anak tidak perlu kartu.

| Hari | Tempat | Jam |
|---|---|---|
| Selasa pekan pertama dan ketiga | Balai Desa Capar | 09.00–11.00 |
| Selasa pekan pertama dan ketiga | Lapangan Padasari | 12.30–14.30 |

Desa lain dapat mengajukan singgah dengan surat kepala desa asalkan tersedia tempat teduh.`,
    cover: { motif: 'school', alt: 'Anak-anak membaca dekat bangunan sekolah' },
  },
  {
    unit: 'arpus', kind: 'dokumen', daysAgo: 55, at: '10:15', tags: ['arsip', 'sejarah', 'pabrik gula'],
    title: 'Arsip Foto Pabrik Gula Pangkah dan Kemanglen Dibuka',
    summary: 'Sebanyak 312 foto tahun 1918–1974 telah dipindai dan boleh dipakai sekolah serta peneliti dengan menyebut sumber.',
    body: `Depo Arsip membuka 312 foto mengenai pabrik gula Pangkah dan Kemanglen yang diserahkan dua keluarga bekas pegawai. Foto tertua bertahun 1918, memperlihatkan lori tebu melintas di Balamoa.

Setiap foto diberi keterangan tempat, perkiraan tahun, dan nama orang bila diketahui. Warga yang mengenali wajah atau bangunan dapat menulis pada kartu yang disediakan di ruang baca.

Pemakaian untuk pendidikan dan penelitian tidak dipungut biaya. Untuk keperluan komersial diperlukan izin keluarga pemilik.`,
    cover: { motif: 'document', alt: 'Tumpukan arsip' },
  },
  {
    unit: 'sdn-rembul-01', kind: 'pengumuman', daysAgo: 3, at: '07:30', place: '33.28.03.2001', state: 'returned', tags: ['sekolah', 'Bojong'],
    title: 'Libur Sehari karena Perbaikan Atap Kelas',
    summary: 'Murid kelas 4 dan 5 belajar dari rumah satu hari selama atap dua ruang kelas diganti.',
    body: `Atap ruang kelas 4 dan 5 SD Negeri Rembul 01 diganti pada {kerja:+2}. Murid kedua kelas belajar dari rumah dengan lembar kerja yang dibagikan wali kelas.

Kelas lain masuk seperti biasa melalui gerbang samping.`,
    remarks: 'Mohon disebutkan siapa yang dapat dihubungi orang tua dan apakah makan siang tetap dibagikan pada hari itu.',
  },
  {
    unit: 'smpn-1-warureja', kind: 'berita', daysAgo: 84, at: '12:00', place: '33.28.17', tags: ['sekolah', 'mangrove', 'Warureja'],
    title: 'SMP Negeri 1 Warureja Raih Adiwiyata Provinsi',
    summary: 'Kebun pembibitan mangrove dan bank sampah sekolah mengantar penghargaan tingkat Jawa Tengah.',
    body: `SMP Negeri 1 Warureja memperoleh penghargaan Sekolah Adiwiyata tingkat provinsi. Penilai mencatat dua hal: pembibitan mangrove yang sudah memasok 4.000 bibit ke pantai Kedungkelor, dan bank sampah dengan buku tabungan atas nama murid.

Sampah yang dibuang ke tempat pemrosesan akhir turun dari 38 menjadi 9 kilogram per minggu. Sisanya dijadikan kompos atau dijual.

Sekolah akan mendampingi SD di Demangharjo dan Sukareja agar mengikuti penilaian tingkat kabupaten tahun depan.`,
  },
]
