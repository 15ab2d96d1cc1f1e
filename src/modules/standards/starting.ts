import type { CodeListHead } from '#modules/code-lists/contract.ts'
import type { Content } from './concept.ts'

type Row = [name: string, concept: string, measure: string, unit: string, theme: string, definition: string, reference: string, lists: string[]]

const resident = 'Semua orang yang berdomisili di wilayah ini selama satu tahun atau lebih, dan mereka yang berdomisili kurang dari satu tahun tetapi bertujuan menetap.'
const school = 'Anak yang terdaftar dan aktif belajar di satuan pendidikan formal atau nonformal setara, pada jenjang yang sesuai dengan kelompok umurnya.'
const poor = 'Penduduk yang rata-rata pengeluaran per kapita sebulannya di bawah garis kemiskinan yang ditetapkan Badan Pusat Statistik.'
const road = 'Jalan umum dalam jaringan sekunder dan primer yang ditetapkan bupati sebagai jalan kabupaten, tidak termasuk jalan nasional, jalan provinsi, dan jalan desa.'
const rice = 'Tanaman padi sawah dan padi ladang yang dipanen sekurang-kurangnya sebelas persen dari keadaan normal.'

/** Data most regencies keep, defined from memory of the publications named: a beginning to review, not a finished list. */
const rows: Row[] = [
  ['Jumlah Penduduk', 'Penduduk', 'Jumlah', 'Orang', 'kependudukan', resident, 'Badan Pusat Statistik, konsep penduduk dalam sensus dan proyeksi', ['wilayah', 'jenis-kelamin', 'kelompok-umur']],
  ['Kepadatan Penduduk', 'Penduduk', 'Kepadatan', 'Orang per kilometer persegi', 'kependudukan', resident, 'Badan Pusat Statistik, konsep penduduk dalam sensus dan proyeksi', ['wilayah']],
  ['Jumlah Kepala Keluarga', 'Kepala Keluarga', 'Jumlah', 'Orang', 'kependudukan', 'Orang yang bertanggung jawab atas sekelompok anggota keluarga dan tercantum sebagai kepala keluarga dalam Kartu Keluarga.', 'UU 23/2006 jo. UU 24/2013 tentang Administrasi Kependudukan', ['wilayah', 'jenis-kelamin']],
  ['Jumlah Kelahiran Hidup', 'Kelahiran Hidup', 'Jumlah', 'Orang', 'kependudukan', 'Bayi yang sesudah lepas dari rahim ibunya menunjukkan tanda kehidupan, berapa pun lama kandungannya.', 'Badan Pusat Statistik dan Kementerian Kesehatan, konsep kelahiran hidup', ['wilayah', 'jenis-kelamin']],
  ['Luas Wilayah', 'Wilayah Administrasi', 'Luas', 'Kilometer persegi', 'pemerintahan', 'Daratan di dalam batas administrasi pemerintahan yang ditetapkan Menteri Dalam Negeri.', 'Kepmendagri 300.2.2-2138/2025', ['wilayah']],
  ['Jumlah Aparatur Sipil Negara', 'Aparatur Sipil Negara', 'Jumlah', 'Orang', 'pemerintahan', 'Pegawai negeri sipil dan pegawai pemerintah dengan perjanjian kerja yang bekerja pada pemerintah daerah ini.', 'UU 20/2023 Pasal 1', ['unit-kerja', 'jenis-kelamin', 'pendidikan']],
  ['Panjang Jalan Kabupaten', 'Jalan Kabupaten', 'Panjang', 'Kilometer', 'pekerjaan-umum', road, 'UU 2/2022 tentang Perubahan Kedua atas UU 38/2004 tentang Jalan', ['wilayah', 'kondisi-jalan']],
  ['Persentase Jalan Kabupaten Mantap', 'Jalan Kabupaten', 'Persentase', 'Persen', 'pekerjaan-umum', road, 'UU 2/2022 tentang Perubahan Kedua atas UU 38/2004 tentang Jalan', ['wilayah']],
  ['Jumlah Jembatan Kabupaten', 'Jembatan Kabupaten', 'Jumlah', 'Unit', 'pekerjaan-umum', 'Bangunan pelengkap jalan kabupaten yang meneruskan jalan melewati rintangan, dengan bentang enam meter atau lebih.', 'Permen PU 13/PRT/M/2011 tentang Tata Cara Pemeliharaan dan Penilikan Jalan', ['wilayah']],
  ['Persentase Rumah Tangga dengan Air Minum Layak', 'Rumah Tangga dengan Air Minum Layak', 'Persentase', 'Persen', 'pekerjaan-umum', 'Rumah tangga yang sumber air minum utamanya terlindung: leding, sumur bor, sumur atau mata air terlindung, atau air hujan.', 'Badan Pusat Statistik, Survei Sosial Ekonomi Nasional', ['wilayah', 'klasifikasi-wilayah']],
  ['Jumlah Puskesmas', 'Pusat Kesehatan Masyarakat', 'Jumlah', 'Unit', 'kesehatan', 'Fasilitas pelayanan kesehatan tingkat pertama milik pemerintah yang menyelenggarakan upaya kesehatan masyarakat dan perseorangan di wilayah kerjanya.', 'Permenkes 43/2019 tentang Pusat Kesehatan Masyarakat', ['wilayah']],
  ['Jumlah Tenaga Kesehatan', 'Tenaga Kesehatan', 'Jumlah', 'Orang', 'kesehatan', 'Setiap orang yang mengabdikan diri di bidang kesehatan dengan pendidikan profesi atau vokasi, tidak termasuk tenaga pendukung kesehatan.', 'UU 17/2023 tentang Kesehatan', ['wilayah', 'jenis-kelamin']],
  ['Prevalensi Balita Pendek', 'Balita Pendek', 'Prevalensi', 'Persen', 'kesehatan', 'Anak umur 0–59 bulan yang panjang atau tinggi badannya menurut umur kurang dari minus dua simpangan baku standar pertumbuhan anak.', 'Permenkes 2/2020 tentang Standar Antropometri Anak', ['wilayah', 'jenis-kelamin']],
  ['Cakupan Imunisasi Dasar Lengkap', 'Bayi dengan Imunisasi Dasar Lengkap', 'Cakupan', 'Persen', 'kesehatan', 'Bayi umur 0–11 bulan yang sudah mendapat seluruh imunisasi dasar menurut jadwal nasional.', 'Permenkes 12/2017 tentang Penyelenggaraan Imunisasi', ['wilayah']],
  ['Jumlah Satuan Pendidikan', 'Satuan Pendidikan', 'Jumlah', 'Unit', 'pendidikan', 'Kelompok layanan pendidikan pada jalur formal, nonformal, dan informal yang memiliki nomor pokok sekolah nasional.', 'UU 20/2003 tentang Sistem Pendidikan Nasional', ['wilayah', 'jenjang-pendidikan']],
  ['Angka Partisipasi Sekolah', 'Partisipasi Sekolah', 'Angka', 'Persen', 'pendidikan', 'Penduduk pada kelompok umur sekolah yang masih bersekolah, tanpa memandang jenjang yang ditempuhnya.', 'Badan Pusat Statistik, Survei Sosial Ekonomi Nasional', ['wilayah', 'jenis-kelamin']],
  ['Angka Partisipasi Murni', 'Partisipasi Sekolah Sesuai Umur', 'Angka', 'Persen', 'pendidikan', school, 'Badan Pusat Statistik, Survei Sosial Ekonomi Nasional', ['wilayah', 'jenjang-pendidikan', 'jenis-kelamin']],
  ['Jumlah Penduduk Miskin', 'Penduduk Miskin', 'Jumlah', 'Ribu orang', 'sosial', poor, 'Badan Pusat Statistik, penghitungan kemiskinan makro', ['wilayah']],
  ['Persentase Penduduk Miskin', 'Penduduk Miskin', 'Persentase', 'Persen', 'sosial', poor, 'Badan Pusat Statistik, penghitungan kemiskinan makro', ['wilayah']],
  ['Tingkat Pengangguran Terbuka', 'Pengangguran Terbuka', 'Tingkat', 'Persen', 'ketenagakerjaan', 'Angkatan kerja yang tidak bekerja dan mencari pekerjaan, menyiapkan usaha, merasa tidak mungkin mendapat pekerjaan, atau sudah diterima tetapi belum mulai bekerja.', 'Badan Pusat Statistik, Survei Angkatan Kerja Nasional', ['wilayah', 'jenis-kelamin', 'pendidikan']],
  ['Nilai Produk Domestik Regional Bruto', 'Produk Domestik Regional Bruto', 'Nilai', 'Juta rupiah', 'ekonomi', 'Nilai tambah bruto seluruh barang dan jasa akhir yang dihasilkan unit ekonomi di wilayah ini dalam satu tahun.', 'Badan Pusat Statistik, Sistem Neraca Nasional', ['lapangan-usaha']],
  ['Jumlah Usaha Mikro dan Kecil', 'Usaha Mikro dan Kecil', 'Jumlah', 'Unit', 'ekonomi', 'Usaha produktif dengan modal usaha paling banyak lima miliar rupiah, tidak termasuk tanah dan bangunan tempat usaha.', 'PP 7/2021 Pasal 35', ['wilayah', 'lapangan-usaha']],
  ['Produksi Padi', 'Padi', 'Produksi', 'Ton', 'pertanian', rice, 'Badan Pusat Statistik, Kerangka Sampel Area', ['wilayah']],
  ['Luas Panen Padi', 'Padi', 'Luas', 'Hektare', 'pertanian', rice, 'Badan Pusat Statistik, Kerangka Sampel Area', ['wilayah']],
  ['Volume Timbulan Sampah', 'Timbulan Sampah', 'Volume', 'Ton', 'lingkungan', 'Sampah rumah tangga dan sampah sejenisnya yang timbul dari kegiatan sehari-hari di wilayah ini sebelum dikurangi atau ditangani.', 'UU 18/2008 tentang Pengelolaan Sampah', ['wilayah']],
  ['Jumlah Kejadian Bencana', 'Kejadian Bencana', 'Jumlah', 'Kejadian', 'lingkungan', 'Peristiwa yang mengancam dan mengganggu kehidupan masyarakat karena faktor alam atau nonalam hingga menimbulkan korban, kerusakan, atau kerugian.', 'UU 24/2007 tentang Penanggulangan Bencana', ['wilayah']],
  ['Jumlah Wisatawan Nusantara', 'Wisatawan Nusantara', 'Jumlah', 'Orang', 'pariwisata', 'Penduduk Indonesia yang bepergian ke daya tarik wisata di wilayah ini, bukan untuk bekerja atau sekolah, dan bukan perjalanan rutin.', 'Badan Pusat Statistik, Statistik Wisatawan Nusantara', ['wilayah']],
]

/** The beginning as proposals; `lists` are the code lists there are. */
export const startingStandards = (lists: readonly CodeListHead[]): Content[] =>
  rows.map(([name, concept, measure, unit, theme, definition, reference, codes]) => ({
    name, concept, measure, unit, theme, definition, reference, referenceUrl: null, reason: null,
    classifications: codes.flatMap(code => lists.find(list => list.code === code) ?? []).map(({ code, title }) => ({ label: title, list: code })),
  }))
