create schema rosters;
grant usage on schema rosters to pendopo_serve;

-- A shift as a unit and those below it work it. Its times never change once it stands on a roster: a new one takes its place.
create table rosters.shift (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- What stands in the cells of a roster; `L` and `-` are days off.
  letter text not null check (letter ~ '^[A-Z0-9]{1,3}$' and letter <> 'L'),
  name text not null check (char_length(name) between 2 and 60),
  starts text not null check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Not after `starts`: on the next day.
  ends text not null check (ends ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes integer not null check (minutes between 30 and 1440),
  -- Whether a cycle fills holidays with it.
  on_holidays boolean not null default true,
  closed boolean not null default false,
  by uuid,
  at timestamptz not null default now()
);
call platform.protect('rosters.shift');
create unique index shift_letter on rosters.shift (unit_id, letter) where not closed;

-- Who of a unit is on duty in a month.
create table rosters.roster (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  -- Its first day.
  month date not null check (extract(day from month) = 1),
  state text not null default 'draft' check (state in ('draft', 'published')),
  -- The cycle it was last filled with, `P-P-S-S-M-M-L-L`.
  cycle text check (char_length(cycle) <= 200),
  published_at timestamptz,
  by uuid,
  at timestamptz not null default now(),
  version integer not null default 1,
  check ((state = 'published') = (published_at is not null)),
  constraint roster_once unique (unit_id, month)
);
call platform.protect('rosters.roster');
create index on rosters.roster (government_id, id) where state = 'published';

-- Who is on a roster, also on days off, and where in the cycle they begin.
create table rosters.member (
  roster_id uuid not null references rosters.roster on delete cascade,
  government_id uuid not null,
  employee_id uuid not null,
  position smallint not null default 0,
  turn smallint not null default 0 check (turn between 0 and 60),
  primary key (roster_id, employee_id)
);
call platform.protect('rosters.member');
create index on rosters.member (employee_id);

-- A shift of somebody on a day, with its times as they were planned.
create table rosters.duty (
  roster_id uuid not null,
  government_id uuid not null,
  employee_id uuid not null,
  day date not null,
  shift_id uuid not null references rosters.shift,
  -- In the government's own time.
  from_at timestamp not null,
  until_at timestamp not null,
  minutes integer not null,
  primary key (employee_id, day),
  foreign key (roster_id, employee_id) references rosters.member on delete cascade,
  check (until_at > from_at and from_at::date = day),
  -- Nobody is on duty twice at once, on whatever rosters.
  constraint duty_once exclude using gist (employee_id with =, tsrange(from_at, until_at) with &&)
);
call platform.protect('rosters.duty');
create index on rosters.duty (roster_id, day);
create index on rosters.duty (shift_id);

-- What was changed after a roster was published.
create table rosters.change (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  roster_id uuid not null references rosters.roster on delete cascade,
  employee_id uuid not null,
  day date not null,
  -- Letters; empty for a day off.
  was text not null,
  becomes text not null,
  reason text not null check (char_length(reason) between 3 and 200),
  by uuid,
  at timestamptz not null default now()
);
call platform.protect('rosters.change');
create index on rosters.change (roster_id, id desc);
