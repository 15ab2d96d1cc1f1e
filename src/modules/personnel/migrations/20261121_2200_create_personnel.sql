create schema personnel;
grant usage on schema personnel to pendopo_serve;

-- Somebody who works for the government, with an account or without.
create table personnel.employee (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- The account the person signs in with; one person, one account.
  account_id uuid,
  kind text not null check (kind in ('pns', 'pppk', 'honorer')),
  status text not null default 'active' check (status in ('active', 'cltn', 'retired', 'moved', 'dismissed', 'deceased')),
  -- NIP of a PNS, NI PPPK; other staff have none.
  nip text check (nip ~ '^[0-9]{18}$'),
  -- Sealed with the installation's secret; the keyed hash finds it again.
  nik_sealed bytea,
  nik_hash bytea,
  -- Why NIP or NIK say something else than the data, where that was looked into.
  number_reason text check (char_length(number_reason) <= 300),
  name text not null check (char_length(name) between 1 and 120),
  title_before text check (char_length(title_before) <= 40),
  title_after text check (char_length(title_after) <= 80),
  birth_place text,
  birth_date date not null,
  sex text not null check (sex in ('m', 'f')),
  religion text,
  marital text,
  phone text,
  email text,
  address text,
  photo_id uuid,
  -- First day in service: CPNS, appointment or contract.
  entered_on date,
  contract_until date,
  -- What the newest verified records say; written with them.
  grade text,
  grade_since date,
  education text,
  position_title text,
  -- Decides the age of retirement: a code of the reference list `retirement-age`.
  position_level text,
  position_since date,
  -- Last periodic salary increase (KGB).
  increase_since date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (kind <> 'honorer' or nip is null),
  check ((nik_sealed is null) = (nik_hash is null))
);
call platform.protect('personnel.employee');
create unique index employee_nip on personnel.employee (government_id, nip);
create unique index employee_nik on personnel.employee (government_id, nik_hash);
create unique index employee_account on personnel.employee (account_id) where account_id is not null;
create index employee_by_name on personnel.employee (government_id, lower(name), id);
create index employee_by_unit on personnel.employee (unit_id, lower(name), id);
create index employee_names on personnel.employee using gin (government_id, lower(name) gin_trgm_ops);
create index on personnel.employee (government_id, increase_since) where status = 'active';
create index on personnel.employee (government_id, grade_since) where status = 'active';
create index on personnel.employee (government_id, birth_date) where status = 'active';
create index on personnel.employee (government_id, contract_until) where status = 'active';

-- One entry of somebody's history, or one that was proposed and waits for the personnel officer.
create table personnel.record (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null references personnel.employee on delete cascade,
  kind text not null,
  decree_number text check (char_length(decree_number) <= 120),
  decree_on date,
  official text check (char_length(official) <= 160),
  since date,
  until date,
  -- What this kind of record says besides, as its parts store it.
  content jsonb not null default '{}',
  file_id uuid,
  state text not null default 'verified' check (state in ('verified', 'proposed', 'refused')),
  -- A proposed correction names the record it would replace.
  replaces uuid references personnel.record on delete set null,
  proposed_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  remarks text check (char_length(remarks) <= 1000),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (until is null or since is null or until >= since),
  check (state = 'verified' or proposed_by is not null)
);
call platform.protect('personnel.record');
create index on personnel.record (employee_id, kind, since desc);
create index on personnel.record (government_id, id) where state = 'proposed';
create index on personnel.record (replaces) where replaces is not null;

-- Ids of employees in whose name a text occurs. Row-level security lets an index be used only by operators that are
-- known to leak nothing, and `like` is not one of them; this runs as the owner and names the government itself.
create function personnel.named(part text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, personnel, public as $$
  select id from personnel.employee where government_id = platform.current_government() and lower(name) like '%' || part || '%'
$$;
revoke all on function personnel.named(text) from public;
grant execute on function personnel.named(text) to pendopo_serve;
