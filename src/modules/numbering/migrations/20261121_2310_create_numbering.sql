create schema numbering;
grant usage on schema numbering to pendopo_serve;

-- What stands for a unit in its numbers; without a row it is made of the short name.
create table numbering.unit_code (
  unit_id uuid primary key references organisation.unit,
  government_id uuid not null,
  code text not null check (char_length(code) between 1 and 30)
);
call platform.protect('numbering.unit_code');

-- How numbers look and which series they are drawn from; the most specific row counts.
create table numbering.pattern (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- Null for all units, and for all kinds.
  unit_id uuid references organisation.unit,
  kind text,
  pattern text check (char_length(pattern) between 1 and 80),
  draws text not null check (draws in ('unit', 'kind', 'above', 'government')),
  resets text not null default 'year' check (resets in ('year', 'month')),
  version integer not null default 1,
  check (pattern is not null or draws = 'above'),
  check (draws <> 'kind' or kind is not null),
  check (unit_id is not null or draws <> 'above')
);
call platform.protect('numbering.pattern');
create unique index on numbering.pattern (government_id, unit_id, kind) nulls not distinct;

-- A run of numbers: letters that go out, or that come in, of one unit; of one kind, or of all that have none of their own.
create table numbering.series (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  direction text not null check (direction in ('out', 'in')),
  kind text,
  -- Numbers reserved every working day, and the last day for which that was done.
  daily integer not null default 0 check (daily between 0 and 50),
  daily_done date,
  check (direction = 'out' or (kind is null and daily = 0))
);
call platform.protect('numbering.series');
create unique index on numbering.series (unit_id, direction, kind) nulls not distinct;
create index on numbering.series (government_id) where daily > 0;

-- How far a series has come in a year, or in a month (0 where it runs through the year). Whoever changes anything of a
-- series holds this row until the transaction ends; that is why no number is given twice and none is skipped.
create table numbering.counter (
  series_id uuid not null references numbering.series,
  government_id uuid not null,
  year integer not null,
  month integer not null default 0 check (month between 0 and 12),
  last integer not null check (last >= 0),
  -- 1 to here were given in an older book, before this one.
  started integer not null default 0 check (started between 0 and last),
  -- The newest day a number bears.
  latest date,
  primary key (series_id, year, month)
);
call platform.protect('numbering.counter');

-- Every number of a book of letters that go out, whatever became of it.
create table numbering.number (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  series_id uuid not null,
  year integer not null,
  month integer not null default 0,
  sequence integer not null check (sequence > 0),
  state text not null check (state in ('used', 'booked', 'reserved', 'cancelled')),
  -- As printed; a reserved one is printed by the letter that takes it.
  number text check (char_length(number) between 1 and 160),
  -- The unit that made the letter, where several share a series.
  unit_id uuid references organisation.unit,
  kind text,
  classification text,
  secrecy text check (secrecy in ('B', 'T', 'R', 'SR')),
  -- The date of the letter, or the day it was reserved for.
  dated date not null,
  -- Of letters that are secret nothing is kept here.
  title text check (char_length(title) <= 500),
  matter_kind text,
  matter_id uuid,
  -- Why it was reserved or booked.
  reason text check (char_length(reason) <= 300),
  by_id uuid,
  at timestamptz not null default now(),
  cancel_reason text check (char_length(cancel_reason) between 1 and 300),
  cancelled_by uuid,
  cancelled_at timestamptz,
  foreign key (series_id, year, month) references numbering.counter,
  check ((state = 'cancelled') = (cancelled_at is not null and cancel_reason is not null)),
  check (state not in ('used', 'booked') or number is not null),
  check (state <> 'used' or matter_id is not null),
  check (secrecy not in ('R', 'SR') or title is null)
);
call platform.protect('numbering.number');
create unique index on numbering.number (series_id, year, month, sequence);
create unique index number_printed on numbering.number (government_id, year, number) where number is not null;
create unique index on numbering.number (matter_id, matter_kind) where state = 'used';
create index on numbering.number (series_id, year, month, dated desc, sequence) where state = 'reserved';

-- The form of Permendagri 83/2022 until a walidata has compared it with the text; codes are kinds of letters, `umum` is all others.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'letter-number-pattern', 'umum', '{"pattern": "{klasifikasi}/{urut}/{unit}/{tahun}"}', 'Permendagri 83/2022 Pasal 3; Permendagri 1/2023', false, '2022-12-01');
