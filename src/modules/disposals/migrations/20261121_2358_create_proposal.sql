create schema disposals;
grant usage on schema disposals to pendopo_serve;

-- A list of dossiers due to be moved, destroyed or handed over: two people, then minutes.
create table disposals.proposal (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  kind text not null check (kind in ('move', 'destroy', 'hand-over')),
  year integer not null,
  sequence integer not null,
  -- The day retention was counted for.
  as_of date not null,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'assessed', 'approved', 'rejected', 'carried-out', 'cancelled')),
  proposed_by uuid,
  assessed_by uuid,
  decided_by uuid,
  minutes_number text,
  minutes_on date,
  minutes_file_id uuid,
  carried_out_by uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (unit_id, year, sequence),
  check (state not in ('proposed', 'assessed', 'approved', 'carried-out') or proposed_by is not null),
  check (state not in ('assessed', 'approved', 'carried-out') or (assessed_by is not null and assessed_by <> proposed_by)),
  check (state not in ('approved', 'carried-out') or (decided_by is not null and decided_by <> proposed_by)),
  check (state <> 'carried-out' or (minutes_number is not null and minutes_on is not null and minutes_file_id is not null and carried_out_by is not null))
);
call platform.protect('disposals.proposal');
create index on disposals.proposal (government_id, state, id desc);
create index on disposals.proposal (minutes_file_id) where minutes_file_id is not null;

-- Dossiers on it, as they stood when it was drawn up.
create table disposals.entry (
  proposal_id uuid not null references disposals.proposal,
  dossier_id uuid not null,
  government_id uuid not null,
  position integer not null,
  -- {number, code, title, from, to, items, maturity, closedOn, active, inactive, final, basis, inactiveOn, dueOn}
  facts jsonb not null,
  item_ids uuid[] not null,
  verdict text check (verdict in ('agreed', 'retained', 'permanent')),
  primary key (proposal_id, dossier_id)
);
call platform.protect('disposals.entry');

create table disposals.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  proposal_id uuid not null references disposals.proposal,
  event text not null,
  at timestamptz not null default now(),
  by uuid,
  remarks text
);
call platform.protect('disposals.step');
create index on disposals.step (proposal_id, id);

-- What was proposed and decided is part of the description of what is gone.
revoke delete on disposals.proposal, disposals.step from pendopo_serve;
revoke update on disposals.step from pendopo_serve;

-- A proposal says what it said when it was proposed; judging it is the only thing that follows.
create function disposals.guard_entry() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  standing text;
begin
  select state into standing from disposals.proposal where id = coalesce(new.proposal_id, old.proposal_id);
  if standing = 'draft' then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and standing = 'proposed'
    and (new.proposal_id, new.dossier_id, new.position, new.facts, new.item_ids) is not distinct from (old.proposal_id, old.dossier_id, old.position, old.facts, old.item_ids) then
    return new;
  end if;
  raise exception 'proposal % is %: what stands on it stays', coalesce(new.proposal_id, old.proposal_id), standing using errcode = 'restrict_violation';
end $$;
create trigger guard_entry before insert or update or delete on disposals.entry for each row execute function disposals.guard_entry();

create function disposals.guard_minutes() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from disposals.proposal p where p.minutes_file_id = old.id) then
    raise exception 'file % holds minutes', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger guard_minutes before delete on platform.file for each row execute function disposals.guard_minutes();
