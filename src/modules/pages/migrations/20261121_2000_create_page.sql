create schema pages;
grant usage on schema pages to pendopo_serve;

create table pages.page (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  parent_id uuid references pages.page,
  -- Unique within the unit whatever the page stands under, so that moving it breaks no link; '' is the home page.
  slug text not null check (slug ~ '^[a-z0-9-]{0,80}$'),
  purpose text,
  position integer not null default 0,
  in_menu boolean not null default true,
  -- State of the working copy; what the public sees is live_version.
  state text not null default 'draft' check (state in ('draft', 'submitted', 'published', 'hidden')),
  working_version integer not null default 1,
  live_version integer,
  visible boolean not null default false check (visible = false or live_version is not null),
  title text not null,
  -- Whether the working copy has nothing to read.
  empty boolean not null default false,
  page_owner uuid,
  review_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  published_at timestamptz,
  unique (unit_id, slug),
  check (parent_id <> id)
);
call platform.protect('pages.page');
create unique index on pages.page (unit_id, purpose) where purpose is not null;
create index on pages.page (government_id, id) where visible;
create index on pages.page (parent_id);
create index on pages.page (government_id, review_on, id) where visible and review_on is not null;

-- Every version is kept whole: it can be compared, shown and brought back.
create table pages.version (
  page_id uuid not null references pages.page on delete cascade,
  number integer not null,
  government_id uuid not null,
  title text not null,
  summary text not null,
  -- [{id, kind, values}]
  blocks jsonb not null,
  -- {title, summary}
  english jsonb,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (page_id, number)
);
call platform.protect('pages.version');

-- What happened to it, for its timeline.
create table pages.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  page_id uuid not null references pages.page on delete cascade,
  at timestamptz not null default now(),
  event text not null,
  remarks text,
  by uuid,
  version integer not null
);
call platform.protect('pages.step');
create index on pages.step (page_id, id);

-- Addresses that used to lead here: renamed slugs (`berkas`) and paths of an old site (`/berkas/`).
create table pages.redirect (
  government_id uuid not null,
  unit_id uuid not null,
  path text not null,
  page_id uuid not null references pages.page on delete cascade,
  primary key (unit_id, path)
);
call platform.protect('pages.redirect');
create index on pages.redirect (page_id);
create index on pages.redirect (government_id, path);
