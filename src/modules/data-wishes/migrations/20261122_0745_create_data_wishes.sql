create schema data_wishes;
grant usage on schema data_wishes to pendopo_serve;

-- Data citizens would like to see published.
create table data_wishes.wish (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  title text not null check (char_length(title) between 5 and 200),
  reason text not null check (char_length(reason) <= 1000),
  -- The agency that probably has it.
  unit_id uuid,
  state text not null default 'unread' check (state in ('unread', 'open', 'planned', 'available', 'declined', 'hidden')),
  answer text check (char_length(answer) <= 2000),
  dataset_id uuid,
  answered_on date,
  answered_by uuid,
  votes integer not null default 0,
  created_at timestamptz not null default now(),
  check (state in ('unread', 'open', 'hidden') or answer is not null)
);
call platform.protect('data_wishes.wish');
create index on data_wishes.wish (government_id, state, votes desc);

-- One voice per device, known by a keyed hash only.
create table data_wishes.vote (
  wish_id uuid not null references data_wishes.wish on delete cascade,
  government_id uuid not null,
  voter_hash bytea not null,
  at timestamptz not null default now(),
  primary key (wish_id, voter_hash)
);
call platform.protect('data_wishes.vote');
