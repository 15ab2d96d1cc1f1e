-- The closing of a large agency while it runs: its progress is told outside the transaction that closes, which is done wholly or not at all.
create table attendance_recaps.closing_run (
  closing_id uuid primary key references attendance_recaps.closing,
  government_id uuid not null,
  by uuid not null,
  remarks text check (char_length(remarks) <= 1000),
  people integer not null,
  done integer not null default 0,
  started_at timestamptz not null default now(),
  -- When progress was last told.
  told_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Undecided days for which nothing was closed.
  refused integer
);
call platform.protect('attendance_recaps.closing_run');
