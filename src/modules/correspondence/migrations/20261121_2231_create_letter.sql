create schema correspondence;
grant usage on schema correspondence to pendopo_serve;

create table correspondence.letter (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  origin text not null check (origin in ('made', 'paper', 'email', 'list')),
  unit_id uuid not null references organisation.unit,
  kind text not null,
  state text not null check (state in ('draft', 'circulating', 'returned', 'approved', 'numbered', 'signed', 'sent', 'received', 'cancelled')),
  secrecy text not null check (secrecy in ('B', 'T', 'R', 'SR')),
  urgency text not null default 'biasa' check (urgency in ('biasa', 'segera', 'kilat')),
  classification text,
  number text,
  letter_on date,
  subject text not null,
  summary text not null default '',
  sender text not null,
  -- Sender and number as they are compared: letters and digits only.
  likeness text not null generated always as (lower(regexp_replace(coalesce(number, '') || '|' || sender, '[^[:alnum:]|]', '', 'g'))) stored,
  signer_post_id uuid references organisation.position,
  file_id uuid,
  -- [{fileId, name, mediaType, bytes}]
  attachments jsonb not null default '[]',
  -- {from, to, place, link, agenda}
  meeting jsonb,
  reply_by date,
  answers_id uuid references correspondence.letter,
  code text unique,
  -- Opens a limited letter to somebody outside who got it by e-mail.
  link_key text,
  -- Who may see it: see locks.ts. Kept with every change of state, secrecy or parties.
  locks text[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  signed_at timestamptz,
  sent_at timestamptz,
  version integer not null default 1
);
call platform.protect('correspondence.letter');
create index on correspondence.letter (unit_id, created_at desc, id desc);
create index on correspondence.letter (created_by, changed_at desc, id desc) where state in ('draft', 'returned', 'circulating', 'approved', 'numbered');
create index on correspondence.letter (government_id, likeness) where origin <> 'made';
create index on correspondence.letter (answers_id) where answers_id is not null;
create index on correspondence.letter (government_id, signed_at) where signed_at is not null;

-- Desks that have to do with it, and the units they count for.
create table correspondence.party (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  letter_id uuid not null references correspondence.letter on delete cascade,
  unit_id uuid not null references organisation.unit,
  role text not null check (role in ('maker', 'registrar', 'paraf', 'signer', 'to', 'copy', 'disposition', 'archive')),
  post_id uuid references organisation.position,
  account_id uuid,
  at timestamptz not null default now(),
  check (num_nonnulls(post_id, account_id) <= 1),
  unique nulls not distinct (letter_id, unit_id, role, post_id, account_id)
);
call platform.protect('correspondence.party');

create table correspondence.addressee (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  letter_id uuid not null references correspondence.letter on delete cascade,
  position integer not null,
  role text not null check (role in ('to', 'copy')),
  name text not null,
  post_id uuid references organisation.position,
  unit_id uuid references organisation.unit,
  email text,
  address text,
  delivered_at timestamptz,
  failure text,
  unique (letter_id, position)
);
call platform.protect('correspondence.addressee');

-- The agenda of incoming letters: one line per unit that got it.
create table correspondence.receipt (
  letter_id uuid not null references correspondence.letter on delete cascade,
  unit_id uuid not null references organisation.unit,
  government_id uuid not null,
  year integer not null,
  sequence integer not null,
  received_on date not null,
  via text not null check (via in ('paper', 'email', 'office')),
  at timestamptz not null default now(),
  by uuid,
  due_on date,
  closed_at timestamptz,
  outcome text check (outcome in ('answered', 'done', 'noted')),
  primary key (letter_id, unit_id),
  unique (unit_id, year, sequence),
  check ((closed_at is null) = (outcome is null))
);
call platform.protect('correspondence.receipt');
create index on correspondence.receipt (unit_id, at desc, letter_id desc);
create index on correspondence.receipt (government_id, due_on) where closed_at is null and due_on is not null;

create table correspondence.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  letter_id uuid not null references correspondence.letter on delete cascade,
  at timestamptz not null default now(),
  event text not null,
  by uuid,
  post_id uuid,
  remarks text,
  version integer not null
);
call platform.protect('correspondence.step');
create index on correspondence.step (letter_id, id);

-- Words of the letter and of its files, as far as they bear text; kept to renew the search without reading them again.
create table correspondence.reading (
  letter_id uuid primary key references correspondence.letter on delete cascade,
  government_id uuid not null,
  text text not null,
  at timestamptz not null default now()
);
call platform.protect('correspondence.reading');
