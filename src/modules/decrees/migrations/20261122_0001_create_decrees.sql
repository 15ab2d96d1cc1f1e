create schema decrees;
grant usage on schema decrees to pendopo_serve;

-- A letter that becomes a row of somebody's history once it is signed.
create table decrees.decree (
  letter_id uuid primary key,
  government_id uuid not null,
  employee_id uuid not null,
  -- Where the person worked, and the account they had, when it was prepared: as far as permissions are concerned.
  unit_id uuid not null references organisation.unit,
  account_id uuid,
  kind text not null check (kind in ('salary-increase', 'promotion', 'retirement', 'contract')),
  -- The day on the due list it was prepared for.
  due_on date not null,
  -- Kind, days and content of the row; number, date, official and file come from the letter.
  entry jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  written_at timestamptz,
  record_id uuid,
  -- Why a signed letter could not be written: `gone`, `left`, `overtaken`, `incomplete`.
  trouble text,
  -- Done with, without a row: the letter was given up, or an officer said why it needs none.
  closed_at timestamptz,
  closed_by uuid,
  reason text check (char_length(reason) <= 300),
  check ((written_at is null) = (record_id is null)),
  check (written_at is null or trouble is null)
);
call platform.protect('decrees.decree');
-- One at a time for what falls due on a day.
create unique index decree_open on decrees.decree (employee_id, kind, due_on) where closed_at is null;
create index on decrees.decree (government_id, letter_id);
create index on decrees.decree (government_id, letter_id) where trouble is not null and closed_at is null;
