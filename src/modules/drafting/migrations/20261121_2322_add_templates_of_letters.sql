-- What a letter of a kind begins with. `[…]` is to be written by the drafter and refused as long as it stands there;
-- `{hari}`, `{tanggal}`, `{waktu}`, `{tempat}`, `{acara}` follow from the meeting of the letter.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'letter-template', code, jsonb_strip_nulls(jsonb_build_object('kind', kind, 'name', name, 'subject', subject, 'body', body, 'parts', parts::jsonb)), 'Permendagri 1/2023', false, '2023-01-01'
from (values
('surat-dinas', 'surat-dinas', 'Surat dinas', null, $$Memperhatikan [dasar atau surat yang ditanggapi], dengan ini kami sampaikan hal-hal sebagai berikut:

1. [butir pertama];
2. [butir kedua].

Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.$$, null),

('surat-dinas.data', 'surat-dinas', 'Permintaan data', 'Permintaan data', $$Dalam rangka [keperluan], kami mohon Saudara menyampaikan data sebagai berikut:

1. [data pertama];
2. [data kedua].

Data tersebut disampaikan dalam bentuk salinan digital paling lambat tanggal [tanggal].

Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.$$, null),

('surat-undangan', 'surat-undangan', 'Undangan rapat', 'Undangan rapat', $$Dalam rangka [keperluan], kami mengharap kehadiran Saudara pada:

| | |
|---|---|
| hari, tanggal | : {hari}, {tanggal} |
| waktu | : pukul {waktu} |
| tempat | : {tempat} |
| acara | : {acara} |

Mengingat pentingnya acara tersebut, dimohon hadir tepat waktu dan tidak diwakilkan.

Demikian atas perhatian dan kehadirannya diucapkan terima kasih.$$, null),

('nota-dinas', 'nota-dinas', 'Nota dinas', null, $$Bersama ini kami laporkan dengan hormat hal-hal sebagai berikut:

1. [pokok persoalan];
2. [keadaan yang ditemukan];
3. [saran tindak lanjut].

Demikian kami sampaikan, mohon arahan dan petunjuk lebih lanjut.$$, null),

('memorandum', 'memorandum', 'Memorandum', null, $$Agar Saudara [hal yang harus dikerjakan] paling lambat [tanggal].

Demikian untuk menjadi perhatian.$$, null),

('surat-edaran', 'surat-edaran', 'Surat edaran', null, $$1. Latar Belakang

   [keadaan yang menjadi latar belakang].

2. Maksud dan Tujuan

   Surat edaran ini dimaksudkan sebagai pedoman dalam [hal yang diatur].

3. Ruang Lingkup

   Surat edaran ini berlaku bagi [siapa].

4. Dasar

   [peraturan yang menjadi dasar].

5. Isi Edaran

   1. [ketentuan pertama];
   2. [ketentuan kedua].

6. Penutup

   Surat edaran ini berlaku sejak tanggal ditetapkan. Agar dilaksanakan dengan penuh tanggung jawab.$$, null),

('instruksi', 'instruksi', 'Instruksi', null, '', $${"dasar": "Dalam rangka [keperluan], dengan ini:", "kepada": "1. [jabatan pertama];\n2. [jabatan kedua].", "untuk": "1. [instruksi pertama].\n2. Melaksanakan instruksi ini dengan penuh tanggung jawab dan melaporkan hasilnya paling lambat [tanggal].\n3. Instruksi ini mulai berlaku pada tanggal ditetapkan."}$$),

('keputusan', 'keputusan', 'Keputusan', null, '', $${"menimbang": "1. bahwa [alasan dan keadaan];\n2. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan [keputusan yang dimaksud];", "mengingat": "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n2. [peraturan lain];", "diktum": "1. Menetapkan [hal yang ditetapkan].\n2. Segala biaya yang timbul akibat ditetapkannya keputusan ini dibebankan pada [sumber anggaran].\n3. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('keputusan.tim', 'keputusan', 'Pembentukan tim', 'Pembentukan tim [nama tim]', '', $${"menimbang": "1. bahwa untuk kelancaran [kegiatan], perlu membentuk tim;\n2. bahwa yang namanya tercantum dalam lampiran dipandang mampu melaksanakan tugas tersebut;\n3. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan keputusan;", "mengingat": "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n2. [peraturan lain];", "diktum": "1. Membentuk [nama tim] dengan susunan sebagaimana tercantum dalam lampiran yang merupakan bagian tidak terpisahkan dari keputusan ini.\n2. Tim sebagaimana dimaksud dalam diktum KESATU bertugas [tugas].\n3. Segala biaya yang timbul dibebankan pada [sumber anggaran].\n4. Keputusan ini mulai berlaku pada tanggal ditetapkan."}$$),

('surat-perintah', 'surat-perintah', 'Surat perintah', null, '', $${"dasar": "1. [peraturan atau surat yang menjadi dasar];\n2. [program kerja].", "kepada": "| No. | Nama | NIP | Jabatan |\n|:-:|---|---|---|\n| 1. | [nama] | [NIP] | [jabatan] |", "untuk": "1. [tugas yang diperintahkan];\n2. Melaporkan hasilnya secara tertulis kepada pemberi perintah;\n3. Melaksanakan perintah ini dengan penuh tanggung jawab."}$$),

('surat-tugas', 'surat-tugas', 'Surat tugas', null, '', $${"dasar": "1. [surat atau undangan yang menjadi dasar];\n2. Dokumen Pelaksanaan Anggaran [unit kerja] Tahun Anggaran [tahun].", "kepada": "| No. | Nama | NIP | Pangkat/Golongan | Jabatan |\n|:-:|---|---|---|---|\n| 1. | [nama] | [NIP] | [pangkat] | [jabatan] |", "untuk": "1. [tugas] pada tanggal [tanggal] di [tempat];\n2. Melaporkan hasil pelaksanaan tugas paling lambat lima hari kerja setelah selesai."}$$),

('surat-tugas.rapat', 'surat-tugas', 'Menghadiri rapat', null, '', $${"dasar": "Surat [pengirim] nomor [nomor] tanggal [tanggal] tentang {acara}.", "kepada": "| No. | Nama | NIP | Pangkat/Golongan | Jabatan |\n|:-:|---|---|---|---|\n| 1. | [nama] | [NIP] | [pangkat] | [jabatan] |", "untuk": "1. Menghadiri {acara} pada hari {hari}, tanggal {tanggal}, pukul {waktu}, di {tempat};\n2. Melaporkan hasilnya kepada atasan langsung."}$$),

('sop', 'sop', 'Standar operasional prosedur', null, $$1. Dasar hukum

   [peraturan].

2. Kualifikasi pelaksana

   [kualifikasi].

3. Peralatan dan perlengkapan

   [peralatan].

4. Langkah

| No. | Kegiatan | Pelaksana | Waktu | Keluaran |
|:-:|---|---|---|---|
| 1. | [kegiatan] | [pelaksana] | [waktu] | [keluaran] |$$, null),

('pengumuman', 'pengumuman', 'Pengumuman', null, $$Diberitahukan dengan hormat kepada [siapa] bahwa [isi pengumuman].

Informasi lebih lanjut dapat diperoleh di [tempat atau nomor yang dapat dihubungi].$$, null),

('laporan', 'laporan', 'Laporan', null, $$1. Pendahuluan

   1. Umum/latar belakang: [latar belakang];
   2. Landasan hukum: [peraturan];
   3. Maksud dan tujuan: [tujuan].

2. Kegiatan yang dilaksanakan

   [kegiatan].

3. Hasil yang dicapai

   [hasil].

4. Simpulan dan saran

   [simpulan].

5. Penutup

   Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya.$$, null),

('telaahan-staf', 'telaahan-staf', 'Telaahan staf', null, $$1. Persoalan

   [persoalan secara singkat].

2. Praanggapan

   [dugaan yang beralasan].

3. Fakta yang memengaruhi

   [fakta].

4. Analisis

   [analisis].

5. Simpulan

   [simpulan].

6. Saran

   [tindakan yang disarankan].$$, null),

('notula', 'notula', 'Notula rapat', 'Notula rapat', $$| | |
|---|---|
| Rapat | : {acara} |
| Hari, tanggal | : {hari}, {tanggal} |
| Waktu | : pukul {waktu} |
| Tempat | : {tempat} |
| Pimpinan rapat | : [nama] |
| Peserta | : [jumlah dan unsur peserta] |

1. Pembukaan

   [pembukaan].

2. Pembahasan

   [pembahasan].

3. Keputusan

   [keputusan rapat].$$, null),

('berita-acara', 'berita-acara', 'Berita acara', null, $$Pada hari ini, [hari], tanggal [tanggal dengan huruf], bulan [bulan], tahun [tahun dengan huruf], kami masing-masing:

1. [nama, jabatan], selanjutnya disebut PIHAK PERTAMA;
2. [nama, jabatan], selanjutnya disebut PIHAK KEDUA,

telah melaksanakan [kegiatan] dengan hasil sebagai berikut:

1. [hasil pertama];
2. [hasil kedua].

Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.$$, null),

('surat-keterangan', 'surat-keterangan', 'Surat keterangan pegawai', null, $$Yang bertanda tangan di bawah ini menerangkan bahwa:

| | |
|---|---|
| Nama | : [nama] |
| NIP | : [NIP] |
| Pangkat, golongan | : [pangkat] |
| Jabatan | : [jabatan] |

[hal yang diterangkan].

Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.$$, null),

('surat-pengantar', 'surat-pengantar', 'Surat pengantar', null, $$Bersama ini kami kirimkan:

| No. | Naskah atau barang yang dikirimkan | Banyaknya | Keterangan |
|:-:|---|:-:|---|
| 1. | [naskah] | [jumlah] | Dikirim dengan hormat untuk menjadi periksa |$$, null),

('surat-kuasa', 'surat-kuasa', 'Surat kuasa', null, $$Yang bertanda tangan di bawah ini memberi kuasa kepada:

| | |
|---|---|
| Nama | : [nama] |
| NIP | : [NIP] |
| Jabatan | : [jabatan] |

untuk [hal yang dikuasakan].

Demikian surat kuasa ini dibuat untuk dipergunakan sebagaimana mestinya.$$, null),

('rekomendasi', 'rekomendasi', 'Rekomendasi', null, $$Berdasarkan [dasar], dengan ini memberikan rekomendasi kepada:

| | |
|---|---|
| Nama | : [nama] |
| Jabatan | : [jabatan atau pekerjaan] |
| Alamat | : [alamat] |

untuk [keperluan].

Rekomendasi ini berlaku sampai dengan tanggal [tanggal].$$, null),

('surat-izin', 'surat-izin', 'Surat izin', null, '', $${"dasar": "1. [peraturan];\n2. Surat permohonan [pemohon] tanggal [tanggal].", "kepada": "| | |\n|---|---|\n| Nama | : [nama] |\n| Alamat | : [alamat] |", "untuk": "[hal yang diizinkan], berlaku sampai dengan tanggal [tanggal]."}$$),

('perjanjian-kerja-sama', 'perjanjian-kerja-sama', 'Perjanjian kerja sama', null, $$Pada hari ini, [hari], tanggal [tanggal dengan huruf], bertempat di [tempat], kami yang bertanda tangan di bawah ini:

1. [nama, jabatan, alamat], bertindak untuk dan atas nama [instansi], selanjutnya disebut PIHAK KESATU;
2. [nama, jabatan, alamat], bertindak untuk dan atas nama [instansi], selanjutnya disebut PIHAK KEDUA.

PARA PIHAK sepakat mengadakan perjanjian kerja sama dengan ketentuan sebagai berikut.

**Pasal 1. Maksud dan Tujuan**

[maksud dan tujuan].

**Pasal 2. Ruang Lingkup**

[ruang lingkup].

**Pasal 3. Pembiayaan**

[pembiayaan].

**Pasal 4. Jangka Waktu**

Perjanjian ini berlaku selama [jangka waktu] sejak ditandatangani.$$, null),

('nota-kesepahaman', 'nota-kesepahaman', 'Nota kesepahaman', null, $$Pada hari ini, [hari], tanggal [tanggal dengan huruf], bertempat di [tempat], kami yang bertanda tangan di bawah ini:

1. [nama, jabatan, alamat], bertindak untuk dan atas nama [instansi], selanjutnya disebut PIHAK KESATU;
2. [nama, jabatan, alamat], bertindak untuk dan atas nama [instansi], selanjutnya disebut PIHAK KEDUA.

PARA PIHAK sepakat mengadakan nota kesepahaman tentang [hal], yang akan ditindaklanjuti dengan perjanjian kerja sama.$$, null),

('sertifikat', 'sertifikat', 'Sertifikat', null, $$Diberikan kepada

**[nama]**

atas [peran dan kegiatan], yang diselenggarakan pada tanggal [tanggal] di [tempat].$$, null),

('piagam', 'piagam', 'Piagam penghargaan', 'Piagam penghargaan', $$Diberikan kepada

**[nama]**

atas [jasa atau prestasi]. Semoga menjadi teladan dan pendorong bagi yang lain.$$, null)
) as t (code, kind, name, subject, body, parts);
