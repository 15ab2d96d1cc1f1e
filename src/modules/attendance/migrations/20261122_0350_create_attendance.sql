create schema attendance;
grant usage on schema attendance to pendopo_serve;

-- Somebody came or went. There are no coordinates: how far from the nearest valid place, in bands, and what was thought of it.
create table attendance.scan (
  id uuid not null default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null,
  -- When it was, as far as can be told; `device_at` is what the device's own clock said.
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  -- Where the person worked then.
  unit_id uuid not null references organisation.unit,
  way text not null check (way in ('phone', 'kiosk', 'vouched', 'device-import', 'correction', 'roll-call')),
  distance_band text,
  accuracy_band text check (accuracy_band in ('sharp', 'about', 'rough')),
  level text not null check (level in ('high', 'fair', 'doubtful')),
  score real not null,
  -- `[{"code", "weight", "text", "values"}]`, the weightiest first.
  reasons jsonb not null default '[]',
  device_id uuid,
  -- Entry of the device's outbox it came with.
  entry_id uuid,
  received_at timestamptz not null default now(),
  device_at timestamptz,
  flags text[] not null default '{}',
  -- What later check-ins are compared with, see signals/trace.ts; erased when it is no longer needed.
  trace jsonb,
  -- What a superior found of a doubtful one; an unfair one does not count.
  verdict text check (verdict in ('fair', 'unfair')),
  verdict_by uuid,
  verdict_at timestamptz,
  verdict_note text check (char_length(verdict_note) <= 1000),
  primary key (id, at),
  -- Nobody comes twice in one instant, whatever way it is told.
  unique (employee_id, at, direction),
  unique (entry_id, at),
  check ((verdict is null) = (verdict_at is null))
) partition by range (at);
call platform.protect('attendance.scan');
create index on attendance.scan (device_id, at) where device_id is not null;
create index on attendance.scan (unit_id, at) where level = 'doubtful' and verdict is null;
create index on attendance.scan (government_id, at);

-- What no month was opened for, e.g. lists of years ago.
create table attendance.scan_other partition of attendance.scan default;
alter table attendance.scan_other enable row level security;
create policy government on attendance.scan_other using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()));

-- Opens the partition of a month; the serving role may call it and cannot touch the table.
create function attendance.open_month(month date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  name text := 'scan_' || to_char(month, 'YYYYMM');
  first date := date_trunc('month', month)::date;
begin
  if to_regclass('attendance.' || name) is null then
    perform pg_advisory_xact_lock(hashtext('attendance.' || name));
    if to_regclass('attendance.' || name) is null then
      -- Months begin at midnight UTC: which one a scan lies in is nobody's business but the table's.
      execute format('create table attendance.%I partition of attendance.scan for values from (%L) to (%L)', name, first::text || ' 00:00+00', (first + interval '1 month')::date::text || ' 00:00+00');
      execute format('alter table attendance.%I enable row level security', name);
      execute format('create policy government on attendance.%I using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()))', name);
    end if;
  end if;
end $$;
revoke all on function attendance.open_month(date) from public;
grant execute on function attendance.open_month(date) to pendopo_serve;
select attendance.open_month((date_trunc('month', now()) + n * interval '1 month')::date) from generate_series(-2, 3) as n;

-- Whose code was scanned by whom nearby.
create table attendance.vouch (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  at timestamptz not null,
  employee_id uuid not null,
  by_employee uuid not null,
  check (employee_id <> by_employee)
);
call platform.protect('attendance.vouch');
create index on attendance.vouch (employee_id, at);

-- Classes of lateness (TL) and of leaving early (PSW), in minutes; regions set their own.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'attendance-class', code, value::jsonb, 'Praktik nasional presensi ASN; kelas ditetapkan peraturan kepala daerah', false, '2026-01-01'
from (values
  ('TL1', '{"kind": "late", "from": 1, "to": 30}'), ('TL2', '{"kind": "late", "from": 31, "to": 60}'), ('TL3', '{"kind": "late", "from": 61, "to": null}'),
  ('PSW1', '{"kind": "early", "from": 1, "to": 30}'), ('PSW2', '{"kind": "early", "from": 31, "to": 60}'), ('PSW3', '{"kind": "early", "from": 61, "to": 90}'), ('PSW4', '{"kind": "early", "from": 91, "to": null}')
) as classes (code, value);
