create schema imports;
grant usage on schema imports to pendopo_serve;

-- A feed that is looked at again and again.
create table imports.feed_source (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  url text not null check (length(url) <= 2000),
  title text not null default '',
  -- Items come in published; otherwise they wait as drafts.
  publish boolean not null default false,
  every_minutes integer not null default 60 check (every_minutes between 15 and 10080),
  state text not null default 'active' check (state in ('active', 'paused')),
  etag text,
  last_modified text,
  last_seen_at timestamptz,
  -- What the last look found: {text, values} for people.
  last_result jsonb,
  failures integer not null default 0,
  look_at timestamptz not null default now(),
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (government_id, unit_id, url)
);
call platform.protect('imports.feed_source');
create index on imports.feed_source (government_id, look_at) where state = 'active';
create index on imports.feed_source (unit_id);

-- One import, from the file that was given to the publications that came of it.
create table imports.run (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- Null until the file was read.
  kind text check (kind in ('wordpress', 'feed')),
  -- Name of the file, or address of the feed.
  name text not null,
  -- The file itself. It is left pending, so the platform removes it after a day: an export holds private texts and addresses.
  file_id uuid,
  source_id uuid references imports.feed_source on delete set null,
  state text not null check (state in ('reading', 'ready', 'bringing', 'done', 'undoing', 'undone', 'failed')),
  -- What the source calls itself, and what was counted while reading: {site, categories: [{slug, name, kind, certain, posts}]}
  reading jsonb not null default '{}',
  -- What a person chose: {mapping: {category: kind or tag}, publish, fetchMedia}
  choices jsonb not null default '{}',
  -- How far it is: {phase, done, of}
  progress jsonb,
  -- {create, update, unchanged, keep, wait, skip, look, media, missing}
  counts jsonb not null default '{}',
  -- Why it stopped: {text, values}
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
call platform.protect('imports.run');
create index on imports.run (government_id, id desc);
create index on imports.run (unit_id, id desc);
create index on imports.run (created_by) where state = 'ready';
create index on imports.run (source_id, id desc) where source_id is not null;

-- What becomes, or became, of each item of a run.
create table imports.run_item (
  run_id uuid not null references imports.run on delete cascade,
  position integer not null,
  government_id uuid not null,
  source_id text not null,
  title text not null,
  action text not null check (action in ('create', 'update', 'unchanged', 'keep', 'wait', 'skip')),
  kind text,
  state text,
  private boolean not null default false,
  at timestamptz,
  -- What a person should look at: [{text, values}]
  notes jsonb not null default '[]',
  looks boolean not null generated always as (notes <> '[]'::jsonb and action in ('create', 'update', 'keep')) stored,
  publication_id uuid,
  primary key (run_id, position)
);
call platform.protect('imports.run_item');
create index on imports.run_item (run_id, looks desc, position);

-- What every item of a source became, so that bringing it in again changes nothing.
create table imports.source_item (
  unit_id uuid not null references organisation.unit,
  source_id text not null check (length(source_id) <= 500),
  government_id uuid not null,
  publication_id uuid not null,
  fingerprint text not null,
  -- Version and state it was given; another one means that people went on with it.
  version integer not null,
  state text not null,
  -- Taken back with its import.
  withdrawn_at timestamptz,
  run_id uuid not null references imports.run,
  primary key (unit_id, source_id)
);
call platform.protect('imports.source_item');
create index on imports.source_item (run_id);

-- Pictures and files of old sites that are here already, by the key of their address.
create table imports.media (
  unit_id uuid not null references organisation.unit,
  key text not null,
  government_id uuid not null,
  address text not null,
  -- As the platform keeps it: {id, name, mediaType, bytes, width, height}
  file jsonb not null,
  primary key (unit_id, key)
);
call platform.protect('imports.media');
