-- Kinds of leave until a walidata has compared them with the texts. `count` is the unit days are told in; `most` and
-- `extension` say how long at a time; `years` how long in service before, `again` how long after the last one of the kind;
-- `papers` from which calendar day on what must be attached; `late` how many days after its beginning it may still be asked
-- for; `births` up to which child; `clearsAnnual` that it takes the annual leave of its year. Grounds replace what they name.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'leave-kind', code, value::jsonb, basis, false, '2017-12-22'
from (values
  ('tahunan', 'PP 11/2017 Pasal 311–315 jo. PP 17/2020; Peraturan BKN 24/2017 jo. 7/2021; Peraturan BKN 7/2022 (PPPK)', '{"order": 1, "name": "Cuti tahunan", "who": ["pns", "pppk", "honorer"], "count": "working-days", "quota": true, "most": null, "extension": null, "years": 0, "again": 0,
    "papers": [], "late": 0, "births": null, "sex": null, "clearsAnnual": false, "unpaid": false, "deferrable": true, "grounds": []}'),
  ('besar', 'PP 11/2017 Pasal 316–318; Peraturan BKN 24/2017 jo. 7/2021', '{"order": 2, "name": "Cuti besar", "who": ["pns"], "count": "months", "quota": false, "most": {"n": 3, "unit": "months"}, "extension": null, "years": 5, "again": 5,
    "papers": [], "late": 0, "births": null, "sex": null, "clearsAnnual": true, "unpaid": false, "deferrable": true,
    "grounds": [{"code": "haji-pertama", "name": "Ibadah haji pertama", "years": 0, "again": 0, "papers": [{"from": 1, "what": "Jadwal keberangkatan haji"}]}, {"code": "agama", "name": "Kewajiban agama lainnya"}, {"code": "kelahiran", "name": "Kelahiran anak keempat dan seterusnya"}, {"code": "lain", "name": "Keperluan lain"}]}'),
  ('sakit', 'PP 11/2017 Pasal 319–324; Peraturan BKN 24/2017 jo. 7/2021; Peraturan BKN 7/2022 (PPPK)', '{"order": 3, "name": "Cuti sakit", "who": ["pns", "pppk", "honorer"], "count": "days", "quota": false, "most": {"n": 12, "unit": "months"}, "extension": {"n": 6, "unit": "months"}, "years": 0, "again": 0,
    "papers": [{"from": 1, "what": "Surat keterangan dokter"}, {"from": 15, "what": "Surat keterangan dokter pemerintah"}], "late": 14, "births": null, "sex": null, "clearsAnnual": false, "unpaid": false, "deferrable": false,
    "grounds": [{"code": "sakit", "name": "Sakit"}, {"code": "gugur-kandungan", "name": "Gugur kandungan", "most": {"n": 45, "unit": "days"}, "sex": "f"}, {"code": "kecelakaan-kerja", "name": "Kecelakaan dalam menjalankan tugas", "most": null}]}'),
  ('melahirkan', 'PP 11/2017 Pasal 325–327; Peraturan BKN 24/2017 jo. 7/2021; Peraturan BKN 7/2022 (PPPK)', '{"order": 4, "name": "Cuti melahirkan", "who": ["pns", "pppk", "honorer"], "count": "months", "quota": false, "most": {"n": 3, "unit": "months"}, "extension": null, "years": 0, "again": 0,
    "papers": [], "late": 7, "births": 3, "sex": "f", "clearsAnnual": false, "unpaid": false, "deferrable": false, "grounds": []}'),
  ('alasan-penting', 'PP 11/2017 Pasal 328–332; Peraturan BKN 24/2017 jo. 7/2021', '{"order": 5, "name": "Cuti karena alasan penting", "who": ["pns"], "count": "days", "quota": false, "most": {"n": 1, "unit": "months"}, "extension": null, "years": 0, "again": 0,
    "papers": [], "late": 5, "births": null, "sex": null, "clearsAnnual": false, "unpaid": false, "deferrable": false,
    "grounds": [{"code": "keluarga-sakit", "name": "Keluarga sakit keras", "papers": [{"from": 1, "what": "Surat keterangan rawat inap"}]}, {"code": "keluarga-meninggal", "name": "Keluarga meninggal dunia"}, {"code": "perkawinan", "name": "Melangsungkan perkawinan"},
      {"code": "istri-melahirkan", "name": "Mendampingi istri melahirkan atau operasi caesar", "sex": "m", "papers": [{"from": 1, "what": "Surat keterangan rawat inap"}]}, {"code": "bencana", "name": "Musibah kebakaran rumah atau bencana alam", "papers": [{"from": 1, "what": "Surat keterangan ketua RT"}]}]}'),
  ('cltn', 'PP 11/2017 Pasal 334–337; Peraturan BKN 24/2017 jo. 7/2021', '{"order": 6, "name": "Cuti di luar tanggungan negara", "who": ["pns"], "count": "months", "quota": false, "most": {"n": 36, "unit": "months"}, "extension": {"n": 12, "unit": "months"}, "years": 5, "again": 0,
    "papers": [{"from": 1, "what": "Bukti alasan pribadi dan mendesak"}], "late": 0, "births": null, "sex": null, "clearsAnnual": false, "unpaid": true, "deferrable": false,
    "grounds": [{"code": "ikut-pasangan", "name": "Mengikuti pasangan yang bertugas atau belajar"}, {"code": "pasangan-kerja", "name": "Mendampingi pasangan bekerja"}, {"code": "keturunan", "name": "Menjalani program mendapatkan keturunan"}, {"code": "anak-khusus", "name": "Mendampingi anak berkebutuhan khusus"}, {"code": "merawat", "name": "Merawat pasangan, anak, atau orang tua"}]}')
) as kinds (code, basis, value);

-- Who decides, by the kind of the position of whoever asks, or by kind of leave and kind of position (`besar/jpt`): `superior`, the
-- head of the agency (`agency-head`), of the regional secretariat (`secretary`), or the regional head (`regional-head`).
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'leave-authority', code, to_jsonb(who), 'PP 11/2017 Pasal 309; keputusan pendelegasian kepala daerah, perlu ditetapkan', false, '2017-12-22'
from (values
  ('jpt', 'regional-head'), ('administrator', 'agency-head'), ('pengawas', 'agency-head'), ('fungsional', 'agency-head'), ('pelaksana', 'agency-head'), ('lain', 'agency-head'), ('none', 'agency-head'),
  ('besar/administrator', 'regional-head'), ('besar/pengawas', 'secretary'), ('besar/fungsional', 'secretary'), ('besar/pelaksana', 'secretary'), ('besar/none', 'secretary'),
  ('cltn/administrator', 'regional-head'), ('cltn/pengawas', 'regional-head'), ('cltn/fungsional', 'regional-head'), ('cltn/pelaksana', 'regional-head'), ('cltn/none', 'regional-head')
) as authority (code, who);

-- The share of a unit, in percent, above which it is told that many are away on the same day.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'leave-warning', 'away-share', '25', 'Kebijakan pemerintah daerah; perlu ditetapkan', false, '2017-12-22');
