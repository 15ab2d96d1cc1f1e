create schema attendance_recaps;
grant usage on schema attendance_recaps to pendopo_serve;

-- A month of an agency with all units below it, on its way to being settled.
create table attendance_recaps.closing (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- Its first day.
  month date not null check (extract(day from month) = 1),
  state text not null default 'moderation' check (state in ('moderation', 'closed')),
  -- Last day for corrections, by the reference data of the day moderation began.
  deadline date not null,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  closed_by uuid,
  closed_at timestamptz,
  -- Why it was closed although something had not been decided.
  remarks text check (char_length(remarks) <= 1000),
  -- Undecided days at the time.
  undecided integer not null default 0,
  -- The letter that was drafted of it.
  letter_id uuid,
  version integer not null default 1,
  constraint closing_once unique (unit_id, month),
  check ((state = 'closed') = (closed_at is not null))
);
call platform.protect('attendance_recaps.closing');
create index on attendance_recaps.closing (government_id, month);

-- A month of a person as it was settled.
create table attendance_recaps.recap (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  closing_id uuid not null references attendance_recaps.closing,
  employee_id uuid not null,
  month date not null,
  -- Where the person worked when the month was closed.
  unit_id uuid not null references organisation.unit,
  -- As rules/recap.ts counts them, and every day they were counted from.
  counts jsonb not null,
  days jsonb not null,
  -- `{"parts", "total", "capped"}` in hundredths of a percent; empty where no table was in force.
  cut jsonb,
  -- The version of `attendance-cut` it was judged by.
  cut_reference uuid,
  version integer not null default 1,
  constraint recap_once unique (employee_id, month)
);
call platform.protect('attendance_recaps.recap');
create index on attendance_recaps.recap (closing_id);
create index on attendance_recaps.recap (unit_id, month);

-- A recorded act after closing: one day of a recap becomes something else.
create table attendance_recaps.change (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  recap_id uuid not null references attendance_recaps.recap,
  -- The version of the recap it makes.
  version integer not null check (version > 1),
  day date not null,
  before jsonb not null,
  after jsonb not null,
  cut_before integer,
  cut_after integer,
  reason text not null check (char_length(reason) between 5 and 1000),
  -- What it rests on, e.g. the number of a letter.
  basis text check (char_length(basis) <= 200),
  by uuid not null,
  at timestamptz not null default now(),
  constraint change_once unique (recap_id, version)
);
call platform.protect('attendance_recaps.change');

-- Told to whoever is in charge: somebody comes near a threshold of discipline, or crossed it.
create table attendance_recaps.warning (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- Code of the reference list `discipline-threshold`.
  code text not null,
  -- The year's first day, or that of the row of absent days.
  since date not null,
  state text not null check (state in ('near', 'crossed')),
  days integer not null,
  -- `{"counts", "from", "level", "sanction"}` as it was in force, with its legal basis.
  threshold jsonb not null,
  on_day date not null,
  -- The position that was told; empty when nobody was in charge of any above.
  post_id uuid,
  at timestamptz not null default now(),
  constraint warning_once unique (employee_id, code, since, state)
);
call platform.protect('attendance_recaps.warning');
create index on attendance_recaps.warning (unit_id, on_day desc);
create index on attendance_recaps.warning (government_id, on_day);

-- A closed month stays closed, and its letter is named once.
create function attendance_recaps.guard_closing() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'closed' then raise exception 'month % is closed', old.id using errcode = 'restrict_violation'; end if;
    return old;
  end if;
  if new.unit_id <> old.unit_id or new.month <> old.month then raise exception 'closing % keeps its unit and month', old.id using errcode = 'restrict_violation'; end if;
  if old.state = 'closed' and (new.state, new.closed_by, new.closed_at, new.deadline, new.undecided, new.remarks) is distinct from (old.state, old.closed_by, old.closed_at, old.deadline, old.undecided, old.remarks) then
    raise exception 'month % is closed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_closing before update or delete on attendance_recaps.closing for each row execute function attendance_recaps.guard_closing();

-- Recaps come in with the closing of their month and change only together with a recorded act that tells of it.
create function attendance_recaps.guard_recap() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  stated text;
begin
  if tg_op = 'DELETE' then raise exception 'recap % stays', old.id using errcode = 'restrict_violation'; end if;
  select c.state into stated from attendance_recaps.closing c where c.id = new.closing_id and c.month = new.month;
  if tg_op = 'INSERT' then
    if stated is distinct from 'moderation' then raise exception 'closing % takes no recaps', new.closing_id using errcode = 'restrict_violation'; end if;
    return new;
  end if;
  if (new.closing_id, new.employee_id, new.month, new.unit_id, new.cut_reference) is distinct from (old.closing_id, old.employee_id, old.month, old.unit_id, old.cut_reference)
    or new.version <> old.version + 1
    or not exists (select from attendance_recaps.change c where c.recap_id = old.id and c.version = new.version and c.at = now()
      and c.cut_before is not distinct from (old.cut ->> 'total')::int and c.cut_after is not distinct from (new.cut ->> 'total')::int) then
    raise exception 'recap % changes only with a recorded act', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_recap before insert or update or delete on attendance_recaps.recap for each row execute function attendance_recaps.guard_recap();

-- What was done after closing stays on record as it was written.
create function attendance_recaps.guard_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'change % stays as it was recorded', old.id using errcode = 'restrict_violation';
end $$;
create trigger guard_change before update or delete on attendance_recaps.change for each row execute function attendance_recaps.guard_change();

insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, list, code, value::jsonb, basis, false, '2022-01-01'
from (values
  ('presensi-moderation-day', 'day', '3', 'Praktik daerah: perbaikan oleh perangkat daerah paling lambat tanggal 3 bulan berikutnya'),
  ('attendance-cut', 'table', '{"classes": {"TL1": 50, "TL2": 100, "TL3": 150, "PSW1": 50, "PSW2": 100, "PSW3": 125, "PSW4": 150}, "absent": 300, "missing": 150, "explained": {}, "cap": 10000}',
    'Praktik kementerian dan daerah; ditetapkan peraturan kepala daerah tentang TPP (Kepmendagri 900-4700/2020)'),
  ('discipline-rule', 'warning', '{"share": 80, "before": 1, "minutesPerDay": 450, "kinds": ["pns"]}', 'PP 94/2021; Peraturan BKN 6/2022 (konversi 7,5 jam = 1 hari); batas peringatan kebijakan daerah'),
  ('discipline-threshold', 'tahun-03', '{"counts": "year", "from": 3, "level": "ringan", "sanction": "Teguran lisan"}', 'PP 94/2021 ps. 9 ayat (1)'),
  ('discipline-threshold', 'tahun-04', '{"counts": "year", "from": 4, "level": "ringan", "sanction": "Teguran tertulis"}', 'PP 94/2021 ps. 9 ayat (1)'),
  ('discipline-threshold', 'tahun-07', '{"counts": "year", "from": 7, "level": "ringan", "sanction": "Pernyataan tidak puas secara tertulis"}', 'PP 94/2021 ps. 9 ayat (1)'),
  ('discipline-threshold', 'tahun-11', '{"counts": "year", "from": 11, "level": "sedang", "sanction": "Pemotongan tunjangan kinerja 25% selama 6 bulan"}', 'PP 94/2021 ps. 10 ayat (2)'),
  ('discipline-threshold', 'tahun-14', '{"counts": "year", "from": 14, "level": "sedang", "sanction": "Pemotongan tunjangan kinerja 25% selama 9 bulan"}', 'PP 94/2021 ps. 10 ayat (2)'),
  ('discipline-threshold', 'tahun-17', '{"counts": "year", "from": 17, "level": "sedang", "sanction": "Pemotongan tunjangan kinerja 25% selama 12 bulan"}', 'PP 94/2021 ps. 10 ayat (2)'),
  ('discipline-threshold', 'tahun-21', '{"counts": "year", "from": 21, "level": "berat", "sanction": "Penurunan jabatan setingkat lebih rendah selama 12 bulan"}', 'PP 94/2021 ps. 11 ayat (2)'),
  ('discipline-threshold', 'tahun-25', '{"counts": "year", "from": 25, "level": "berat", "sanction": "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan"}', 'PP 94/2021 ps. 11 ayat (2)'),
  ('discipline-threshold', 'tahun-28', '{"counts": "year", "from": 28, "level": "berat", "sanction": "Pemberhentian dengan hormat tidak atas permintaan sendiri"}', 'PP 94/2021 ps. 11 ayat (2)'),
  ('discipline-threshold', 'berturut-10', '{"counts": "row", "from": 10, "level": "berat", "sanction": "Pemberhentian dengan hormat tidak atas permintaan sendiri"}', 'PP 94/2021 ps. 11 ayat (2); gaji dihentikan sejak bulan berikutnya')
) as seeds (list, code, value, basis);
