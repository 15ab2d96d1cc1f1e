import type { DemoPublication } from './types.ts'

/** Villages of the plain and the coast: Pangkah to Dukuhwaru. */
export const publicationsVillagesNorth: DemoPublication[] = [
  {
    unit: '33.28.09.2006', kind: 'berita', daysAgo: 24, at: '10:50', tags: ['UMKM', 'kacang', 'Bogares Kidul'],
    title: 'Perempuan Bogares Kidul Membeli Mesin Sangrai Bersama',
    summary: 'Sembilan belas perajin menabung dua tahun. Mesin dipakai bergiliran dan menghemat separuh kayu bakar.',
    body: `Sembilan belas perajin kacang Desa Bogares Kidul membeli mesin sangrai putar seharga Rp27 juta dari tabungan dua tahun. Kayu bakar berkurang separuh dan asap tidak lagi memenuhi dapur.

Mesin dipakai bergiliran empat jam. Pemakai membayar Rp10.000 untuk perawatan. Rasa tetap memakai pasir sungai yang diayak, sama seperti cara nenek mereka.`,
  },
  {
    unit: '33.28.09.2023', kind: 'pengumuman', daysAgo: 8, at: '06:30', tags: ['pasar', 'Balamoa', 'lalu lintas'],
    title: 'Pasar Balamoa Tutup Separuh Hari untuk Penyemprotan',
    summary: 'Kios dibersihkan serentak untuk menekan tikus dan lalat. Pasar buka kembali pukul 13.00 WIB.',
    body: `Pasar Balamoa ditutup pukul 06.00–13.00 WIB pada {hari:+2} untuk penyemprotan dan pembersihan serentak. Pedagang diminta mengosongkan meja, menyimpan bahan makanan dalam wadah tertutup, dan mengangkat keranjang dari lantai.

Saluran di los daging dan ikan dikeruk. Desa menyiapkan dua truk untuk sampah. Retribusi hari itu dibebaskan. Kendaraan menuju Pangkah tidak terganggu; hanya jalan lingkar pasar yang ditutup. Bahan yang dipakai aman setelah kering, tetapi meja tetap dibilas sebelum berjualan.`,
  },
  {
    unit: '33.28.09.2005', kind: 'berita', daysAgo: 62, at: '15:15', tags: ['irigasi', 'petani', 'Penusupan'],
    title: 'Pompa Surya Penusupan Mengairi 32 Hektare',
    summary: 'Petani tidak lagi membeli solar Rp90.000 per hari. Iuran dihitung menurut luas petak.',
    body: `Pompa tenaga surya di tepi Kali Wadas mengairi 32 hektare sawah Desa Penusupan. Dulu petani membeli solar sekitar Rp90.000 per hari; kini mereka membayar iuran Rp35.000 per petak setiap musim.

Panel dicuci setiap pekan oleh dua pemuda. Bila mendung lebih dari tiga hari, pompa lama dipakai bergantian. Kelompok menyimpan Rp11 juta untuk mengganti inverter kelak.`,
  },
  {
    unit: '33.28.10.2001', kind: 'pengumuman', daysAgo: 1, at: '10:15', tags: ['KTP-el', 'Kalisapu'],
    title: 'Urutan RW untuk Perekaman KTP-el di Kalisapu',
    summary: 'Agar tidak menumpuk, warga datang menurut RW. Kursi dan air minum disediakan di pendopo balai desa.',
    body: `Melengkapi pengumuman Disdukcapil, Pemerintah Desa Kalisapu mengatur urutan perekaman KTP elektronik di balai desa pada {hari:+3}:

- RW 01–03: pukul 08.30–10.00 WIB
- RW 04–06: pukul 10.00–11.30 WIB
- RW 07–08 serta warga Dukuhwringin dan Trayeman: pukul 11.30–13.00 WIB

Lansia, ibu hamil, dan penyandang disabilitas boleh datang kapan saja dan langsung dilayani. Ketua RT sudah menerima daftar 143 warga yang belum merekam.`,
    activity: { fromDaysAgo: -2, toDaysAgo: -2 },
  },
  {
    unit: '33.28.10.2001', kind: 'dokumen', daysAgo: 15, at: '09:05', tags: ['APBDes', 'transparansi', 'Kalisapu'],
    title: 'APBDes Perubahan Kalisapu dalam Satu Halaman',
    summary: 'Pendapatan Rp3,41 miliar. Tambahan terbesar untuk saluran RW 05 dan ambulans desa.',
    body: `Pendapatan desa setelah perubahan Rp3,41 miliar, naik Rp186 juta dari bagi hasil pajak dan sewa kios.

| Tambahan belanja | Jumlah |
|---|---:|
| Saluran RW 05, 240 meter | Rp98 juta |
| Perawatan ambulans desa | Rp24 juta |
| Insentif 46 kader posyandu | Rp27,6 juta |
| Lampu jalan 21 titik | Rp36,4 juta |

Naskah lengkap dapat dibaca di kantor desa. Pertanyaan dijawab setiap Jumat pukul 09.00–11.00 WIB oleh Kaur Keuangan.`,
    cover: { motif: 'document', alt: 'Ringkasan anggaran desa' },
  },
  {
    unit: '33.28.10.2001', kind: 'berita', daysAgo: 40, at: '17:30', tags: ['kompos', 'sampah', 'Kalisapu'],
    title: 'Rumah Kompos Kalisapu Membagikan Dua Ton Setiap Bulan',
    summary: 'Daun dan sisa dapur dari 1.900 rumah diolah enam pekerja. Kompos matang gratis bagi warga.',
    body: `Rumah kompos Kalisapu mengolah daun dan sisa dapur dari 1.900 rumah. Enam pekerja memilah, membalik, dan mengayak; dua ton kompos matang dibagikan gratis setiap bulan, selebihnya dijual kepada penjual tanaman.

Masalah terbesar masih plastik yang ikut terbuang, sekitar empat persen. RW 03 paling bersih tiga bulan berturut-turut dan mendapat 50 bibit cabai.`,
  },
  {
    unit: '33.28.10.2005', kind: 'berita', daysAgo: 12, at: '08:15', tags: ['pasar', 'Trayeman'],
    title: 'Pemuda Trayeman Mengantar Belanjaan dengan Gerobak Listrik',
    summary: 'Tiga gerobak melayani pembeli lansia dari pasar ke rumah, Rp3.000 sekali antar.',
    body: `Tiga gerobak listrik buatan bengkel setempat mengantar belanjaan dari Pasar Trayeman ke rumah warga lansia. Ongkosnya Rp3.000 untuk jarak sampai satu kilometer.

Enam pemuda bergiliran sejak pukul 05.30 WIB dan mendapat penghasilan rata-rata Rp65.000 sehari. Ide ini lahir dari musyawarah anak muda, dan modalnya pinjaman BUMDes Rp24 juta. Pembeli memesan di pos keluar pasar; barang diberi nama dan ditutup kain agar tidak tertukar.`,
  },
  {
    unit: '33.28.10.1008', kind: 'kegiatan', daysAgo: 3, at: '06:45', tags: ['kerja bakti', 'drainase', 'Procot'],
    title: 'Kerja Bakti Procot Mengangkat Sebelas Meter Kubik Lumpur',
    summary: 'Saluran Jalan Ahmad Yani dibuka penutupnya setelah delapan tahun. Toko ikut menyediakan tenaga.',
    body: `Warga RW 02 dan RW 04 Kelurahan Procot bersama pemilik toko membuka penutup saluran di sisi timur Jalan Ahmad Yani. Dalam empat jam terangkat sebelas meter kubik lumpur, juga ratusan gelas plastik.

Lima penutup beton yang pecah diganti DPU pekan depan. Lurah meminta toko tidak menyapu sampah ke saluran dan memasang saringan sederhana.`,
    activity: { fromDaysAgo: 4, toDaysAgo: 4 },
  },
  {
    unit: '33.28.10.1006', kind: 'berita', daysAgo: 27, at: '09:50', tags: ['bank sampah', 'Pakembaran'],
    title: 'Bank Sampah Pakembaran Membayar Iuran BPJS 61 Keluarga',
    summary: 'Nasabah cukup menyetor sampah terpilah; pengurus membayarkan iuran setiap tanggal lima.',
    body: `Enam puluh satu keluarga di Kelurahan Pakembaran membayar iuran BPJS Kesehatan dengan tabungan sampah. Pengurus mencatat setoran, menjual ke pengepul, dan membayarkan iuran setiap tanggal lima.

Bila tabungan kurang, kekurangannya ditutup kas dan diganti bulan berikutnya. Minyak jelantah paling berharga: Rp6.500 per liter. Buku tabungan diperiksa dua pengurus setiap bulan dan boleh dilihat nasabah kapan saja. Kelurahan menyediakan gudang di belakang kantor.`,
  },
  {
    unit: '33.28.11.2013', kind: 'berita', daysAgo: 6, at: '10:05', tags: ['bank sampah', 'Lemahduwur'],
    title: 'Lemahduwur Mengumpulkan Popok untuk Diolah, Bukan Dibuang ke Kali',
    summary: 'Tong khusus dipasang di delapan RT. Serat popok dicacah menjadi media tanam percobaan.',
    body: `Popok sekali pakai menjadi sampah terbanyak di saluran Desa Lemahduwur. Sejak dua bulan lalu tong khusus dipasang di delapan RT; 640 kilogram terkumpul setiap pekan.

Gel dan seratnya dipisahkan, lalu dicampur kompos sebagai media tanaman hias percobaan. Hasil uji laboratorium ditunggu sebelum dipakai untuk sayur. Kader juga mengajarkan popok kain kepada 25 ibu muda.`,
  },
  {
    unit: '33.28.11.2014', kind: 'pengumuman', daysAgo: 32, at: '13:25', tags: ['logam', 'K3', 'Pesarean'],
    title: 'Pemeriksaan Timbal Darah bagi Anak di Pesarean',
    summary: 'Anak usia 3–10 tahun dari RW 03 dan RW 05 diperiksa. Hasil hanya diberikan kepada orang tua.',
    body: `Puskesmas Adiwerna dan Desa Pesarean mengadakan pemeriksaan timbal darah bagi anak usia 3–10 tahun dari RW 03 dan RW 05, {kerja:+6} pukul 08.00–12.00 WIB di balai desa.

Pemeriksaan gratis, dengan tusukan kecil di jari. Hasil hanya disampaikan kepada orang tua. Perajin logam diminta mencuci baju kerja terpisah dan tidak membawa pulang abu peleburan.`,
  },
  {
    unit: '33.28.11.2011', kind: 'kegiatan', daysAgo: 48, at: '20:00', tags: ['budaya', 'balo-balo', 'Adiwerna'],
    title: 'Balo-Balo Adiwerna Berlatih Setiap Malam Rabu',
    summary: 'Grup rebana dan pantun Tegalan beranggotakan 26 remaja membuka latihan untuk umum.',
    body: `Kesenian balo-balo, perpaduan rebana, pantun, dan sindiran jenaka, kembali berbunyi di Desa Adiwerna. Dua puluh enam remaja berlatih setiap malam Rabu di balai desa, dibimbing dua seniman sepuh.

Warga boleh menonton dan menitipkan pantun, asal tidak mengejek orang. Grup akan tampil pada Malam Sastra dan Wayang Tegalan. Rebana lama yang kulitnya robek diperbaiki perajin dari Desa Gumalar dengan biaya kas karang taruna.`,
  },
  {
    unit: '33.28.12.2008', kind: 'berita', daysAgo: 9, at: '14:30', tags: ['UMKM', 'kuningan', 'Pesayangan'],
    title: 'Perajin Kuningan Pesayangan Menerima Pesanan 400 Engsel Kapal',
    summary: 'Galangan di Kota Tegal memesan setelah contoh lulus uji karat. Dikerjakan sembilan bengkel.',
    body: `Sembilan bengkel kuningan di Desa Pesayangan membagi pesanan 400 engsel kapal dari galangan di Kota Tegal. Pesanan datang setelah contohnya lulus uji semprot garam 96 jam.

Ukuran dijaga dengan cetakan yang sama dan satu jangka sorong digital yang dipinjamkan bergiliran. Nilai pesanan Rp86 juta; dua persen disisihkan untuk membeli alat ukur kedua.`,
  },
  {
    unit: '33.28.12.2018', kind: 'pengumuman', daysAgo: 70, at: '08:40', tags: ['kesehatan', 'Pacul'],
    title: 'Senam dan Periksa Gula Darah Setiap Jumat di Lapangan Pacul',
    summary: 'Kegiatan gratis bagi warga 40 tahun ke atas. Hasil dicatat pada kartu merah, kuning, atau hijau.',
    body: `Setiap Jumat pukul 06.00 WIB lapangan Desa Pacul dipakai senam bersama, dilanjutkan pemeriksaan tekanan dan gula darah bagi warga 40 tahun ke atas. Kartu hijau berarti baik, kuning perlu mengurangi gula dan garam, merah dirujuk ke Puskesmas Talang.

Bawalah kartu dan botol minum. Warga yang berpuasa sunah boleh diperiksa tanpa ikut senam.`,
  },
  {
    unit: '33.28.13.2004', kind: 'berita', daysAgo: 13, at: '16:15', tags: ['perantau', 'pajak', 'Sidapurna'],
    title: 'Perantau Sidapurna Melunasi PBB Lewat Grup RT',
    summary: 'Tunggakan 318 rumah kosong tinggal 74 setelah petugas mengirim rincian dan bukti bayar resmi.',
    body: `Banyak rumah di Desa Sidapurna kosong karena pemiliknya membuka warung di Jabodetabek. Tunggakan PBB 318 rumah tinggal 74 setelah ketua RT mengirim rincian lewat grup dan petugas mengembalikan bukti bayar resmi.

Penghapusan denda membuat perantau bersemangat melunasi tahun-tahun lama. Desa mengingatkan agar uang hanya dikirim ke rekening kas daerah, tidak ke rekening pribadi perangkat.`,
  },
  {
    unit: '33.28.13.2010', kind: 'kegiatan', daysAgo: 21, at: '07:20', tags: ['stasiun', 'sejarah', 'Pagongan'],
    title: 'Anak Pagongan Menggambar Kampungnya Seratus Tahun Lagi',
    summary: 'Lomba gambar diikuti 88 anak; dinding gang dipakai sebagai galeri.',
    body: `Delapan puluh delapan anak Desa Pagongan menggambar kampungnya seratus tahun lagi. Ada kereta yang melayang, sungai yang bisa direnangi, dan sekolah di atas pohon.

Gambar dipindahkan pemuda ke dinding gang sepanjang 120 meter dengan cat sisa. Juri memilih karya menurut cerita, bukan kerapian. Semua peserta pulang membawa buku. Pemilik rumah di sepanjang gang merelakan temboknya dan menyediakan minuman selama tiga hari pengecatan.`,
  },
  {
    unit: '33.28.14.2010', kind: 'dokumen', daysAgo: 4, at: '09:25', tags: ['APBDes', 'foto pembangunan', 'Bulakwaru'],
    title: 'Foto Sebelum dan Sesudah Dua Belas Kegiatan Desa Bulakwaru',
    summary: 'Setiap kegiatan memuat foto, biaya, jumlah pekerja, dan nama penanggung jawab.',
    body: `Desa Bulakwaru menayangkan dua belas kegiatan fisik tahun ini. Untuk setiap kegiatan ada foto sebelum dan sesudah dari titik yang sama, biaya rencana dan nyata, jumlah pekerja, serta nama penanggung jawab.

Tiga kegiatan lebih hemat daripada rencana, satu lebih mahal karena harga besi naik Rp11,2 juta. Dua belum selesai: gapura RT 09 dan pagar makam. Kekurangan dana gapura dibahas dalam musyawarah {kerja:+8}.`,
  },
  {
    unit: '33.28.14.2012', kind: 'berita', daysAgo: 34, at: '15:00', tags: ['sanitasi', 'Tarub'],
    title: 'Dukuh Terakhir di Desa Tarub Bebas Buang Air Sembarangan',
    summary: 'Arisan jamban selama sebelas bulan menyelesaikan 43 jamban keluarga.',
    body: `Setelah sebelas bulan arisan, 43 jamban keluarga terakhir di Desa Tarub selesai. Setiap pekan 86 keluarga mengumpulkan Rp10.000 dan membangun satu jamban; tukangnya tetangga sendiri.

Petugas Puskesmas Tarub memeriksa dan menyatakan seluruh dukuh bebas buang air sembarangan. Sumur yang kurang dari sepuluh meter dari tangki septik diperiksa airnya. Dua sumur yang tercemar ditutup sementara, dan pemiliknya mengambil air dari tetangga sampai hasil uji berikutnya.`,
  },
  {
    unit: '33.28.14.2001', kind: 'kegiatan', daysAgo: 66, at: '08:50', tags: ['pertanian', 'tikus', 'Jatirawa'],
    title: 'Gropyokan Jatirawa Menangkap 1.240 Ekor Tikus',
    summary: 'Petani memasang rumah burung hantu agar tidak memakai setrum dan racun.',
    body: `Gropyokan selama tiga pagi di Desa Jatirawa menangkap 1.240 ekor tikus di 46 hektare sawah. Setelah itu petani memasang empat belas rumah burung hantu.

Setrum di pematang dilarang melalui peraturan desa karena pernah mencelakai orang. Buruh tani yang melihat kabel diminta melapor kepada kepala dusun. Dalam dua bulan lima rumah sudah dihuni. Menurut pengamatan penyuluh, bekas gigitan pada rumpun padi berkurang dari 17 menjadi 6 persen.`,
  },
  {
    unit: '33.28.15.2012', kind: 'berita', daysAgo: 2, at: '10:30', tags: ['rob', 'pesisir', 'Maribaya'],
    title: 'Maribaya Memasang Alat Ukur Pasang Buatan Murid SMK',
    summary: 'Ketinggian laut dikirim ke grup warga setiap 30 menit. Biayanya Rp1,9 juta.',
    body: `Sebuah alat ukur pasang buatan murid SMK dipasang di dermaga kecil Desa Maribaya. Alat mengirim ketinggian laut ke grup warga setiap tiga puluh menit, dan membunyikan sirene bila melewati 95 sentimeter.

Biayanya Rp1,9 juta, termasuk panel surya. Saat rob kemarin, warga mendapat waktu dua jam untuk mengangkat barang. Desa Munjungagung meminta alat serupa.`,
    cover: { motif: 'sea', alt: 'Laut pasang di pantai utara' },
  },
  {
    unit: '33.28.15.2001', kind: 'pengumuman', daysAgo: 16, at: '19:10', tags: ['perumahan', 'Mejasem Barat', 'keamanan'],
    title: 'Portal Perumahan Mejasem Barat Dibuka untuk Ambulans',
    summary: 'Sebelas portal diberi kunci seragam yang dipegang pemadam, ambulans desa, dan polsek.',
    body: `Sebelas portal perumahan di Desa Mejasem Barat diberi kunci seragam. Kunci dipegang pemadam kebakaran, ambulans desa, dan polsek, sehingga pertolongan tidak terhalang pada malam hari.

Kejadian bulan lalu, ketika ambulans menunggu sembilan menit, menjadi alasan kesepakatan ini. Pengurus RW diminta tidak mengganti gembok tanpa memberi tahu desa. Nomor penjaga setiap portal ditempel pada tiangnya dan dicoba dihubungi setiap awal bulan.`,
  },
  {
    unit: '33.28.15.1019', kind: 'berita', daysAgo: 54, at: '09:00', tags: ['kelurahan', 'Dampyak', 'pengungsi'],
    title: 'Kelurahan Dampyak Membagi Kantor untuk Ruang Belajar',
    summary: 'Ruang rapat dipakai anak sekolah setiap sore. Tiga mahasiswa menemani pekerjaan rumah.',
    body: `Ruang rapat Kelurahan Dampyak dibuka sebagai ruang belajar setiap Senin sampai Kamis pukul 15.30–17.30 WIB. Tiga mahasiswa menemani 35 anak mengerjakan pekerjaan rumah.

Meja dibuat dari palet pelabuhan, buku dari sumbangan warga perumahan. Anak yang rumahnya terkena rob boleh datang sampai malam. Lurah mencari dua relawan lagi untuk matematika dan bahasa Inggris. Pendaftaran cukup di loket pelayanan kelurahan.`,
  },
  {
    unit: '33.28.16.2009', kind: 'kegiatan', daysAgo: 5, at: '15:45', tags: ['pantai', 'wisata', 'Purwahamba'],
    title: 'Bersih Pantai Purwahamba Mengangkat 2,3 Ton Sampah',
    summary: 'Empat ratus relawan menyisir dua kilometer pantai. Asal sampah dicatat menurut merek.',
    body: `Empat ratus relawan menyisir dua kilometer pantai Desa Purwahamba dan mengangkat 2,3 ton sampah. Selain menimbang, mereka mencatat merek: 41 persen saset sabun dan kopi, 17 persen gelas minuman, 9 persen jaring.

Catatan dikirim kepada DLH. Pedagang pantai sepakat tidak lagi memberi sedotan dan menyediakan galon isi ulang Rp1.000 per botol.`,
    activity: { fromDaysAgo: 6, toDaysAgo: 6 },
    cover: { motif: 'sea', alt: 'Pantai dan laut yang tenang' },
  },
  {
    unit: '33.28.16.2006', kind: 'pengumuman', daysAgo: 28, at: '07:10', tags: ['kekeringan', 'sumur', 'Jatimulya'],
    title: 'Sumur Dalam Jatimulya Diuji, Warga Diminta Tidak Minum Dahulu',
    summary: 'Air jernih tetapi kadar besinya masih tinggi. Saringan dipasang dua pekan lagi.',
    body: `Sumur dalam baru di RW 02 Desa Jatimulya, Kecamatan Suradadi, mengeluarkan 3 liter per detik. Labkesda menemukan kadar besi 1,8 miligram per liter, di atas batas untuk air minum.

Sampai saringan dipasang, air hanya dipakai mencuci dan mandi. Air minum tetap dari tangki. Hasil uji ulang akan ditempel di bak penampung.`,
  },
  {
    unit: '33.28.17.2007', kind: 'berita', daysAgo: 10, at: '13:55', tags: ['mangrove', 'bandeng', 'Kedungkelor'],
    title: 'Tambak Kedungkelor Menyisakan Sepertiga untuk Bakau',
    summary: 'Dua puluh petambak mencoba bandeng dan bakau berdampingan. Panen pertama 740 kilogram per hektare.',
    body: `Dua puluh petambak Desa Kedungkelor menyisakan sepertiga tambaknya untuk bakau. Panen bandeng pertama 740 kilogram per hektare, lebih sedikit dibandingkan tambak penuh, tetapi pakan berkurang 40 persen dan pematang tidak longsor.

Kepiting bakau yang datang sendiri menambah Rp3,2 juta per musim. Kelompok membuka kunjungan belajar setiap Rabu. Bibitnya dibeli dari pembibitan SMP Negeri 1 Warureja seharga Rp1.500 sebatang.`,
    cover: { motif: 'sea', alt: 'Tambak dan bakau di tepi laut' },
  },
  {
    unit: '33.28.17.2002', kind: 'pengumuman', daysAgo: 0, at: '07:35', tags: ['banjir', 'Kedungjati', 'pengungsian'],
    title: 'Kedungjati Siaga: Titik Jemput dan Nama Penjaga Tanggul',
    summary: 'Empat titik jemput dibuka. Warga lanjut usia di RT 02 dan RT 05 dijemput lebih dahulu.',
    body: `Mengikuti Siaga Tiga Kali Rambut, Desa Kedungjati membuka empat titik jemput: masjid Dukuh Lor, perempatan balai desa, warung tengah, dan gardu RT 05. Warga lanjut usia di RT 02 dan RT 05 dijemput lebih dahulu.

Dua belas orang menjaga tanggul bergiliran dan melapor setiap jam. Simpan surat berharga dalam plastik. Ternak dipindahkan ke lapangan Banjaragung.`,
  },
  {
    unit: '33.28.18.2003', kind: 'berita', daysAgo: 17, at: '14:10', tags: ['genteng', 'UMKM', 'Blubuk'],
    title: 'Tobong Bata Blubuk Beralih ke Sekam Padat',
    summary: 'Delapan tobong mengurangi kayu bakar. Asapnya lebih tipis dan ongkosnya turun 18 persen.',
    body: `Delapan tobong bata di Desa Blubuk memakai sekam padat sebagai bahan bakar. Sekam berasal dari penggilingan di Dukuhwaru dan Pagerbarang yang semula membuangnya ke tepi sungai.

Ongkos bakar turun 18 persen, dan rumah di sekitar tobong tidak lagi penuh jelaga. Perajin masih menyesuaikan lama pembakaran; dari seribu bata, 40 retak, sebelumnya 25.`,
  },
  {
    unit: '33.28.18.2007', kind: 'pengumuman', daysAgo: 44, at: '10:35', tags: ['ziarah', 'cagar budaya', 'Kalisoka'],
    title: 'Tata Tertib Ziarah di Makam Kalisoka',
    summary: 'Jam kunjung, parkir, dan larangan menempelkan dupa pada tiang. Pemandu dari warga tersedia gratis.',
    body: `Setelah ditetapkan sebagai cagar budaya, kompleks makam Kalisoka buka pukul 05.00–21.00 WIB. Bus berhenti di lapangan desa; peziarah berjalan 300 meter lewat jalur yang diteduhi.

Dilarang menempelkan dupa pada tiang, mencoret bata, dan memindahkan batu. Enam pemandu dari warga menjelaskan sejarahnya tanpa bayaran; sumbangan dicatat dalam buku kas terbuka. Pedagang menempati 24 kios di tepi lapangan dan tidak berjualan di dalam pagar.`,
  },
]
