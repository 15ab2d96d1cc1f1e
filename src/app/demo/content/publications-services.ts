import type { DemoPublication } from './types.ts'

/** Counters, taxes, civil servants, supervision and the secretariats. */
export const publicationsServices: DemoPublication[] = [
  {
    unit: 'disdukcapil', kind: 'pengumuman', daysAgo: 1, at: '08:30', place: '33.28.10.2001', tags: ['KTP-el', 'perekaman', 'Kalisapu'],
    title: 'Perekaman KTP-el Keliling di Balai Desa Kalisapu',
    summary: 'Warga Kalisapu dan sekitarnya yang berusia 16 tahun ke atas dapat merekam data di balai desa, pukul 08.30–13.00 WIB.',
    body: `Disdukcapil membuka perekaman KTP elektronik keliling di Balai Desa Kalisapu, Kecamatan Slawi, {hari:+3} pukul 08.30–13.00 WIB. Warga Dukuhwringin dan Trayeman juga dilayani.

## Yang dibawa

- fotokopi kartu keluarga;
- bagi yang KTP-nya hilang: surat kehilangan dari kepolisian;
- bagi yang KTP-nya rusak atau berubah data: KTP lama dan dokumen pendukung.

Pelajar berusia 16 tahun boleh merekam lebih dahulu; kartunya dicetak pada hari ulang tahun ke-17. Warga yang sakit atau tidak dapat berjalan didatangi ke rumah, cukup daftarkan melalui ketua RT sehari sebelumnya.

Pelayanan tidak dipungut biaya. Tahun ini perekaman keliling sudah menjangkau 94 desa dan merekam 6.812 orang.`,
    activity: { fromDaysAgo: -2, toDaysAgo: -2 },
    english: {
      title: 'Mobile Identity Card Recording at Kalisapu Village Hall',
      summary: 'Residents aged 16 and over from Kalisapu and nearby villages can have their data recorded at the village hall, 8.30 am to 1 pm.',
      body: `The civil registry opens mobile recording for the electronic identity card at the village hall of Kalisapu, Slawi, on {day:+3}, 8.30 am to 1 pm.

Bring a copy of the family card. If your card was lost, bring the police report; if it is damaged, bring the old card. Pupils aged 16 may record early and receive the card on their 17th birthday.

Those who cannot walk are visited at home; register through the head of the neighbourhood the day before. The service is free.`,
    },
    cover: { motif: 'document', alt: 'Ilustrasi kartu dan formulir' },
  },
  {
    unit: 'disdukcapil-capil', kind: 'program', daysAgo: 29, at: '09:10', tags: ['akta kelahiran', 'bidan desa'],
    title: 'Bayi Pulang Membawa Akta: Kerja Sama dengan 61 Tempat Bersalin',
    summary: 'Akta kelahiran, kartu keluarga baru, dan kartu identitas anak diurus bidan sebelum ibu pulang.',
    body: `Sebanyak 61 tempat bersalin, termasuk semua puskesmas rawat inap, RSUD dr. Soeselo, dan RSUD Suradadi, kini mengirimkan berkas kelahiran langsung ke Disdukcapil. Orang tua menandatangani satu formulir; bidan memotret buku nikah dan kartu keluarga.

Jika berkas lengkap sebelum pukul 13.00, dokumen terbit hari itu dan dicetak di tempat bersalin. Rata-rata sekarang 1,4 hari, sebelumnya 9 hari.

Anak yang lahir di rumah tetap dilayani melalui desa. Untuk pernikahan yang belum tercatat, akta tetap diterbitkan dengan keterangan sesuai peraturan; tidak ada anak yang ditolak.`,
    cover: { motif: 'document', alt: 'Dokumen kependudukan' },
  },
  {
    unit: 'bapenda', kind: 'siaran-pers', daysAgo: 6, at: '09:00', tags: ['PBB', 'pajak', 'penghapusan denda'],
    title: 'Denda PBB Tahun 2014–2024 Dihapus sampai Akhir Desember',
    summary: 'Wajib pajak cukup membayar pokok. Pembayaran dapat di desa, bank, minimarket, atau gerai pajak keliling di 18 kecamatan.',
    body: `Pemerintah Kabupaten Tegal menghapus sanksi administratif Pajak Bumi dan Bangunan Perdesaan dan Perkotaan untuk tahun pajak 2014 sampai 2024. Wajib pajak cukup melunasi pokoknya selambat-lambatnya 31 Desember.

Tunggakan tercatat Rp61,4 miliar pada 214 ribu objek, sebagian karena tanah sudah berpindah tangan tetapi nama di surat pajak belum diganti. Karena itu loket juga melayani pembetulan nama, luas, dan objek ganda.

## Tempat membayar

- balai desa atau kantor kelurahan melalui petugas pemungut yang membawa surat tugas;
- bank daerah, kantor pos, minimarket, dan dompet digital dengan nomor objek pajak;
- gerai pajak keliling: jadwal per kecamatan ditempel di kantor kecamatan.

Mintalah bukti bayar. Pembayaran tanpa bukti resmi dapat dilaporkan kepada Inspektorat.`,
    english: {
      title: 'Land and Building Tax Penalties for 2014–2024 Waived until End of December',
      summary: 'Taxpayers only pay the principal: at the village hall, bank, minimarket or the mobile tax counters in all 18 subdistricts.',
      body: `Tegal Regency waives penalties on the land and building tax for the tax years 2014 to 2024. Only the principal is due, no later than 31 December.

Arrears stand at Rp61.4 billion on 214 thousand objects, partly because land changed hands and the name was never updated. The counters therefore also correct names, areas and duplicates.

Always ask for a receipt.`,
    },
    cover: { motif: 'document', alt: 'Surat pajak dan kalkulator' },
  },
  {
    unit: 'bapenda', kind: 'infografis', daysAgo: 33, at: '10:50', tags: ['pajak daerah', 'realisasi'],
    title: 'Ke Mana Pajak Daerah Kembali: Angka Triwulan Ketiga',
    summary: 'Realisasi pajak daerah Rp287,6 miliar. Separuh kembali ke desa, jalan, dan penerangan jalan umum.',
    body: `Sampai akhir triwulan ketiga, pajak daerah terkumpul Rp287,6 miliar atau 79,2 persen target.

| Jenis pajak | Realisasi (miliar) |
|---|---:|
| Tenaga listrik | Rp78,3 |
| PBB-P2 | Rp49,1 |
| BPHTB | Rp46,8 |
| Opsen kendaraan bermotor | Rp71,5 |
| Makanan, minuman, perhotelan, hiburan | Rp29,4 |
| Lainnya | Rp12,5 |

Sepuluh persen diteruskan ke desa sebagai bagi hasil. Pajak tenaga listrik terutama membiayai 21.400 titik lampu jalan.`,
  },
  {
    unit: 'dpmptsp', kind: 'berita', daysAgo: 8, at: '10:05', tags: ['perizinan', 'mal pelayanan publik'],
    title: 'Mal Pelayanan Publik Buka Sabtu Pagi, 19 Layanan Tersedia',
    summary: 'Mulai bulan ini Mal Pelayanan Publik di Slawi buka Sabtu pukul 08.00–12.00 WIB bagi warga yang bekerja pada hari biasa.',
    body: `Mal Pelayanan Publik Kabupaten Tegal mulai buka pada hari Sabtu pukul 08.00–12.00 WIB. Dari 31 instansi, 19 layanan tersedia, antara lain KTP, izin usaha, BPJS, pajak kendaraan, dan surat keterangan catatan kepolisian.

Keputusan ini diambil setelah survei menunjukkan 43 persen pengunjung mengambil cuti atau izin kerja untuk mengurus dokumen. Pada Sabtu pertama, 268 orang datang; paling banyak memperpanjang pajak kendaraan.

Petugas bekerja bergantian dan mendapat libur pengganti. Ruang laktasi, kursi roda, serta juru bahasa isyarat (dengan perjanjian) tetap tersedia.`,
    cover: { motif: 'meeting', alt: 'Ruang pelayanan' },
  },
  {
    unit: 'bkpsdm', kind: 'kegiatan', daysAgo: 11, at: '14:45', tags: ['ASN', 'pelatihan', 'literasi digital'],
    title: 'Kelas Literasi Digital ASN: 640 Pegawai Belajar Bertahap',
    summary: 'Pelatihan dibagi menurut kebutuhan kerja, bukan jabatan. Pegawai desa terpencil belajar di kantor kecamatan.',
    body: `BKPSDM bersama Diskominfo membuka kelas literasi digital bagi 640 pegawai. Uji awal memperlihatkan 38 persen pegawai belum pernah menandatangani surat secara elektronik, dan 22 persen memakai kata sandi yang sama untuk semua layanan.

Kelas dibagi menjadi empat: dasar (surel, berkas, kata sandi), surat elektronik, data dan tabel, serta penulisan publikasi. Peserta memilih sesuai pekerjaannya, dan atasan menyediakan dua jam setiap pekan.

Pegawai di Bumijawa, Jatinegara, dan Warureja belajar di kantor kecamatan agar tidak menempuh perjalanan panjang. Sertifikat tercatat dalam sistem kepegawaian.`,
    activity: { fromDaysAgo: 12, toDaysAgo: -20 },
  },
  {
    unit: 'bkpsdm', kind: 'pengumuman', daysAgo: 45, at: '08:00', tags: ['ASN', 'jabatan', 'seleksi terbuka'],
    title: 'Seleksi Terbuka Tiga Jabatan Pimpinan Tinggi Pratama',
    summary: 'Pendaftaran dibuka dua pekan untuk jabatan Sekretaris DPRD, Kepala Dinas Sosial, dan Kepala Kesbangpol.',
    body: `Panitia seleksi membuka pendaftaran untuk tiga jabatan pimpinan tinggi pratama. Pelamar ialah pegawai negeri sipil dengan pangkat paling rendah Pembina Tingkat I (IV/b) atau Pembina (IV/a) dengan pengalaman jabatan administrator sekurang-kurangnya dua tahun.

Tahapan: seleksi administrasi, penulisan makalah, uji kompetensi, dan wawancara terbuka yang dapat ditonton warga. Rekam jejak pelamar diumumkan selama tujuh hari; masyarakat dapat menyampaikan keberatan dengan bukti.

Berkas dikirim secara elektronik sampai {tgl:+14}. Panitia tidak memungut biaya apa pun.`,
    state: 'archived',
  },
  {
    unit: 'inspektorat', kind: 'dokumen', daysAgo: 118, at: '10:00', tags: ['pengawasan', 'gratifikasi'],
    title: 'Pedoman Melaporkan Gratifikasi bagi Pegawai dan Warga',
    summary: 'Pelapor dilindungi. Laporan diterima lewat loket, surat, atau kanal elektronik dan ditelaah paling lama sepuluh hari kerja.',
    body: `Pedoman ini menjelaskan apa yang termasuk gratifikasi, mana yang wajib dilaporkan, dan bagaimana laporan ditangani.

1. Pegawai melapor kepada unit pengendalian gratifikasi paling lama sepuluh hari kerja setelah menerima.
2. Warga yang diminta memberi sesuatu dapat melapor tanpa menyebut nama, tetapi mohon sertakan waktu, tempat, dan layanan yang diurus.
3. Laporan dicatat dengan nomor. Pelapor dapat menanyakan perkembangannya dengan nomor itu.

Makanan dalam jumlah wajar yang segera habis dapat dimakan bersama dan tetap dicatat. Parsel hari raya ditolak; bila tidak mungkin, diserahkan kepada panti.`,
  },
  {
    unit: 'setda-organisasi', kind: 'infografis', daysAgo: 14, at: '11:00', tags: ['SKM', 'pelayanan publik'],
    title: 'Hasil Survei Kepuasan Masyarakat di 67 Unit Layanan',
    summary: 'Nilai kabupaten 84,27 (baik). Waktu penyelesaian masih menjadi unsur terendah, terutama di layanan tata ruang.',
    body: `Survei Kepuasan Masyarakat semester pertama diisi 18.944 responden di 67 unit layanan. Nilai rata-rata 84,27, termasuk mutu pelayanan B (baik).

| Unsur | Nilai |
|---|---:|
| Perilaku pelaksana | 88,1 |
| Biaya/tarif | 87,9 |
| Kompetensi pelaksana | 85,6 |
| Persyaratan | 83,4 |
| Sarana dan prasarana | 82,7 |
| Penanganan pengaduan | 82,0 |
| Waktu penyelesaian | 79,8 |

Tiga unit dengan nilai di bawah 76,61 sudah menandatangani rencana perbaikan, yang dapat dibaca siapa pun pada halaman unit masing-masing.`,
  },
  {
    unit: 'setda-prokompim', kind: 'berita', daysAgo: 0, at: '10:25', place: '33.28.02', tags: ['bupati', 'musyawarah', 'Bumijawa'],
    title: 'Bupati Ngantor di Bumijawa, Warga Bahas Jalan, Sinyal, dan Pupuk',
    summary: 'Dalam kegiatan berkantor di kecamatan, 61 usulan warga dicatat; 23 dijawab hari itu juga oleh kepala dinas yang hadir.',
    body: `Bupati Wiratmo Hadikusuma berkantor di pendopo Kecamatan Bumijawa kemarin bersama sebelas kepala perangkat daerah. Warga 18 desa menyampaikan 61 usulan dan keluhan.

Tiga hal paling sering muncul: jalan penghubung Carul–Cawitali, sinyal telepon yang hilang di Sigedong dan Begawat, serta pupuk bersubsidi yang terlambat tiba. Dua puluh tiga butir dijawab di tempat; selebihnya dicatat dengan nama penanggung jawab dan tenggat, lalu diumumkan lewat kanal kecamatan.

"Yang belum bisa dikerjakan tahun ini kami katakan belum bisa, beserta alasannya," kata Bupati.

Bulan depan kegiatan serupa diadakan di Kecamatan Warureja.`,
    activity: { fromDaysAgo: 1, toDaysAgo: 1 },
    cover: { motif: 'meeting', alt: 'Pertemuan warga di pendopo' },
  },
  {
    unit: 'setda-hukum', kind: 'dokumen', daysAgo: 27, at: '15:00', tags: ['peraturan', 'JDIH', 'publikasi'],
    title: 'Peraturan Bupati tentang Kanal Publikasi Perangkat Daerah dan Desa',
    summary: 'Setiap perangkat daerah, kecamatan, desa, dan sekolah wajib mengelola kanal publikasi dan memperbaruinya sekurang-kurangnya sebulan sekali.',
    body: `Peraturan ini mengatur siapa yang menulis, memeriksa, dan menerbitkan informasi atas nama pemerintah daerah.

## Pokok isi

- Setiap perangkat daerah, kecamatan, desa, kelurahan, dan sekolah negeri mempunyai satu kanal.
- Tulisan diperiksa oleh pejabat unit; desa yang telah dilatih boleh menerbitkan langsung.
- Kekeliruan diralat secara terbuka, bukan dihapus diam-diam.
- Kanal yang tidak diperbarui 30 hari mendapat pengingat; 90 hari dilaporkan kepada Sekretaris Daerah.
- Data pribadi warga tidak boleh dimuat tanpa persetujuan.

Naskah lengkap tersedia pada Jaringan Dokumentasi dan Informasi Hukum kabupaten.`,
    cover: { motif: 'document', alt: 'Naskah peraturan' },
  },
  {
    unit: 'setda-pbj', kind: 'pengumuman', daysAgo: 19, at: '09:40', tags: ['pengadaan', 'UMKM', 'e-katalog'],
    title: 'Klinik Katalog Elektronik bagi Penyedia Kecil Setiap Rabu',
    summary: 'Pelaku usaha kecil dibantu membuat akun, menayangkan produk, dan menghitung harga agar dapat melayani belanja pemerintah.',
    body: `Bagian Pengadaan Barang dan Jasa membuka klinik katalog elektronik setiap Rabu pukul 09.00–14.00 WIB di gedung Setda lantai dua. Pendampingan gratis dan tidak perlu mendaftar.

Bawa KTP, NPWP, NIB, foto produk, serta daftar harga. Petugas membantu sampai produk tayang, rata-rata dua jam.

Sejak dibuka, 118 penyedia telah dibantu: 46 katering, 31 percetakan, 22 bengkel logam dari Talang dan Adiwerna, sisanya konveksi dan alat tulis. Dari jumlah itu, 64 sudah menerima pesanan pertama.`,
  },
  {
    unit: 'setwan', kind: 'berita', daysAgo: 47, at: '16:10', tags: ['DPRD', 'APBD', 'paripurna'],
    title: 'DPRD dan Bupati Sepakati Perubahan APBD',
    summary: 'Belanja jalan dan penanganan kekeringan ditambah, perjalanan dinas dikurangi Rp6,8 miliar.',
    body: `Rapat paripurna DPRD menyetujui rancangan perubahan APBD. Pendapatan naik Rp41,2 miliar, terutama dari opsen pajak kendaraan dan dana transfer.

Belanja perjalanan dinas dikurangi Rp6,8 miliar. Tambahan belanja diarahkan ke perbaikan jalan (Rp22,5 miliar), bantuan air bersih dan sumur (Rp4,1 miliar), serta iuran jaminan kesehatan (Rp9 miliar).

Dua fraksi memberi catatan: pelaksanaan fisik jangan menumpuk di akhir tahun, dan daftar ruas jalan diumumkan sebelum dikerjakan. Risalah rapat dapat dibaca di perpustakaan DPRD.`,
  },
  {
    unit: 'bpkad', kind: 'dokumen', daysAgo: 34, at: '13:30', tags: ['APBD', 'transparansi'],
    title: 'Ringkasan Perubahan APBD yang Mudah Dibaca',
    summary: 'Dari setiap Rp100.000 belanja daerah, Rp33.400 untuk pendidikan dan Rp21.700 untuk kesehatan.',
    body: `Ringkasan ini ditulis bagi warga yang bukan ahli anggaran. Belanja daerah setelah perubahan berjumlah Rp3,12 triliun. Jika dipadatkan menjadi Rp100.000:

| Untuk | Bagian |
|---|---:|
| Pendidikan dan kebudayaan | Rp33.400 |
| Kesehatan | Rp21.700 |
| Desa dan kelurahan | Rp18.100 |
| Jalan, air, perumahan | Rp9.900 |
| Pemerintahan umum | Rp8.600 |
| Sosial, ekonomi, lingkungan, lainnya | Rp8.300 |

Rincian per perangkat daerah dan per kecamatan ada pada dokumen lengkap.`,
  },
  {
    unit: 'kesbangpol', kind: 'kegiatan', daysAgo: 96, at: '09:30', tags: ['kerukunan', 'pemuda'],
    title: 'Pemuda Lintas Agama Berkemah Dua Hari di Cikura',
    summary: 'Enam puluh pemuda dari delapan organisasi menginap di rumah warga dan memperbaiki jalan setapak bersama.',
    body: `Enam puluh pemuda dari delapan organisasi keagamaan berkemah dua hari di Desa Cikura, Kecamatan Bojong. Mereka menginap di rumah warga, bukan tenda, agar saling mengenal lebih dekat.

Pagi hari diisi memperbaiki 300 meter jalan setapak menuju mata air; malam hari diskusi tentang berita bohong yang memecah kampung dan cara menanggapinya tanpa marah.

Peserta sepakat membentuk grup yang meneruskan klarifikasi resmi pemerintah daerah ke lingkungan masing-masing.`,
    activity: { fromDaysAgo: 98, toDaysAgo: 97 },
  },
]
