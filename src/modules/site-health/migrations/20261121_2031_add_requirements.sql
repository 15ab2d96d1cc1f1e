-- What government sites are judged by until a government sets its own: points of 100 by kind of site. The laws say
-- what must be shown; the points are this product's proposal and have not been compared with an instrument.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'site-health', 'agency', '{"profile": 8, "duties": 8, "officials": 8, "services": 12, "public-information": 10, "contact": 8, "complaints": 8, "budget": 8, "freshness": 10, "links": 6, "weight": 4, "accessibility": 6, "certificate": 4}',
    'UU 14/2008 Pasal 9; UU 25/2009 Pasal 21 dan 36; bobot usulan', false, '2026-01-01'),
  (null, 'site-health', 'village', '{"profile": 8, "duties": 4, "officials": 8, "services": 10, "public-information": 8, "contact": 8, "complaints": 6, "budget": 10, "population": 4, "potentials": 4, "freshness": 10, "links": 6, "weight": 4, "accessibility": 6, "certificate": 4}',
    'UU 6/2014 Pasal 24, 27 dan 86; UU 14/2008 Pasal 9; bobot usulan', false, '2026-01-01'),
  (null, 'site-health', 'subdistrict', '{"profile": 8, "duties": 8, "officials": 8, "services": 12, "public-information": 8, "contact": 8, "complaints": 8, "budget": 6, "villages": 4, "freshness": 10, "links": 6, "weight": 4, "accessibility": 6, "certificate": 4}',
    'UU 14/2008 Pasal 9; UU 25/2009 Pasal 21 dan 36; bobot usulan', false, '2026-01-01'),
  (null, 'site-health', 'school', '{"profile": 10, "duties": 6, "officials": 10, "services": 6, "public-information": 8, "contact": 8, "complaints": 6, "budget": 8, "admissions": 8, "freshness": 10, "links": 6, "weight": 4, "accessibility": 6, "certificate": 4}',
    'UU 14/2008 Pasal 9; UU 25/2009 Pasal 21 dan 36; bobot usulan', false, '2026-01-01');

-- Where a measure is worth all its points, and where none.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'site-health-limits', 'freshness-days', '{"full": 30, "none": 180}', 'UU 14/2008 Pasal 7 dan 9; ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'broken-links', '{"full": 0, "none": 10}', 'Ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'weight-kb', '{"full": 500, "none": 3000}', 'Ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'html-kb', '{"full": 60, "none": 400}', 'Ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'requests', '{"full": 30, "none": 150}', 'Ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'barriers', '{"full": 0, "none": 20}', 'WCAG 2.2 AA; ambang usulan', false, '2026-01-01'),
  (null, 'site-health-limits', 'certificate-days', '{"full": 14, "none": 0}', 'Ambang usulan', false, '2026-01-01');

-- Words by which contents are recognised on pages of other systems.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'site-health-words', 'profile', '["profil", "tentang kami", "sejarah", "visi misi", "visi dan misi", "selayang pandang", "gambaran umum", "profile", "about us", "history"]', 'Istilah umum situs pemerintah daerah', false, '2026-01-01'),
  (null, 'site-health-words', 'duties', '["tugas dan fungsi", "tugas pokok", "tupoksi", "tusi", "kedudukan tugas", "duties", "functions"]', 'Istilah umum situs pemerintah daerah', false, '2026-01-01'),
  (null, 'site-health-words', 'officials', '["pejabat", "profil pimpinan", "pimpinan", "struktur organisasi", "perangkat desa", "pamong", "aparatur", "kepala dinas", "kepala desa", "wali nagari", "guru dan tenaga kependidikan", "officials", "organization structure", "organisational structure"]', 'Istilah umum situs pemerintah daerah', false, '2026-01-01'),
  (null, 'site-health-words', 'services', '["layanan", "pelayanan", "standar pelayanan", "maklumat pelayanan", "perizinan", "services", "service standards"]', 'UU 25/2009 Pasal 20–23', false, '2026-01-01'),
  (null, 'site-health-words', 'service-standards', '["persyaratan", "syarat", "jangka waktu", "waktu penyelesaian", "biaya", "tarif", "requirements", "processing time", "fee"]', 'UU 25/2009 Pasal 21', false, '2026-01-01'),
  (null, 'site-health-words', 'public-information', '["ppid", "informasi publik", "daftar informasi publik", "informasi berkala", "informasi serta merta", "informasi setiap saat", "keterbukaan informasi", "public information"]', 'UU 14/2008 Pasal 9–11', false, '2026-01-01'),
  (null, 'site-health-words', 'contact', '["kontak", "hubungi kami", "alamat kantor", "telepon", "contact"]', 'Istilah umum situs pemerintah daerah', false, '2026-01-01'),
  (null, 'site-health-words', 'complaints', '["pengaduan", "aduan", "lapor.go.id", "sp4n", "keluhan", "wbs", "whistleblowing", "complaints"]', 'UU 25/2009 Pasal 36', false, '2026-01-01'),
  (null, 'site-health-words', 'budget', '["anggaran", "apbd", "apbdes", "apb desa", "apbnag", "dpa", "rka", "laporan keuangan", "laporan realisasi", "transparansi keuangan", "dana bos", "lkjip", "budget", "financial report"]', 'UU 14/2008 Pasal 9 ayat (2) huruf c; UU 6/2014 Pasal 86', false, '2026-01-01'),
  (null, 'site-health-words', 'population', '["data penduduk", "kependudukan", "jumlah penduduk", "statistik penduduk", "demografi", "population"]', 'UU 6/2014 Pasal 86', false, '2026-01-01'),
  (null, 'site-health-words', 'potentials', '["potensi", "wisata", "produk unggulan", "umkm", "bumdes", "potentials", "tourism"]', 'UU 6/2014 Pasal 86', false, '2026-01-01'),
  (null, 'site-health-words', 'villages', '["daftar desa", "desa dan kelurahan", "desa kelurahan", "daftar nagari", "wilayah administrasi", "villages"]', 'Istilah umum situs pemerintah daerah', false, '2026-01-01'),
  (null, 'site-health-words', 'admissions', '["ppdb", "spmb", "penerimaan peserta didik", "penerimaan murid", "pendaftaran siswa", "admissions"]', 'Istilah umum situs sekolah', false, '2026-01-01');
