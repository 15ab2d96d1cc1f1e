create schema roll_calls;
grant usage on schema roll_calls to pendopo_serve;

-- A leader asks who is there, with a time limit.
create table roll_calls.call (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null check (kind in ('call', 'meeting', 'apel')),
  -- What it is about, for a meeting its title.
  subject text not null default '' check (char_length(subject) <= 200),
  account_id uuid not null,
  caller text not null,
  started_at timestamptz not null default now(),
  ends_at timestamptz not null,
  check (ends_at >= started_at)
);
call platform.protect('roll_calls.call');
create index on roll_calls.call (unit_id, started_at desc);
create index on roll_calls.call (account_id, started_at desc);

-- Who was called, and what they answered.
create table roll_calls.callee (
  call_id uuid not null references roll_calls.call on delete cascade,
  employee_id uuid not null,
  government_id uuid not null,
  account_id uuid,
  unit_id uuid not null references organisation.unit,
  name text not null,
  answer text check (answer in ('here', 'elsewhere')),
  -- When it was answered, by the corrected clock of the phone, and when that arrived.
  answered_at timestamptz,
  received_at timestamptz,
  via text check (via in ('tap', 'screen', 'vouched')),
  vouched_by uuid,
  remarks text check (char_length(remarks) <= 300),
  primary key (call_id, employee_id),
  check (num_nulls(answer, answered_at, received_at, via) in (0, 4)),
  check ((via = 'vouched') = (vouched_by is not null) or via is null)
);
call platform.protect('roll_calls.callee');
create index on roll_calls.callee (account_id, call_id desc) where account_id is not null;
