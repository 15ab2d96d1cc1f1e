create schema api_keys;
grant usage on schema api_keys to pendopo_serve;

-- A key with which a program acts as the person who made it, within the limits they gave it.
create table api_keys.key (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  name text not null check (char_length(name) between 3 and 80),
  -- What is shown of it afterwards; the key itself is kept as a hash only.
  prefix text not null check (prefix ~ '^pdp_[a-z0-9]{8}$'),
  hash bytea not null unique check (octet_length(hash) = 32),
  permissions text[] not null check (cardinality(permissions) between 1 and 50),
  -- Units it is limited to, each with what is below it; empty for wherever its owner may.
  unit_ids uuid[] not null default '{}',
  -- Whether it was made in a session with a second factor: roles that need one work with such keys only.
  strong boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
call platform.protect('api_keys.key');
create index on api_keys.key (government_id, account_id, id);
