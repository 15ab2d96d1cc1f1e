import type { DemoPublication } from './types.ts'

/** Disasters, waste, order and safety. */
export const publicationsEnvironment: DemoPublication[] = [
  {
    unit: 'bpbd', kind: 'siaran-pers', daysAgo: 0, at: '05:45', tags: ['peringatan dini', 'banjir', 'Kali Rambut'],
    title: 'Peringatan Dini: Muka Air Kali Rambut Siaga Tiga',
    summary: 'Hujan lebat di hulu sejak dini hari. Warga bantaran di Kedungjati, Sidamulya, dan Rangi Mulya diminta bersiap.',
    body: `Tinggi muka air Kali Rambut di pos Jatinegara mencapai 210 sentimeter pada pukul 05.00 WIB, masuk **Siaga Tiga**. Hujan lebat turun di hulu sejak pukul 01.30. Air diperkirakan mencapai Kecamatan Warureja sekitar pukul 10.00.

Warga bantaran di Desa Kedungjati, Sidamulya, dan Rangi Mulya diminta:

- memindahkan kendaraan, ternak, dan dokumen ke tempat tinggi;
- mengisi daya ponsel dan senter;
- mengikuti petunjuk relawan desa.

Bila menjadi Siaga Dua, kentongan dibunyikan dua kali panjang. Tempat pengungsian: SMP Negeri 1 Warureja dan balai Desa Banjaragung. Perahu karet siaga di kantor kecamatan.

Keadaan diperbarui setiap dua jam di kanal ini. Nomor darurat 112.`,
    correction: { daysAgo: 0, reason: 'Nama desa ketiga semula tertulis Banjarturi; yang benar Rangi Mulya.' },
    english: {
      title: 'Early Warning: Kali Rambut at Alert Level Three',
      summary: 'Heavy rain upstream since the early hours. Riverside residents of Kedungjati, Sidamulya and Rangi Mulya should prepare.',
      body: `At 5 am the Kali Rambut stood at 210 centimetres at the Jatinegara gauge: **alert level three**. The water is expected in Warureja at about 10 am.

Residents along the river in Kedungjati, Sidamulya and Rangi Mulya should move vehicles, animals and papers to higher ground, charge phones, and follow the village volunteers.

Shelters: SMP Negeri 1 Warureja and the village hall of Banjaragung. Emergency number 112.`,
    },
    cover: { motif: 'water', alt: 'Sungai meluap di antara perbukitan' },
  },
  {
    unit: 'bpbd', kind: 'berita', daysAgo: 4, at: '16:00', place: '33.28.08', tags: ['kekeringan', 'air bersih', 'Kedungbanteng'],
    title: 'Air Bersih Dikirim ke Delapan Desa, 1,3 Juta Liter Tersalurkan',
    summary: 'Pengiriman terbesar ke Sumingkir, Karanganyar, dan Penujah. Jadwal truk diumumkan sehari sebelumnya.',
    body: `Sejak kekeringan ditetapkan siaga darurat, BPBD bersama PMI, PDAM, dan dunia usaha telah mengirim 1,3 juta liter air bersih ke delapan desa di Kedungbanteng, Jatinegara, dan Suradadi.

| Desa | Kecamatan | Liter |
|---|---|---:|
| Sumingkir | Kedungbanteng | 325.000 |
| Karanganyar | Kedungbanteng | 240.000 |
| Penujah | Kedungbanteng | 215.000 |
| Sitail | Jatinegara | 175.000 |
| Jatimulya | Suradadi | 140.000 |
| Tiga desa lain | | 205.000 |

Pengiriman diatur menurut jumlah keluarga, bukan siapa yang lebih dahulu meminta. Ketua RT mencatat setiap tandon yang diisi, dan catatannya ditempel di balai desa. Permintaan baru diajukan kepala desa melalui camat.`,
    cover: { motif: 'water', alt: 'Air mengalir menuju permukiman' },
  },
  {
    unit: 'bpbd', kind: 'kegiatan', daysAgo: 21, at: '11:20', place: '33.28.03.2006', tags: ['latihan', 'gempa', 'sekolah'],
    title: 'Latihan Evakuasi di Tuwel Memakan Waktu Enam Menit',
    summary: 'Dua sekolah dan pasar berlatih keluar bangunan ketika gempa. Dua pintu yang terkunci langsung dibongkar.',
    body: `Sebanyak 740 murid, guru, dan pedagang di Desa Tuwel, Kecamatan Bojong, berlatih evakuasi gempa. Dari bunyi sirene sampai orang terakhir tiba di lapangan dibutuhkan enam menit sepuluh detik; sasaran berikutnya empat menit.

Latihan menemukan dua pintu darurat terkunci gembok dan satu lorong pasar tertutup dagangan. Kedua gembok dilepas hari itu juga.

Desa menetapkan tiga titik kumpul dan menulis nama keluarga rentan di setiap RT: lansia sendiri, penyandang disabilitas, dan ibu hamil. Daftar tersebut dipegang ketua RT, tidak ditempel.`,
    activity: { fromDaysAgo: 22, toDaysAgo: 22 },
  },
  {
    unit: 'dlh', kind: 'berita', daysAgo: 5, at: '10:50', tags: ['bank sampah', 'sampah', 'ekonomi sirkular'],
    title: 'Tabungan Bank Sampah Tembus Rp1,1 Miliar',
    summary: 'Sebanyak 186 bank sampah dengan 14.300 nasabah mengurangi 5,8 ton sampah setiap hari.',
    body: `Nilai tabungan 186 bank sampah di Kabupaten Tegal menembus Rp1,1 miliar. Sebanyak 14.300 nasabah, sebagian besar ibu rumah tangga, menyetor rata-rata 12 kilogram setiap bulan. Sampah yang tidak jadi dibuang mencapai 5,8 ton per hari.

Bank sampah dengan nasabah terbanyak ada di Desa Lemahduwur (Adiwerna), Kelurahan Pakembaran (Slawi), dan Desa Mejasem Barat (Kramat). Di Lemahduwur, tabungan dapat dipakai membayar iuran BPJS dan PBB.

Yang masih sulit dijual ialah plastik saset. Dinas sedang menguji pencacahan saset menjadi bahan paving bersama dua bengkel di Talang.

Kelompok warga yang ingin memulai mendapat timbangan, buku, dan pendampingan tiga bulan.`,
    cover: { motif: 'tree', alt: 'Lingkungan hijau dengan pepohonan' },
  },
  {
    unit: 'dlh', kind: 'pengumuman', daysAgo: 9, at: '07:55', place: '33.28.10', tags: ['sampah', 'jadwal', 'Slawi'],
    title: 'Jadwal Baru Pengangkutan Sampah Slawi dan Dukuhwaru',
    summary: 'Sampah organik diangkut Senin, Rabu, Jumat; sisa lainnya Selasa dan Sabtu. Keluarkan sampah setelah pukul 19.00 WIB.',
    body: `Mulai {kerja:+4} pengangkutan sampah di Kecamatan Slawi dan sebagian Dukuhwaru dipisah menurut jenis.

| Jenis | Hari |
|---|---|
| Sisa makanan dan daun | Senin, Rabu, Jumat |
| Sampah lain yang tidak dapat dijual | Selasa, Sabtu |
| Barang besar (kasur, lemari) | dengan perjanjian |

Sampah dikeluarkan setelah pukul 19.00 WIB dan diangkut sebelum pukul 06.00 WIB. Selama bulan pertama, sampah tercampur tetap diangkut tetapi diberi tanda pengingat.

Sisa makanan dan daun diolah di rumah kompos Kalisapu; kompos matang boleh diambil warga gratis setiap Sabtu.`,
  },
  {
    unit: 'dlh-tpa-penujah', kind: 'berita', daysAgo: 58, at: '09:15', place: '33.28.08.2001', tags: ['TPA', 'sampah', 'Penujah'],
    title: 'Zona Kedua TPA Penujah Ditutup Tanah dan Ditanami Rumput',
    summary: 'Penutupan mengurangi bau dan air lindi. Sampah kini masuk ke zona ketiga dengan lapisan kedap air.',
    body: `Zona kedua seluas 1,4 hektare di TPA Penujah ditutup tanah setebal 60 sentimeter dan ditanami rumput vetiver. Pipa pelepas gas dipasang setiap dua puluh meter.

Warga Dukuh Karangasem yang tinggal 700 meter dari lokasi selama ini mengeluhkan bau saat angin timur. Pengukuran setelah penutupan menunjukkan kadar amonia di batas permukiman turun dari 1,9 menjadi 0,6 ppm.

Sampah sekarang ditimbun di zona ketiga yang berlapis kedap air. Dengan 410 ton per hari, zona itu cukup untuk sekitar empat tahun jika pemilahan dari rumah tidak bertambah.`,
  },
  {
    unit: 'satpolpp', kind: 'berita', daysAgo: 3, at: '12:30', place: '33.28.10', tags: ['ketertiban', 'reklame', 'Slawi'],
    title: 'Satpol PP Turunkan 214 Reklame Tanpa Izin di Jalur Slawi–Adiwerna',
    summary: 'Sebagian besar dipaku di pohon. Pemilik dapat mengambil kembali dalam tujuh hari setelah mengurus izin.',
    body: `Petugas Satpol PP bersama Bapenda dan DLH menurunkan 214 reklame di sepanjang Jalan Raya Slawi–Adiwerna, dari perempatan Procot sampai Ujungrusi. Seratus empat puluh di antaranya dipaku pada pohon peneduh.

Reklame yang berizin tetapi masa pajaknya habis hanya diberi stiker. Pemilik dapat mengambil barangnya di kantor Satpol PP dalam tujuh hari dengan menunjukkan bukti pengurusan izin.

"Pohon asam di jalur ini umurnya lebih tua dari kita semua. Pakunya kami cabut, lukanya ditutup ter," kata Kepala Satpol PP Supriyono Jaladara.

Penertiban berikutnya di Talang dan Dukuhturi.`,
  },
  {
    unit: 'satpolpp', kind: 'kegiatan', daysAgo: 30, at: '14:50', tags: ['rokok ilegal', 'cukai'],
    title: 'Operasi Rokok Tanpa Pita Cukai Sita 18.640 Batang',
    summary: 'Empat belas warung di Margasari, Balapulang, dan Jatinegara diperiksa bersama Bea Cukai. Pedagang diberi pembinaan.',
    body: `Operasi bersama Kantor Bea dan Cukai Tegal menyita 18.640 batang rokok tanpa pita cukai dari empat belas warung di Margasari, Balapulang, dan Jatinegara. Kerugian negara diperkirakan Rp17,9 juta.

Pedagang kecil yang baru pertama kali ditemukan diberi surat pembinaan. Dua pemasok yang sama disebut oleh sembilan pedagang; keterangannya diteruskan kepada penyidik.

Ciri rokok ilegal: tanpa pita, pita bekas, pita tidak sesuai isi, atau pita palsu. Warga dapat melapor tanpa menyebut nama.`,
    activity: { fromDaysAgo: 32, toDaysAgo: 31 },
  },
  {
    unit: 'satpolpp', kind: 'pengumuman', daysAgo: 0, at: '14:05', state: 'submitted', tags: ['PKL', 'alun-alun'],
    title: 'Penataan Pedagang Kaki Lima Alun-Alun Hanggawana',
    summary: 'Sebanyak 96 pedagang mendapat tempat bernomor di sisi barat. Sisi timur dikosongkan untuk pejalan kaki.',
    body: `Penataan pedagang kaki lima di Alun-Alun Hanggawana, Slawi, berlaku mulai {kerja:+6}. Sembilan puluh enam pedagang terdaftar mendapat tempat bernomor di sisi barat, pukul 15.00–23.00 WIB.

- Gerobak dibawa pulang setelah berjualan.
- Minyak bekas ditampung pada drum yang disediakan.
- Tempat tidak boleh disewakan atau dijual.

Daftar pedagang disusun bersama paguyuban dan ditempel di pos jaga.`,
  },
  {
    unit: 'dinsos', kind: 'berita', daysAgo: 28, at: '13:25', tags: ['disabilitas', 'bantuan alat'],
    title: 'Alat Bantu Disesuaikan Ukurannya di Balai Desa',
    summary: 'Teknisi mengukur kaki palsu dan kursi roda di tempat tinggal penerima. Sebanyak 58 orang terlayani dalam dua pekan.',
    body: `Kursi roda yang terlalu besar akhirnya hanya menjadi jemuran. Belajar dari itu, Dinas Sosial mengirim teknisi ke balai desa untuk mengukur lebih dahulu.

Dalam dua pekan, 58 orang dari 22 desa di Lebaksiu, Balapulang, dan Pagerbarang diukur: 31 kursi roda, 15 kaki palsu, 8 alat bantu dengar, dan 4 tongkat penuntun. Alat diserahkan setelah dicoba berjalan di rumah masing-masing.

Pendamping desa mengunjungi setiap penerima pada bulan pertama dan ketiga. Alat yang rusak diperbaiki gratis selama setahun.`,
  },
]
