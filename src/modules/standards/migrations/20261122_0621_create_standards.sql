create schema standards;
grant usage on schema standards to pendopo_serve;

-- One version of a Standar Data; versions of one share the slug.
create table standards.concept (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{2,90}$'),
  number integer not null default 1 check (number > 0),
  state text not null default 'proposed' check (state in ('proposed', 'returned', 'reviewed', 'valid', 'replaced', 'withdrawn', 'retired')),
  name text not null check (char_length(name) <= 120),
  concept text not null check (char_length(concept) <= 120),
  definition text not null check (char_length(definition) <= 2000),
  -- [{"label": "Jenis kelamin", "list": "jenis-kelamin"}]
  classifications jsonb not null default '[]',
  measure text not null check (char_length(measure) <= 60),
  unit text not null check (char_length(unit) <= 60),
  reference text not null check (char_length(reference) <= 300),
  reference_url text check (reference_url ~ '^https?://'),
  theme text not null,
  -- Why there is a newer version.
  reason text check (char_length(reason) <= 500),
  -- Unit that proposed it.
  unit_id uuid,
  valid_from date,
  valid_to date,
  proposed_by uuid,
  reviewed_by uuid,
  changed_at timestamptz not null default now(),
  -- Tells a stale form from a fresh one.
  version integer not null default 1,
  unique (government_id, slug, number),
  check (state not in ('valid', 'replaced', 'retired') or valid_from is not null),
  check (valid_to >= valid_from)
);
call platform.protect('standards.concept');
create unique index on standards.concept (government_id, slug) where state = 'valid';
create unique index on standards.concept (government_id, slug) where state in ('proposed', 'returned', 'reviewed');
create unique index on standards.concept (government_id, lower(name)) where state = 'valid';
create index on standards.concept (government_id, state, lower(name));

create table standards.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  concept_id uuid not null references standards.concept on delete cascade,
  event text not null,
  at timestamptz not null default now(),
  -- Empty for the system.
  by uuid,
  remarks text check (char_length(remarks) <= 1000)
);
call platform.protect('standards.step');
create index on standards.step (concept_id, id);

-- Code lists. Without a government they are national: everyone reads them, a government adds versions of its own.
create table standards.code_list (
  id uuid primary key default uuidv7(),
  government_id uuid default platform.current_government(),
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  title text not null check (char_length(title) <= 120),
  description text not null default '' check (char_length(description) <= 600),
  kind text not null default 'reference' check (kind in ('reference', 'master')),
  unique nulls not distinct (government_id, code)
);

create table standards.code_version (
  id uuid primary key default uuidv7(),
  government_id uuid default platform.current_government(),
  list_id uuid not null references standards.code_list,
  number integer not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'valid')),
  valid_from date,
  -- The day after the last one.
  valid_to date,
  legal_basis text not null default '' check (char_length(legal_basis) <= 300),
  -- Whether somebody compared it with its source.
  verified boolean not null default false,
  -- Who is filling the draft from a spreadsheet.
  filled_by uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  published_by uuid,
  published_at timestamptz,
  version integer not null default 1,
  unique nulls not distinct (government_id, list_id, number),
  check (state = 'draft' or (valid_from is not null and legal_basis <> '')),
  check (valid_to >= valid_from)
);
create unique index on standards.code_version (government_id, list_id) where state = 'draft';
create index on standards.code_version (government_id, filled_by) where state = 'draft';
create index on standards.code_version (list_id, valid_from);

create table standards.code_item (
  government_id uuid default platform.current_government(),
  version_id uuid not null references standards.code_version on delete cascade,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$'),
  label text not null check (char_length(label) between 1 and 200),
  parent text,
  position integer not null default 0,
  primary key (version_id, code)
);
create index on standards.code_item (version_id, position, code);
create index on standards.code_item (version_id, parent);

do $$
declare target text;
begin
  foreach target in array array['standards.code_list', 'standards.code_version', 'standards.code_item'] loop
    execute format('alter table %s enable row level security', target);
    execute format('create policy readable on %s for select using (government_id is null or government_id = (select platform.current_government()))', target);
    execute format('create policy own on %s using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()))', target);
    execute format('grant select, insert, update, delete on %s to pendopo_serve', target);
  end loop;
end $$;
