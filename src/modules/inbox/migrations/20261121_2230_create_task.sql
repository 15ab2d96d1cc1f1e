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
  words tsvector not null generated always as (to_tsvector('indonesian', regexp_replace(lower(title || ' ' || sender || coalesce(' ' || number, '')), '[^[:alnum:]]+', ' ', 'g'))) stored,
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
-- At a desk.
create index on inbox.task (desk_id, at desc, id desc) where done_at is null;
create index on inbox.task (desk_id, done_at desc, id desc) where done_at is not null;
-- In a secretariat, by unit: what lists and counters need is in the index itself.
create index on inbox.task (unit_id, at desc, id desc) include (government_id, kind, read_at) where done_at is null and not confidential;
create index on inbox.task (unit_id, (coalesce(due_on, 'infinity'::date)), id) include (government_id, kind, read_at, due_on) where done_at is null and not confidential;
create index on inbox.task (unit_id, done_at desc, id desc) include (government_id, kind) where done_at is not null and not confidential;
-- In one that reaches all of a government.
create index on inbox.task (government_id, at desc, id desc) where done_at is null and not confidential;
create index on inbox.task (government_id, (coalesce(due_on, 'infinity'::date)), id) where done_at is null and not confidential;
create index on inbox.task (government_id, kind, read_at) where done_at is null and not confidential;
create index on inbox.task (government_id, done_at desc, id desc) where done_at is not null and not confidential;
create index on inbox.task (matter_kind, matter_id);
create index task_open_words on inbox.task using gin (unit_id, words) where done_at is null and not confidential;
create index task_done_words on inbox.task using gin (unit_id, words) where done_at is not null and not confidential;

-- Beside row-level security no index is used for `@@`. This function runs as the owner, names the government itself and
-- answers only what no secret is made of: the next tasks after `after` that hold these words, in some units or with null in
-- all of the government. It is planned anew each time: a word that is everywhere is found by walking from the newest, a
-- rare one by its index.
create function inbox.found(
  wanted tsquery, units uuid[], finished boolean, of_kind text, unread boolean, of_urgency text, due_from date, due_to date, sort text, after uuid, enough integer
) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, inbox, public as $$
declare
  gov uuid := platform.current_government();
  key text := case when sort = 'tenggat' then $c$coalesce(t.due_on, 'infinity'::date)$c$ when finished then 't.done_at' else 't.at' end;
  way text := case when sort = 'baru' then 'desc' else 'asc' end;
  fits text := format('t.government_id = $1 and not t.confidential and t.done_at is %s and t.words @@ $2', case when finished then 'not null' else 'null' end);
begin
  if of_kind is not null then fits := fits || ' and t.kind = $4'; end if;
  if unread then fits := fits || ' and t.read_at is null'; end if;
  if of_urgency is not null then fits := fits || ' and t.urgency = $5'; end if;
  if due_from is not null then fits := fits || ' and t.due_on >= $6'; end if;
  if due_to is not null then fits := fits || ' and t.due_on <= $7'; end if;
  if after is not null then fits := fits || format(' and (%s, t.id) %s ((select %s from inbox.task t where t.id = $8 and t.government_id = $1), $8)', key, case when way = 'desc' then '<' else '>' end, key); end if;
  if units is null then
    return query execute format('select t.id from inbox.task t where %s order by %s %s, t.id %s limit $9', fits, key, way, way)
      using gov, wanted, units, of_kind, of_urgency, due_from, due_to, after, enough;
  else
    return query execute format('select t.id from unnest($3) as u (id) cross join lateral (select t.id, %s as at from inbox.task t where t.unit_id = u.id and %s order by %s %s, t.id %s limit $9) t order by t.at %s, t.id %s limit $9', key, fits, key, way, way, way, way)
      using gov, wanted, units, of_kind, of_urgency, due_from, due_to, after, enough;
  end if;
end $$;
revoke all on function inbox.found(tsquery, uuid[], boolean, text, boolean, text, date, date, text, uuid, integer) from public;
grant execute on function inbox.found(tsquery, uuid[], boolean, text, boolean, text, date, date, text, uuid, integer) to pendopo_serve;

-- Who passed on what waited for a person, to whom and why.
create table inbox.handover (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- The unit the person worked in.
  unit_id uuid not null references organisation.unit,
  from_account_id uuid not null,
  to_post_id uuid references organisation.position,
  to_account_id uuid,
  task_ids uuid[] not null check (cardinality(task_ids) > 0),
  reason text not null,
  by uuid not null,
  at timestamptz not null default now(),
  check (num_nonnulls(to_post_id, to_account_id) = 1)
);
call platform.protect('inbox.handover');
create index on inbox.handover (from_account_id, at desc);
create index on inbox.handover (to_account_id, at desc);
create index on inbox.handover (unit_id, at desc);
