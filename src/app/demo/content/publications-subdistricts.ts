import type { DemoPublication } from './types.ts'

/** What the 18 subdistricts of Kabupaten Tegal publish. */
export const publicationsSubdistricts: DemoPublication[] = [
  {
    unit: '33.28.01', kind: 'berita', daysAgo: 8, at: '09:30', tags: ['jalan', 'perlintasan kereta', 'Prupuk'],
    title: 'Perlintasan Prupuk Utara Dijaga Dua Puluh Empat Jam',
    summary: 'Palang dan pos jaga perlintasan kereta di Prupuk Utara selesai. Dua belas warga setempat dilatih menjadi penjaga.',
    body: `Perlintasan kereta di Desa Prupuk Utara, Kecamatan Margasari, kini dijaga dua puluh empat jam. Dua belas warga yang lulus pelatihan bekerja dalam tiga giliran dan digaji dari anggaran kabupaten.

Perlintasan ini dilewati 58 kereta setiap hari karena menjadi percabangan jalur utara dan selatan. Dalam lima tahun terjadi empat kecelakaan. Camat mengingatkan pengendara tetap berhenti sejenak meskipun palang terbuka.`,
  },
  {
    unit: '33.28.02', kind: 'pengumuman', daysAgo: 2, at: '08:20', tags: ['longsor', 'Bumijawa', 'jalan'],
    title: 'Jalan Carul–Cawitali Hanya untuk Roda Dua Sementara Waktu',
    summary: 'Bahu jalan ambles sepanjang 12 meter. Truk sayur dan pikap memutar lewat Traju sampai perbaikan selesai.',
    body: `Bahu jalan kabupaten antara Desa Carul dan Cawitali ambles sepanjang 12 meter setelah hujan dua malam. Untuk keselamatan, ruas itu hanya dapat dilalui sepeda motor.

Truk sayur dan pikap memutar melalui Desa Traju, menambah jarak sekitar sembilan kilometer. Petugas DPU memasang bronjong mulai {kerja:+1}. Relawan desa berjaga di kedua ujung pada malam hari; pengendara diminta menuntun motor ketika hujan.`,
  },
  {
    unit: '33.28.03', kind: 'kegiatan', daysAgo: 16, at: '10:00', tags: ['stunting', 'rembuk', 'Bojong'],
    title: 'Rembuk Stunting Bojong Sepakati Dapur Gizi di Tujuh Belas Desa',
    summary: 'Setiap desa menyisihkan dana untuk makanan tambahan selama 90 hari bagi 412 balita.',
    body: `Tujuh belas desa di Kecamatan Bojong sepakat membuka dapur gizi. Sasarannya 412 balita yang berat badannya tidak naik dua bulan berturut-turut. Makanan dimasak kader dari telur, lele, dan sayur petani sendiri.

Desa Kedawung dan Suniarsih akan memasak bersama karena sasarannya sedikit. Puskesmas Bojong dan Danasari menimbang setiap dua pekan, dan hasilnya dibahas terbuka di kecamatan setiap bulan.`,
  },
  {
    unit: '33.28.04', kind: 'berita', daysAgo: 1, at: '14:15', tags: ['pelayanan', 'Balapulang', 'kecamatan'],
    title: 'Surat Pengantar di Balapulang Cukup Sekali Datang',
    summary: 'Berkas dari desa diterima kecamatan lewat sistem, warga hanya datang untuk mengambil. Rata-rata selesai 23 menit.',
    body: `Mulai pekan ini, warga 20 desa di Kecamatan Balapulang tidak perlu membawa berkas dari balai desa ke kecamatan. Operator desa mengirimkannya lewat sistem, petugas kecamatan memeriksa, dan warga datang satu kali untuk mengambil dokumen.

Pada tiga hari pertama, 74 permohonan diselesaikan dengan rata-rata 23 menit sejak diterima. Yang paling jauh, warga Pamiritan, menghemat satu kali perjalanan 16 kilometer. Camat Arum Widyaningtyas meminta warga melapor jika masih diminta membawa fotokopi.`,
  },
  {
    unit: '33.28.05', kind: 'kegiatan', daysAgo: 29, at: '13:00', tags: ['pemuda', 'karang taruna', 'Pagerbarang'],
    title: 'Karang Taruna Pagerbarang Hidupkan Lapangan Desa',
    summary: 'Liga antardesa dengan tiga belas tim dimainkan tanpa sponsor rokok. Pedagang kecil ikut merasakan.',
    body: `Tiga belas desa mengirim tim dalam liga sepak bola antarkampung Kecamatan Pagerbarang. Pertandingan bergilir di lapangan Jatiwangi, Mulyoharjo, dan Kedungsugih setiap Sabtu dan Minggu sore.

Panitia menolak sponsor rokok; biaya Rp18,5 juta ditutup dari iuran desa, parkir, dan sewa lapak. Setiap tim wajib memainkan tiga pemain berusia di bawah 19 tahun. Final dimainkan sebelum musim tanam.`,
    activity: { fromDaysAgo: 36, toDaysAgo: 8 },
  },
  {
    unit: '33.28.06', kind: 'berita', daysAgo: 5, at: '11:40', tags: ['pasar', 'Lebaksiu', 'martabak'],
    title: 'Perantau Martabak Lebaksiu Pulang Membawa Modal Bersama',
    summary: 'Paguyuban perantau mendanai 35 gerobak bagi pemuda Lebaksiu Lor dan Kajen dengan cicilan tanpa bunga.',
    body: `Paguyuban perantau penjual martabak asal Kecamatan Lebaksiu menyerahkan 35 gerobak kepada pemuda Desa Lebaksiu Lor, Lebaksiu Kidul, dan Kajen. Gerobak dicicil Rp400.000 per bulan tanpa bunga; angsurannya dipakai membeli gerobak berikutnya.

Sebelum berangkat, pemuda berlatih dua pekan: adonan, kebersihan, dan pembukuan. Camat memfasilitasi pembuatan NIB dan kepesertaan BPJS Ketenagakerjaan bagi semua peserta.`,
    cover: { motif: 'market', alt: 'Gerobak dan lapak makanan' },
  },
  {
    unit: '33.28.07', kind: 'pengumuman', daysAgo: 6, at: '08:00', tags: ['gerakan tanah', 'Jatinegara', 'Padasari'],
    title: 'Warga Padasari dan Penyalahan Diminta Memeriksa Retakan Tanah',
    summary: 'Memasuki musim hujan, retakan lama ditutup lempung dan saluran dialirkan menjauhi lereng. Laporkan bila melebar.',
    body: `Memasuki musim hujan, pemerintah kecamatan meminta warga Desa Padasari, Penyalahan, dan Dukuhbangsa memeriksa retakan tanah di sekitar rumah. Tanah di wilayah ini mudah bergerak bila jenuh air.

- Tutup retakan dengan tanah liat yang dipadatkan.
- Alirkan air talang dan dapur menjauhi lereng.
- Pasang patok di kedua sisi retakan dan ukur setiap pekan.

Bila jarak patok bertambah lebih dari dua sentimeter dalam sehari, tinggalkan rumah dan hubungi kepala dusun.`,
  },
  {
    unit: '33.28.08', kind: 'berita', daysAgo: 18, at: '09:45', tags: ['Cacaban', 'wisata', 'Kedungbanteng'],
    title: 'Pengelola Perahu Waduk Cacaban Sepakati Rompi Wajib',
    summary: 'Tiga puluh satu perahu wisata diperiksa. Penumpang tanpa rompi tidak diberangkatkan, tarif dipasang di dermaga.',
    body: `Pengelola perahu wisata di Waduk Cacaban sepakat tidak memberangkatkan penumpang tanpa rompi. Tiga puluh satu perahu diperiksa Dinas Perhubungan; empat dilarang berlayar sampai lambungnya diperbaiki.

Tarif Rp15.000 per orang dipasang di dermaga Desa Penujah, paling banyak delapan penumpang. Hasil tangkapan ikan warga Karanganyar dan Tonggara dijual di kios bersama yang mulai buka pekan depan.`,
    cover: { motif: 'water', alt: 'Waduk dengan perbukitan' },
  },
  {
    unit: '33.28.09', kind: 'kegiatan', daysAgo: 23, at: '15:40', tags: ['UMKM', 'kacang bogares', 'Pangkah'],
    title: 'Kacang Bogares dari Pangkah Punya Merek Bersama',
    summary: 'Empat puluh dua perajin Bogares Kidul dan Bogares Lor mendaftarkan merek kolektif dan menyamakan ukuran kemasan.',
    body: `Empat puluh dua perajin kacang dari Desa Bogares Kidul dan Bogares Lor mendaftarkan merek kolektif. Selama ini kacang dari luar daerah dijual dengan nama Bogares di pusat oleh-oleh.

Anggota menyepakati cara sangrai dengan pasir, masa simpan tiga bulan, dan kemasan 250 gram. Dua orang dari setiap desa memeriksa mutu secara bergilir. Kecamatan Pangkah menanggung biaya pengujian laboratorium tahun pertama.`,
  },
  {
    unit: '33.28.10', kind: 'pengumuman', daysAgo: 0, at: '08:10', tags: ['pelayanan', 'Slawi', 'kecamatan'],
    title: 'Kantor Kecamatan Slawi Melayani di Pasar Trayeman Setiap Kamis',
    summary: 'Surat pengantar, legalisasi, dan konsultasi pertanahan dapat diurus di los tengah pasar pukul 07.00–11.00 WIB.',
    body: `Mulai pekan depan petugas Kecamatan Slawi membuka meja pelayanan di los tengah Pasar Trayeman setiap Kamis pukul 07.00–11.00 WIB. Layanan yang tersedia: surat pengantar, legalisasi, dispensasi nikah, serta konsultasi pertanahan.

Gagasan ini datang dari pedagang yang sulit meninggalkan kios. Berkas yang tidak selesai di tempat diantar ke kios pada hari berikutnya. Pelayanan di kantor kecamatan tetap buka seperti biasa.`,
    cover: { motif: 'market', alt: 'Los pasar dengan meja pelayanan' },
  },
  {
    unit: '33.28.10', kind: 'berita', daysAgo: 7, at: '16:05', tags: ['kelurahan', 'Slawi', 'taman'],
    title: 'Lima Kelurahan dan Lima Desa di Slawi Bahas Satu Peta Drainase',
    summary: 'Genangan di Kagok ternyata bermula dari saluran tersumbat di Dukuhsalam. Perbaikan disepakati berurutan dari hilir.',
    body: `Kecamatan Slawi mempertemukan lima lurah dan lima kepala desa untuk melihat satu peta drainase. Selama ini setiap wilayah memperbaiki salurannya sendiri, dan genangan hanya berpindah.

Peta menunjukkan genangan di Kelurahan Kagok bermula dari penyempitan saluran di perbatasan Dukuhsalam. Disepakati pengerukan dari hilir ke hulu: Trayeman lebih dahulu, lalu Dukuhsalam, Kagok, dan Procot. Kerja bakti pertama diikuti 180 warga.`,
  },
  {
    unit: '33.28.11', kind: 'berita', daysAgo: 11, at: '09:10', tags: ['limbah', 'tahu', 'Adiwerna'],
    title: 'Limbah Tahu Adiwerna Menyalakan 64 Kompor',
    summary: 'Instalasi biogas kedua di Pesarean dan Kalimati mengolah 21 meter kubik limbah cair setiap hari.',
    body: `Instalasi biogas bersama kedua di Kecamatan Adiwerna mulai bekerja. Limbah cair dari 27 perajin tahu di Desa Adiwerna, Kalimati, dan Pesarean, sekitar 21 meter kubik per hari, diolah menjadi gas bagi 64 rumah.

Keluarga penerima membayar Rp20.000 per bulan untuk perawatan, jauh di bawah ongkos elpiji. Air buangan instalasi diperiksa setiap bulan sebelum dialirkan ke sungai.`,
  },
  {
    unit: '33.28.12', kind: 'kegiatan', daysAgo: 14, at: '13:30', tags: ['logam', 'magang', 'Talang'],
    title: 'Bengkel Talang Terima Empat Puluh Magang SMK',
    summary: 'Murid belajar tiga bulan di bengkel Pesayangan, Kajen, dan Pegirikan dengan uang saku dan jaminan kecelakaan kerja.',
    body: `Empat puluh murid SMK memulai magang tiga bulan di sembilan belas bengkel logam di Desa Pesayangan, Kajen, dan Pegirikan, Kecamatan Talang. Mereka membuat komponen pompa, engsel, dan alat dapur.

Bengkel memberi uang saku Rp35.000 per hari; kecamatan mengurus jaminan kecelakaan kerja. Sebelum masuk, murid dilatih memakai kacamata dan sarung tangan, kebiasaan yang diharapkan menular kepada pekerja lama.`,
    activity: { fromDaysAgo: 15, toDaysAgo: -75 },
  },
  {
    unit: '33.28.13', kind: 'pengumuman', daysAgo: 4, at: '07:30', tags: ['lalu lintas', 'Dukuhturi', 'pasar tumpah'],
    title: 'Uji Coba Satu Arah di Depan Pasar Kupu',
    summary: 'Jalan di depan pasar satu arah ke selatan pukul 05.30–08.30 WIB selama dua pekan, bersamaan dengan jam masuk sekolah.',
    body: `Mulai {kerja:+1} jalan di depan Pasar Kupu, Kecamatan Dukuhturi, diberlakukan satu arah ke selatan pukul 05.30–08.30 WIB selama dua pekan. Pada jam itu pedagang tumpah ke badan jalan bersamaan dengan anak berangkat sekolah.

Kendaraan ke utara melewati Pengabean dan Lawatan. Sesudah uji coba, pedagang, sekolah, dan warga diundang menilai hasilnya di pendopo kecamatan.`,
  },
  {
    unit: '33.28.14', kind: 'berita', daysAgo: 52, at: '10:25', tags: ['tebu', 'irigasi', 'Tarub'],
    title: 'Petani Tarub Beralih dari Tebu ke Bawang dan Jagung',
    summary: 'Luas tebu di Kecamatan Tarub turun 140 hektare dalam dua tahun. Penyuluh mengingatkan risiko harga bawang.',
    body: `Luas tanaman tebu di Kecamatan Tarub turun dari 512 menjadi 372 hektare dalam dua tahun. Petani di Kedokansayang, Margapadang, dan Kesamiran beralih ke bawang merah dan jagung karena masa tanamnya lebih pendek.

Penyuluh mengingatkan bahwa biaya bawang merah mencapai Rp95 juta per hektare dan harganya mudah jatuh. Kelompok tani dianjurkan menanam bergilir serta menyimpan sebagian hasil di gudang Desa Mindaka.`,
  },
  {
    unit: '33.28.15', kind: 'berita', daysAgo: 3, at: '08:35', tags: ['rob', 'mangrove', 'Kramat'],
    title: 'Tanggul Geotekstil Maribaya Bertahan Melewati Rob',
    summary: 'Gelombang setinggi 1,1 meter tidak melewati tanggul. Warga menanam 6.000 bibit bakau di belakangnya.',
    body: `Tanggul karung geotekstil sepanjang 420 meter di pantai Desa Maribaya, Kecamatan Kramat, bertahan melewati rob tiga hari berturut-turut. Air yang tahun lalu mencapai 47 rumah kini berhenti di tambak.

Di belakang tanggul, warga bersama kelompok pembibit Munjungagung menanam 6.000 bakau. Jarak tanam rapat supaya lumpur tertahan. Kecamatan meminta perahu tidak ditambat pada karung karena dapat merobeknya.`,
    cover: { motif: 'sea', alt: 'Ombak di pantai utara' },
  },
  {
    unit: '33.28.16', kind: 'kegiatan', daysAgo: 37, at: '15:00', tags: ['sedekah laut', 'nelayan', 'Suradadi'],
    title: 'Sedekah Laut Suradadi Kembali Memakai Perahu Kecil',
    summary: 'Arak-arakan 86 perahu berlangsung tertib. Sesaji dibuat dari bahan yang habis dimakan ikan.',
    body: `Delapan puluh enam perahu mengiringi sedekah laut nelayan Kecamatan Suradadi. Berbeda dari tahun-tahun lalu, sesaji dibuat tanpa plastik dan tanpa cat: nasi, buah, dan anyaman janur.

Sebelum berlayar, penumpang dicatat dan memakai pelampung. Malam harinya wayang digelar di lapangan Desa Suradadi, diselingi penyuluhan asuransi nelayan; 131 orang mendaftar di tempat.`,
    activity: { fromDaysAgo: 38, toDaysAgo: 38 },
    cover: { motif: 'sea', alt: 'Perahu-perahu hias di laut' },
  },
  {
    unit: '33.28.17', kind: 'pengumuman', daysAgo: 0, at: '06:20', tags: ['banjir', 'pengungsian', 'Warureja'],
    title: 'Posko Siaga Banjir Warureja Dibuka di Kantor Kecamatan',
    summary: 'Menindaklanjuti Siaga Tiga Kali Rambut, posko buka 24 jam. Tempat pengungsian dan kendaraan sudah disiapkan.',
    body: `Menindaklanjuti peringatan BPBD, posko siaga banjir dibuka di kantor Kecamatan Warureja selama 24 jam. Dua truk dan satu perahu karet siap; tempat pengungsian di SMP Negeri 1 Warureja dan balai Desa Banjaragung.

Keluarga dengan lansia, bayi, atau anggota yang sakit dapat dijemput lebih awal. Hubungi kepala dusun atau perangkat desa Kedungjati, Sidamulya, dan Rangi Mulya. Jangan menyeberangi jembatan kayu ketika air menyentuh gelagar.`,
  },
  {
    unit: '33.28.18', kind: 'kegiatan', daysAgo: 10, at: '10:45', tags: ['gotong royong', 'irigasi', 'Dukuhwaru'],
    title: 'Kerja Bakti Saluran Kumisik Libatkan Sepuluh Desa Dukuhwaru',
    summary: 'Empat kilometer saluran dibersihkan dari eceng gondok dan sampah sebelum hujan. Sampah plastik diangkut 7 truk.',
    body: `Sekitar 600 warga dari sepuluh desa di Kecamatan Dukuhwaru membersihkan empat kilometer saluran irigasi Kumisik. Eceng gondok diangkat untuk kompos; sampah plastik memenuhi tujuh truk.

Titik terparah ada di bawah jembatan Blubuk, tempat popok dan karung menumpuk. Desa Gumayun dan Selapura sepakat memasang jaring penahan dan membersihkannya bergilir setiap Jumat.`,
    activity: { fromDaysAgo: 12, toDaysAgo: 12 },
  },
]
