create schema approved_queries;
grant usage on schema approved_queries to pendopo_serve;

-- What a holder lets others ask of a dataset without giving its rows.
create table approved_queries.approval (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dataset_id uuid not null,
  holder_unit_id uuid not null,
  title text not null check (char_length(title) between 5 and 200),
  -- Types Dimension[] and Measure[].
  dimensions jsonb not null,
  measures jsonb not null,
  -- The column that tells people apart where somebody may have several rows.
  subject text,
  audience text not null check (audience in ('granted', 'officers')),
  fewest smallint not null check (fewest >= 2),
  share real not null check (share > 0 and share <= 1),
  state text not null default 'draft' check (state in ('draft', 'approved', 'withdrawn')),
  until_on date not null,
  approved_by uuid,
  approved_on date,
  withdrawn_reason text check (char_length(withdrawn_reason) <= 1000),
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((state = 'draft') = (approved_on is null))
);
call platform.protect('approved_queries.approval');
create index on approved_queries.approval (government_id, dataset_id, state);

-- A period as it was cut the first time it was asked. Everybody's answers are sums of these blocks, for ever: a second way of
-- cutting it, or a corrected table, would let the two be taken from each other.
create table approved_queries.basis (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  approval_id uuid not null references approved_queries.approval,
  dataset_id uuid not null,
  period text not null,
  digest text not null,
  -- Type Block[].
  blocks jsonb not null,
  made_at timestamptz not null default now(),
  unique (dataset_id, period)
);
call platform.protect('approved_queries.basis');
revoke update, delete on approved_queries.basis from pendopo_serve;

-- What was answered; kept for ever.
create table approved_queries.answer (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  code text not null,
  basis_id uuid not null references approved_queries.basis,
  approval_id uuid not null references approved_queries.approval,
  hash text not null,
  -- The bytes that were signed, and the signature over them.
  signed text not null,
  signature text not null,
  rows integer not null,
  purpose text not null check (char_length(purpose) <= 500),
  account_id uuid not null,
  access_id uuid,
  at timestamptz not null default now(),
  unique (government_id, code)
);
call platform.protect('approved_queries.answer');
create index on approved_queries.answer (approval_id, id desc);
revoke update, delete on approved_queries.answer from pendopo_serve;

insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'data-largest-share', 'sum', '{"percent": 80}'::jsonb, 'Kebiasaan pengendalian pengungkapan statistik (aturan dominasi); UU 16/1997 pasal 21', false, '2019-06-12')
on conflict do nothing;
