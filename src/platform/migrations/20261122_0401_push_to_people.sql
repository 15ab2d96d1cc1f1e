-- Browsers of people who work here, as their push services address them; sealed, because whoever knows one can write to it.
create table platform.push_address (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  -- Keyed hash of the endpoint: one browser stands here once for an account.
  endpoint bytea not null,
  address bytea not null,
  created_at timestamptz not null default now(),
  unique (account_id, endpoint)
);
call platform.protect('platform.push_address');
