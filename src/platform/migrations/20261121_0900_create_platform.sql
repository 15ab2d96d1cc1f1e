create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists ltree;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

grant usage on schema platform to pendopo_serve;

-- The government the connection speaks for, or null: then no protected row is visible.
create function platform.current_government() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.government', true), '')::uuid $$;

-- Makes a table one of a government's: row-level security, default, grants. Every module's migration calls it.
create procedure platform.protect(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s alter column government_id set default platform.current_government()', target);
  -- The sub-select is planned once per query, so the index on government_id is used.
  execute format('create policy government on %s using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()))', target);
  execute format('grant select, insert, update, delete on %s to pendopo_serve', target);
end $$;

-- Ids of all governments, for recurring work that visits one after the other. The foundation that keeps
-- governments adds them here, because the platform itself knows no business.
create table platform.government_id (id uuid primary key, position integer not null default 0);
grant select on platform.government_id to pendopo_serve;
create function platform.all_governments() returns setof uuid language sql stable as $$ select id from platform.government_id order by position, id $$;

-- ── audit ────────────────────────────────────────────────────────────────────
create table platform.audit_head (
  government_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);
alter table platform.audit_head enable row level security;
create policy government on platform.audit_head using (government_id = (select platform.current_government()));
grant select on platform.audit_head to pendopo_serve;

create table platform.audit_entry (
  government_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  -- What is hashed: one JSON text, kept letter for letter.
  entry text not null,
  previous_hash bytea not null,
  hash bytea not null,
  account_id uuid generated always as (((entry::jsonb) ->> 'account')::uuid) stored,
  action text generated always as ((entry::jsonb) ->> 'action') stored,
  record_kind text generated always as ((entry::jsonb) ->> 'kind') stored,
  record_id text generated always as ((entry::jsonb) ->> 'id') stored,
  primary key (government_id, sequence, at)
) partition by range (at);
create index on platform.audit_entry (government_id, record_kind, record_id, at desc);
create index on platform.audit_entry (government_id, account_id, at desc);
alter table platform.audit_entry enable row level security;
create policy government on platform.audit_entry using (government_id = (select platform.current_government()));
grant select on platform.audit_entry to pendopo_serve;

create function platform.ensure_audit_partition(month date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  name text := 'audit_entry_' || to_char(month, 'YYYYMM');
  first date := date_trunc('month', month)::date;
begin
  if to_regclass('platform.' || name) is null then
    perform pg_advisory_xact_lock(hashtext(name));
    if to_regclass('platform.' || name) is null then
      execute format('create table platform.%I partition of platform.audit_entry for values from (%L) to (%L)', name, first, (first + interval '1 month')::date);
      execute format('alter table platform.%I enable row level security', name);
      execute format('create policy government on platform.%I using (government_id = (select platform.current_government()))', name);
    end if;
  end if;
end $$;

-- The only way to write: the serving role may call this and cannot touch the tables. The head row is locked
-- until the transaction ends, so entries of one government form one chain without gaps.
create function platform.append_audit(entry text) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gov uuid := platform.current_government();
  head platform.audit_head;
  moment timestamptz := clock_timestamp();
  body text;
  digest bytea;
begin
  if gov is null then raise exception 'an audit entry needs a government'; end if;
  insert into platform.audit_head (government_id, sequence, hash) values (gov, 0, '\x'::bytea) on conflict do nothing;
  select * into head from platform.audit_head where government_id = gov for update;
  perform platform.ensure_audit_partition(moment::date);
  body := jsonb_set(entry::jsonb, '{at}', to_jsonb(moment))::text;
  digest := sha256(head.hash || convert_to(body, 'UTF8'));
  insert into platform.audit_entry (government_id, sequence, at, entry, previous_hash, hash)
  values (gov, head.sequence + 1, moment, body, head.hash, digest);
  update platform.audit_head set sequence = head.sequence + 1, hash = digest where government_id = gov;
  return head.sequence + 1;
end $$;
revoke all on function platform.append_audit(text) from public;
revoke all on function platform.ensure_audit_partition(date) from public;
grant execute on function platform.append_audit(text) to pendopo_serve;

-- ── events ───────────────────────────────────────────────────────────────────
create table platform.outbox (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  name text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  relayed_at timestamptz
);
call platform.protect('platform.outbox');
create index on platform.outbox (id) where relayed_at is null;

-- Which subscriber has handled which event: makes delivery idempotent.
create table platform.delivery (
  government_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  at timestamptz not null default now(),
  primary key (event_id, subscriber)
);
call platform.protect('platform.delivery');

-- ── files ────────────────────────────────────────────────────────────────────
create table platform.file (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  -- Pictures: size in pixels and the widths kept beside the original.
  width integer, height integer, widths integer[] not null default '{}',
  -- A pending file belongs to a form not yet accepted; a job removes it after a day.
  state text not null default 'pending' check (state in ('pending', 'kept')),
  public boolean not null default false
);
call platform.protect('platform.file');
create index on platform.file (created_at) where state = 'pending';

-- ── mail and notifications ───────────────────────────────────────────────────
create table platform.mail (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  headers jsonb not null default '{}',
  sent_at timestamptz,
  error text
);
call platform.protect('platform.mail');
create index on platform.mail (government_id, id desc);

create table platform.notification (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  at timestamptz not null default now(),
  text text not null,
  text_values jsonb not null default '{}',
  href text not null,
  read_at timestamptz
);
call platform.protect('platform.notification');
create index on platform.notification (account_id, id desc);
create index on platform.notification (account_id) where read_at is null;

-- ── reference data ───────────────────────────────────────────────────────────
-- Values set by law or decree, in versions. A null government is the national one; a government may have its own.
create table platform.reference (
  id uuid primary key default uuidv7(),
  government_id uuid,
  list text not null,
  code text not null,
  value jsonb not null,
  legal_basis text not null,
  verified boolean not null default false,
  valid_from date not null,
  valid_to date,
  unique nulls not distinct (government_id, list, code, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
alter table platform.reference enable row level security;
create policy readable on platform.reference for select using (government_id is null or government_id = (select platform.current_government()));
create policy own on platform.reference using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()));
grant select, insert, update, delete on platform.reference to pendopo_serve;
create index on platform.reference (list, code, valid_from desc);

-- ── throttling ───────────────────────────────────────────────────────────────
create table platform.attempt (
  government_id uuid not null,
  -- What is being limited, e.g. `subscribe:<ip>`; never a readable personal datum, a keyed hash.
  key bytea not null,
  at timestamptz not null default now()
);
call platform.protect('platform.attempt');
create index on platform.attempt (key, at desc);
create index on platform.attempt (at);
