create schema harvests;
grant usage on schema harvests to pendopo_serve;

-- Another portal whose catalogue is shown here as well.
create table harvests.source (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  name text not null check (char_length(name) between 3 and 120),
  kind text not null check (kind in ('ckan', 'dcat', 'data-json')),
  url text not null check (url ~ '^https?://' and char_length(url) <= 500),
  -- Under which unit and theme its entries stand here.
  unit_id uuid not null,
  theme text not null,
  every text not null check (every in ('day', 'week')),
  -- `new`: looked at, nothing taken yet.
  state text not null default 'new' check (state in ('new', 'active', 'paused')),
  next_at timestamptz,
  failures smallint not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (government_id, url)
);
call platform.protect('harvests.source');
create index on harvests.source (government_id, next_at) where state = 'active';

-- One visit: only looked, or taken.
create table harvests.run (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  source_id uuid not null references harvests.source on delete cascade,
  kind text not null check (kind in ('preview', 'harvest')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  started_at timestamptz,
  finished_at timestamptz,
  -- How many the source shows, as far as it says; how many were looked at; what became of them.
  total integer,
  seen integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  gone integer not null default 0,
  refused integer not null default 0,
  -- Sentences for whoever looks: why it failed, what was refused; of a preview the first titles.
  failure text check (char_length(failure) <= 500),
  notes jsonb not null default '[]',
  started_by uuid,
  created_at timestamptz not null default now()
);
call platform.protect('harvests.run');
create index on harvests.run (source_id, id);
-- One visit at a time.
create unique index on harvests.run (source_id) where state in ('waiting', 'running');

-- What a source showed when, to know what it shows no more.
create table harvests.entry (
  government_id uuid not null,
  source_id uuid not null references harvests.source on delete cascade,
  code text not null,
  run_id uuid not null,
  primary key (source_id, code)
);
call platform.protect('harvests.entry');

insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'data-licence', 'asal', '{"name": "Menurut portal asalnya", "url": null, "open": false}', 'Ketentuan portal asal', false, '2019-06-12')
on conflict do nothing;
