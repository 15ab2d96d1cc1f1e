-- Kinds that send people somewhere: whom and when is written down so that others can rely on it. `duty` is work at another
-- place, `trip` a journey on duty.
update platform.reference set value = value || '{"assigns": "duty"}' where government_id is null and list = 'letter-kind' and code in ('surat-tugas', 'surat-perintah');
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'letter-kind', 'surat-perjalanan-dinas', '{"name": "Surat perintah perjalanan dinas", "english": "Travel order", "group": "arahan-penugasan", "form": "order", "paper": "f4", "title": "SURAT PERINTAH PERJALANAN DINAS", "addressed": false, "dated": "dikeluarkan", "assigns": "trip", "order": 9.5,
  "parts": [{"code": "dasar", "label": "Dasar", "english": "Basis", "hint": "Peraturan, surat, atau program yang menjadi dasar."}, {"code": "kepada", "label": "Kepada", "english": "To", "lead": "MEMERINTAHKAN:", "hint": "Nama, NIP, pangkat, dan jabatan; boleh berupa tabel."}, {"code": "untuk", "label": "Untuk", "english": "In order to"}]}',
  'PMK 113/PMK.05/2012; Peraturan ANRI 5/2021', false, '2021-11-01');
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'letter-template', 'surat-perjalanan-dinas', '{"kind": "surat-perjalanan-dinas", "name": "Perjalanan dinas", "subject": "", "body": "", "parts": {"dasar": "1. [surat atau undangan yang menjadi dasar];\n2. Dokumen Pelaksanaan Anggaran [unit kerja] Tahun Anggaran [tahun].", "untuk": "1. [maksud perjalanan] di [tempat] dengan [alat angkut];\n2. Menyampaikan laporan dan bukti pengeluaran paling lambat lima hari kerja setelah kembali."}}',
  'Praktik penulisan', false, '2021-11-01');
