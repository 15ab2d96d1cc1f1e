-- What service is judged by until a walidata has compared it with the texts. `order` sorts grades from low to high.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'grade', code, jsonb_build_object('kind', 'pns', 'name', name, 'order', n), 'PP 99/2000 jo. PP 12/2002; PP 11/2017 jo. PP 17/2020', false, '2000-01-01'
from unnest(
  array['I/a', 'I/b', 'I/c', 'I/d', 'II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b', 'IV/c', 'IV/d', 'IV/e'],
  array['Juru Muda', 'Juru Muda Tingkat I', 'Juru', 'Juru Tingkat I', 'Pengatur Muda', 'Pengatur Muda Tingkat I', 'Pengatur', 'Pengatur Tingkat I',
    'Penata Muda', 'Penata Muda Tingkat I', 'Penata', 'Penata Tingkat I', 'Pembina', 'Pembina Tingkat I', 'Pembina Utama Muda', 'Pembina Utama Madya', 'Pembina Utama']
) with ordinality as g (code, name, n);

insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'grade', code, jsonb_build_object('kind', 'pppk', 'name', null, 'order', 100 + n), 'PP 49/2018; Perpres 98/2020', false, '2020-01-01'
from unnest(array['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII']) with ordinality as g (code, n);

-- Age in years at which service ends, by the level of the position.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'retirement-age', 'jpt', '60', 'UU 20/2023 Pasal 55; PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'administrator', '58', 'UU 20/2023 Pasal 55; PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'pengawas', '58', 'UU 20/2023 Pasal 55; PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'pelaksana', '58', 'UU 20/2023 Pasal 55; PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'keterampilan', '58', 'PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'ahli-pertama', '58', 'PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'ahli-muda', '58', 'PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'ahli-madya', '60', 'PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'ahli-utama', '65', 'PP 11/2017 Pasal 239', false, '2017-04-07'),
  (null, 'retirement-age', 'guru', '60', 'UU 14/2005 Pasal 30', false, '2005-12-30');

-- Months from one to the next, and months before the day in which it is prepared.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'service-term', 'salary-increase', '{"months": 24, "notice": 2}', 'PP 7/1977 Pasal 11 jo. PP 5/2024', false, '1977-01-01'),
  (null, 'service-term', 'promotion', '{"months": 48, "notice": 6}', 'PP 99/2000 jo. PP 12/2002', false, '2000-01-01'),
  (null, 'service-term', 'retirement', '{"months": 0, "notice": 15}', 'PP 11/2017; Peraturan BKN 2/2018', false, '2017-04-07'),
  (null, 'service-term', 'contract', '{"months": 0, "notice": 3}', 'PP 49/2018 Pasal 37', false, '2018-11-28');
