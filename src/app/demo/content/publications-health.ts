import type { DemoPublication } from './types.ts'

/** Health, family and social care. */
export const publicationsHealth: DemoPublication[] = [
  {
    unit: 'dinkes', kind: 'siaran-pers', daysAgo: 2, at: '10:00', tags: ['imunisasi', 'anak sekolah', 'BIAS'],
    title: 'Bulan Imunisasi Anak Sekolah Menjangkau 41.276 Murid',
    summary: 'Cakupan imunisasi campak-rubela dan difteri-tetanus di 29 puskesmas mencapai 94,1 persen. Susulan berlangsung dua minggu.',
    body: `Hingga {tgl:-1}, 41.276 murid kelas 1, 2, dan 5 di Kabupaten Tegal sudah menerima imunisasi dalam Bulan Imunisasi Anak Sekolah, atau 94,1 persen dari sasaran 43.864 anak.

Cakupan tertinggi dicatat Puskesmas Lebaksiu (98,7 persen), terendah Puskesmas Jatibogor (86,2 persen). Sebagian besar anak yang belum diimunisasi sedang sakit pada hari pelaksanaan; 312 orang tua menolak, dan petugas mendatangi mereka bersama guru serta tokoh agama.

## Susulan

Anak yang terlewat dapat datang ke puskesmas terdekat setiap hari kerja sampai {tgl:+12} dengan membawa buku KIA atau catatan imunisasi sekolah. Layanan tidak dipungut biaya.

"Demam ringan sehari setelah suntik itu wajar. Kalau lebih dari dua hari, silakan kembali ke puskesmas," kata dr. Satriyo Budiharja, Kepala Bidang Pencegahan dan Pengendalian Penyakit.`,
    english: {
      title: 'School Immunisation Month Reaches 41,276 Pupils',
      summary: 'Coverage of measles-rubella and diphtheria-tetanus vaccines at 29 community health centres is 94.1 percent. Catch-up runs two weeks.',
      body: `By {date:-1}, 41,276 pupils of grades 1, 2 and 5 had been immunised during School Immunisation Month, 94.1 percent of the target.

Lebaksiu health centre reported the highest coverage (98.7 percent), Jatibogor the lowest (86.2 percent). Most missed children were ill on the day.

Catch-up is free at every health centre on working days until {date:+12}. Bring the mother-and-child book or the school's record.`,
    },
    cover: { motif: 'health', alt: 'Gedung puskesmas dengan tanda palang' },
  },
  {
    unit: 'dinkes-kesmas', kind: 'infografis', daysAgo: 8, at: '13:45', tags: ['stunting', 'gizi', 'posyandu'],
    title: 'Lima Kecamatan dengan Penurunan Stunting Terbesar',
    summary: 'Penimbangan serentak menunjukkan angka stunting kabupaten turun menjadi 14,6 persen. Warureja turun paling banyak.',
    body: `Hasil penimbangan serentak di 1.562 posyandu, dibandingkan dengan tahun sebelumnya:

| Kecamatan | Tahun lalu | Tahun ini |
|---|---:|---:|
| Warureja | 22,4 % | 16,9 % |
| Jatinegara | 21,8 % | 17,0 % |
| Bumijawa | 20,1 % | 16,2 % |
| Suradadi | 18,7 % | 15,1 % |
| Tarub | 17,5 % | 14,3 % |
| **Kabupaten Tegal** | **17,3 %** | **14,6 %** |

Angka dihitung dari balita yang ditimbang dan diukur, 96,8 persen dari sasaran. Data per desa tersedia pada Satu Data dan diperbarui setiap bulan penimbangan.

Tiga hal yang dilakukan bersama: makanan tambahan dari telur dan ikan lokal selama 90 hari, pendampingan calon pengantin, serta perbaikan jamban keluarga.`,
    cover: { motif: 'health', alt: 'Ilustrasi layanan kesehatan ibu dan anak' },
  },
  {
    unit: 'puskesmas-slawi', kind: 'kegiatan', daysAgo: 5, at: '08:15', place: '33.28.10.1009', tags: ['posyandu', 'lansia', 'Slawi'],
    title: 'Posyandu Lansia Kudaile Tambah Pemeriksaan Mata',
    summary: 'Sebanyak 74 warga lanjut usia diperiksa tekanan darah, gula darah, dan ketajaman penglihatan. Sebelas dirujuk karena katarak.',
    body: `Posyandu lansia RW 03 Kelurahan Kudaile kini memeriksa mata setiap tiga bulan. Pada pelaksanaan pertama, 74 orang hadir, lebih dari separuhnya belum pernah memeriksakan mata.

Kader mengukur ketajaman penglihatan dengan kartu baca, lalu dokter puskesmas memeriksa yang hasilnya kurang. Sebelas orang dirujuk ke RSUD dr. Soeselo dengan dugaan katarak; pemberangkatan diatur bersama agar tidak ada yang datang sendiri.

Selain itu ditemukan 29 orang bertekanan darah tinggi dan 12 orang dengan gula darah di atas normal. Mereka masuk daftar kunjungan rumah perawat setiap dua minggu.

Jadwal berikutnya: RW 01 dan RW 05, {hari:+16} pukul 08.00 WIB di aula kelurahan.`,
    activity: { fromDaysAgo: 6, toDaysAgo: 6 },
  },
  {
    unit: 'puskesmas-bumijawa', kind: 'berita', daysAgo: 15, at: '09:50', place: '33.28.02.2008', tags: ['persalinan', 'Bumijawa', 'ambulans desa'],
    title: 'Rumah Tunggu Kelahiran Bumijawa Dipakai 63 Ibu Tahun Ini',
    summary: 'Ibu hamil dari Traju, Cawitali, dan Gunungagung tinggal dekat puskesmas menjelang persalinan agar tidak terlambat ditolong.',
    body: `Jarak dari Desa Gunungagung ke Puskesmas Bumijawa hanya 14 kilometer, tetapi pada musim hujan perjalanannya bisa lebih dari satu jam. Karena itu rumah tunggu kelahiran disediakan tepat di seberang puskesmas.

Sejak awal tahun, 63 ibu menginap rata-rata empat malam. Semuanya melahirkan dengan selamat; tujuh di antaranya dirujuk ke RSUD dr. Soeselo sebelum keadaan darurat terjadi.

Biaya makan dan pendamping ditanggung jaminan persalinan. Keluarga cukup membawa kartu identitas dan buku KIA. Bidan desa menghubungi puskesmas paling lambat tujuh hari sebelum perkiraan lahir.

Ambulans desa di Traju dan Cawitali siaga dua puluh empat jam. Nomor sopir ditempel di setiap posyandu.`,
  },
  {
    unit: 'puskesmas-suradadi', kind: 'pengumuman', daysAgo: 0, at: '06:50', place: '33.28.16', tags: ['demam berdarah', 'Suradadi'],
    title: 'Pengasapan Sarang Nyamuk di Sidaharja dan Purwahamba',
    summary: 'Enam kasus demam berdarah dalam tiga minggu. Pengasapan dilakukan besok pagi, disertai pemberantasan jentik dari rumah ke rumah.',
    body: `Setelah enam kasus demam berdarah dengue dilaporkan dalam tiga minggu, Puskesmas Suradadi melakukan pengasapan di RW 02 Desa Sidaharja dan RW 04 Desa Purwahamba, {hari:+1} mulai pukul 06.00 WIB.

Sebelum petugas datang, warga diminta:

1. menutup makanan dan tempat air minum;
2. mengeluarkan hewan peliharaan, termasuk burung;
3. membuka pintu kamar dan lemari;
4. tinggal di luar rumah sekurang-kurangnya satu jam.

Pengasapan hanya membunuh nyamuk dewasa. Jentik tetap harus dibersihkan dengan menguras bak, menutup tandon, dan mengubur barang bekas setiap minggu.`,
  },
  {
    unit: 'rsud-soeselo', kind: 'berita', daysAgo: 4, at: '11:10', tags: ['rumah sakit', 'antrean', 'BPJS'],
    title: 'Antrean Poliklinik RSUD dr. Soeselo Kini Menurut Jam',
    summary: 'Pasien memilih jam kedatangan saat mendaftar. Rata-rata waktu tunggu poliklinik penyakit dalam turun dari 142 menjadi 58 menit.',
    body: `Pendaftaran poliklinik RSUD dr. Soeselo sekarang memakai jam kedatangan, bukan nomor urut yang diambil sejak subuh. Setiap dokter mempunyai slot tiga puluh menit yang diisi paling banyak delapan pasien.

Dalam uji coba enam minggu di poliklinik penyakit dalam, rata-rata waktu tunggu turun dari 142 menit menjadi 58 menit. Tempat parkir juga lebih lega karena pasien tidak datang bersamaan.

Pasien tanpa ponsel dapat mendaftar melalui puskesmas perujuk atau loket di lobi. Seperlima slot disisihkan bagi mereka. Pasien yang terlambat lebih dari satu jam dipindahkan ke slot berikutnya pada hari yang sama.

Poliklinik anak, saraf, dan jantung menyusul bulan depan.`,
    cover: { motif: 'health', alt: 'Gedung rumah sakit dan taman depannya' },
  },
  {
    unit: 'rsud-suradadi', kind: 'berita', daysAgo: 61, at: '10:20', place: '33.28.16.2010', tags: ['rumah sakit', 'cuci darah', 'Suradadi'],
    title: 'RSUD Suradadi Buka Layanan Cuci Darah dengan Delapan Mesin',
    summary: 'Pasien gagal ginjal dari Suradadi, Warureja, dan Kramat tidak perlu lagi ke Slawi. Layanan dibuka Senin sampai Sabtu, dua giliran.',
    body: `RSUD Suradadi membuka layanan hemodialisis dengan delapan mesin. Dalam dua giliran sehari, enam hari seminggu, 96 tindakan dapat dilayani. Selama ini 37 pasien dari Suradadi, Warureja, dan sebagian Kramat harus pergi ke Slawi dua kali seminggu.

Ruangan memakai bekas bangsal umum yang ditata ulang. Air baku diolah dengan osmosis terbalik dan mutunya diperiksa setiap bulan oleh Labkesda. Dua dokter dan sembilan perawat telah menyelesaikan pelatihan tiga bulan.

Peserta BPJS Kesehatan dilayani dengan rujukan dari fasilitas pertama; rujukan untuk penyakit ginjal kronik berlaku tiga bulan.`,
  },
  {
    unit: 'dinkes-p2p', kind: 'siaran-pers', daysAgo: -2, at: '08:00', state: 'scheduled', tags: ['tuberkulosis', 'skrining'],
    title: 'Skrining Tuberkulosis di Empat Pabrik Dimulai Pekan Depan',
    summary: 'Sebanyak 5.200 pekerja di Adiwerna, Dukuhturi, dan Kramat diperiksa dengan rontgen keliling tanpa biaya.',
    body: `Dinas Kesehatan memulai skrining tuberkulosis bagi 5.200 pekerja di empat pabrik di Kecamatan Adiwerna, Dukuhturi, dan Kramat. Pemeriksaan memakai mobil rontgen milik provinsi dan tidak memotong jam kerja karena dilakukan pada pergantian giliran.

Pekerja yang hasil rontgennya mencurigakan diperiksa dahak dengan tes cepat molekuler. Hasilnya hanya diberitahukan kepada yang bersangkutan dan puskesmas. Perusahaan dilarang memutus hubungan kerja karena penyakit ini; pengobatan berlangsung enam bulan dan gratis.

Tahun lalu ditemukan 2.318 pasien tuberkulosis di Kabupaten Tegal, 83 persen dari perkiraan. Skrining di tempat kerja dipilih karena separuh pasien berusia 20–45 tahun.`,
  },
  {
    unit: 'dinsos', kind: 'pengumuman', daysAgo: 7, at: '09:35', tags: ['bantuan sosial', 'DTSEN', 'pemutakhiran'],
    title: 'Warga Dapat Menyanggah Daftar Penerima Bantuan sampai Akhir Bulan',
    summary: 'Daftar penerima hasil pemutakhiran ditempel di balai desa dan kelurahan. Sanggahan diperiksa petugas dengan kunjungan rumah.',
    body: `Daftar penerima bantuan sosial hasil pemutakhiran data tunggal sosial ekonomi ditempel di 287 balai desa dan kantor kelurahan mulai {tgl:0}. Yang ditempel hanya nama, RT/RW, dan jenis bantuan; nomor induk kependudukan tidak dicantumkan.

## Cara menyanggah

- Sampaikan kepada operator desa dengan menyebut alasan: pindah, meninggal, sudah mampu, atau belum terdaftar padahal berhak.
- Petugas berkunjung ke rumah paling lama tujuh hari kerja sesudahnya.
- Hasilnya diputuskan dalam musyawarah desa dan dicatat dalam berita acara.

Penyanggah boleh meminta namanya tidak disebut. Layanan ini tidak dipungut biaya; siapa pun yang meminta imbalan dapat dilaporkan kepada Inspektorat.`,
  },
  {
    unit: 'dp3ap2kb', kind: 'kegiatan', daysAgo: 9, at: '14:20', place: '33.28.09', tags: ['anak', 'perlindungan', 'Pangkah'],
    title: 'Forum Anak Pangkah Usulkan Jalur Aman ke Sekolah',
    summary: 'Tiga puluh dua anak dari 23 desa memetakan titik rawan di jalan menuju sekolah dan menyerahkannya kepada camat.',
    body: `Selama dua hari, 32 anak wakil Forum Anak dari 23 desa se-Kecamatan Pangkah berjalan kaki dari rumah ke sekolah sambil mencatat apa yang membuat mereka takut. Hasilnya peta dengan 47 titik: penyeberangan tanpa marka, anjing lepas, jalan gelap, dan saluran terbuka.

Lima titik yang paling sering disebut berada di ruas Pangkah–Jatinegara, di depan SD di Grobog Kulon, dan di jembatan Bogares Kidul. Camat berjanji membahasnya dalam musrenbang kecamatan; Dinas Perhubungan akan memeriksa tiga penyeberangan lebih dahulu.

Forum juga meminta setiap sekolah mempunyai guru yang dapat dihubungi jika anak mengalami perundungan.`,
    activity: { fromDaysAgo: 11, toDaysAgo: 10 },
    cover: { motif: 'meeting', alt: 'Orang-orang duduk melingkar dalam pertemuan' },
  },
]
