create schema organisation;
grant usage on schema organisation to pendopo_serve;

-- Shared: a request must find its government before it can speak for one.
create table organisation.government (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  level text not null check (level in ('province', 'regency', 'city')),
  region_code text not null unique,
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  pattern text not null,
  zone text not null,
  vocabulary jsonb not null default '{}',
  address text, email text, phone text,
  crest_file_id uuid,
  parent_id uuid references organisation.government,
  position integer not null default 0,
  created_at timestamptz not null default now()
);
grant select on organisation.government to pendopo_serve;
grant update (name, accent, pattern, vocabulary, address, email, phone, crest_file_id) on organisation.government to pendopo_serve;
alter table organisation.government enable row level security;
create policy readable on organisation.government for select using (true);
create policy own on organisation.government for update using (id = (select platform.current_government()));

create function organisation.register_government() returns trigger language plpgsql as $$
begin
  insert into platform.government_id (id, position) values (new.id, new.position) on conflict do nothing;
  return null;
end $$;
create trigger register_government after insert on organisation.government for each row execute function organisation.register_government();

create table organisation.government_host (
  host text primary key check (host = lower(host)),
  government_id uuid not null references organisation.government on delete cascade
);
grant select on organisation.government_host to pendopo_serve;
alter table organisation.government_host enable row level security;
create policy readable on organisation.government_host for select using (true);

create table organisation.unit (
  id uuid primary key default uuidv7(),
  government_id uuid not null references organisation.government,
  parent_id uuid references organisation.unit,
  path ltree not null,
  slug text not null check (slug ~ '^[a-z0-9-]{2,80}$'),
  name text not null,
  short_name text not null,
  kind text not null,
  region_code text,
  npsn text check (npsn ~ '^[0-9]{8}$'),
  address text, phone text, email text,
  channel boolean not null default true,
  active boolean not null default true,
  position integer not null default 0,
  version integer not null default 1,
  unique (government_id, slug)
);
call platform.protect('organisation.unit');
create index on organisation.unit using gist (path);
create unique index on organisation.unit (government_id, region_code) where region_code is not null;
create index on organisation.unit (parent_id);

-- The path follows the parent; moving a unit moves all below it.
create function organisation.place_unit() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then
    new.path := new.id::text::ltree;
  else
    select path || new.id::text into new.path from organisation.unit where id = new.parent_id;
    if new.path is null then raise exception 'parent unit % not found', new.parent_id; end if;
    if new.path ~ ('*.' || new.id::text || '.*{1}')::lquery or (subpath(new.path, 0, -1) ~ ('*.' || new.id::text || '.*')::lquery) then
      raise exception 'a unit cannot be moved below itself' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger place_unit before insert or update of parent_id on organisation.unit for each row execute function organisation.place_unit();

create function organisation.move_below() returns trigger language plpgsql as $$
begin
  update organisation.unit set path = new.path || subpath(path, nlevel(old.path)) where path <@ old.path and id <> new.id and government_id = new.government_id;
  return null;
end $$;
create trigger move_below after update of parent_id on organisation.unit for each row when (old.path is distinct from new.path) execute function organisation.move_below();

create table organisation.position (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  title text not null,
  -- Lower is higher: 1 head of the government, 10 secretary, 20 head of agency …
  rank integer not null default 100,
  active boolean not null default true
);
call platform.protect('organisation.position');
create index on organisation.position (unit_id, rank);

-- Who holds a position on which days; Plt. and Plh. stand in for the holder.
create table organisation.holding (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  position_id uuid not null references organisation.position,
  person_name text not null,
  nip text check (nip ~ '^[0-9]{18}$'),
  account_id uuid,
  kind text not null default 'definitif' check (kind in ('definitif', 'plt', 'plh')),
  days daterange not null,
  -- One definitive holder at a time.
  exclude using gist (position_id with =, days with &&) where (kind = 'definitif')
);
call platform.protect('organisation.holding');
create index on organisation.holding (position_id);
create index on organisation.holding (account_id);
