create schema sites;
grant usage on schema sites to pendopo_serve;

create table sites.site (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null unique references organisation.unit,
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  tagline text,
  template text not null check (template in ('village', 'school', 'agency', 'subdistrict')),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  -- {fileId, width, height}
  logo jsonb,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  published boolean not null default false,
  published_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Tells a stale form from a fresh one.
  version integer not null default 1,
  unique (government_id, slug)
);
call platform.protect('sites.site');

-- Names a site had before; they lead on.
create table sites.former_slug (
  government_id uuid not null,
  slug text not null,
  site_id uuid not null references sites.site on delete cascade,
  primary key (government_id, slug)
);
call platform.protect('sites.former_slug');
create index on sites.former_slug (site_id);

create table sites.domain (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  site_id uuid not null references sites.site on delete cascade,
  host text not null check (host = lower(host) and host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$'),
  -- Text of the DNS record that proves who holds the domain.
  token text not null,
  verified_at timestamptz,
  checked_at timestamptz,
  -- What the last check found wrong.
  finding text,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (site_id, host)
);
call platform.protect('sites.domain');
-- Two may claim a domain, one can prove it.
create unique index on sites.domain (host) where verified_at is not null;
create index on sites.domain (site_id);

-- A request must find its government before it can speak for one.
create function sites.verified_domains() returns table (host text, government_id uuid, slug text)
  language sql stable security definer set search_path = pg_catalog, sites as $$
  select d.host, d.government_id, s.slug from sites.domain d join sites.site s on s.id = d.site_id where d.verified_at is not null and s.published
$$;
revoke all on function sites.verified_domains() from public;
grant execute on function sites.verified_domains() to pendopo_serve;
