import type { DemoPublication } from './types.ts'

/** Farms, fisheries, markets, small business and work. */
export const publicationsEconomy: DemoPublication[] = [
  {
    unit: 'pertanian', kind: 'berita', daysAgo: 3, at: '10:10', place: '33.28.05', tags: ['panen', 'padi', 'Pagerbarang'],
    title: 'Panen Padi Pagerbarang Rata-Rata 6,3 Ton per Hektare',
    summary: 'Hasil ubinan di 12 petak lebih tinggi 0,4 ton dibandingkan musim lalu. Serangan wereng terkendali dengan tanam serempak.',
    body: `Ubinan di dua belas petak di Desa Kertaharja, Surokidul, dan Randusari menunjukkan hasil rata-rata 6,3 ton gabah kering panen per hektare, naik 0,4 ton dari musim yang sama tahun lalu.

Penyuluh menyebut dua penyebab: tanam serempak dalam dua belas hari sehingga wereng tidak berpindah petak, dan pemupukan menurut bagan warna daun. Di Desa Semboja, 14 hektare yang ditanam terlambat hanya menghasilkan 5,1 ton.

Harga gabah di tingkat petani Rp6.500–Rp6.700 per kilogram. Bulog menyerap 320 ton selama dua pekan; sisanya dibeli penggilingan setempat.

Jerami diminta tidak dibakar. Lima mesin pencacah dapat dipinjam tanpa sewa di balai penyuluhan.`,
    cover: { motif: 'farm', alt: 'Sawah menguning berteras dengan gunung di kejauhan' },
  },
  {
    unit: 'pertanian', kind: 'program', daysAgo: 26, at: '08:50', place: '33.28.03', tags: ['hortikultura', 'strawberi', 'Bojong'],
    title: 'Sekolah Lapang Sayur Dataran Tinggi di Tuwel dan Rembul',
    summary: 'Lima puluh petani belajar mengurangi pestisida dengan pengamatan mingguan. Kentang dan kubis menjadi tanaman percobaan.',
    body: `Sekolah lapang sayuran dataran tinggi berlangsung enam belas pekan di Desa Tuwel dan Rembul, Kecamatan Bojong. Lima puluh petani mengelola dua petak berdampingan: satu dengan kebiasaan lama, satu dengan pengamatan hama setiap pekan.

Pada musim sebelumnya, petak pengamatan hanya disemprot empat kali, petak biasa sebelas kali, sedangkan hasil kentangnya hampir sama: 18,2 dan 18,7 ton per hektare. Selisih biaya pestisida Rp9,4 juta.

Peserta juga membuat pupuk dari kotoran sapi perah Desa Sigedong dan belajar mencatat ongkos. Pendaftaran angkatan berikutnya melalui kelompok tani.`,
    cover: { motif: 'farm', alt: 'Kebun sayur berteras' },
  },
  {
    unit: 'perikanan', kind: 'berita', daysAgo: 10, at: '07:40', place: '33.28.16', tags: ['nelayan', 'TPI', 'Suradadi'],
    title: 'Lelang Ikan Suradadi Naik, Nelayan Terima Bayaran Hari Itu Juga',
    summary: 'Nilai lelang bulan lalu Rp1,92 miliar. Pembayaran langsung ke rekening mengurangi utang kepada bakul.',
    body: `Nilai lelang di Tempat Pelelangan Ikan Suradadi bulan lalu mencapai Rp1,92 miliar, naik 11 persen. Teri nasi, rajungan, dan kembung menyumbang tiga perempatnya.

Sejak tiga bulan lalu hasil lelang dibayarkan ke rekening nelayan pada hari yang sama. Sebelumnya nelayan menunggu bakul menjual kembali, rata-rata enam hari, dan sering meminjam untuk membeli solar.

Dari 612 nelayan terdaftar, 574 sudah mempunyai rekening. Sisanya lanjut usia dan boleh menerima tunai di loket dengan saksi.

Retribusi lelang tetap 2,4 persen, dan rinciannya ditempel di dinding TPI setiap tanggal 5.`,
    cover: { motif: 'sea', alt: 'Perahu nelayan di laut utara' },
  },
  {
    unit: 'perikanan', kind: 'pengumuman', daysAgo: 18, at: '08:10', tags: ['pangan murah', 'harga', 'inflasi'],
    title: 'Gerakan Pangan Murah di Enam Kecamatan Pekan Ini',
    summary: 'Beras, minyak, telur, cabai, dan ikan dijual di bawah harga pasar. Pembelian dibatasi agar merata.',
    body: `Gerakan pangan murah diadakan pukul 07.30–10.30 WIB atau sampai habis:

| Hari | Tempat |
|---|---|
| {kerja:+1} | Lapangan Kecamatan Tarub |
| {kerja:+2} | Halaman Kecamatan Dukuhturi |
| {kerja:+3} | Lapangan Desa Margasari |

Beras medium Rp60.000 per 5 kilogram, minyak goreng Rp15.500 per liter, telur Rp25.500 per kilogram, cabai merah Rp32.000 per kilogram. Setiap keluarga boleh membeli beras paling banyak 10 kilogram.

Bawalah tas belanja sendiri. Tiga kecamatan lainnya diumumkan lewat kanal kecamatan.`,
    cover: { motif: 'market', alt: 'Kios-kios pasar' },
  },
  {
    unit: 'dinkopukmdag', kind: 'kegiatan', daysAgo: 2, at: '15:50', tags: ['UMKM', 'bimtek', 'foto produk'],
    title: 'Bimtek Foto dan Harga bagi 60 Pelaku UMKM Pangan',
    summary: 'Peserta pulang membawa foto produk, hitungan harga pokok, dan etalase daring yang sudah tayang.',
    body: `Enam puluh pelaku usaha mikro dari Dukuhturi, Tarub, Pangkah, dan Lebaksiu mengikuti bimbingan teknis dua hari di gedung Dekranasda Slawi. Mereka membuat kerupuk antor, tahu aci, kacang bogares, latopia, dan sirup jahe.

Hari pertama dipakai menghitung harga pokok. Empat puluh satu peserta baru mengetahui bahwa tenaga keluarga juga biaya; sembilan di antaranya ternyata menjual di bawah ongkos.

Hari kedua memotret dengan cahaya jendela dan ponsel, lalu mengunggah ke etalase produk daerah. Sebelum pulang, 143 produk sudah tayang.

Pendampingan berlanjut tiga bulan. Peserta yang belum memiliki sertifikat halal dan P-IRT didaftarkan bersama.`,
    activity: { fromDaysAgo: 3, toDaysAgo: 2 },
    english: {
      title: 'Photo and Pricing Course for 60 Small Food Businesses',
      summary: 'Participants left with product photos, a cost calculation and an online shop window already published.',
      body: `Sixty micro businesses from Dukuhturi, Tarub, Pangkah and Lebaksiu took part in a two-day course in Slawi. They make crackers, tofu, Bogares peanuts, pastries and ginger syrup.

The first day was for costs: forty-one learned that family labour is a cost too, and nine found they had been selling below it. On the second day they photographed their products by window light and published 143 of them in the regency's showcase.

Coaching continues for three months.`,
    },
    cover: { motif: 'market', alt: 'Deretan kios dengan atap berwarna' },
  },
  {
    unit: 'dinkopukmdag', kind: 'pengumuman', daysAgo: 0, at: '09:05', place: '33.28.11', tags: ['pasar', 'pedagang', 'Adiwerna'],
    title: 'Pedagang Pasar Banjaran Mulai Pindah ke Kios Sementara',
    summary: 'Sebanyak 412 pedagang blok C menempati kios sementara di sisi timur selama atap dan saluran pasar diperbaiki.',
    body: `Perbaikan atap dan saluran Blok C Pasar Banjaran, Kecamatan Adiwerna, dimulai pekan depan. Sebanyak 412 pedagang menempati kios sementara di sisi timur mulai {kerja:+1}.

Nomor kios diundi terbuka kemarin disaksikan paguyuban pedagang. Daftar lengkap ditempel di kantor pasar. Kios sementara tidak ditarik sewa; retribusi harian tetap.

Kendaraan bongkar muat masuk dari Jalan Raya Ujungrusi pukul 22.00–05.00 WIB. Pekerjaan direncanakan 75 hari. Jika hujan lebat, pompa disiagakan karena saluran lama ditutup sebagian.`,
    cover: { motif: 'market', alt: 'Atap-atap pasar' },
  },
  {
    unit: 'perintransnaker', kind: 'kegiatan', daysAgo: -6, at: '08:00', state: 'scheduled', tags: ['bursa kerja', 'lowongan'],
    title: 'Bursa Kerja Slawi: 38 Perusahaan, 2.140 Lowongan',
    summary: 'Dua hari di GOR Tri Sanja. Pelamar difabel dilayani di meja khusus, wawancara dapat langsung di tempat.',
    body: `Bursa kerja diadakan di GOR Tri Sanja, Slawi, {hari:+2} dan {hari:+3} pukul 08.00–15.00 WIB. Tiga puluh delapan perusahaan membawa 2.140 lowongan, 860 di antaranya di Kabupaten Tegal: garmen, sepatu, pengolahan ikan, logam, dan ritel.

Pelamar cukup membawa kartu pencari kerja dan ijazah asli untuk diperlihatkan; salinan dibuat gratis di tempat. Meja khusus disediakan bagi pelamar difabel, dengan juru bahasa isyarat.

Tidak ada pungutan dalam bentuk apa pun. Lowongan luar negeri hanya dari perusahaan penempatan berizin yang daftarnya ditempel di pintu masuk.`,
    activity: { fromDaysAgo: -8, toDaysAgo: -9 },
    cover: { motif: 'meeting', alt: 'Orang berkumpul di gedung olahraga' },
  },
  {
    unit: 'perintransnaker-blk', kind: 'pengumuman', daysAgo: 13, at: '09:30', tags: ['pelatihan kerja', 'BLK'],
    title: 'Pendaftaran Pelatihan Las, Menjahit, dan Barista Dibuka',
    summary: 'Delapan puluh tempat gratis dengan uang transpor. Diutamakan warga yang belum bekerja dan kepala keluarga perempuan.',
    body: `UPTD Balai Latihan Kerja membuka lima kelas, masing-masing enam belas peserta:

- las busur dan las MIG (240 jam);
- menjahit garmen (200 jam);
- barista dan olahan kopi (120 jam);
- servis sepeda motor injeksi (240 jam);
- desain kemasan (120 jam).

Syarat: warga Kabupaten Tegal, usia 18–45 tahun, belum bekerja. Kuota 30 persen disisihkan bagi kepala keluarga perempuan dan penyandang disabilitas. Pendaftaran sampai {tgl:+10}; seleksi berupa wawancara singkat.

Dari angkatan sebelumnya, 71 persen lulusan bekerja atau membuka usaha dalam enam bulan.`,
  },
  {
    unit: 'setda-perekonomian', kind: 'infografis', daysAgo: 1, at: '07:50', tags: ['harga pangan', 'inflasi', 'pasar'],
    title: 'Harga Pangan Pekan Ini di Lima Pasar',
    summary: 'Cabai rawit turun Rp6.000, bawang merah naik Rp2.500. Beras medium tetap.',
    body: `Pemantauan petugas di Pasar Trayeman, Banjaran, Margasari, Balamoa, dan Suradadi, pukul 06.00 WIB (rupiah per kilogram):

| Barang | Pekan lalu | Pekan ini |
|---|---:|---:|
| Beras medium | 13.500 | 13.500 |
| Cabai rawit merah | 48.000 | 42.000 |
| Bawang merah | 31.500 | 34.000 |
| Telur ayam | 27.500 | 27.000 |
| Daging ayam | 36.000 | 36.500 |
| Minyak goreng kemasan | 18.000 | 18.000 |

Kenaikan bawang merah terjadi karena panen di Brebes terlambat sepuluh hari. Stok beras cukup untuk tiga bulan.`,
    cover: { motif: 'market', alt: 'Lapak bahan pangan' },
  },
  {
    unit: 'dispermades', kind: 'berita', daysAgo: 6, at: '14:35', tags: ['APBDes', 'transparansi', 'dana desa'],
    title: 'APBDes Wajib Terpasang di Balai Desa dan Kanal Desa',
    summary: 'Dari 281 desa, 248 sudah memasang ringkasan APBDes dan 197 menayangkannya di kanal desa. Sisanya diberi waktu sebulan.',
    body: `Pemeriksaan bersama kecamatan menunjukkan 248 dari 281 desa telah memasang papan ringkasan APBDes, dan 197 desa juga menayangkannya di kanal publikasi desa. Tiga puluh tiga desa yang belum memasang diberi waktu satu bulan.

Ringkasan harus memuat pendapatan, belanja per bidang, sisa lebih, dan nama penanggung jawab setiap kegiatan fisik. Papan dipasang di tempat yang dapat dibaca tanpa masuk ke dalam kantor.

Desa Bulakwaru, Kalisapu, dan Lebaksiu Lor dijadikan contoh karena menambahkan foto sebelum dan sesudah pekerjaan serta daftar toko tempat berbelanja.`,
    cover: { motif: 'document', alt: 'Papan ringkasan anggaran' },
  },
  {
    unit: 'dispermades', kind: 'program', daysAgo: 50, at: '10:00', tags: ['BUMDes', 'koperasi desa'],
    title: 'Pendampingan 40 BUMDes yang Mati Suri',
    summary: 'Empat puluh badan usaha milik desa yang dua tahun tidak melapor didampingi menyusun laporan dan memilih satu usaha inti.',
    body: `Dari 263 badan usaha milik desa, 40 tidak menyerahkan laporan selama dua tahun. Penyebabnya beragam: pengurus merantau, modal dipinjam tanpa catatan, atau usahanya terlalu banyak.

Pendampingan dilakukan dalam tiga langkah. Pertama, membuka pembukuan bersama pengawas desa. Kedua, memilih satu usaha yang sungguh dibutuhkan warga, misalnya pengelolaan air, sampah, atau sewa alat tani. Ketiga, mengganti pengurus melalui musyawarah.

Enam desa di Kecamatan Jatinegara dan Kedungbanteng menjadi angkatan pertama. Hasilnya dilaporkan terbuka setiap tiga bulan.`,
  },
]
