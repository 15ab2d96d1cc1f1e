create schema drafting;
grant usage on schema drafting to pendopo_serve;

create table drafting.draft (
  letter_id uuid primary key,
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  drafter_id uuid not null,
  -- The position it was drafted in, if any: parafs begin above it.
  post_id uuid references organisation.position,
  -- The current one.
  version integer not null default 1,
  -- While it is returned: the version that was sent back, and the paraf that did; without a paraf it was the signer.
  returned_version integer,
  returned_paraf uuid,
  created_at timestamptz not null default now()
);
call platform.protect('drafting.draft');
create index on drafting.draft (unit_id);

-- All that was ever written, one row per change.
create table drafting.version (
  letter_id uuid not null references drafting.draft on delete cascade,
  number integer not null,
  government_id uuid not null,
  content jsonb not null,
  made_by uuid,
  -- The position the person acted for, when somebody else than the drafter changed it.
  post_id uuid references organisation.position,
  made_at timestamptz not null default now(),
  -- The version it was brought back from.
  brought_back integer,
  primary key (letter_id, number)
);
call platform.protect('drafting.version');

-- Who gives paraf, in order; one row per step of the round that is under way.
create table drafting.paraf (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  letter_id uuid not null references drafting.draft on delete cascade,
  position integer not null,
  post_id uuid not null references organisation.position,
  kind text not null check (kind in ('hierarchy', 'coordination')),
  -- The one who put it in on the way.
  added_by uuid,
  -- The version that was read, and the one the paraf holds for by now.
  version integer,
  holds integer,
  by uuid,
  as_kind text check (as_kind in ('definitif', 'plt', 'plh')),
  name text,
  at timestamptz,
  unique (letter_id, position) deferrable initially deferred,
  check (num_nonnulls(version, holds, at) in (0, 3)),
  check (holds >= version)
);
call platform.protect('drafting.paraf');

-- Beginnings a unit wrote for itself; those of the country are the reference list `letter-template`.
create table drafting.template (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null,
  name text not null check (char_length(name) between 3 and 120),
  subject text not null default '',
  body text not null,
  -- By the code of the part.
  parts jsonb not null default '{}',
  changed_by uuid,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  unique (unit_id, kind, name)
);
call platform.protect('drafting.template');
