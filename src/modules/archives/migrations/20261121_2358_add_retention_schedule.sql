-- Retention by classification code: years active, years inactive, and what becomes of it then. The nearest code above
-- counts for those that are not named. Every government has a schedule of its own (UU 43/2009, article 48), so these are
-- values to begin with, not checked against any.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'archive-retention', code, jsonb_build_object('active', active, 'inactive', inactive, 'final', final), 'UU 43/2009, PP 28/2012; JRA daerah belum diperiksa', false, '2023-01-01'
from (values
  ('000', 2, 3, 'musnah'), ('000.1.1', 1, 1, 'musnah'), ('000.1.2', 2, 3, 'musnah'), ('000.1.5', 2, 3, 'dinilai-kembali'), ('000.3', 2, 8, 'musnah'), ('000.5', 2, 3, 'musnah'),
  ('000.5.1', 2, 3, 'permanen'), ('000.5.6', 2, 8, 'permanen'), ('000.5.9', 2, 3, 'permanen'), ('000.7', 2, 3, 'permanen'), ('000.8', 2, 3, 'permanen'), ('000.9', 2, 3, 'permanen'),
  ('100', 2, 3, 'dinilai-kembali'), ('100.1', 2, 3, 'permanen'), ('100.3', 2, 3, 'permanen'), ('100.3.5.2', 2, 3, 'musnah'),
  ('200', 2, 3, 'dinilai-kembali'), ('200.2', 2, 3, 'permanen'), ('300', 2, 3, 'dinilai-kembali'), ('300.2', 2, 3, 'permanen'),
  ('400', 2, 3, 'dinilai-kembali'), ('400.12', 2, 8, 'permanen'), ('500', 2, 3, 'dinilai-kembali'), ('500.17', 2, 8, 'permanen'),
  ('600', 2, 8, 'dinilai-kembali'), ('600.1', 5, 10, 'permanen'), ('600.3', 5, 10, 'permanen'), ('700', 2, 8, 'dinilai-kembali'),
  ('800', 2, 5, 'dinilai-kembali'), ('800.1.11.1', 1, 2, 'musnah'), ('900', 2, 8, 'musnah')
) as schedule (code, active, inactive, final)
on conflict do nothing;

-- Days a dossier is lent for unless somebody says otherwise.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'archive-loan', 'days', '{"days": 14}', 'Kebijakan peminjaman arsip daerah', false, '2023-01-01')
on conflict do nothing;
