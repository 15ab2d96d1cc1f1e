create schema publications;
grant usage on schema publications to pendopo_serve;

create table publications.bundle (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  title text not null,
  publish_at timestamptz,
  released_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now()
);
call platform.protect('publications.bundle');

create table publications.publication (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null,
  slug text not null,
  -- State of the working copy; what the public sees is live_version.
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'archived')),
  working_version integer not null default 1,
  live_version integer,
  -- Whether the public sees it now. Set with every change of state.
  visible boolean not null default false,
  -- Kept for the office only, e.g. a private post of an old site.
  private boolean not null default false,
  title text not null,
  published_at timestamptz,
  scheduled_at timestamptz,
  corrected_at timestamptz,
  -- Kecamatan it concerns: of its place, else of its unit.
  district_code text,
  page_owner uuid,
  review_on date,
  bundle_id uuid references publications.bundle,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (government_id, slug),
  check (visible = false or (live_version is not null and published_at is not null and not private))
);
call platform.protect('publications.publication');
create index on publications.publication (government_id, published_at desc, id desc) where visible;
create index on publications.publication (government_id, unit_id, published_at desc, id desc) where visible;
create index on publications.publication (government_id, kind, published_at desc, id desc) where visible;
create index on publications.publication (government_id, district_code, published_at desc, id desc) where visible;
create index on publications.publication (government_id, state, changed_at desc, id desc);
create index on publications.publication (unit_id, changed_at desc, id desc);
create index on publications.publication (scheduled_at) where state = 'scheduled';
create index on publications.publication (page_owner, review_on) where review_on is not null;
create index on publications.publication (bundle_id) where bundle_id is not null;

-- Every version is kept whole: it can be compared, shown and brought back.
create table publications.version (
  publication_id uuid not null references publications.publication on delete cascade,
  number integer not null,
  government_id uuid not null,
  title text not null,
  summary text not null,
  body text not null,
  tags text[] not null default '{}',
  -- {fileId, alt, width, height}, a list of the same, and a list of {fileId, name, mediaType, bytes}
  cover jsonb check (cover is null or length(cover ->> 'alt') > 0),
  gallery jsonb not null default '[]',
  attachments jsonb not null default '[]',
  place_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  activity_from date,
  activity_to date check (activity_to >= activity_from),
  -- {en: {title, summary, body}}
  languages jsonb not null default '{}',
  -- Reason given for a change after publication; shown to readers.
  correction text,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (publication_id, number)
);
call platform.protect('publications.version');

-- What happened to it, for its timeline.
create table publications.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  publication_id uuid not null references publications.publication on delete cascade,
  at timestamptz not null default now(),
  event text not null,
  from_state text not null,
  to_state text not null,
  remarks text,
  by uuid,
  version integer not null
);
call platform.protect('publications.step');
create index on publications.step (publication_id, id);

-- Addresses that used to lead here: renamed slugs and addresses of an old site.
create table publications.redirect (
  government_id uuid not null,
  path text not null,
  publication_id uuid not null references publications.publication on delete cascade,
  primary key (government_id, path)
);
call platform.protect('publications.redirect');
create index on publications.redirect (publication_id);

-- One row per channel: kept current by trigger, so that lists of channels never count publications.
create table publications.activity (
  unit_id uuid primary key references organisation.unit,
  government_id uuid not null,
  published integer not null default 0,
  last_published_at timestamptz,
  last_reminded_at timestamptz
);
call platform.protect('publications.activity');

create function publications.count_activity() returns trigger language plpgsql as $$
declare
  shown boolean := tg_op <> 'DELETE' and new.visible;
  was boolean := tg_op <> 'INSERT' and old.visible;
begin
  if shown = was and (tg_op <> 'UPDATE' or new.unit_id = old.unit_id) then return null; end if;
  if was then
    update publications.activity set published = published - 1,
      last_published_at = (select max(published_at) from publications.publication where unit_id = old.unit_id and visible)
    where unit_id = old.unit_id;
  end if;
  if shown then
    insert into publications.activity (unit_id, government_id, published, last_published_at) values (new.unit_id, new.government_id, 1, new.published_at)
    on conflict (unit_id) do update set published = activity.published + 1, last_published_at = greatest(activity.last_published_at, excluded.last_published_at);
  end if;
  return null;
end $$;
create trigger count_activity after insert or delete or update of visible, unit_id on publications.publication for each row execute function publications.count_activity();
