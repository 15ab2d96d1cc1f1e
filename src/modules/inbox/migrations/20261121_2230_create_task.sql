create schema inbox;
grant usage on schema inbox to pendopo_serve;

create table inbox.task (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  kind text not null check (kind in ('sign', 'paraf', 'revise', 'send', 'incoming', 'disposition', 'copy', 'approve')),
  matter_kind text not null check (matter_kind in ('letter', 'leave')),
  matter_id uuid not null,
  ref_id uuid,
  -- The desk: exactly one of the three.
  post_id uuid references organisation.position,
  account_id uuid,
  office_id uuid references organisation.unit,
  desk_id uuid not null generated always as (coalesce(post_id, account_id, office_id)) stored,
  -- Whose secretariat sees it too, unless confidential.
  unit_id uuid not null references organisation.unit,
  confidential boolean not null default false,
  title text not null,
  sender text not null,
  number text,
  href text not null,
  -- What a search looks in.
  words text not null generated always as (lower(title || ' ' || sender || coalesce(' ' || number, ''))) stored,
  urgency text not null default 'biasa' check (urgency in ('biasa', 'segera', 'kilat')),
  due_on date,
  at timestamptz not null default now(),
  read_at timestamptz,
  read_by uuid,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  check (num_nonnulls(post_id, account_id, office_id) = 1),
  check ((done_at is null) = (outcome is null))
);
call platform.protect('inbox.task');
create index on inbox.task (desk_id, at desc, id desc) where done_at is null;
create index on inbox.task (desk_id, done_at desc, id desc) where done_at is not null;
create index on inbox.task (matter_kind, matter_id);
