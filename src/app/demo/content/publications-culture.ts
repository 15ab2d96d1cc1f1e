import type { DemoPublication } from './types.ts'

/** Tourism, sport, crafts and festivals. */
export const publicationsCulture: DemoPublication[] = [
  {
    unit: 'porapar', kind: 'kegiatan', daysAgo: 1, at: '16:20', place: '33.28.10', tags: ['moci', 'teh poci', 'festival'],
    title: 'Festival Moci Hanggawana Seduh 3.000 Poci',
    summary: 'Warga minum teh bersama di alun-alun dengan gula batu dan poci tanah liat. Lima pabrik teh membuka stan seduh.',
    body: `Sekitar sembilan ribu orang memenuhi Alun-Alun Hanggawana dalam Festival Moci, {hari:-1} malam. Tiga ribu poci tanah liat, sebagian besar buatan perajin Desa Karanganyar, diseduh bersamaan pukul 19.00 WIB.

Aturannya sederhana: wangi, panas, sepet, legi, kentel. Gula batu tidak diaduk, dibiarkan larut sendiri.

Lima pabrik teh membuka stan, dan 72 pedagang makanan dari 18 kecamatan menjual tahu aci, sate balibul, olos, serta kupat glabed. Panitia mencatat perputaran uang Rp412 juta dalam satu malam.

Gelas sekali pakai dilarang. Sampah yang terkumpul 1,1 ton, kurang dari separuh tahun lalu; ampas teh dibawa ke rumah kompos Kalisapu.`,
    activity: { fromDaysAgo: 2, toDaysAgo: 2 },
    english: {
      title: 'Moci Festival Brews 3,000 Clay Pots of Tea',
      summary: 'Residents drank tea together on the square in Slawi, with rock sugar in clay pots. Five tea factories opened brewing stands.',
      body: `About nine thousand people filled Hanggawana Square for the Moci Festival. At 7 pm three thousand clay pots were brewed at once.

*Moci* is the Tegal way of drinking tea: fragrant, hot, slightly bitter, sweet and strong, with rock sugar that is never stirred.

Seventy-two food sellers from all 18 subdistricts took part. Disposable cups were not allowed, and waste was less than half of last year's.`,
    },
    cover: { motif: 'market', alt: 'Deretan lapak festival pada malam hari' },
  },
  {
    unit: 'porapar-guci', kind: 'pengumuman', daysAgo: 3, at: '08:00', place: '33.28.02.2001', tags: ['Guci', 'wisata', 'tiket'],
    title: 'Tiket Masuk Guci Nontunai dan Jalur Satu Arah pada Akhir Pekan',
    summary: 'Mulai Sabtu, pembayaran di gerbang memakai QRIS atau kartu. Kendaraan masuk lewat Tuwel dan keluar lewat Bumijawa.',
    body: `Mulai Sabtu ini tiket masuk kawasan wisata Guci dibayar dengan QRIS atau kartu uang elektronik. Satu loket tunai tetap dibuka bagi pengunjung yang tidak mempunyai keduanya.

Setiap Sabtu dan Minggu pukul 07.00–17.00 WIB berlaku jalur satu arah: masuk dari Tuwel (Bojong), keluar melalui Bumijawa. Bus besar berhenti di terminal bawah; pengunjung melanjutkan dengan angkutan desa Rp5.000 sekali jalan.

Harga tiket tidak berubah: Rp15.000 dewasa dan Rp10.000 anak. Warga Desa Guci dan Rembul masuk tanpa tiket dengan menunjukkan KTP.`,
    english: {
      title: 'Cashless Tickets and One-Way Traffic in Guci at Weekends',
      summary: 'From Saturday the gate takes QRIS or card. Vehicles enter through Tuwel and leave through Bumijawa.',
      body: `From this Saturday, entry to the Guci hot springs is paid by QRIS or electronic money card. One cash counter stays open.

On Saturdays and Sundays, 7 am to 5 pm, traffic is one-way: in from Tuwel, out through Bumijawa. Large coaches stop at the lower terminal; a village shuttle costs Rp5,000.

Prices are unchanged: Rp15,000 for adults, Rp10,000 for children.`,
    },
    cover: { motif: 'water', alt: 'Air terjun dan pemandian di lereng gunung' },
  },
  {
    unit: 'porapar', kind: 'berita', daysAgo: 12, at: '10:35', tags: ['wisata', 'kunjungan', 'data'],
    title: 'Kunjungan Wisata Naik 9 Persen, Desa Wisata Menyusul Guci',
    summary: 'Sebanyak 1,18 juta kunjungan dalam sepuluh bulan. Desa wisata Cempaka, Sitail, dan Rembul tumbuh paling cepat.',
    body: `Dalam sepuluh bulan tercatat 1,18 juta kunjungan wisata di Kabupaten Tegal, naik sembilan persen. Guci masih menyumbang 61 persen, diikuti Pantai Purwahamba Indah dan Waduk Cacaban.

Pertumbuhan tercepat terjadi di desa wisata. Pasar Slumpring di Desa Cempaka dikunjungi rata-rata 2.300 orang setiap Minggu; 118 keluarga berjualan memakai koin bambu. Sitail di Jatinegara mengembangkan jalur sepeda, Rembul di Bojong menyewakan lapangan kemah.

Kekurangannya: 14 dari 29 desa wisata belum mempunyai toilet yang layak, dan enam tidak terjangkau sinyal untuk pembayaran nontunai.`,
    cover: { motif: 'tree', alt: 'Pemandangan desa wisata di perbukitan' },
  },
  {
    unit: 'porapar', kind: 'kegiatan', daysAgo: 40, at: '17:00', tags: ['olahraga', 'pelajar'],
    title: 'Pekan Olahraga Pelajar Diikuti 1.860 Atlet dari 18 Kecamatan',
    summary: 'Kecamatan Adiwerna menjadi juara umum. Cabang baru tahun ini: panjat tebing dan catur cepat.',
    body: `Pekan olahraga pelajar daerah ditutup di GOR Tri Sanja. Sebanyak 1.860 atlet bertanding dalam empat belas cabang selama lima hari. Kecamatan Adiwerna menjadi juara umum dengan 21 emas, disusul Slawi dan Lebaksiu.

Panjat tebing dan catur cepat dipertandingkan pertama kali. Murid SMP dari Bumijawa merebut dua emas panjat tebing setelah berlatih di dinding buatan pemuda desa.

Delapan puluh enam atlet terpilih masuk pemusatan latihan dan mendapat beasiswa sekolah.`,
    activity: { fromDaysAgo: 45, toDaysAgo: 41 },
  },
  {
    unit: 'perintransnaker', kind: 'berita', daysAgo: 19, at: '11:15', place: '33.28.16', tags: ['batik', 'perajin', 'batik Tegalan'],
    title: 'Perajin Batik Tegalan Kembali ke Warna Soga',
    summary: 'Tiga puluh empat perajin dari Pasangan, Bengle, dan Slarangkidul belajar mewarnai dengan tingi, jambal, dan mahoni.',
    body: `Tiga puluh empat perajin batik dari Desa Pasangan dan Bengle (Talang) serta Slarangkidul (Lebaksiu) mengikuti lokakarya pewarna alam selama lima hari. Warna soga khas Tegalan diperoleh dari kulit tingi, jambal, dan mahoni yang direbus dan dicelup hingga dua belas kali.

Batik tulis dengan pewarna alam dijual Rp750.000 sampai Rp2,5 juta, sekitar dua kali harga pewarna sintetis, tetapi waktu pengerjaannya bertambah sepekan. Air buangannya juga jauh lebih mudah diolah.

Motif lama seperti gribigan, beras mawur, dan ukel didokumentasikan ulang dari 61 kain milik keluarga perajin. Gambarnya dapat dilihat di gedung Dekranasda.`,
    cover: { motif: 'market', alt: 'Deretan kain dan kios perajin' },
  },
  {
    unit: 'dikbud-kebudayaan', kind: 'berita', daysAgo: 43, at: '09:40', place: '33.28.18.2007', tags: ['cagar budaya', 'Kalisoka', 'Purbaya'],
    title: 'Kompleks Makam Kalisoka Ditetapkan sebagai Cagar Budaya Kabupaten',
    summary: 'Penetapan mencakup pagar bata, gapura, dan tiga bangunan kayu. Peziarah tetap dapat datang setiap hari.',
    body: `Kompleks makam di Desa Kalisoka, Kecamatan Dukuhwaru, ditetapkan sebagai cagar budaya peringkat kabupaten. Tim ahli menilai gapura bata, pagar keliling, serta tiga cungkup kayu jati masih asli dan menyimpan teknik sambungan lama.

Dengan penetapan ini pemugaran harus memakai bahan dan cara semula, dan didahului gambar ukur. Desa mendapat bantuan perawatan tahunan.

Peziarah tetap dapat datang setiap hari. Juru kunci meminta pengunjung tidak menempelkan dupa pada tiang kayu.`,
  },
  {
    unit: 'dinkopukmdag', kind: 'berita', daysAgo: 71, at: '15:20', place: '33.28.13.2004', tags: ['UMKM', 'warteg', 'Sidapurna'],
    title: 'Koperasi Warteg Belanja Beras Bersama, Hemat Rp840 per Kilogram',
    summary: 'Sebanyak 126 pemilik warung asal Sidapurna dan Sidakaton bergabung untuk membeli beras langsung dari petani.',
    body: `Koperasi pemilik warung Tegal dari Desa Sidapurna dan Sidakaton, Kecamatan Dukuhturi, membeli 74 ton beras langsung dari gabungan kelompok tani Pagerbarang. Dibandingkan harga grosir, anggota menghemat Rp840 per kilogram.

Sebanyak 126 pemilik warung di Jabodetabek menjadi anggota. Pesanan dikumpulkan lewat grup setiap Kamis, beras dikirim Sabtu dengan truk pulang yang selama ini kosong.

Koperasi juga mulai menyediakan buku kas seragam sehingga anggota lebih mudah mengajukan kredit usaha rakyat.`,
    correction: { daysAgo: 70, reason: 'Krandon berada di Kota Tegal; anggota dari sana tidak termasuk dalam angka 126.' },
    cover: { motif: 'market', alt: 'Warung-warung dengan atap berwarna' },
  },
  {
    unit: 'dp3ap2kb', kind: 'kegiatan', daysAgo: 35, at: '10:00', place: '33.28.06.2005', tags: ['kampung KB', 'keluarga', 'Lebaksiu'],
    title: 'Kampung Keluarga Berkualitas Yamansari Membuka Kelas Ayah',
    summary: 'Dua puluh enam ayah belajar merawat bayi, membagi pekerjaan rumah, dan mendengar anak remaja.',
    body: `Kelas Ayah di Kampung Keluarga Berkualitas Desa Yamansari, Kecamatan Lebaksiu, berlangsung enam kali pertemuan pada malam Ahad. Dua puluh enam peserta adalah ayah dari bayi di bawah dua tahun.

Materinya praktis: memandikan bayi, tanda bahaya demam, membagi pekerjaan rumah, dan cara mendengar anak remaja. Pengajarnya bidan desa, guru bimbingan konseling, dan seorang kakek yang membesarkan lima anak.

Empat desa lain meminta modulnya. Bahan ajar dapat diunduh dan diubah sesuai keadaan setempat.`,
    activity: { fromDaysAgo: 65, toDaysAgo: 36 },
  },
  {
    unit: 'pertanian', kind: 'pengumuman', daysAgo: 90, at: '08:20', tags: ['ternak', 'kesehatan hewan'],
    title: 'Vaksinasi Penyakit Mulut dan Kuku bagi Sapi dan Kambing',
    summary: 'Petugas mendatangi kandang kelompok di Sigedong, Batunyana, dan Kedungwungu. Peternak menyiapkan daftar ternak.',
    body: `Vaksinasi penyakit mulut dan kuku putaran kedua dimulai {kerja:+3}. Petugas mendatangi kandang kelompok di Sigedong (Bumijawa), Batunyana (Bojong), dan Kedungwungu (Jatinegara), lalu kandang perorangan menurut daftar penyuluh.

Peternak diminta menyiapkan daftar ternak, memisahkan hewan yang sakit, dan tidak memindahkan ternak tujuh hari sesudah vaksin. Layanan gratis; ternak yang sudah divaksin diberi anting bernomor.`,
  },
]
