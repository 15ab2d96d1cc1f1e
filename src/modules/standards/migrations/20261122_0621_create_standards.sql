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
