-- Working days within which a letter is acted upon, by its urgency; 0 is the same day.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'letter-urgency', 'kilat', '{"name": "Amat segera", "days": 0}', 'Permendagri 1/2023, Peraturan ANRI 5/2021', false, '2023-01-01'),
  (null, 'letter-urgency', 'segera', '{"name": "Segera", "days": 2}', 'Permendagri 1/2023, Peraturan ANRI 5/2021', false, '2023-01-01'),
  (null, 'letter-urgency', 'biasa', '{"name": "Biasa", "days": 5}', 'Permendagri 1/2023, Peraturan ANRI 5/2021', false, '2023-01-01')
on conflict do nothing;

-- Codes of the archive's classification, which letters are numbered and filed by.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'letter-classification', split_part(entry, ' ', 1), jsonb_build_object('name', substr(entry, strpos(entry, ' ') + 1)), 'Permendagri 83/2022', false, '2023-01-01'
from unnest(array[
  '000 Umum', '000.1 Ketatausahaan dan Kerumahtanggaan', '000.1.1 Telekomunikasi', '000.1.2 Perjalanan Dinas Dalam Negeri', '000.1.2.1 Perjalanan Dinas Dalam Negeri Kepala Daerah',
  '000.1.2.2 Perjalanan Dinas Dalam Negeri DPRD', '000.1.2.3 Perjalanan Dinas Dalam Negeri Pegawai', '000.1.3 Perjalanan Dinas Luar Negeri', '000.1.4 Penggunaan Fasilitas Kantor', '000.1.5 Rapat Pimpinan',
  '000.2 Perlengkapan', '000.3 Pengadaan', '000.4 Perpustakaan', '000.5 Kearsipan', '000.5.1 Kebijakan Kearsipan', '000.5.2 Pembinaan Kearsipan', '000.5.3 Pengelolaan Arsip Dinamis',
  '000.5.6 Penyusutan Arsip', '000.5.9 Arsip Statis', '000.5.15 Pengawasan Kearsipan', '000.6 Persandian', '000.7 Perencanaan Pembangunan', '000.8 Organisasi dan Tata Laksana', '000.9 Penelitian, Pengkajian, dan Pengembangan',
  '100 Pemerintahan', '100.1 Otonomi Daerah', '100.2 Pemerintahan Umum', '100.3 Hukum', '100.3.3.2 Keputusan/Ketetapan Bupati', '100.3.4.2 Instruksi/Surat Edaran Kabupaten', '100.3.5.2 Surat Perintah Bupati',
  '200 Politik', '200.1 Kesatuan Bangsa dan Politik', '200.2 Pemilu', '300 Keamanan dan Ketertiban', '300.1 Satuan Polisi Pamong Praja', '300.2 Penanggulangan Bencana, Pencarian, dan Pertolongan',
  '400 Kesejahteraan Rakyat', '400.1 Pembangunan Daerah Tertinggal', '400.2 Pemberdayaan Perempuan dan Perlindungan Anak', '400.3 Pendidikan', '400.4 Keolahragaan', '400.5 Kepemudaan', '400.6 Kebudayaan',
  '400.7 Kesehatan', '400.8 Agama dan Kepercayaan', '400.9 Sosial', '400.10 Pemberdayaan Masyarakat Desa', '400.11 Pertamanan dan Pemakaman', '400.12 Kependudukan dan Catatan Sipil', '400.13 Keluarga Berencana', '400.14 Hubungan Masyarakat',
  '500 Perekonomian', '500.1 Ketahanan Pangan', '500.2 Perdagangan', '500.3 Koperasi dan UKM', '500.4 Kehutanan', '500.5 Kelautan dan Perikanan', '500.6 Pertanian', '500.7 Peternakan', '500.8 Perkebunan', '500.9 Perindustrian',
  '500.10 Energi dan Sumber Daya Mineral', '500.11 Perhubungan', '500.12 Komunikasi dan Informatika', '500.13 Pariwisata dan Ekonomi Kreatif', '500.14 Statistik', '500.15 Ketenagakerjaan', '500.16 Penanaman Modal', '500.17 Pertanahan', '500.18 Transmigrasi',
  '600 Pekerjaan Umum dan Ketenagaan', '600.1 Pekerjaan Umum', '600.2 Perumahan Rakyat dan Kawasan Permukiman', '600.3 Tata Ruang', '600.4 Lingkungan Hidup', '700 Pengawasan', '700.1 Pengawasan Internal',
  '800 Kepegawaian', '800.1 Sumber Daya Manusia', '800.1.11.1 Surat Perintah Dinas/Surat Tugas', '800.2 Pendidikan dan Pelatihan', '900 Keuangan', '900.1 Keuangan Daerah'
]) as entry
on conflict do nothing;
