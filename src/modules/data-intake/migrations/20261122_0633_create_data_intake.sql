create schema data_intake;
grant usage on schema data_intake to pendopo_serve;

-- A file on its way into a release.
create table data_intake.upload (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- The producer of the dataset.
  unit_id uuid not null,
  dataset_id uuid not null,
  release_id uuid not null,
  -- Name of the file, and what the table will be called.
  name text not null check (char_length(name) between 1 and 200),
  title text not null check (char_length(title) between 1 and 200),
  bytes bigint not null check (bytes >= 0),
  state text not null check (state in ('arriving', 'reading', 'describing', 'checking', 'found', 'keeping', 'kept', 'refused', 'dropped')),
  -- The file itself, until the table is made.
  file_id uuid,
  -- Which sheet and row of headings a person chose.
  sheet integer,
  heading integer,
  -- What was read: the type Taken; the columns as they were declared; what the check found; what people answered.
  taken jsonb,
  declared jsonb not null default '[]',
  checked jsonb,
  answers jsonb not null default '{}',
  -- How far a job is, 0 to 1.
  progress real,
  -- Why it stopped: {text, values}
  failure jsonb,
  -- The part of the release it became.
  resource_id uuid,
  created_by uuid not null,
  -- Whether that session was confirmed by a second factor: what is done later is done with the same rights.
  strong boolean not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
call platform.protect('data_intake.upload');
create index on data_intake.upload (release_id, id);
create index on data_intake.upload (dataset_id, id desc);
create index on data_intake.upload (unit_id) where state not in ('kept', 'refused', 'dropped');
create index on data_intake.upload (changed_at) where state not in ('kept', 'refused', 'dropped');

-- What a text in a column of regions means, as people confirmed it; null: no region. Good for every later release.
create table data_intake.region_name (
  dataset_id uuid not null,
  column_name text not null,
  text text not null,
  government_id uuid not null,
  code text,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  primary key (dataset_id, column_name, text)
);
call platform.protect('data_intake.region_name');
