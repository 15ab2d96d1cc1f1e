create schema inbox;
grant usage on schema inbox to pendopo_serve;

-- Months are counted from year nought, in UTC.
create function inbox.month_of(at timestamptz) returns integer language sql immutable parallel safe as $$
  select extract(year from at at time zone 'UTC')::integer * 12 + extract(month from at at time zone 'UTC')::integer
$$;

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
  -- What a search looks in: the words of title, sender and number, and the month it came or was done with.
  words tsvector not null generated always as (to_tsvector('indonesian', regexp_replace(lower(title || ' ' || sender || coalesce(' ' || number, '')), '[^[:alnum:]]+', ' ', 'g'))) stored,
  urgency text not null default 'biasa' check (urgency in ('biasa', 'segera', 'kilat')),
  due_on date,
  at timestamptz not null default now(),
  read_at timestamptz,
  read_by uuid,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  month integer not null generated always as (inbox.month_of(coalesce(done_at, at))) stored,
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
create index task_open_words on inbox.task using gin (government_id, unit_id, month, words) where done_at is null and not confidential;
create index task_done_words on inbox.task using gin (government_id, unit_id, month, words) where done_at is not null and not confidential;

-- Beside row-level security no index is used for `@@`. This function runs as the owner, names the government itself and
-- answers only what no secret is made of: the newest tasks that hold these words, in some units or with null in all of the
-- government. A few units are asked one by one; of many the months are, backwards until there is enough, so that a word
-- that is everywhere costs no more than one that is nowhere.
create function inbox.found(wanted tsquery, units uuid[], finished boolean, of_kind text, enough integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, inbox, public as $$
declare
  gov uuid := platform.current_government();
  one uuid;
  newest integer;
  oldest integer;
  found_now integer;
  missing integer := enough;
begin
  if cardinality(units) <= 8 then
    foreach one in array units loop
      if finished then
        return query select t.id from inbox.task t where t.government_id = gov and t.unit_id = one and not t.confidential and t.done_at is not null and t.words @@ wanted
          and (of_kind is null or t.kind = of_kind) order by t.done_at desc limit enough;
      else
        return query select t.id from inbox.task t where t.government_id = gov and t.unit_id = one and not t.confidential and t.done_at is null and t.words @@ wanted
          and (of_kind is null or t.kind = of_kind) order by t.at desc limit enough;
      end if;
    end loop;
    return;
  end if;
  if finished then
    select inbox.month_of(max(t.done_at)), inbox.month_of(min(t.done_at)) into newest, oldest from inbox.task t where t.government_id = gov and not t.confidential and t.done_at is not null;
  else
    select inbox.month_of(max(t.at)), inbox.month_of(min(t.at)) into newest, oldest from inbox.task t where t.government_id = gov and not t.confidential and t.done_at is null;
  end if;
  while missing > 0 and newest >= oldest loop
    if finished then
      return query select t.id from inbox.task t where t.government_id = gov and t.month = newest and not t.confidential and t.done_at is not null and t.words @@ wanted
        and (units is null or t.unit_id = any (units)) and (of_kind is null or t.kind = of_kind) order by t.done_at desc limit missing;
    else
      return query select t.id from inbox.task t where t.government_id = gov and t.month = newest and not t.confidential and t.done_at is null and t.words @@ wanted
        and (units is null or t.unit_id = any (units)) and (of_kind is null or t.kind = of_kind) order by t.at desc limit missing;
    end if;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    newest := newest - 1;
  end loop;
end $$;
grant execute on function inbox.month_of(timestamptz) to pendopo_serve;
revoke all on function inbox.found(tsquery, uuid[], boolean, text, integer) from public;
grant execute on function inbox.found(tsquery, uuid[], boolean, text, integer) to pendopo_serve;

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
