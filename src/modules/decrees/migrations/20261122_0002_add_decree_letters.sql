-- Codes of the archive's classification that these letters are filed by.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'letter-classification', split_part(entry, ' ', 1), jsonb_build_object('name', substr(entry, strpos(entry, ' ') + 1)), 'Permendagri 83/2022', false, '2023-01-01'
from unnest(array['800.1.3 Mutasi Pegawai', '800.1.3.2 Kenaikan Pangkat', '800.1.3.3 Pengangkatan dan Pemberhentian', '800.1.6 Kode Etik, Disiplin, Pemberhentian, dan Pensiun', '800.1.6.6 Pensiun', '800.1.11.13 Kenaikan Gaji Berkala']) as entry
on conflict do nothing;

-- Who signs: `regional-head`, `regional-secretary` or `personnel-head` (who leads the unit that writes the letter), or the
-- title of a position that leads a unit; `behalf` is in whose name (a.n.).
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'decree-signer', 'salary-increase', '{"signer": "personnel-head"}', 'PP 7/1977; pendelegasian menurut keputusan kepala daerah', false, '2017-04-07'),
  (null, 'decree-signer', 'promotion', '{"signer": "regional-head"}', 'PP 11/2017 Pasal 3', false, '2017-04-07'),
  (null, 'decree-signer', 'retirement', '{"signer": "regional-head"}', 'PP 11/2017 Pasal 3 dan 292', false, '2017-04-07'),
  (null, 'decree-signer', 'contract', '{"signer": "personnel-head", "behalf": "regional-head"}', 'PP 49/2018 Pasal 3; pendelegasian menurut keputusan kepala daerah', false, '2018-11-28');

-- Shortest extension of a contract in months, by kind of staff.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'contract-term', 'pppk', '12', 'PP 49/2018 Pasal 37', false, '2018-11-28');

-- What each kind says. A code followed by a kind of staff (`salary-increase.pppk`) comes before the one without. What
-- stands in braces is filled in; how is told in the README of this module.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'decree-letter', code, jsonb_strip_nulls(jsonb_build_object('kind', kind, 'classification', classification, 'secrecy', 'T', 'subject', subject, 'body', body, 'parts', parts::jsonb)), basis, false, '2023-01-01'
from (values
('salary-increase', 'surat-dinas', '800.1.11.13', 'Permendagri 1/2023; PP 7/1977 jo. PP 5/2024', 'Pemberitahuan kenaikan gaji berkala a.n. {nama}', $$Diberitahukan bahwa karena telah dipenuhinya masa kerja dan syarat lainnya, kepada:

| | |
|---|---|
| Nama | : {nama} |
| Tanggal lahir | : {lahir} |
| NIP | : {nip} |
| Pangkat, golongan | : {pangkat} |
| Jabatan | : {jabatan} |
| Unit kerja | : {unit_kerja} |
| Gaji pokok lama | : {gaji_lama} |

atas dasar keputusan terakhir tentang gaji atau pangkat:

| | |
|---|---|
| Pejabat | : {dasar_pejabat} |
| Nomor, tanggal | : {dasar_nomor}, {dasar_tanggal} |
| Berlaku sejak | : {dasar_tmt}, masa kerja golongan {dasar_masa_kerja} |

diberikan kenaikan gaji berkala sehingga memperoleh:

| | |
|---|---|
| Gaji pokok baru | : {gaji_baru} |
| Dengan huruf | : {gaji_terbilang} rupiah |
| Masa kerja | : {masa_kerja} dalam golongan {golongan} |
| Mulai berlaku | : {tmt}, berikutnya {berikutnya} |

Sesuai dengan Peraturan Pemerintah Nomor 7 Tahun 1977 jo. Peraturan Pemerintah Nomor 5 Tahun 2024, agar penghasilannya dibayarkan berdasarkan gaji pokok yang baru.$$, null),

('salary-increase.pppk', 'surat-dinas', '800.1.11.13', 'Permendagri 1/2023; Perpres 98/2020 jo. Perpres 11/2024', 'Pemberitahuan kenaikan gaji berkala a.n. {nama}', $$Diberitahukan bahwa karena telah dipenuhinya masa kerja dan syarat lainnya, kepada:

| | |
|---|---|
| Nama | : {nama} |
| Tanggal lahir | : {lahir} |
| NI PPPK | : {nip} |
| Golongan | : {pangkat} |
| Jabatan | : {jabatan} |
| Unit kerja | : {unit_kerja} |
| Gaji pokok lama | : {gaji_lama} |

atas dasar keputusan atau perjanjian kerja terakhir:

| | |
|---|---|
| Pejabat | : {dasar_pejabat} |
| Nomor, tanggal | : {dasar_nomor}, {dasar_tanggal} |
| Berlaku sejak | : {dasar_tmt}, masa kerja golongan {dasar_masa_kerja} |

diberikan kenaikan gaji berkala sehingga memperoleh:

| | |
|---|---|
| Gaji pokok baru | : {gaji_baru} |
| Dengan huruf | : {gaji_terbilang} rupiah |
| Masa kerja | : {masa_kerja} dalam golongan {golongan} |
| Mulai berlaku | : {tmt}, berikutnya {berikutnya} |

Sesuai dengan Peraturan Presiden Nomor 98 Tahun 2020 jo. Peraturan Presiden Nomor 11 Tahun 2024, agar penghasilannya dibayarkan berdasarkan gaji pokok yang baru.$$, null),

('promotion', 'keputusan', '800.1.3.2', 'Permendagri 1/2023; PP 99/2000 jo. PP 12/2002', 'Kenaikan pangkat Pegawai Negeri Sipil atas nama {nama}', '', $${"menimbang": "1. bahwa {nama} telah memenuhi syarat dan dipandang cakap untuk dinaikkan pangkatnya;\n2. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan kenaikan pangkat yang bersangkutan;", "mengingat": "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;\n2. Peraturan Pemerintah Nomor 99 Tahun 2000 tentang Kenaikan Pangkat Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 12 Tahun 2002;\n3. Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;", "diktum": "1. Menaikkan pangkat Pegawai Negeri Sipil {nama}, NIP {nip}, lahir {lahir}, {jabatan} pada {unit_kerja}, dari {pangkat} menjadi {pangkat_baru} terhitung mulai tanggal {tmt}, dengan masa kerja golongan {masa_kerja}, sebagai kenaikan pangkat {cara}.\n2. Kepada yang bersangkutan diberikan gaji pokok sesuai dengan ketentuan peraturan perundang-undangan.\n3. Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, diadakan perbaikan sebagaimana mestinya.\n4. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('retirement', 'keputusan', '800.1.6.6', 'Permendagri 1/2023; PP 11/2017 jo. PP 17/2020', 'Pemberhentian dengan hormat karena pensiun atas nama {nama}', '', $${"menimbang": "1. bahwa {nama} {alasan} sehingga memenuhi syarat untuk diberhentikan dengan hormat dengan hak pensiun;\n2. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan pemberhentian yang bersangkutan;", "mengingat": "1. Undang-Undang Nomor 11 Tahun 1969 tentang Pensiun Pegawai dan Pensiun Janda/Duda Pegawai;\n2. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;\n3. Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;", "diktum": "1. Memberhentikan dengan hormat {nama}, NIP {nip}, lahir {lahir}, {pangkat}, {jabatan} pada {unit_kerja}, karena {alasan}, terhitung mulai tanggal {tmt}, dengan ucapan terima kasih atas jasa-jasanya selama bekerja.\n2. Kepada yang bersangkutan diberikan hak pensiun sesuai dengan ketentuan peraturan perundang-undangan.\n3. Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, diadakan perbaikan sebagaimana mestinya.\n4. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('retirement.pppk', 'keputusan', '800.1.6.6', 'Permendagri 1/2023; PP 49/2018', 'Pemutusan hubungan perjanjian kerja dengan hormat atas nama {nama}', '', $${"menimbang": "1. bahwa {nama} {alasan};\n2. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan pemutusan hubungan perjanjian kerja yang bersangkutan dengan hormat;", "mengingat": "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;\n2. Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja;", "diktum": "1. Memutuskan hubungan perjanjian kerja dengan hormat {nama}, NI PPPK {nip}, lahir {lahir}, golongan {pangkat}, {jabatan} pada {unit_kerja}, karena {alasan}, terhitung mulai tanggal {tmt}, dengan ucapan terima kasih atas jasa-jasanya selama bekerja.\n2. Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, diadakan perbaikan sebagaimana mestinya.\n3. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('contract', 'keputusan', '800.1.3.3', 'Permendagri 1/2023', 'Perpanjangan masa kerja atas nama {nama}', '', $${"menimbang": "1. bahwa masa kerja {nama} berakhir pada tanggal {kontrak_lama}, sedangkan tenaganya masih diperlukan;\n2. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan perpanjangan masa kerja yang bersangkutan;", "mengingat": "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n2. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;", "diktum": "1. Memperpanjang masa kerja {nama}, {jabatan} pada {unit_kerja}, terhitung mulai tanggal {tmt} sampai dengan tanggal {sampai}.\n2. Hak dan kewajiban yang bersangkutan sesuai dengan ketentuan peraturan perundang-undangan.\n3. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('contract.pppk', 'keputusan', '800.1.3.3', 'Permendagri 1/2023; PP 49/2018 Pasal 37', 'Perpanjangan hubungan perjanjian kerja atas nama {nama}', '', $${"menimbang": "1. bahwa hubungan perjanjian kerja {nama} berakhir pada tanggal {kontrak_lama};\n2. bahwa berdasarkan penilaian kinerja dan kebutuhan instansi, hubungan perjanjian kerja yang bersangkutan dapat diperpanjang;\n3. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan perpanjangan hubungan perjanjian kerja yang bersangkutan;", "mengingat": "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;\n2. Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja;", "diktum": "1. Memperpanjang hubungan perjanjian kerja {nama}, NI PPPK {nip}, golongan {pangkat}, {jabatan} pada {unit_kerja}, terhitung mulai tanggal {tmt} sampai dengan tanggal {sampai}.\n2. Hak dan kewajiban yang bersangkutan sebagaimana tercantum dalam perjanjian kerja.\n3. Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, diadakan perbaikan sebagaimana mestinya.\n4. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$)
) as t (code, kind, classification, basis, subject, body, parts);
