import type { DemoPublication } from './types.ts'

/** Villages of the hills: Margasari to Kedungbanteng. */
export const publicationsVillagesSouth: DemoPublication[] = [
  {
    unit: '33.28.01.2007', kind: 'pengumuman', daysAgo: 2, at: '09:00', tags: ['posyandu', 'Margasari'],
    title: 'Jadwal Posyandu Desa Margasari Bergeser Sepekan',
    summary: 'Enam posyandu melayani bersamaan dengan pemberian vitamin A. Balita yang pindah datang dilayani di pos terdekat.',
    body: `Karena vitamin A baru tiba, enam posyandu Desa Margasari bergeser sepekan dari jadwal semula. Pos Melati dan Mawar buka {kerja:+3}, Kenanga dan Anggrek {kerja:+4}, Dahlia dan Flamboyan {kerja:+5}, semuanya pukul 08.00–11.00 WIB.

Balita yang baru pindah boleh datang ke pos terdekat dengan membawa buku KIA. Kader menjemput anak yang dua bulan tidak ditimbang; bulan lalu ada 17 anak.`,
  },
  {
    unit: '33.28.01.2010', kind: 'berita', daysAgo: 25, at: '13:15', tags: ['kapur', 'debu', 'Kalisalak'],
    title: 'Desa Kalisalak dan Pengusaha Kapur Sepakati Jam Giling',
    summary: 'Mesin berhenti pukul 17.00 sampai 07.00 dan jalan disiram dua kali sehari agar debu berkurang.',
    body: `Setelah tiga kali pertemuan, Pemerintah Desa Kalisalak dan sebelas pengusaha kapur menyepakati jam kerja. Mesin giling berhenti pukul 17.00 sampai 07.00 WIB, bak truk ditutup terpal, dan jalan dukuh disiram dua kali sehari.

Ketua RT memegang buku catatan pelanggaran. Bila tiga kali melanggar, pengusaha membayar Rp500.000 ke kas lingkungan untuk masker dan pemeriksaan paru warga lanjut usia.`,
  },
  {
    unit: '33.28.01.2004', kind: 'berita', daysAgo: 9, at: '10:40', tags: ['sinyal', 'internet desa', 'Wanasari'],
    title: 'Warga Wanasari Mengukur Sinyal Sambil Ronda',
    summary: 'Tiga puluh dua titik diukur selama dua puluh malam. Hasilnya melengkapi usulan menara ke Diskominfo.',
    body: `Peronda Desa Wanasari mendapat tugas tambahan: mencatat kekuatan sinyal di 32 titik. Selama dua puluh malam, mereka menulis nama operator, jumlah balok, dan apakah pesan terkirim.

Dua dukuh di balik bukit sama sekali tidak terjangkau. Buku catatan dikirim kepada Diskominfo untuk melengkapi usulan menara. Sementara menunggu, balai desa membuka Wi-Fi gratis sampai pukul 21.00 WIB bagi pelajar.`,
  },
  {
    unit: '33.28.02.2001', kind: 'berita', daysAgo: 1, at: '11:00', tags: ['wisata', 'Guci', 'BUMDes'],
    title: 'Homestay Desa Guci Memakai Satu Daftar Harga',
    summary: 'Sebanyak 74 rumah singgah menyepakati harga tertinggi pada musim libur dan memasangnya di kamar.',
    body: `Pemilik 74 rumah singgah di Desa Guci menyepakati daftar harga bersama. Kamar sederhana paling tinggi Rp250.000 dan kamar keluarga Rp450.000 per malam, termasuk pada libur panjang.

Daftar ditempel di setiap kamar dan dijaga BUMDes. Tamu yang ditarik lebih mahal dapat melapor di pos wisata; selisihnya dikembalikan hari itu juga. Tahun lalu keluhan harga mencapai 43, terbanyak setelah kemacetan.`,
    cover: { motif: 'water', alt: 'Kolam air panas di lereng gunung' },
  },
  {
    unit: '33.28.02.2002', kind: 'berita', daysAgo: 14, at: '08:25', tags: ['susu', 'ternak', 'Sigedong'],
    title: 'Peternak Sigedong Menyetor 3.100 Liter Susu Sehari',
    summary: 'Tempat pendingin baru membuat susu sore tidak lagi dibuang. Harga naik Rp400 per liter.',
    body: `Setelah tempat pendingin berkapasitas 4.000 liter beroperasi, 118 peternak Desa Sigedong dapat menyetor susu perahan sore. Dulu susu itu dijadikan pakan pedet atau dibuang.

Setoran naik menjadi 3.100 liter per hari, dan mutu yang lebih baik menambah harga Rp400 per liter. Kelompok menyisihkan Rp50 per liter untuk dokter hewan dan bibit rumput.`,
  },
  {
    unit: '33.28.02.2013', kind: 'kegiatan', daysAgo: 6, at: '15:20', tags: ['desa wisata', 'pasar', 'Cempaka'],
    title: 'Pasar Slumpring Cempaka Menambah Lapak Mainan Bambu',
    summary: 'Dua belas perajin berusia di atas 60 tahun mengajari anak membuat gasing dan egrang setiap Minggu.',
    body: `Pasar Slumpring di Desa Cempaka kini menyediakan sudut mainan bambu. Dua belas perajin, semuanya berusia di atas 60 tahun, mengajari pengunjung kecil membuat gasing, egrang, dan bedil-bedilan setiap Minggu pagi.

Ongkosnya tiga keping koin bambu. Pada Minggu pertama 140 anak ikut. Pengelola mengingatkan pengunjung menukar koin secukupnya dan membawa pulang sampah yang bukan daun.`,
  },
  {
    unit: '33.28.02.2011', kind: 'pengumuman', daysAgo: 33, at: '07:45', tags: ['air bersih', 'Dukuhbenda'],
    title: 'Giliran Air Dukuhbenda Diatur selama Pipa Diganti',
    summary: 'Pipa utama dari mata air diganti sepanjang 900 meter. Air mengalir bergiliran menurut RW.',
    body: `Pipa utama mata air Desa Dukuhbenda sepanjang 900 meter diganti karena sering pecah. Selama dua pekan air dibagi: RW 01 dan 02 pukul 05.00–10.00, RW 03 dan 04 pukul 10.00–15.00, RW 05 dan 06 pukul 15.00–20.00 WIB.

Masjid, puskesmas pembantu, dan sekolah tetap dialiri. Warga diminta tidak memasang pompa isap karena membuat rumah di ujung tidak kebagian.`,
  },
  {
    unit: '33.28.03.2001', kind: 'berita', daysAgo: 4, at: '14:00', tags: ['kentang', 'jalan usaha tani', 'Rembul'],
    title: 'Jalan Usaha Tani Rembul Menghemat Ongkos Angkut Kentang',
    summary: 'Rabat beton 1.150 meter selesai dengan swakelola. Ongkos pikul Rp700 per kilogram tidak perlu lagi.',
    body: `Rabat beton 1.150 meter di blok Sabrang, Desa Rembul, selesai dikerjakan 64 warga dengan upah harian. Kentang dan wortel kini diangkut pikap langsung dari ladang; ongkos pikul Rp700 per kilogram tidak perlu lagi.

Biaya Rp318 juta dari dana desa, dengan sisa material Rp4,6 juta dikembalikan ke kas. Rincian belanja dan foto nol, lima puluh, serta seratus persen ada di papan depan balai desa.`,
    cover: { motif: 'farm', alt: 'Ladang berteras dan jalan kecil' },
  },
  {
    unit: '33.28.03.2006', kind: 'pengumuman', daysAgo: 2, at: '17:05', tags: ['lalu lintas', 'wisata', 'Tuwel'],
    title: 'Parkir Tepi Jalan di Tuwel Ditertibkan pada Akhir Pekan',
    summary: 'Kendaraan diarahkan ke lapangan desa dengan tarif resmi. Hasil parkir dibagi untuk pemuda dan kas RT.',
    body: `Menyusul jalur satu arah ke Guci, parkir di tepi jalan sepanjang 600 meter di Desa Tuwel dilarang pada Sabtu dan Minggu. Kendaraan diarahkan ke lapangan desa: motor Rp3.000, mobil Rp5.000, dengan karcis bernomor.

Hasil parkir diumumkan setiap Senin; 60 persen untuk karang taruna, 40 persen kas RT. Pedagang boleh pindah ke sisi lapangan tanpa sewa selama tiga bulan.`,
  },
  {
    unit: '33.28.03.2017', kind: 'berita', daysAgo: 46, at: '09:35', tags: ['mata air', 'hutan desa', 'Cikura'],
    title: 'Cikura Menetapkan Sabuk Hijau di Sekeliling Mata Air',
    summary: 'Musyawarah desa melarang penebangan dalam jarak 200 meter dari tujuh mata air.',
    body: `Musyawarah Desa Cikura menetapkan sabuk hijau 200 meter di sekeliling tujuh mata air. Di dalamnya dilarang menebang pohon hidup, mendirikan kandang, dan memakai racun rumput.

Pemilik lahan yang kebunnya termasuk sabuk mendapat bibit alpukat, aren, dan kopi sebagai ganti tanaman semusim. Peraturan desa dibacakan di setiap dukuh dan berlaku tiga bulan lagi.`,
  },
  {
    unit: '33.28.03.2009', kind: 'kegiatan', daysAgo: 19, at: '19:30', tags: ['pendidikan', 'kejar paket', 'Lengkong'],
    title: 'Kelas Malam Paket C Lengkong Meluluskan 21 Orang',
    summary: 'Peserta tertua berusia 52 tahun. Kelas berikutnya menerima buruh tani dan pekerja migran purna.',
    body: `Kelas malam kejar paket C di balai Desa Lengkong meluluskan 21 orang. Peserta tertua, 52 tahun, ingin melamar sebagai penjaga sekolah; yang termuda bekas pekerja migran yang akan kuliah.

Belajar berlangsung Senin sampai Rabu setelah Isya dengan tiga guru sukarela. Pendaftaran kelas baru dibuka sampai {tgl:+12} di kantor desa. Tidak ada uang pangkal.`,
  },
  {
    unit: '33.28.04.2001', kind: 'pengumuman', daysAgo: 0, at: '07:00', tags: ['posyandu', 'Cenggini'],
    title: 'Posyandu Cenggini Besok Sekalian Pemeriksaan Gigi',
    summary: 'Tiga pos buka pukul 08.00 WIB. Anak sampai 6 tahun diperiksa giginya oleh perawat Puskesmas Kalibakung.',
    body: `Tiga posyandu Desa Cenggini buka {hari:+1} pukul 08.00–11.00 WIB. Selain penimbangan, perawat gigi Puskesmas Kalibakung memeriksa anak sampai usia enam tahun.

Bawa buku KIA dan sikat gigi. Ibu hamil trimester ketiga juga ditunggu untuk pemeriksaan darah. Kader menyediakan bubur kacang hijau. Anak yang giginya berlubang dicatat dan dijadwalkan ke Puskesmas Kalibakung dengan kendaraan desa pekan depan. Bulan lalu 118 dari 131 balita ditimbang; kader mendatangi sisanya.`,
  },
  {
    unit: '33.28.04.2003', kind: 'berita', daysAgo: 17, at: '10:20', tags: ['jamu', 'wisata kesehatan', 'Kalibakung'],
    title: 'Kebun Jamu Kalibakung Dirawat Empat Belas Kelompok Dasawisma',
    summary: 'Sebanyak 96 jenis tanaman obat diberi papan nama. Wisatawan dapat belajar meracik dengan pendamping.',
    body: `Empat belas kelompok dasawisma Desa Kalibakung bergiliran merawat kebun tanaman obat seluas 3.200 meter persegi. Kini ada 96 jenis, masing-masing dengan papan nama Indonesia, Jawa, dan Latin.

Rombongan dapat belajar meracik beras kencur dan kunir asem; biayanya Rp15.000 per orang. Sepertiga pendapatan disimpan untuk bibit. Kelompok mengingatkan jamu tidak menggantikan obat dari dokter.`,
  },
  {
    unit: '33.28.04.2012', kind: 'pengumuman', daysAgo: 1, at: '06:40', tags: ['jalan', 'Batuagung', 'sekolah'],
    title: 'Anak Sekolah Batuagung Dijemput selama Pelebaran Jalan',
    summary: 'Dua mobil desa mengantar murid melewati lokasi proyek pukul 06.15 dan 06.45 WIB.',
    body: `Selama pelebaran jalan di tikungan Batuagung, desa menyediakan dua mobil untuk mengantar murid SD dan SMP melewati lokasi proyek. Berangkat dari pertigaan masjid pukul 06.15 dan 06.45 WIB, pulang pukul 12.30 dan 14.00 WIB.

Orang tua diminta tidak melepas anak berjalan kaki di tepi galian. Pelaksana proyek memasang pagar dan lampu; kerusakannya dapat dilaporkan kepada kepala dusun.`,
  },
  {
    unit: '33.28.04.2018', kind: 'dokumen', daysAgo: 31, at: '13:50', tags: ['APBDes', 'Balapulang Wetan'],
    title: 'Realisasi APBDes Balapulang Wetan Triwulan Ketiga',
    summary: 'Belanja Rp1,87 miliar dari Rp2,64 miliar. Drainase RW 02 belum dimulai karena lahan belum disepakati.',
    body: `| Bidang | Anggaran | Realisasi |
|---|---:|---:|
| Pemerintahan desa | Rp812 juta | Rp604 juta |
| Pembangunan | Rp1.040 juta | Rp713 juta |
| Pembinaan | Rp168 juta | Rp121 juta |
| Pemberdayaan | Rp394 juta | Rp262 juta |
| Bencana dan mendesak | Rp226 juta | Rp170 juta |

Drainase RW 02 belum dimulai karena dua pemilik lahan belum sepakat. Musyawarah berikutnya {kerja:+5} pukul 19.30 WIB, terbuka untuk semua warga.`,
  },
  {
    unit: '33.28.05.2010', kind: 'berita', daysAgo: 7, at: '11:30', tags: ['panen', 'lumbung', 'Kertaharja'],
    title: 'Lumbung Kertaharja Menampung 38 Ton Gabah Warga',
    summary: 'Petani menitipkan gabah saat harga turun dan mengambil uang muka 70 persen tanpa bunga.',
    body: `Lumbung Desa Kertaharja menampung 38 ton gabah kering dari 92 petani. Mereka mendapat uang muka 70 persen dari harga hari itu, dan sisanya dibayar saat gabah dijual.

Musim lalu petani memperoleh tambahan rata-rata Rp640 per kilogram karena menunggu tujuh pekan. Ongkos simpan Rp50 per kilogram dipakai untuk membasmi tikus dan mengganti palet.`,
    cover: { motif: 'farm', alt: 'Hamparan sawah setelah panen' },
  },
  {
    unit: '33.28.05.2005', kind: 'pengumuman', daysAgo: 78, at: '08:30', tags: ['ternak', 'Semboja'],
    title: 'Domba Hasil Bergulir Desa Semboja Memasuki Putaran Ketiga',
    summary: 'Dua puluh keluarga menerima dua induk betina dan mengembalikan dua anak setelah delapan belas bulan.',
    body: `Program domba bergulir Desa Semboja memasuki putaran ketiga. Dua puluh keluarga menerima masing-masing dua induk; delapan belas bulan kemudian mereka menyerahkan dua anak betina kepada keluarga berikutnya.

Dari 40 domba awal, sekarang ada 163 ekor. Tujuh mati karena kembung pada awal musim hujan. Calon penerima diumumkan di papan dusun dan dapat disanggah tujuh hari.`,
  },
  {
    unit: '33.28.06.2003', kind: 'dokumen', daysAgo: 5, at: '09:55', tags: ['APBDes', 'transparansi', 'Lebaksiu Lor'],
    title: 'Daftar Toko dan Nota Pembangunan Desa Lebaksiu Lor',
    summary: 'Setiap belanja bahan di atas Rp1 juta ditayangkan beserta nama toko, jumlah, dan harga satuan.',
    body: `Mulai tahun ini Desa Lebaksiu Lor menayangkan setiap belanja bahan di atas Rp1 juta. Contoh bulan ini untuk talut RT 04:

| Bahan | Jumlah | Harga satuan |
|---|---:|---:|
| Batu belah | 42 m³ | Rp265.000 |
| Semen 40 kg | 180 zak | Rp52.500 |
| Pasir | 24 m³ | Rp310.000 |

Tukang dibayar Rp130.000 dan kenek Rp100.000 per hari. Warga yang menemukan harga tidak wajar dapat menulis di buku tamu atau menghubungi BPD.`,
    cover: { motif: 'document', alt: 'Nota dan daftar belanja' },
  },
  {
    unit: '33.28.06.2013', kind: 'berita', daysAgo: 20, at: '14:40', tags: ['batik', 'Slarangkidul'],
    title: 'Bengkel Batik Slarangkidul Menerima Murid Setiap Sabtu',
    summary: 'Tujuh pembatik mengajar canting dan pewarna alam. Anak desa belajar tanpa biaya.',
    body: `Tujuh pembatik Desa Slarangkidul membuka bengkelnya setiap Sabtu pukul 13.00–16.00 WIB. Murid SD dan SMP desa belajar memegang canting tanpa biaya; pengunjung dari luar membayar Rp50.000 dan membawa pulang selembar kain kecil.

Air celup ditampung pada tiga bak pasir dan arang sebelum dibuang. Karya murid terbaik digantung di balai desa.`,
  },
  {
    unit: '33.28.06.2012', kind: 'kegiatan', daysAgo: 57, at: '16:00', tags: ['ronda', 'keamanan', 'Kambangan'],
    title: 'Gardu Ronda Kambangan Hidup Lagi dengan Jadwal Perempuan',
    summary: 'Setelah tiga pencurian motor, 18 gardu dijaga. Ibu-ibu berjaga Sabtu sore di sekitar sekolah dan pasar.',
    body: `Setelah tiga sepeda motor hilang dalam sebulan, warga Desa Kambangan menghidupkan 18 gardu ronda. Laki-laki berjaga malam; ibu-ibu mengambil giliran Sabtu sore di sekitar sekolah dan pasar.

Kentongan memakai kode lama: satu untuk kumpul, dua untuk api, tiga untuk pencurian. Selama enam pekan belum ada kehilangan. Desa membelikan senter dan jas hujan untuk setiap gardu, sedangkan kopi disumbang warga bergiliran.`,
  },
  {
    unit: '33.28.07.2010', kind: 'berita', daysAgo: 3, at: '18:10', tags: ['internet desa', 'Capar', 'sinyal'],
    title: 'Wi-Fi Satelit Menyala, Murid Capar Tidak Perlu Naik Bukit',
    summary: 'Internet balai desa dan sekolah dibuka sampai pukul 21.00 WIB. Perangkat desa menulis laporan tanpa ke kota.',
    body: `Sejak Senin malam balai Desa Capar dan SD Negeri Capar 01 mempunyai Wi-Fi satelit. Selama ini murid mencari sinyal di Bukit Sitapak, dua kilometer dari kampung.

Sandi diganti setiap hari dan ditulis di papan agar orang datang serta duduk bersama. Jam buka pukul 07.00–21.00 WIB. Kecepatan 42 megabit per detik cukup untuk 30 orang; film diminta tidak diunduh pada jam belajar.`,
    cover: { motif: 'tree', alt: 'Bukit dan pohon di desa terpencil' },
  },
  {
    unit: '33.28.07.2004', kind: 'berita', daysAgo: 39, at: '10:15', tags: ['desa wisata', 'sepeda', 'Sitail'],
    title: 'Jalur Sepeda Sitail Melewati Sebelas Kedai Warga',
    summary: 'Rute 14 kilometer melintasi hutan jati dan sawah. Setiap kedai memegang stempel.',
    body: `Desa Sitail membuka jalur sepeda 14 kilometer melewati hutan jati, dua jembatan gantung, dan sebelas kedai warga. Pesepeda mengumpulkan stempel di setiap kedai dan menukarnya dengan kopi.

Pada bulan pertama tercatat 612 pesepeda. Pemuda menyediakan tambalan ban dan ambulans desa siaga setiap Minggu. Jalur ditutup bila hujan karena jembatan licin.`,
  },
  {
    unit: '33.28.07.2015', kind: 'pengumuman', daysAgo: 88, at: '09:20', tags: ['vaksinasi', 'Lembasari'],
    title: 'Imunisasi Kejar di Lembasari Memakai Mobil Bak Tertutup',
    summary: 'Anak dari empat dukuh yang jauh dijemput ke balai desa. Vaksin dibawa dengan kotak dingin bertenaga surya.',
    body: `Empat dukuh Desa Lembasari berjarak lebih dari lima kilometer dari puskesmas pembantu. Untuk imunisasi kejar, desa menjemput 39 anak dengan mobil tertutup pada {kerja:+4} pukul 07.30 WIB.

Vaksin dibawa dalam kotak dingin bertenaga surya milik Puskesmas Jatinegara. Orang tua diminta ikut dan menunggu tiga puluh menit sesudah suntikan. Anak yang sedang demam dicatat dan dijadwalkan ulang dua pekan kemudian di posyandu dukuh masing-masing.`,
  },
  {
    unit: '33.28.08.2010', kind: 'kegiatan', daysAgo: 11, at: '13:40', tags: ['museum', 'fosil', 'Semedo'],
    title: 'Warga Semedo Menyerahkan Tiga Puluh Tujuh Fosil',
    summary: 'Fosil gading, rahang, dan cangkang ditemukan di ladang. Penemu menerima piagam dan uang jasa.',
    body: `Dua puluh dua petani Desa Semedo menyerahkan 37 fosil yang ditemukan selama musim tanam, antara lain potongan gading stegodon dan cangkang laut. Setiap fosil dicatat letaknya dengan GPS sebelum dibawa ke museum.

Penemu menerima piagam dan uang jasa menurut penilaian ahli. Kepala desa mengingatkan agar fosil tidak dicuci dengan sikat kawat atau dijual; tanah yang menempel justru menceritakan umurnya.`,
  },
  {
    unit: '33.28.08.2006', kind: 'pengumuman', daysAgo: 4, at: '16:30', tags: ['air bersih', 'kekeringan', 'Sumingkir'],
    title: 'Urutan Tangki Air Desa Sumingkir Pekan Ini',
    summary: 'Empat tangki sehari untuk sembilan RT. Ember diberi nomor supaya tidak berebut.',
    body: `Desa Sumingkir menerima empat tangki air sehari. Urutannya: RT 01–03 Senin dan Kamis, RT 04–06 Selasa dan Jumat, RT 07–09 Rabu dan Sabtu. Setiap keluarga mendapat 120 liter; keluarga dengan bayi atau orang sakit 180 liter.

Ember diberi nomor rumah. Mintalah ketua RT mencatat bila tangki tidak datang sampai pukul 15.00 WIB.`,
  },
]
