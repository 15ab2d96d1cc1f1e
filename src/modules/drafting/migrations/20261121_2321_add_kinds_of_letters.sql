-- Kinds of letters until a walidata has compared them with the texts. `form`: a letter with its facts at the left, a titled
-- paper, a memo with Kepada and Dari, an order or a decree put together from parts. `parts` are asked for one by one and
-- printed in this order with their label; `lead` stands in the middle before one; `ordinals` turns a list into KESATU,
-- KEDUA …, `letters` numbers it a., b., c.; `fixed` is printed as it stands. `{official}` is who decides, in whose name.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'letter-kind', code, value::jsonb || jsonb_build_object('order', n), 'Peraturan ANRI 5/2021; Permendagri 1/2023', false, '2021-11-01'
from unnest(
  array['surat-dinas', 'surat-undangan', 'nota-dinas', 'memorandum', 'surat-edaran', 'instruksi', 'keputusan', 'surat-perintah', 'surat-tugas', 'sop', 'pengumuman', 'laporan', 'telaahan-staf', 'notula',
    'berita-acara', 'surat-keterangan', 'surat-pengantar', 'surat-kuasa', 'rekomendasi', 'surat-izin', 'perjanjian-kerja-sama', 'nota-kesepahaman', 'sertifikat', 'piagam', 'lainnya'],
  array[
    '{"name": "Surat dinas", "english": "Official letter", "group": "korespondensi-eksternal", "form": "letter", "paper": "a4", "title": "SURAT DINAS", "addressed": true}',
    '{"name": "Surat undangan", "english": "Invitation", "group": "korespondensi-eksternal", "form": "letter", "paper": "a4", "title": "SURAT UNDANGAN", "addressed": true, "meeting": true, "classification": "000.1.5"}',
    '{"name": "Nota dinas", "english": "Internal note", "group": "korespondensi-internal", "form": "memo", "paper": "a4", "title": "NOTA DINAS", "addressed": true}',
    '{"name": "Memorandum", "english": "Memorandum", "group": "korespondensi-internal", "form": "memo", "paper": "a4", "title": "MEMORANDUM", "addressed": true}',
    '{"name": "Surat edaran", "english": "Circular", "group": "arahan-pengaturan", "form": "titled", "paper": "f4", "title": "SURAT EDARAN", "addressed": true, "about": true, "dated": "ditetapkan", "classification": "100.3.4.2"}',
    '{"name": "Instruksi", "english": "Instruction", "group": "arahan-pengaturan", "form": "decree", "paper": "f4", "title": "INSTRUKSI {official}", "addressed": false, "about": true, "dated": "ditetapkan", "classification": "100.3.4.2",
      "parts": [{"code": "dasar", "label": "Dasar", "english": "Basis", "hint": "Peraturan dan alasan, satu butir per baris bernomor."}, {"code": "kepada", "label": "Kepada", "english": "To", "lead": "MENGINSTRUKSIKAN:"}, {"code": "untuk", "label": "Untuk", "english": "In order to", "ordinals": true, "hint": "Satu butir per instruksi; dicetak KESATU, KEDUA, dan seterusnya."}]}',
    '{"name": "Keputusan", "english": "Decree", "group": "arahan-penetapan", "form": "decree", "paper": "f4", "title": "KEPUTUSAN {official}", "addressed": false, "about": true, "dated": "ditetapkan", "classification": "100.3.3.2",
      "parts": [{"code": "menimbang", "label": "Menimbang", "english": "Considering", "letters": true, "hint": "Satu butir per pertimbangan: 1. bahwa …; dicetak a., b., c."}, {"code": "mengingat", "label": "Mengingat", "english": "Bearing in mind", "hint": "Undang-undang dan peraturan, satu butir masing-masing."}, {"code": "memperhatikan", "label": "Memperhatikan", "english": "Noting", "optional": true}, {"code": "menetapkan", "label": "Menetapkan", "fixed": "KEPUTUSAN {official} TENTANG {subject}.", "lead": "MEMUTUSKAN:"}, {"code": "diktum", "label": "Diktum", "english": "Provisions", "ordinals": true, "hint": "Satu butir per diktum; dicetak KESATU, KEDUA, dan seterusnya."}]}',
    '{"name": "Surat perintah", "english": "Order", "group": "arahan-penugasan", "form": "order", "paper": "f4", "title": "SURAT PERINTAH", "addressed": false, "dated": "dikeluarkan", "classification": "100.3.5.2",
      "parts": [{"code": "dasar", "label": "Dasar", "english": "Basis", "hint": "Peraturan, surat, atau program yang menjadi dasar."}, {"code": "kepada", "label": "Kepada", "english": "To", "lead": "MEMERINTAHKAN:", "hint": "Nama, NIP, pangkat, dan jabatan; boleh berupa tabel."}, {"code": "untuk", "label": "Untuk", "english": "In order to"}]}',
    '{"name": "Surat tugas", "english": "Assignment", "group": "arahan-penugasan", "form": "order", "paper": "f4", "title": "SURAT TUGAS", "addressed": false, "dated": "dikeluarkan", "classification": "800.1.11.1",
      "parts": [{"code": "dasar", "label": "Dasar", "english": "Basis", "hint": "Peraturan, surat, atau program yang menjadi dasar."}, {"code": "kepada", "label": "Kepada", "english": "To", "lead": "MENUGASKAN:", "hint": "Nama, NIP, pangkat, dan jabatan; boleh berupa tabel."}, {"code": "untuk", "label": "Untuk", "english": "In order to"}]}',
    '{"name": "Standar operasional prosedur", "english": "Standard operating procedure", "group": "arahan-pengaturan", "form": "titled", "paper": "f4", "title": "STANDAR OPERASIONAL PROSEDUR", "addressed": false, "about": true, "dated": "ditetapkan", "classification": "000.8"}',
    '{"name": "Pengumuman", "english": "Announcement", "group": "khusus", "form": "titled", "paper": "a4", "title": "PENGUMUMAN", "addressed": false, "about": true, "dated": "dikeluarkan"}',
    '{"name": "Laporan", "english": "Report", "group": "khusus", "form": "titled", "paper": "a4", "title": "LAPORAN", "addressed": false, "about": true}',
    '{"name": "Telaahan staf", "english": "Staff study", "group": "khusus", "form": "titled", "paper": "a4", "title": "TELAAHAN STAF", "addressed": false, "about": true}',
    '{"name": "Notula", "english": "Minutes", "group": "khusus", "form": "titled", "paper": "a4", "title": "NOTULA", "addressed": false}',
    '{"name": "Berita acara", "english": "Official record", "group": "khusus", "form": "titled", "paper": "a4", "title": "BERITA ACARA", "addressed": false, "about": true}',
    '{"name": "Surat keterangan", "english": "Certificate of facts", "group": "khusus", "form": "titled", "paper": "a4", "title": "SURAT KETERANGAN", "addressed": false}',
    '{"name": "Surat pengantar", "english": "Covering letter", "group": "khusus", "form": "letter", "paper": "a4", "title": "SURAT PENGANTAR", "addressed": true}',
    '{"name": "Surat kuasa", "english": "Power of attorney", "group": "khusus", "form": "titled", "paper": "a4", "title": "SURAT KUASA", "addressed": false}',
    '{"name": "Rekomendasi", "english": "Recommendation", "group": "khusus", "form": "titled", "paper": "a4", "title": "REKOMENDASI", "addressed": false}',
    '{"name": "Surat izin", "english": "Permit", "group": "khusus", "form": "order", "paper": "a4", "title": "SURAT IZIN", "addressed": false, "about": true, "dated": "dikeluarkan",
      "parts": [{"code": "dasar", "label": "Dasar", "english": "Basis"}, {"code": "kepada", "label": "Kepada", "english": "To", "lead": "MEMBERI IZIN:"}, {"code": "untuk", "label": "Untuk", "english": "In order to"}]}',
    '{"name": "Perjanjian kerja sama", "english": "Cooperation agreement", "group": "khusus", "form": "titled", "paper": "a4", "title": "PERJANJIAN KERJA SAMA", "addressed": false, "about": true}',
    '{"name": "Nota kesepahaman", "english": "Memorandum of understanding", "group": "khusus", "form": "titled", "paper": "a4", "title": "NOTA KESEPAHAMAN", "addressed": false, "about": true}',
    '{"name": "Sertifikat", "english": "Certificate", "group": "khusus", "form": "titled", "paper": "a4", "title": "SERTIFIKAT", "addressed": false}',
    '{"name": "Piagam", "english": "Charter", "group": "khusus", "form": "titled", "paper": "a4", "title": "PIAGAM", "addressed": false}',
    '{"name": "Lainnya", "english": "Other", "group": "khusus", "form": "titled", "paper": "a4", "title": "", "addressed": false, "about": true}'
  ]
) with ordinality as k (code, value, n);
