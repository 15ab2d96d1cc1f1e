create schema banners;
grant usage on schema banners to pendopo_serve;

create table banners.banner (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'shown', 'ended')),
  tone text not null check (tone in ('danger', 'warn', 'info')),
  title text not null check (char_length(title) <= 120),
  body text check (char_length(body) <= 300),
  href text check (href ~ '^(/([^/]|$)|https://)'),
  title_english text check (char_length(title_english) <= 120),
  body_english text check (char_length(body_english) <= 300),
  -- Empty for at once.
  starts_at timestamptz,
  ends_at timestamptz not null,
  shown_at timestamptz,
  ended_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Tells a stale form from a fresh one.
  version integer not null default 1,
  check (state <> 'shown' or shown_at is not null),
  check ((state = 'ended') = (ended_at is not null))
);
call platform.protect('banners.banner');
create index on banners.banner (government_id, ends_at) where state in ('scheduled', 'shown');
create index on banners.banner (government_id, id) where state = 'ended';

-- What happened to a banner, and what it said from then on.
create table banners.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  banner_id uuid not null references banners.banner on delete cascade,
  event text not null,
  at timestamptz not null default now(),
  -- Empty when it came with time.
  by uuid,
  tone text not null,
  title text not null,
  body text,
  ends_at timestamptz not null
);
call platform.protect('banners.step');
create index on banners.step (banner_id, id);
