import type { DemoPublication } from './types.ts'

/** Diskominfo: networks, letters, data, hoaxes; planning. */
export const publicationsDigital: DemoPublication[] = [
  {
    unit: 'diskominfo', kind: 'berita', daysAgo: 2, at: '13:20', tags: ['BTS', 'blankspot', 'sinyal', 'desa perbatasan'],
    title: 'Sebelas Desa Perbatasan Diusulkan Mendapat Menara BTS',
    summary: 'Survei sinyal bersama desa memetakan 23 dukuh tanpa layanan di Bumijawa, Jatinegara, dan Margasari. Usulan dikirim ke Bakti.',
    body: `Diskominfo mengirimkan usulan pembangunan menara BTS untuk sebelas desa perbatasan melalui program kewajiban pelayanan universal. Usulan disusun dari bawah: perangkat desa mengukur sinyal di setiap dukuh dengan ponsel selama tiga pekan.

Hasilnya, 23 dukuh tidak terjangkau satu operator pun dan 38 dukuh hanya menerima panggilan di tempat tertentu. Yang terberat berada di Gunungagung dan Cawitali (Bumijawa), Capar dan Lembasari (Jatinegara), serta Wanasari (Margasari).

## Langkah berikutnya

1. Lahan hibah pakai 20 × 20 meter disiapkan desa.
2. Petugas mengukur ulang dengan alat uji kendara.
3. Sambil menunggu, Wi-Fi satelit dipasang di enam balai desa dan empat SD.

"Orang melahirkan, kebakaran, longsor, semuanya butuh sinyal. Kami tidak mau usulan ini hanya tabel," kata Kepala Diskominfo Endang Kusumastuti.`,
    english: {
      title: 'Eleven Border Villages Proposed for Mobile Towers',
      summary: 'A signal survey made with the villages mapped 23 hamlets without service in Bumijawa, Jatinegara and Margasari.',
      body: `The communications agency has sent a proposal for mobile towers in eleven border villages under the universal service programme. Village officials measured the signal in every hamlet for three weeks.

In 23 hamlets no operator can be received; in 38 a call is possible only at certain spots. The worst are in Gunungagung and Cawitali (Bumijawa), Capar and Lembasari (Jatinegara) and Wanasari (Margasari).

Meanwhile satellite Wi-Fi is being installed at six village halls and four primary schools.`,
    },
    cover: { motif: 'tree', alt: 'Perbukitan hijau di desa perbatasan' },
  },
  {
    unit: 'diskominfo-ikp', kind: 'siaran-pers', daysAgo: 0, at: '11:40', tags: ['hoaks', 'klarifikasi', 'bantuan'],
    title: 'Pesan tentang Pendaftaran Bantuan Rp1,5 Juta Tidak Benar',
    summary: 'Tautan yang beredar di grup WhatsApp meminta nomor KTP dan kode OTP. Pemerintah daerah tidak membuka pendaftaran semacam itu.',
    body: `Sejak {hari:-1} malam beredar pesan berantai yang mengatakan Pemerintah Kabupaten Tegal membagikan bantuan Rp1,5 juta bagi warga yang mendaftar melalui sebuah tautan. **Pesan itu tidak benar.**

Dinas Sosial memastikan tidak ada pendaftaran bantuan lewat tautan. Daftar penerima disusun melalui musyawarah desa dan ditempel di balai desa.

Tautan tersebut meminta nomor induk kependudukan, foto KTP, dan kode OTP. Warga yang terlanjur mengisi disarankan segera:

- mengganti PIN dan kata sandi perbankan serta dompet digital;
- menghubungi bank untuk memblokir sementara;
- melapor kepada Diskominfo atau kantor polisi terdekat dengan tangkapan layar.

Jangan meneruskan pesan itu, juga untuk bertanya. Kirim tangkapan layarnya kepada kami.`,
    cover: { motif: 'document', alt: 'Lembar pengumuman klarifikasi' },
  },
  {
    unit: 'diskominfo-aplikasi', kind: 'kegiatan', daysAgo: 7, at: '14:00', tags: ['e-office', 'bimtek', 'surat elektronik'],
    title: 'Bimtek E-Office Angkatan Keempat Diikuti 29 Perangkat Daerah',
    summary: 'Peserta berlatih mencatat surat, mendisposisi, dan menandatangani secara elektronik dengan surat nyata dari kantornya sendiri.',
    body: `Sebanyak 87 pegawai dari 29 perangkat daerah mengikuti bimbingan teknis e-office selama tiga hari di aula Diskominfo. Dari 48 perangkat daerah, tinggal 19 yang belum berlatih; angkatan kelima dijadwalkan bulan depan.

Setiap peserta membawa sepuluh surat asli dari kantornya. Surat itu dicatat, didisposisi, dijawab, dan ditandatangani selama pelatihan sehingga pekerjaan benar-benar berkurang ketika mereka kembali.

Kendala yang dicatat: nama jabatan di data kepegawaian belum mutakhir (14 kantor), pemindai rusak (5 kantor), dan sertifikat elektronik pejabat yang habis masa berlakunya (9 orang). Ketiganya ditangani sebelum angkatan berikut.`,
    activity: { fromDaysAgo: 9, toDaysAgo: 7 },
    cover: { motif: 'meeting', alt: 'Peserta pelatihan di sebuah aula' },
  },
  {
    unit: 'diskominfo-infrastruktur', kind: 'pengumuman', daysAgo: -1, at: '06:00', state: 'scheduled', tags: ['jaringan', 'pemeliharaan'],
    title: 'Pemeliharaan Pusat Data: Layanan Daring Berhenti Tiga Jam',
    summary: 'Perizinan, kepegawaian, dan surat elektronik tidak dapat diakses malam hari pukul 22.00–01.00 WIB.',
    body: `Pusat data kabupaten mengganti baterai dan memperbarui perangkat penyimpanan pada {hari:+1} pukul 22.00 sampai {hari:+2} pukul 01.00 WIB.

Selama pemeliharaan, layanan perizinan, kepegawaian, surat elektronik, dan absensi tidak dapat diakses. Portal informasi tetap dapat dibaca. Nomor darurat 112 dan sistem rumah sakit memakai jalur terpisah dan tidak terganggu.

Bila pekerjaan selesai lebih cepat, layanan segera dibuka kembali.`,
  },
  {
    unit: 'diskominfo-statistik', kind: 'berita', daysAgo: 9, at: '10:15', tags: ['Satu Data', 'statistik sektoral'],
    title: 'Forum Satu Data Sepakati 214 Daftar Data Prioritas',
    summary: 'Setiap data kini punya satu produsen, jadwal, dan definisi. Jumlah UMKM, misalnya, tidak lagi berbeda antara tiga dinas.',
    body: `Forum Satu Data Kabupaten Tegal menyepakati 214 data prioritas beserta produsen, jadwal rilis, dan definisinya. Pembahasan paling lama menyangkut jumlah usaha mikro: tiga dinas mempunyai tiga angka, antara 41 ribu dan 168 ribu, karena cara menghitungnya berlainan.

Disepakati bahwa Dinas Koperasi, UKM dan Perdagangan menjadi produsen data UMKM dengan rujukan nomor induk berusaha, sedangkan usaha yang belum berizin dicatat terpisah.

Walidata akan mengumumkan setiap bulan data mana yang terlambat. Pada bulan pertama, 163 dari 214 data terisi.`,
    cover: { motif: 'document', alt: 'Grafik dan tabel data' },
  },
  {
    unit: 'diskominfo-persandian', kind: 'pengumuman', daysAgo: 16, at: '08:45', tags: ['keamanan informasi', 'CSIRT', 'kata sandi'],
    title: 'Waspada Surel Palsu Mengatasnamakan Kepala Dinas',
    summary: 'Tujuh pegawai menerima surel yang meminta pembelian kartu hadiah. Periksa alamat pengirim dan laporkan kepada tim CSIRT.',
    body: `Tim tanggap insiden siber (CSIRT) kabupaten menerima tujuh laporan surel palsu dalam sepekan. Pengirim memakai nama kepala dinas dengan alamat di luar surel resmi, lalu meminta pegawai membeli kartu hadiah atau mengirim berkas kepegawaian.

Tidak ada data yang keluar. Alamat pengirim telah diblokir di gerbang surel.

**Tiga langkah aman**

1. Lihat alamat pengirim, bukan hanya namanya.
2. Tanyakan langsung lewat telepon bila diminta uang atau data.
3. Teruskan surelnya sebagai lampiran ke tim CSIRT, jangan dihapus dahulu.`,
  },
  {
    unit: 'diskominfo-tata-kelola', kind: 'program', daysAgo: 36, at: '09:20', tags: ['SPBE', 'smart city', 'master plan'],
    title: 'Dua Belas Program Cepat dalam Rencana Induk Kota Cerdas',
    summary: 'Dari 74 usulan FGD bersama kampus, Kadin, KNPI, dan relawan TIK, dipilih dua belas yang dapat selesai dalam setahun.',
    body: `Dewan Smart City memilih dua belas program cepat dari 74 usulan yang dikumpulkan dalam diskusi kelompok terarah bersama perguruan tinggi, Kadin, perbankan, KNPI, Karang Taruna, dan Relawan TIK.

Beberapa di antaranya:

- antrean puskesmas menurut jam;
- peta lampu jalan yang dapat dilaporkan warga;
- etalase produk UMKM bersama;
- publikasi bersama desa dan sekolah;
- pemantauan tinggi muka air Kali Gung, Rambut, dan Kumisik.

Setiap program mempunyai pemilik, ukuran, dan tanggal selesai. Kemajuannya dilaporkan terbuka setiap triwulan.`,
  },
  {
    unit: 'diskominfo', kind: 'kegiatan', daysAgo: 22, at: '15:15', place: '33.28.04', tags: ['publikasi', 'pelatihan', 'desa'],
    title: 'Perangkat Desa Balapulang Belajar Menulis Berita Lima Kalimat',
    summary: 'Dua puluh desa mengirim dua orang. Pulang pelatihan, setiap desa sudah menerbitkan satu tulisan.',
    body: `Empat puluh perangkat desa se-Kecamatan Balapulang berlatih menulis berita lima kalimat: siapa, apa, kapan, di mana, dan apa artinya bagi warga. Foto diambil dengan ponsel sendiri.

Pelatihan dibuat singkat, setengah hari, karena perangkat desa tidak dapat lama meninggalkan pelayanan. Sebelum pulang, dua puluh desa masing-masing sudah menerbitkan satu tulisan; yang paling banyak dibaca ialah jadwal posyandu Desa Cenggini.

Fasilitator menekankan satu hal: jangan memuat nomor KTP, alamat lengkap, atau foto anak tanpa izin orang tuanya.

Kecamatan Margasari dan Pagerbarang mendapat giliran berikutnya.`,
    activity: { fromDaysAgo: 23, toDaysAgo: 23 },
  },
  {
    unit: 'diskominfo', kind: 'berita', daysAgo: 0, at: '13:00', state: 'draft', tags: ['Wi-Fi', 'desa'],
    title: 'Wi-Fi Gratis di Enam Balai Desa Mulai Menyala',
    summary: 'Draf: menunggu hasil uji kecepatan dari Capar dan Lembasari.',
    body: `Wi-Fi satelit mulai menyala di balai desa Gunungagung, Cawitali, Sigedong, Capar, Lembasari, dan Wanasari.

Hasil uji kecepatan menyusul.`,
  },
  {
    unit: 'bapperida', kind: 'pengumuman', daysAgo: 5, at: '09:45', tags: ['musrenbang', 'RKPD', 'usulan warga'],
    title: 'Usulan Musrenbang Kecamatan Dibuka Lebih Awal',
    summary: 'Desa dapat memasukkan usulan mulai pekan ini. Usulan disertai foto, titik lokasi, dan berita acara musyawarah desa.',
    body: `Untuk memberi waktu verifikasi lapangan, pengisian usulan musyawarah perencanaan pembangunan kecamatan dibuka mulai {kerja:+2}, tiga pekan lebih awal daripada tahun lalu.

Setiap desa mengajukan paling banyak sepuluh usulan. Yang harus dilampirkan: berita acara musyawarah desa, foto keadaan sekarang, dan titik lokasi.

Tahun lalu 2.614 usulan masuk dan 611 didanai. Alasan penolakan terbanyak: bukan kewenangan kabupaten (38 persen) dan lokasi tidak jelas (21 persen). Daftar kewenangan sudah dibagikan kepada camat.`,
    cover: { motif: 'meeting', alt: 'Musyawarah di balai desa' },
  },
  {
    unit: 'bapperida', kind: 'dokumen', daysAgo: 64, at: '10:30', tags: ['riset', 'logam', 'industri'],
    title: 'Kajian Klaster Logam Talang dan Adiwerna',
    summary: 'Penelitian dengan 214 bengkel menunjukkan kebutuhan terbesar ialah pengukuran mutu dan pembelian bahan baku bersama.',
    body: `Kajian ini disusun bersama perguruan tinggi di Tegal dengan mewawancarai 214 bengkel logam di Talang, Adiwerna, dan Dukuhturi. Rata-rata bengkel mempunyai enam pekerja dan berumur 17 tahun.

Temuan utama:

- 62 persen bengkel tidak mempunyai alat ukur sehingga produk sering ditolak pemesan;
- harga bahan baku eceran 14–19 persen lebih mahal dibandingkan pembelian gabungan;
- hanya sepertiga pemilik yang anaknya ingin meneruskan usaha.

Rekomendasi: laboratorium uji sederhana di Pesarean, koperasi bahan baku, dan magang berbayar bagi lulusan SMK.`,
  },
]
