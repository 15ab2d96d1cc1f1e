create schema attendance_requests;
grant usage on schema attendance_requests to pendopo_serve;

-- What somebody asks for: to explain days of absence, or to have a check-in written that was missed.
create table attendance_requests.request (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null check (kind in ('correction', 'sick', 'duty', 'trip', 'training', 'blankspot', 'other')),
  -- Both days included; a correction has one day.
  from_on date not null,
  until_on date not null,
  -- Of a correction.
  direction text check (direction in ('in', 'out')),
  scan_at timestamptz,
  remarks text not null default '' check (char_length(remarks) <= 1000),
  -- Sealed.
  evidence_id uuid,
  letter_id uuid,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused', 'withdrawn')),
  -- The position it waits at; empty when the personnel officers decide.
  superior_post uuid references organisation.position,
  proposed_at timestamptz not null default now(),
  -- In what capacity it was decided.
  decided_by uuid,
  decided_at timestamptz,
  capacity text,
  answer text check (char_length(answer) <= 1000),
  version integer not null default 1,
  check (until_on >= from_on),
  check ((kind = 'correction') = (scan_at is not null) and (scan_at is null) = (direction is null)),
  check ((state in ('accepted', 'refused')) = (decided_at is not null))
);
call platform.protect('attendance_requests.request');
create index on attendance_requests.request (employee_id, from_on desc);
create index on attendance_requests.request (superior_post) where state = 'proposed';
create index on attendance_requests.request (unit_id, proposed_at);
