create schema signatures;
grant usage on schema signatures to pendopo_serve;

-- The test authority of a government: its certificate, and its key sealed with the installation's secret.
create table signatures.authority (
  government_id uuid primary key,
  certificate bytea not null,
  sealed_key bytea not null,
  made_at timestamptz not null default now()
);
call platform.protect('signatures.authority');

-- People's keys of the test authority: only passphrase and secret together open them.
create table signatures.key (
  government_id uuid not null,
  identifier text not null,
  certificate bytea not null,
  salt bytea not null,
  sealed_key bytea not null,
  made_at timestamptz not null default now(),
  primary key (government_id, identifier)
);
call platform.protect('signatures.key');

-- A letter on its way to a signature: it keeps number, date and code from the first attempt on, however often it takes.
create table signatures.attempt (
  letter_id uuid primary key,
  government_id uuid not null,
  number_id uuid not null,
  number text not null,
  on_day date not null,
  code text not null unique,
  account_id uuid not null,
  -- Whoever holds the token is signing now; it is good for as long as a provider may take.
  token uuid,
  taken_at timestamptz,
  -- Why it waits: `unavailable` the provider did not answer, `refused` the passphrase or the certificate.
  waiting text check (waiting in ('unavailable', 'refused')),
  tried integer not null default 0,
  told_at timestamptz
);
call platform.protect('signatures.attempt');
create index on signatures.attempt (government_id, taken_at) where waiting = 'unavailable';

create table signatures.signature (
  letter_id uuid primary key,
  government_id uuid not null,
  code text not null unique,
  file_id uuid not null,
  sha256 bytea not null,
  signed_at timestamptz not null,
  signer text not null,
  account_id uuid not null,
  post_id uuid not null references organisation.position,
  -- {number, on, signer, address, sentence}: what the letter bears, as it was printed.
  signing jsonb not null,
  -- {subject, issuer, serial, validFrom, validTo}
  certificate jsonb not null,
  test boolean not null,
  -- The provider's own number for the file.
  reference text
);
call platform.protect('signatures.signature');
create index on signatures.signature (government_id, signed_at);
create index on signatures.signature (government_id, sha256);
