create schema calendar;
grant usage on schema calendar to pendopo_serve;

-- The address under which a person's calendar programs ask for their meetings. Of its secret only the digest is kept.
create table calendar.subscription (
  account_id uuid primary key,
  government_id uuid not null,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  -- When a program last asked, to the hour.
  used_at timestamptz
);
call platform.protect('calendar.subscription');
