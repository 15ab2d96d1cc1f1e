create schema datasets;
grant usage on schema datasets to pendopo_serve;

-- An entry of the catalogue (daftar data): what an agency produces, whether or not a release of it stands already.
create table datasets.dataset (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- The producer (produsen data).
  unit_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  title text not null check (char_length(title) between 5 and 200),
  summary text not null check (char_length(summary) <= 5000),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'returned', 'listed', 'retired')),
  access text not null default 'open' check (access in ('open', 'limited', 'closed')),
  access_reason text check (char_length(access_reason) <= 1000),
  access_basis text check (char_length(access_basis) <= 300),
  theme text not null,
  tags text[] not null default '{}' check (cardinality(tags) <= 20),
  licence text not null default 'CC-BY-4.0',
  every text not null check (every in ('day', 'week', 'month', 'quarter', 'semester', 'year', 'once')),
  legal_basis text check (char_length(legal_basis) <= 300),
  coverage text check (char_length(coverage) <= 200),
  contact text check (char_length(contact) <= 200),
  -- Declared variables, each with its concept and code list: the type Variable.
  variables jsonb not null default '[]',
  -- Statistical metadata of the activity and of indicators (Peraturan BPS 5/2020): question code to answer.
  activity jsonb not null default '{}',
  indicator jsonb not null default '{}',
  -- `module`: fed by a module of this installation; `harvest`: brought from another portal.
  origin text not null default 'office' check (origin in ('office', 'module', 'harvest')),
  origin_code text,
  origin_url text,
  -- What readers are shown; null as long as nothing is published.
  release_id uuid,
  published_at timestamptz,
  updated_at timestamptz,
  -- Day by which the next release is due; null for what comes once and for what is not listed.
  due_on date,
  -- Of the shown release, 0–100.
  quality smallint check (quality between 0 and 100),
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- Tells a stale form from a fresh one.
  version integer not null default 1,
  unique (government_id, slug),
  unique (government_id, origin, origin_code),
  -- Who keeps data back says why, and on what ground.
  check (access = 'open' or state in ('draft', 'returned') or (access_reason is not null and access_basis is not null))
);
call platform.protect('datasets.dataset');
create index on datasets.dataset (government_id, unit_id, state);
create index on datasets.dataset (government_id, updated_at desc nulls last, id desc) where state = 'listed';
create index on datasets.dataset (government_id, due_on) where state = 'listed' and due_on is not null;
create index on datasets.dataset using gin (tags);

-- One period of a dataset; a correction is a further version of the same period.
create table datasets.release (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dataset_id uuid not null references datasets.dataset on delete cascade,
  -- `2026`, `2026-S1`, `2026-Q3`, `2026-11`, `2026-W47` or a day.
  period text not null check (period ~ '^\d{4}(-(S[12]|Q[1-4]|W\d{2}|\d{2}(-\d{2})?))?$'),
  version integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'checked', 'approved', 'rejected', 'cancelled', 'published', 'replaced', 'withdrawn')),
  -- What readers should know: how it was collected, what changed since the version before.
  note text check (char_length(note) <= 2000),
  rows bigint,
  -- Scores by part, with what would raise them: the type Quality.
  quality jsonb,
  -- Access class it was checked for; what was checked for few is not shown to all.
  checked_for text check (checked_for in ('open', 'limited', 'closed')),
  submitted_by uuid,
  submitted_at timestamptz,
  checked_by uuid,
  published_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (dataset_id, period, version),
  check (state not in ('published', 'replaced', 'withdrawn') or published_at is not null)
);
call platform.protect('datasets.release');
create index on datasets.release (government_id, state, changed_at);
-- A period has one version that readers see.
create unique index on datasets.release (dataset_id, period) where state = 'published';
alter table datasets.dataset add foreign key (release_id) references datasets.release;

-- What a release consists of: tables, files, addresses elsewhere.
create table datasets.resource (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  release_id uuid not null references datasets.release on delete cascade,
  position smallint not null,
  kind text not null check (kind in ('table', 'file', 'link')),
  name text not null check (char_length(name) between 1 and 200),
  description text check (char_length(description) <= 1000),
  -- Of tables: the stored table as the type StoredTable, without its id.
  table_id uuid,
  columns jsonb,
  rows bigint,
  digest text,
  media_type text,
  bytes bigint,
  file_id uuid,
  url text check (url ~ '^https?://'),
  created_at timestamptz not null default now(),
  check (kind <> 'table' or (table_id is not null and columns is not null and rows is not null)),
  check (kind <> 'file' or file_id is not null),
  check (kind <> 'link' or url is not null)
);
call platform.protect('datasets.resource');
create index on datasets.resource (release_id, position);

-- What happened to a dataset and to its releases; never changed.
create table datasets.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dataset_id uuid not null references datasets.dataset,
  release_id uuid references datasets.release,
  event text not null,
  remark text check (char_length(remark) <= 2000),
  by uuid,
  at timestamptz not null default now()
);
call platform.protect('datasets.step');
create index on datasets.step (dataset_id, id);
revoke update on datasets.step from pendopo_serve;

-- What was agreed for a year: who produces what by when, and what comes first (data prioritas).
create table datasets.plan (
  dataset_id uuid not null references datasets.dataset on delete cascade,
  government_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  priority boolean not null default false,
  due_on date not null,
  agreed_by uuid,
  agreed_at timestamptz not null default now(),
  primary key (dataset_id, year)
);
call platform.protect('datasets.plan');
create index on datasets.plan (government_id, year, due_on);
