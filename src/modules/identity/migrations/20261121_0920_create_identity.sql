create schema identity;
grant usage on schema identity to pendopo_serve;

-- A person who can sign in. better-auth calls it `user`.
create table identity.account (
  id uuid primary key default uuidv7(),
  government_id uuid not null references organisation.government,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  -- Null until an invited person chooses one.
  username text check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$' and username !~ '^[0-9]{18}$'),
  nip text check (nip ~ '^[0-9]{18}$'),
  unit_id uuid not null references organisation.unit,
  title text,
  language text not null default 'id' check (language in ('id', 'en')),
  two_factor_enabled boolean not null default false,
  state text not null default 'active' check (state in ('invited', 'active', 'inactive')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, government_id)
);
call platform.protect('identity.account');
create unique index on identity.account (government_id, email);
create unique index on identity.account (government_id, username);
create unique index on identity.account (government_id, nip);
create index on identity.account (unit_id);
create index on identity.account (government_id, lower(name), id);
create index on identity.account using gin (name gin_trgm_ops);

-- A way to prove who one is: today the password. better-auth calls it `account`.
create table identity.credential (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null references identity.account on delete cascade,
  subject text not null,
  provider text not null,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (account_id, provider)
);
call platform.protect('identity.credential');

create table identity.session (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null references identity.account on delete cascade,
  token text not null unique,
  -- The absolute end; the idle end follows from seen_at.
  expires_at timestamptz not null,
  seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  strong boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call platform.protect('identity.session');
create index on identity.session (account_id);
create index on identity.session (expires_at);

-- Short-lived proofs: password links, second-factor steps, passkey challenges. Identifiers are stored hashed.
create table identity.verification (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call platform.protect('identity.verification');
create index on identity.verification (identifier);
create index on identity.verification (expires_at);

create table identity.two_factor (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null unique references identity.account on delete cascade,
  -- Both encrypted by better-auth with the installation's secret.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
call platform.protect('identity.two_factor');

create table identity.passkey (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null references identity.account on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
call platform.protect('identity.passkey');
create index on identity.passkey (account_id);

-- A browser in which this account has signed in before: strangers' guessing does not lock it out.
create table identity.known_device (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null references identity.account on delete cascade,
  last_at timestamptz not null default now()
);
call platform.protect('identity.known_device');
create index on identity.known_device (account_id);

create table identity.role (
  id uuid primary key default uuidv7(),
  government_id uuid not null references organisation.government,
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 2 and 100),
  -- Holders confirm with a second factor in production.
  strong boolean not null default false,
  version integer not null default 1,
  unique (government_id, code),
  unique (id, government_id)
);
call platform.protect('identity.role');

create table identity.role_grant (
  government_id uuid not null,
  role_id uuid not null,
  permission text not null check (permission ~ '^[a-z0-9-]+\.[a-z0-9-]+$'),
  reach text not null check (reach in ('own', 'unit', 'unit-and-below', 'government', 'governments-below')),
  primary key (role_id, permission),
  foreign key (role_id, government_id) references identity.role (id, government_id) on delete cascade
);
call platform.protect('identity.role_grant');
create index on identity.role_grant (permission);

-- A role held in a unit on certain days; an open end means until it is taken back.
create table identity.assignment (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  unit_id uuid not null references organisation.unit,
  days daterange not null check (not isempty(days)),
  granted_by uuid references identity.account on delete set null,
  granted_at timestamptz not null default now(),
  -- Nothing joins a person of one government with a role of another.
  foreign key (account_id, government_id) references identity.account (id, government_id) on delete cascade,
  foreign key (role_id, government_id) references identity.role (id, government_id) on delete cascade,
  exclude using gist (account_id with =, role_id with =, unit_id with =, days with &&)
);
call platform.protect('identity.assignment');
create index on identity.assignment (role_id);
create index on identity.assignment (unit_id);

create table identity.invitation (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null unique references identity.account on delete cascade,
  -- SHA-256 of the token in the link: who reads the table cannot use it.
  token_hash bytea not null,
  invited_by uuid references identity.account on delete set null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
call platform.protect('identity.invitation');
create index on identity.invitation (token_hash);
