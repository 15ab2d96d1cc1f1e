create schema subscriptions;
grant usage on schema subscriptions to pendopo_serve;

-- Where a reader is told: a mailbox, or a browser that takes web push. Removed with everything below when it stops.
create table subscriptions.subscriber (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  channel text not null check (channel in ('mail', 'push')),
  -- Keyed hash of the address, to find it again without reading it.
  address_hash bytea not null,
  -- {address, token}, encrypted; the token stands in the links of every letter.
  sealed bytea not null,
  token_hash bytea not null unique,
  language text not null check (language in ('id', 'en')),
  -- Where the portal was when they subscribed, e.g. https://tegalkab.go.id: letters lead back there.
  origin text not null,
  -- Permanent refusals in a row within a month, and the latest.
  failures integer not null default 0,
  failed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (government_id, channel, address_hash)
);
call platform.protect('subscriptions.subscriber');

-- What a reader wants. Each null means "any"; all null means everything.
create table subscriptions.subscription (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  subscriber_id uuid not null references subscriptions.subscriber on delete cascade,
  unit_id uuid references organisation.unit,
  kind text,
  district_code text,
  tag text,
  frequency text not null check (frequency in ('at-once', 'daily')),
  confirm_hash bytea unique,
  confirmed_at timestamptz,
  -- Letters that ask for confirmation, in platform.mail.
  mail_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  unique nulls not distinct (subscriber_id, unit_id, kind, district_code, tag)
);
call platform.protect('subscriptions.subscription');
create index on subscriptions.subscription (government_id, subscriber_id) where confirmed_at is not null;
create index on subscriptions.subscription (government_id, created_at) where confirmed_at is null;
create index on subscriptions.subscription (unit_id);

-- Each publication reaches each reader once. Removed after a month.
create table subscriptions.delivery (
  subscriber_id uuid not null references subscriptions.subscriber on delete cascade,
  publication_id uuid not null,
  government_id uuid not null,
  frequency text not null check (frequency in ('at-once', 'daily')),
  at timestamptz not null default now(),
  -- Null: waits for the digest, or for the push service.
  handed_at timestamptz,
  mail_id uuid,
  primary key (subscriber_id, publication_id)
);
call platform.protect('subscriptions.delivery');
create index on subscriptions.delivery (government_id, subscriber_id) where handed_at is null and frequency = 'daily';
create index on subscriptions.delivery (mail_id) where mail_id is not null;
create index on subscriptions.delivery (government_id, at);

-- Days whose digest has been started.
create table subscriptions.digest (
  government_id uuid not null,
  day date not null,
  primary key (government_id, day)
);
call platform.protect('subscriptions.digest');

-- How many readers each unit had at the end of a month (a null unit: readers in all). Holds nobody's data.
create table subscriptions.tally (
  government_id uuid not null,
  month date not null,
  unit_id uuid references organisation.unit,
  subscribers integer not null,
  unique nulls not distinct (government_id, month, unit_id)
);
call platform.protect('subscriptions.tally');
create index on subscriptions.tally (unit_id);
