create schema site_health;
grant usage on schema site_health to pendopo_serve;

-- What is audited: the site of a unit here, or an address outside that an administrator has listed.
create table site_health.subject (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- Whose site it is; an outside site may be of the government as a whole.
  unit_id uuid references organisation.unit,
  -- Null for a site of this installation.
  url text check (length(url) <= 500),
  name text not null,
  -- What it must show depends on it.
  kind text not null check (kind in ('agency', 'village', 'subdistrict', 'school')),
  added_by uuid,
  added_at timestamptz not null default now(),
  -- When it is audited next; null for outside sites, which are audited on request.
  due_at timestamptz,
  -- Somebody audits it until then.
  busy_until timestamptz,
  -- The last audit: points per part, and what was seen where.
  audited_at timestamptz,
  score smallint check (score between 0 and 100),
  -- Codes of the parts that have not all their points.
  lacking text[] not null default '{}',
  -- [{code, points, of, text, values, where}]
  parts jsonb not null default '[]',
  -- {pages, bytes, requests, robots, until, failure …}
  facts jsonb not null default '{}',
  -- Versions of the reference data it was judged by.
  judged_by uuid[] not null default '{}',
  check (unit_id is not null or url is not null)
);
call platform.protect('site_health.subject');
create unique index on site_health.subject (unit_id) where url is null;
create unique index on site_health.subject (government_id, url) where url is not null;
create index on site_health.subject (government_id, due_at) where due_at is not null;
create index on site_health.subject (government_id, score, id);

-- The last score of every month, for the history and the dataset.
create table site_health.month (
  subject_id uuid not null references site_health.subject on delete cascade,
  government_id uuid not null,
  -- Its first day.
  month date not null,
  score smallint not null,
  -- Whether everything a government site must show was there.
  complete boolean not null,
  audited_at timestamptz not null,
  judged_by uuid[] not null,
  primary key (subject_id, month)
);
call platform.protect('site_health.month');
create index on site_health.month (government_id, month);
