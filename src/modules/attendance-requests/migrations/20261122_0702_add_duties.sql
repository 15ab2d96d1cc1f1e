-- Days somebody is sent on duty by a signed letter; nothing is asked for, and nobody decides.
create table attendance_requests.duty (
  letter_id uuid not null,
  employee_id uuid not null,
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null check (kind in ('duty', 'trip')),
  from_on date not null,
  until_on date not null,
  place text not null default '' check (char_length(place) <= 200),
  recorded_at timestamptz not null default now(),
  -- The letter was taken back: the days explain nothing any more.
  withdrawn_at timestamptz,
  primary key (letter_id, employee_id),
  check (until_on >= from_on)
);
call platform.protect('attendance_requests.duty');
create index on attendance_requests.duty (employee_id, from_on) where withdrawn_at is null;
