create schema upkeep;
grant usage on schema upkeep to pendopo_serve;

-- Public pages as far as upkeep needs them: whose they are. Publications says when that changes, and a slow
-- sweep over all of them catches what was said while nobody listened.
create table upkeep.page (
  publication_id uuid primary key,
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  owner_id uuid,
  title text not null
);
call platform.protect('upkeep.page');
create index on upkeep.page (unit_id);
create index on upkeep.page (owner_id);

-- Every address that public pages link to, once.
create table upkeep.link (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- A path for an address of the own portal.
  url text not null check (length(url) <= 2000),
  -- Whether it leads to a portal of this installation: then it is looked up, not fetched.
  inside boolean not null,
  state text not null default 'new' check (state in ('new', 'good', 'doubtful', 'broken', 'moved')),
  -- What the last check found, see `Finding` in link.ts.
  finding text,
  status integer,
  moved_to text,
  failures integer not null default 0,
  failing_since timestamptz,
  broken_at timestamptz,
  checked_at timestamptz,
  check_at timestamptz not null default now(),
  unique (government_id, url)
);
call platform.protect('upkeep.link');
create index on upkeep.link (government_id, inside, check_at);
create index on upkeep.link (government_id, id) where state in ('broken', 'moved');

-- Which page links to which address; a person may decide that one is fine as it is.
create table upkeep.mention (
  publication_id uuid not null references upkeep.page on delete cascade,
  link_id uuid not null references upkeep.link on delete cascade,
  government_id uuid not null,
  ignored_at timestamptz,
  ignored_by uuid,
  ignored_reason text,
  primary key (publication_id, link_id)
);
call platform.protect('upkeep.mention');
create index on upkeep.mention (link_id);

-- One round of checks at a time, and how far the sweep over all pages has come.
create table upkeep.round (
  government_id uuid primary key,
  busy_until timestamptz not null,
  swept_to uuid
);
call platform.protect('upkeep.round');

-- What was done on a day: bounds the requests of a day, and is the evidence later.
create table upkeep.day (
  government_id uuid not null,
  day date not null,
  asked integer not null default 0,
  reviewed integer not null default 0,
  primary key (government_id, day)
);
call platform.protect('upkeep.day');

-- When an owner was last told of broken links: once a week is enough.
create table upkeep.told (
  account_id uuid primary key,
  government_id uuid not null,
  at timestamptz not null
);
call platform.protect('upkeep.told');
