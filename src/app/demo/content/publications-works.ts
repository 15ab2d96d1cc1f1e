import type { DemoPublication } from './types.ts'

/** Roads, water, housing and transport. */
export const publicationsWorks: DemoPublication[] = [
  {
    unit: 'dpu', kind: 'berita', daysAgo: 1, at: '09:20', place: '33.28.04', tags: ['jalan', 'pelebaran', 'Balapulang', 'Bumijawa'],
    title: 'Pelebaran Jalan Balapulang–Bumijawa Capai 68 Persen',
    summary: 'Pekerjaan 4,2 kilometer dari Banjaranyar ke Batuagung masuk tahap lapis pondasi. Buka-tutup arus berlaku pukul 08.00–16.00 WIB.',
    body: `Pelebaran ruas Balapulang–Bumijawa yang dikerjakan sejak pertengahan tahun mencapai 68 persen per {tgl:-1}, lebih cepat dua persen dari rencana. Badan jalan yang semula 4,5 meter dilebarkan menjadi 6 meter, dari Desa Banjaranyar sampai Desa Batuagung sepanjang 4,2 kilometer.

Minggu ini pekerjaan masuk lapis pondasi atas di tikungan Batuagung. Karena tebing di sisi barat dipotong, arus kendaraan diatur buka-tutup setiap hari kerja pukul 08.00–16.00 WIB. Truk bermuatan lebih dari delapan ton dialihkan lewat Margasari.

## Yang masih dikerjakan

| Pekerjaan | Rencana | Selesai |
|---|---:|---:|
| Galian dan pelebaran | 4,2 km | 4,2 km |
| Lapis pondasi | 4,2 km | 2,6 km |
| Tembok penahan tanah | 310 m | 245 m |
| Saluran tepi | 3,8 km | 1,9 km |

Dua titik longsoran kecil di dekat jembatan Kali Gung sudah diberi bronjong. Warga yang hendak ke Guci pada akhir pekan dapat melewati ruas ini tanpa buka-tutup karena pekerjaan dihentikan sementara setiap Sabtu dan Minggu.`,
    english: {
      title: 'Widening of the Balapulang–Bumijawa Road Is 68 Percent Done',
      summary: 'Work on 4.2 kilometres from Banjaranyar to Batuagung has reached the base course. One-way traffic alternates from 8 am to 4 pm.',
      body: `The widening of the Balapulang–Bumijawa road had reached 68 percent on {date:-1}, two percent ahead of plan. The carriageway grows from 4.5 to 6 metres over 4.2 kilometres, from Banjaranyar to Batuagung.

This week the upper base course is laid in the Batuagung bends. Because the western slope is being cut, traffic alternates on working days from 8 am to 4 pm. Trucks above eight tonnes are diverted through Margasari.

Visitors to Guci can use the road freely at weekends, when work stops.`,
    },
    cover: { motif: 'road', alt: 'Jalan pegunungan yang sedang dilebarkan, dengan tebing di sisi kirinya' },
  },
  {
    unit: 'dpu-bina-marga', kind: 'pengumuman', daysAgo: 0, at: '07:15', place: '33.28.10', tags: ['jalan', 'lalu lintas', 'Slawi'],
    title: 'Jembatan Kali Gung Ruas Slawi–Pangkah Ditutup Malam Hari',
    summary: 'Penggantian siar muai jembatan dikerjakan pukul 21.00–04.00 WIB selama empat malam. Kendaraan roda empat dialihkan lewat Procot.',
    body: `Jembatan pada ruas Slawi–Pangkah ditutup untuk kendaraan roda empat mulai {hari:+1} sampai {hari:+4}, setiap malam pukul 21.00–04.00 WIB. Siar muai di kedua ujung jembatan diganti karena pelat bajanya lepas dan membahayakan pengendara sepeda motor.

- Roda empat dari arah Slawi: lewat Jalan Ahmad Yani, Procot, lalu Kalisapu.
- Roda dua tetap dapat melintas satu lajur dengan dipandu petugas.
- Ambulans dan mobil pemadam didahulukan setiap saat.

Pengaduan lapangan diterima piket Bidang Bina Marga selama pekerjaan berlangsung. Jadwal pekerjaan lain ada di [kanal Dinas Pekerjaan Umum](/kanal/dpu) dan [daftar penutupan jalan](/berita/daftar-penutupan-jalan).`,
  },
  {
    unit: 'dpu-sda', kind: 'berita', daysAgo: 6, at: '10:40', place: '33.28.04.2009', tags: ['irigasi', 'Danawarih', 'pertanian'],
    title: 'Pintu Bendung Danawarih Diperbaiki sebelum Musim Tanam',
    summary: 'Tiga dari lima pintu intake diganti agar pembagian air ke Lebaksiu, Pangkah, dan Slawi kembali sesuai jadwal gilir.',
    body: `Bidang Sumber Daya Air mengganti tiga daun pintu intake Bendung Danawarih di Kecamatan Balapulang. Pintu lama berkarat sehingga tidak menutup rapat; air terbuang ke sungai pada malam hari, sementara petak tersier di Lebaksiu Kidul dan Kambangan sering terlambat menerima giliran.

Pekerjaan dilakukan bergantian supaya aliran ke saluran induk tidak putus. Selama pemasangan, debit dikurangi menjadi 60 persen dan jadwal gilir disusun ulang bersama perkumpulan petani pemakai air (P3A).

"Kami minta ulu-ulu di setiap desa mencatat jam air masuk. Catatan itu yang kami pakai untuk menghitung ulang pembagian," kata Plt. Kepala Bidang SDA Jatmiko Rahardja.

Pintu keempat dan kelima diganti tahun depan setelah pengadaan baja selesai.`,
    cover: { motif: 'water', alt: 'Saluran irigasi mengalir di antara petak sawah' },
  },
  {
    unit: 'dpu', kind: 'dokumen', daysAgo: 24, at: '13:05', tags: ['jalan', 'data', 'kondisi jalan'],
    title: 'Daftar Kondisi Jalan Kabupaten Semester Pertama',
    summary: 'Dari 846 kilometer jalan kabupaten, 71,4 persen dalam kondisi mantap. Rincian per ruas dapat dilihat menurut kecamatan.',
    body: `Survei kondisi jalan dilakukan dua kali setahun dengan kendaraan pengukur kerataan dan pemeriksaan mata. Hasil semester pertama {tahun:0}:

| Kondisi | Panjang (km) | Persen |
|---|---:|---:|
| Baik | 412,6 | 48,8 |
| Sedang | 191,3 | 22,6 |
| Rusak ringan | 148,7 | 17,6 |
| Rusak berat | 93,4 | 11,0 |

Kecamatan dengan porsi rusak berat terbesar ialah Jatinegara, Kedungbanteng, dan Bumijawa. Di tiga kecamatan itu tanah dasarnya ekspansif atau lerengnya curam, sehingga penanganan dipilih beton, bukan aspal.

Daftar ruas menjadi dasar usulan dalam Forum Perangkat Daerah. Warga yang menemukan perbedaan dengan keadaan di lapangan dapat menyampaikan foto dan nama ruas melalui kanal pengaduan.`,
    correction: { daysAgo: 19, reason: 'Panjang jalan rusak ringan semula tertulis 184,7 km; angka yang benar 148,7 km.' },
    cover: { motif: 'document', alt: 'Lembar dokumen dengan tabel' },
  },
  {
    unit: 'dpu-cipta-karya', kind: 'program', daysAgo: 41, at: '08:30', place: '33.28.07', tags: ['air minum', 'Pamsimas', 'Jatinegara'],
    title: 'Program Sambungan Air Minum Perdesaan di Jatinegara dan Kedungbanteng',
    summary: 'Enam desa di dua kecamatan mendapat jaringan perpipaan untuk 1.180 rumah. Iuran dan pengelolaan ditetapkan lewat musyawarah desa.',
    body: `Enam desa yang setiap kemarau bergantung pada truk tangki menjadi sasaran program air minum perdesaan: Capar, Padasari, Luwijawa, dan Dukuhbangsa di Kecamatan Jatinegara, serta Tonggara dan Semedo di Kecamatan Kedungbanteng.

## Isi program

1. Sumur dalam atau penangkap mata air dengan debit paling sedikit 2 liter per detik.
2. Bak penampung 60 meter kubik dan pipa distribusi.
3. Sambungan rumah bermeter untuk 1.180 keluarga.
4. Pelatihan kelompok pengelola dan pemeriksaan mutu air oleh Labkesda.

Desa menyediakan lahan dan tenaga; iuran ditetapkan dalam musyawarah desa. Pengalaman di Desa Penujah menunjukkan iuran Rp2.500 per meter kubik cukup untuk listrik pompa dan perawatan.`,
    cover: { motif: 'water', alt: 'Aliran air dan bukit di belakangnya' },
  },
  {
    unit: 'dpu-tata-ruang', kind: 'pengumuman', daysAgo: 12, at: '14:10', tags: ['tata ruang', 'konsultasi publik'],
    title: 'Konsultasi Publik Rencana Detail Tata Ruang Kawasan Perkotaan Adiwerna',
    summary: 'Warga, pelaku usaha, dan pemerintah desa diundang membahas pola ruang koridor Adiwerna–Talang sebelum naskah diajukan ke provinsi.',
    body: `Rencana Detail Tata Ruang (RDTR) Kawasan Perkotaan Adiwerna mencakup sebelas desa di Kecamatan Adiwerna dan Talang. Naskah akan mengatur letak perumahan, industri logam rumahan, sekolah, dan ruang terbuka hijau untuk dua puluh tahun.

Konsultasi publik kedua diadakan {hari:+9} pukul 09.00 WIB di pendopo Kecamatan Adiwerna. Bahan rapat, peta pola ruang, dan daftar tanggapan dari konsultasi pertama tersedia di Bidang Penataan Ruang.

Masukan tertulis diterima sampai {tgl:+16}. Setiap masukan dicatat, dijawab, dan dilampirkan pada naskah.`,
    activity: { fromDaysAgo: 3, toDaysAgo: 3 },
  },
  {
    unit: 'perkim', kind: 'berita', daysAgo: 38, at: '11:25', place: '33.28.15.2015', tags: ['rumah layak huni', 'Kramat'],
    title: 'Sebanyak 46 Rumah di Pesisir Kramat Selesai Diperbaiki',
    summary: 'Bantuan rumah tidak layak huni di Munjungagung, Maribaya, dan Plumbungan selesai. Pemilik ikut mengerjakan dan memeriksa belanja bahan.',
    body: `Empat puluh enam rumah di Desa Munjungagung, Maribaya, dan Plumbungan selesai diperbaiki melalui bantuan stimulan. Tiap rumah menerima Rp20 juta: Rp17,5 juta bahan bangunan dan Rp2,5 juta upah tukang. Sisanya swadaya.

Pemilik memilih sendiri toko bahan bangunan bersama kelompoknya. Nota dan foto kemajuan ditempel di balai desa setiap minggu sehingga tetangga dapat mencocokkan.

Rumah di tepi pantai memakai tiang beton dan lantai yang ditinggikan 60 sentimeter, sebab rob mencapai permukiman rata-rata empat kali setahun. Tahun depan diusulkan 120 rumah lagi, termasuk di Suradadi dan Warureja.`,
    cover: { motif: 'sea', alt: 'Rumah-rumah di tepi pantai' },
  },
  {
    unit: 'perkim', kind: 'pengumuman', daysAgo: 74, at: '09:00', tags: ['perumahan', 'prasarana'],
    title: 'Penyerahan Prasarana Perumahan: Pengembang Diminta Melengkapi Berkas',
    summary: 'Empat belas perumahan belum menyerahkan jalan, drainase, dan taman kepada pemerintah daerah sehingga belum dapat dirawat dengan APBD.',
    body: `Dari 87 perumahan yang terdaftar, empat belas belum menyerahkan prasarana, sarana, dan utilitas umum. Akibatnya jalan berlubang dan drainase mampet di dalam perumahan tidak dapat diperbaiki dengan anggaran daerah.

Pengembang diminta melengkapi berkas berikut paling lambat {tgl:+30}:

- rencana tapak yang disahkan;
- sertifikat atau pelepasan hak atas jalan dan taman;
- berita acara pemeriksaan fisik.

Jika pengembang sudah tidak ada, warga dapat mengajukan permohonan melalui pengurus RW dengan dilampiri surat keterangan desa. Dinas akan memulai pengambilalihan sesuai ketentuan.`,
  },
  {
    unit: 'dishub', kind: 'berita', daysAgo: 3, at: '15:30', place: '33.28.10', tags: ['angkutan pelajar', 'sekolah', 'Slawi'],
    title: 'Dua Rute Bus Pelajar Ditambah, Bojong dan Pagerbarang Terlayani',
    summary: 'Bus pelajar gratis kini melayani Bojong–Slawi dan Pagerbarang–Slawi setiap hari sekolah, berangkat pukul 05.45 dan 06.00 WIB.',
    body: `Dinas Perhubungan menambah dua rute bus pelajar sehingga seluruhnya menjadi enam. Rute baru melayani pelajar SMP dan SMA/SMK yang selama ini menumpang mobil bak terbuka.

| Rute | Berangkat | Tempat naik |
|---|---|---|
| Bojong–Lebaksiu–Slawi | 05.45 | Pasar Bojong, Tuwel, Yamansari |
| Pagerbarang–Dukuhwaru–Slawi | 06.00 | Kantor Kecamatan Pagerbarang, Randusari, Sindang |

Bus pulang pukul 14.30 dari Alun-Alun Hanggawana. Pelajar cukup menunjukkan kartu pelajar. Sekolah yang jam pulangnya berubah diminta memberi tahu Dinas Perhubungan sehari sebelumnya melalui operator sekolah.`,
    cover: { motif: 'road', alt: 'Jalan menuju kota pada pagi hari' },
  },
  {
    unit: 'dishub-pkb', kind: 'pengumuman', daysAgo: 17, at: '08:05', tags: ['uji kendaraan', 'KIR'],
    title: 'Uji Kendaraan Libur Dua Hari untuk Kalibrasi Alat',
    summary: 'Pengujian kendaraan bermotor ditutup dua hari kerja. Kendaraan yang masa ujinya habis pada hari itu tidak dikenai denda.',
    body: `UPTD Pengujian Kendaraan Bermotor menutup layanan pada {kerja:+5} dan {kerja:+6} karena alat uji rem, lampu, dan emisi dikalibrasi oleh petugas Kementerian Perhubungan.

Pemilik kendaraan yang masa ujinya berakhir pada kedua hari tersebut dapat datang pada hari kerja berikutnya tanpa denda. Pendaftaran daring tetap dibuka; pilih tanggal setelah masa kalibrasi.

Untuk angkutan barang yang harus berjalan, surat keterangan penundaan uji dapat diminta di loket dengan membawa buku uji atau kartu BLU-e.`,
  },
]
