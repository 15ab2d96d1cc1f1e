-- A passphrase that its owner's browser sealed under a passkey of theirs. What opens it never leaves the authenticator:
-- salt, iv and ciphertext say nothing to whoever reads them here. It goes with the passkey.
create table signatures.passkey_seal (
  government_id uuid not null,
  passkey_id uuid primary key references identity.passkey on delete cascade,
  account_id uuid not null references identity.account on delete cascade,
  salt text not null,
  iv text not null,
  ciphertext text not null,
  sealed_at timestamptz not null default now()
);
call platform.protect('signatures.passkey_seal');
create index on signatures.passkey_seal (government_id, account_id);
