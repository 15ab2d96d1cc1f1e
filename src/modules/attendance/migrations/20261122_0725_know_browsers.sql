-- Which keys of accounts live in one browser: everybody who signs in on a phone has a key of their own there. A digest of
-- what the browser calls itself, under a secret of the installation.
create table attendance.device (
  device_id uuid primary key,
  government_id uuid not null,
  browser bytea not null,
  seen_on date not null default current_date
);
call platform.protect('attendance.device');
create index on attendance.device (government_id, browser);

-- Browsers an officer vouches for as tablets of the office: that several people check in there says nothing.
create table attendance.office_device (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  browser bytea not null,
  name text not null check (char_length(name) between 1 and 100),
  unit_id uuid not null references organisation.unit,
  reason text not null check (char_length(reason) between 5 and 500),
  marked_by uuid not null,
  marked_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
call platform.protect('attendance.office_device');
create unique index on attendance.office_device (government_id, browser) where ended_at is null;
