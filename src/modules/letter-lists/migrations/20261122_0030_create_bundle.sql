create schema letter_lists;
grant usage on schema letter_lists to pendopo_serve;

-- A ZIP with the files of older letters, as somebody brought it; they wait for the list that names them.
create table letter_lists.bundle (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null references organisation.unit,
  file_id uuid not null,
  name text not null,
  state text not null default 'opening' check (state in ('opening', 'done', 'failed')),
  -- {text, values}: why nothing could be taken out.
  failure jsonb,
  done integer not null default 0,
  total integer not null default 0,
  created_at timestamptz not null default now(),
  touched_at timestamptz not null default now()
);
call platform.protect('letter_lists.bundle');
create index on letter_lists.bundle (account_id, id desc);

-- One file out of it.
create table letter_lists.paper (
  bundle_id uuid not null references letter_lists.bundle on delete cascade,
  government_id uuid not null,
  -- As it stands in the ZIP, with folders; and the last part of it, both in small letters.
  path text not null,
  name text not null,
  file_id uuid,
  -- {text, values}: why it is not taken.
  problem jsonb,
  primary key (bundle_id, path),
  check (num_nonnulls(file_id, problem) = 1)
);
call platform.protect('letter_lists.paper');
create index on letter_lists.paper (government_id, name);
