create schema reconciliation;
grant usage on schema reconciliation to pendopo_serve;

create table reconciliation.comparison (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null,
  title text not null check (char_length(title) <= 160),
  about text check (char_length(about) <= 1000),
  -- Empty where the lists have no code.
  code_label text check (char_length(code_label) <= 60),
  name_label text not null check (char_length(name_label) <= 60),
  place_label text check (char_length(place_label) <= 60),
  fields jsonb not null default '[]',
  owner_id uuid not null,
  settle_days integer not null default 5 check (settle_days between 1 and 250),
  state text not null default 'open' check (state in ('open', 'finished')),
  -- Units that have to do with it: its own, those of its sources, those that settle.
  participants uuid[] not null default '{}',
  matched_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
call platform.protect('reconciliation.comparison');
create index on reconciliation.comparison (government_id, id);
create index on reconciliation.comparison using gin (participants);

create table reconciliation.source (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  comparison_id uuid not null references reconciliation.comparison on delete cascade,
  position integer not null,
  label text not null check (char_length(label) <= 80),
  system text not null check (char_length(system) <= 80),
  unit_id uuid not null,
  as_of date,
  columns jsonb not null default '{}',
  rows integer not null default 0,
  brought_by uuid,
  brought_at timestamptz,
  unique (comparison_id, position)
);
call platform.protect('reconciliation.source');

create table reconciliation.row (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  comparison_id uuid not null references reconciliation.comparison on delete cascade,
  source_id uuid not null references reconciliation.source on delete cascade,
  -- What it is recognised by when the list comes again.
  key text not null,
  code text not null,
  name text not null,
  place text not null,
  vals jsonb not null,
  line integer not null,
  -- No longer in the newest file; kept, because what was decided about it holds when it comes back.
  gone boolean not null default false,
  -- First row of the thing it is a row of.
  item_id uuid,
  double_of uuid,
  -- What lists of things are sorted by.
  sort text generated always as (lower(left(name, 200))) stored,
  unique (source_id, key)
);
call platform.protect('reconciliation.row');
create index on reconciliation.row (comparison_id, sort, id) where item_id = id;
create index on reconciliation.row (item_id);

create table reconciliation.pair (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  comparison_id uuid not null references reconciliation.comparison on delete cascade,
  left_id uuid not null references reconciliation.row on delete cascade,
  right_id uuid not null references reconciliation.row on delete cascade,
  score real not null,
  reasons text[] not null,
  state text not null check (state in ('sure', 'ask', 'confirmed', 'rejected')),
  -- What the rows said when it was decided.
  said text not null,
  decided_by uuid,
  decided_at timestamptz,
  unique (left_id, right_id)
);
call platform.protect('reconciliation.pair');
create index on reconciliation.pair (comparison_id, state, right_id);
create index on reconciliation.pair (right_id);

create table reconciliation.difference (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  comparison_id uuid not null references reconciliation.comparison on delete cascade,
  item_id uuid not null,
  field text not null,
  title text not null,
  state text not null default 'open' check (state in ('open', 'asked', 'settled', 'agreed')),
  owner_id uuid not null,
  due_on date,
  -- What each source says, by its id.
  vals jsonb not null,
  -- How a person settled it: the source whose value holds, a value of its own, or both.
  choice jsonb,
  why text,
  settled_by uuid,
  settled_at timestamptz,
  opened_at timestamptz not null default now(),
  version integer not null default 1,
  check ((state = 'settled') <= (choice is not null)),
  unique (comparison_id, item_id, field)
);
call platform.protect('reconciliation.difference');
create index on reconciliation.difference (comparison_id, id);
create index on reconciliation.difference (owner_id, id) where state in ('open', 'asked');
create index on reconciliation.difference (item_id);

-- What happened to a comparison, a pair or a difference.
create table reconciliation.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  comparison_id uuid not null references reconciliation.comparison on delete cascade,
  record_id uuid not null,
  event text not null,
  at timestamptz not null default now(),
  -- Empty for what followed from a new file.
  by uuid,
  why text,
  detail jsonb not null default '{}'
);
call platform.protect('reconciliation.step');
create index on reconciliation.step (record_id, id);
