-- Themes, licences and thresholds of the catalogue.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, list, code, value::jsonb, basis, false, '2019-06-12'
from (values
  ('data-theme', 'ekonomi', '{"name": "Ekonomi dan industri", "english": "Economy and industry", "order": 1}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'infrastruktur', '{"name": "Infrastruktur dan perhubungan", "english": "Infrastructure and transport", "order": 2}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'kemiskinan', '{"name": "Kemiskinan dan perlindungan sosial", "english": "Poverty and social protection", "order": 3}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'kependudukan', '{"name": "Kependudukan", "english": "Population", "order": 4}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'kesehatan', '{"name": "Kesehatan", "english": "Health", "order": 5}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'lingkungan', '{"name": "Lingkungan dan kebencanaan", "english": "Environment and disasters", "order": 6}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'pemerintahan', '{"name": "Pemerintahan dan desa", "english": "Government and villages", "order": 7}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'pendidikan', '{"name": "Pendidikan dan kebudayaan", "english": "Education and culture", "order": 8}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'pertanian', '{"name": "Pertanian, perikanan, dan pangan", "english": "Agriculture, fisheries and food", "order": 9}', 'Tema portal Satu Data Indonesia'),
  ('data-theme', 'pariwisata', '{"name": "Pariwisata", "english": "Tourism", "order": 10}', 'Tema portal Satu Data Indonesia'),
  ('data-licence', 'CC-BY-4.0', '{"name": "Creative Commons Atribusi 4.0", "english": "Creative Commons Attribution 4.0", "url": "https://creativecommons.org/licenses/by/4.0/", "open": true}', 'Kebijakan data terbuka'),
  ('data-licence', 'CC0-1.0', '{"name": "Creative Commons Nol 1.0", "english": "Creative Commons Zero 1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/", "open": true}', 'Kebijakan data terbuka'),
  ('data-licence', 'ODbL-1.0', '{"name": "Open Database License 1.0", "url": "https://opendatacommons.org/licenses/odbl/1-0/", "open": true}', 'Kebijakan data terbuka'),
  ('data-licence', 'terbatas', '{"name": "Hanya untuk yang diberi izin", "english": "Only for those who are allowed", "url": null, "open": false}', 'UU 14/2008, Perpres 39/2019'),
  ('data-quality', 'weights', '{"completeness": 25, "timeliness": 25, "validity": 20, "conformity": 15, "metadata": 15}', 'Kebijakan walidata; dimensi menurut Peraturan BPS tentang EPSS'),
  ('data-grace', 'days', '{"day": 1, "week": 7, "month": 30, "quarter": 45, "semester": 60, "year": 90}', 'Kebijakan forum Satu Data daerah'),
  ('data-smallest-cell', 'people', '{"count": 5}', 'Kebiasaan pengendalian pengungkapan statistik (BPS); UU 16/1997 pasal 21, UU 27/2022')
) as given(list, code, value, basis)
on conflict do nothing;
