create schema schedules;
grant usage on schema schedules to pendopo_serve;

-- Which week pattern holds for a unit (and those below) or for one person, and since when.
create table schedules.assignment (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid references organisation.unit,
  employee_id uuid,
  -- Code of the reference list `week-pattern`.
  pattern text not null check (char_length(pattern) between 1 and 80),
  -- Both days included; without a last day it goes on.
  from_on date not null,
  until_on date,
  decree_number text check (char_length(decree_number) <= 120),
  decree_on date,
  by uuid,
  at timestamptz not null default now(),
  check (num_nonnulls(unit_id, employee_id) = 1),
  check (until_on >= from_on),
  -- Nobody has two patterns on one day.
  constraint assignment_once exclude using gist (coalesce(unit_id, employee_id) with =, daterange(from_on, until_on, '[]') with &&)
);
call platform.protect('schedules.assignment');
create index on schedules.assignment (employee_id, from_on) where employee_id is not null;
create index on schedules.assignment (government_id, id);

-- Where people of a unit work: a circle, a piece of land, or the whole region.
create table schedules.place (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  name text not null check (char_length(name) between 2 and 120),
  address text check (char_length(address) <= 200),
  shape text not null check (shape in ('circle', 'polygon', 'region')),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Metres.
  radius integer check (radius between 10 and 20000),
  -- `[[latitude, longitude], …]`, the last corner not the first again.
  corners jsonb check (jsonb_array_length(corners) between 3 and 200),
  -- For all of the unit and below, or only for those it was given to.
  everyone boolean not null default true,
  from_on date not null,
  until_on date,
  by uuid,
  at timestamptz not null default now(),
  version integer not null default 1,
  check (until_on >= from_on),
  check ((shape = 'circle') = (num_nonnulls(latitude, longitude, radius) = 3) and num_nonnulls(latitude, longitude, radius) in (0, 3)),
  check ((shape = 'polygon') = (corners is not null))
);
call platform.protect('schedules.place');
create index on schedules.place (unit_id, name, id);

-- Who else may work at a place: people or units it was given to.
create table schedules.permit (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  place_id uuid not null references schedules.place on delete cascade,
  unit_id uuid references organisation.unit,
  employee_id uuid,
  from_on date not null,
  until_on date,
  -- Letter of duty, or why.
  basis text not null check (char_length(basis) between 3 and 200),
  by uuid,
  at timestamptz not null default now(),
  check (num_nonnulls(unit_id, employee_id) = 1),
  check (until_on >= from_on),
  constraint permit_once exclude using gist (place_id with =, coalesce(unit_id, employee_id) with =, daterange(from_on, until_on, '[]') with &&)
);
call platform.protect('schedules.permit');
create index on schedules.permit (place_id, id);
create index on schedules.permit (employee_id) where employee_id is not null;
create index on schedules.permit (unit_id) where unit_id is not null;

-- Week patterns until a walidata has compared them with the texts. `days` from Monday on with start, end, break and the minutes
-- due; `ramadan` the same for that month; `flexible` how many minutes before and after the start one may come, leaving as much
-- earlier or later; `grace` after how many minutes somebody is late; `opens` and `closes` how long before and after one may check.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'week-pattern', code, value::jsonb, basis, false, '2023-04-12'
from (values
  ('lima-hari', 'Perpres 21/2023 Pasal 3–5', '{"name": "Lima hari kerja", "flexible": {"before": 0, "after": 0}, "grace": 0, "opens": 90, "closes": 300,
    "days": [{"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:30", "break": ["11:30", "13:00"], "minutes": 450}, null, null],
    "ramadan": [{"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:30", "break": ["11:30", "12:30"], "minutes": 390}, null, null]}'),
  ('lima-hari-fleksibel', 'Perpres 21/2023 Pasal 8', '{"name": "Lima hari kerja, fleksibel", "flexible": {"before": 30, "after": 60}, "grace": 0, "opens": 90, "closes": 300,
    "days": [{"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:00", "break": ["12:00", "13:00"], "minutes": 450}, {"start": "07:30", "end": "16:30", "break": ["11:30", "13:00"], "minutes": 450}, null, null],
    "ramadan": [{"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:00", "break": ["12:00", "12:30"], "minutes": 390}, {"start": "08:00", "end": "15:30", "break": ["11:30", "12:30"], "minutes": 390}, null, null]}'),
  ('enam-hari', 'Perpres 21/2023; kebijakan pemerintah daerah, perlu ditetapkan', '{"name": "Enam hari kerja", "flexible": {"before": 0, "after": 0}, "grace": 0, "opens": 90, "closes": 300,
    "days": [{"start": "07:30", "end": "14:45", "break": ["12:00", "12:30"], "minutes": 405}, {"start": "07:30", "end": "14:45", "break": ["12:00", "12:30"], "minutes": 405}, {"start": "07:30", "end": "14:45", "break": ["12:00", "12:30"], "minutes": 405}, {"start": "07:30", "end": "14:45", "break": ["12:00", "12:30"], "minutes": 405}, {"start": "07:30", "end": "11:15", "break": null, "minutes": 225}, {"start": "07:30", "end": "14:45", "break": ["12:00", "12:30"], "minutes": 405}, null],
    "ramadan": [{"start": "08:00", "end": "14:15", "break": ["12:00", "12:30"], "minutes": 345}, {"start": "08:00", "end": "14:15", "break": ["12:00", "12:30"], "minutes": 345}, {"start": "08:00", "end": "14:15", "break": ["12:00", "12:30"], "minutes": 345}, {"start": "08:00", "end": "14:15", "break": ["12:00", "12:30"], "minutes": 345}, {"start": "08:00", "end": "11:45", "break": null, "minutes": 225}, {"start": "08:00", "end": "14:15", "break": ["12:00", "12:30"], "minutes": 345}, null]}')
) as v (code, basis, value);

-- Ramadan by Hijri year: its first and last day. Those to come are reckoned and wait for the isbat.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'ramadan', '1446', '{"from": "2025-03-01", "until": "2025-03-30"}', 'Sidang isbat Kementerian Agama', false, '2025-01-01'),
  (null, 'ramadan', '1447', '{"from": "2026-02-19", "until": "2026-03-20"}', 'Sidang isbat Kementerian Agama', false, '2026-01-01'),
  (null, 'ramadan', '1448', '{"from": "2027-02-08", "until": "2027-03-09"}', 'Hisab; menunggu sidang isbat Kementerian Agama', false, '2027-01-01'),
  (null, 'ramadan', '1449', '{"from": "2028-01-28", "until": "2028-02-25"}', 'Hisab; menunggu sidang isbat Kementerian Agama', false, '2028-01-01');

-- The pattern where none was set; the margins of shifts; what a roster warns of.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'work-rule', 'default-pattern', '"lima-hari"', 'Perpres 21/2023 Pasal 3', false, '2023-04-12'),
  (null, 'work-rule', 'shift', '{"grace": 0, "opens": 90, "closes": 300}', 'Perpres 21/2023; kebijakan pemerintah daerah, perlu ditetapkan', false, '2023-04-12'),
  (null, 'work-rule', 'rest', '{"hours": 11, "days": 7}', 'Kebijakan pemerintah daerah, perlu ditetapkan', false, '2023-04-12');
