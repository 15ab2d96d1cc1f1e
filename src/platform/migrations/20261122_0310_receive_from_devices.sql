-- ── what was written without a network ───────────────────────────────────────
-- A browser of an account, known by a key that cannot leave it.
create table platform.device (
  id uuid primary key,
  government_id uuid not null,
  account_id uuid not null,
  -- SubjectPublicKeyInfo of its ECDSA P-256 key.
  public_key bytea not null,
  name text not null check (char_length(name) between 1 and 80),
  -- Registered in a session that was confirmed by a second factor.
  strong boolean not null,
  registered_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  revoked_at timestamptz,
  -- The newest link of its chain: the highest sequence that arrived, and the hash of that entry.
  sequence integer not null default 0,
  head bytea
);
call platform.protect('platform.device');
create index on platform.device (account_id);

-- Every entry that arrived from a device, once, with what became of it. Its words are erased after a while.
create table platform.device_entry (
  id uuid primary key,
  government_id uuid not null,
  device_id uuid not null references platform.device on delete cascade,
  account_id uuid not null,
  sequence integer not null check (sequence > 0),
  hash bytea not null,
  path text not null,
  -- As it was signed, and the signature.
  signed text,
  signature bytea not null,
  -- What the device's own clock said, what that comes to, and when it arrived.
  device_at timestamptz not null,
  at timestamptz not null,
  received_at timestamptz not null,
  -- gap, order, fork: the chain; clock: its time is in doubt.
  flags text[] not null default '{}',
  state text not null check (state in ('applied', 'refused', 'held')),
  -- {to, text, values} of what was applied; [{name, message}] of what was refused; the reason of what is held.
  answer jsonb not null,
  -- Uploads of one that was refused wait here for the second try.
  file_ids uuid[] not null default '{}',
  receipt text not null,
  receipt_signature bytea not null,
  -- Who brought it, when it was not the device itself.
  carried_by uuid,
  reviewed_at timestamptz,
  reviewed_by uuid
);
call platform.protect('platform.device_entry');
create index on platform.device_entry (device_id, sequence);
create index on platform.device_entry (account_id, received_at desc);
create index on platform.device_entry (government_id, received_at desc) where reviewed_at is null and (state = 'held' or cardinality(flags) > 0);
create index on platform.device_entry (received_at) where signed is not null;

-- The key that signs receipts of a government; its private half is sealed.
create table platform.receipt_key (
  government_id uuid primary key,
  public_key bytea not null,
  private_key bytea not null
);
call platform.protect('platform.receipt_key');
