create schema archives;
grant usage on schema archives to pendopo_serve;

create table archives.dossier (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  year integer not null,
  sequence integer not null,
  classification text not null,
  title text not null check (char_length(title) between 3 and 300),
  -- The highest of what is in it.
  secrecy text not null default 'B' check (secrecy in ('B', 'T', 'R', 'SR')),
  state text not null default 'open' check (state in ('open', 'closed', 'inactive', 'destroyed', 'handed-over')),
  -- The position that keeps it, whoever holds that.
  holder_post_id uuid references organisation.position,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  room text,
  shelf text,
  box text,
  -- The version of the retention schedule it is judged by; empty when the schedule does not know its code.
  retention_id uuid,
  retention_code text,
  retention_basis text,
  active_years integer check (active_years >= 0),
  inactive_years integer check (inactive_years >= 0),
  final text check (final in ('musnah', 'permanen', 'dinilai-kembali')),
  -- What an assessment made of one that is to be judged again.
  decided text check (decided in ('musnah', 'permanen')),
  -- Retention runs from the year after it was closed.
  inactive_on date generated always as (make_date(extract(year from closed_on)::integer + 1 + active_years, 1, 1)) stored,
  due_on date generated always as (make_date(extract(year from closed_on)::integer + 1 + active_years + inactive_years, 1, 1)) stored,
  -- The proposal it stands on; as long as it does, nothing about it changes.
  proposal_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (unit_id, year, sequence),
  check ((state = 'open') = (closed_on is null)),
  check ((final is null) = (active_years is null) and (final is null) = (inactive_years is null))
);
call platform.protect('archives.dossier');
create index on archives.dossier (government_id, year desc, sequence desc, id desc);
create index on archives.dossier (unit_id, classification) where state = 'open';
create index on archives.dossier (government_id, inactive_on) where state = 'closed';
create index on archives.dossier (government_id, due_on) where state in ('closed', 'inactive');
create index on archives.dossier (holder_post_id) where holder_post_id is not null;
create index on archives.dossier (proposal_id) where proposal_id is not null;

-- A letter, or another paper with its files.
create table archives.item (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dossier_id uuid not null references archives.dossier,
  unit_id uuid not null references organisation.unit,
  sequence integer not null,
  letter_id uuid,
  -- Of papers; what a letter is called stays with the letter.
  title text check (char_length(title) between 3 and 300),
  dated_on date,
  maturity text not null check (maturity in ('asli', 'kopi')),
  amount integer not null default 1 check (amount between 1 and 100000),
  secrecy text not null check (secrecy in ('B', 'T', 'R', 'SR')),
  remarks text,
  -- Of papers: [{fileId, name, mediaType, bytes}]
  files jsonb not null default '[]',
  -- All files it rests on, those of the letter as well: none of them can be deleted while it is kept.
  file_ids uuid[] not null default '{}',
  filed_by uuid,
  filed_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid,
  removed_reason text,
  destroyed_at timestamptz,
  -- After destruction: `erased`, or `shared` when another unit still keeps the letter.
  content text not null default 'kept' check (content in ('kept', 'erased', 'shared')),
  unique (dossier_id, sequence),
  check (num_nonnulls(letter_id, title) = 1),
  check ((removed_at is null) = (removed_reason is null)),
  check (content = 'kept' or destroyed_at is not null)
);
call platform.protect('archives.item');
create unique index item_letter_once on archives.item (unit_id, letter_id) where letter_id is not null and removed_at is null;
create index on archives.item (letter_id) where letter_id is not null;
create index on archives.item using gin (file_ids);

-- Letters a unit has done with and has not filed yet.
create table archives.waiting (
  unit_id uuid not null references organisation.unit,
  letter_id uuid not null,
  government_id uuid not null,
  since timestamptz not null default now(),
  primary key (unit_id, letter_id)
);
call platform.protect('archives.waiting');
create index on archives.waiting (unit_id, since desc, letter_id desc);
create index on archives.waiting (letter_id);

-- What happened to a dossier.
create table archives.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dossier_id uuid not null references archives.dossier,
  event text not null,
  at timestamptz not null default now(),
  by uuid,
  remarks text
);
call platform.protect('archives.step');
create index on archives.step (dossier_id, id desc);

create table archives.loan (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  dossier_id uuid not null references archives.dossier,
  borrower uuid not null,
  purpose text not null,
  -- What the borrower could read when asking: one that has become more secret since is not handed out.
  secrecy text not null check (secrecy in ('B', 'T', 'R', 'SR')),
  state text not null default 'requested' check (state in ('requested', 'lent', 'returned', 'refused', 'withdrawn')),
  requested_at timestamptz not null default now(),
  wanted_until date not null,
  decided_by uuid,
  decided_at timestamptz,
  due_on date,
  returned_at timestamptz,
  received_by uuid,
  remarks text,
  reminded_on date,
  check (state not in ('lent', 'returned') or (due_on is not null and decided_by is not null)),
  check ((state = 'returned') = (returned_at is not null))
);
call platform.protect('archives.loan');
create unique index loan_one_at_a_time on archives.loan (dossier_id) where state = 'lent';
create unique index loan_asked_once on archives.loan (dossier_id, borrower) where state = 'requested';
create index on archives.loan (dossier_id, id desc);
create index on archives.loan (borrower, id desc);
create index on archives.loan (government_id, due_on) where state = 'lent';

-- What was decided about a dossier, by two people, with minutes: without it none leaves the active ones.
create table archives.decision (
  dossier_id uuid not null references archives.dossier,
  proposal_id uuid not null,
  government_id uuid not null,
  kind text not null check (kind in ('move', 'destroy', 'hand-over')),
  as_of date not null,
  proposed_by uuid not null,
  assessed_by uuid not null check (assessed_by <> proposed_by),
  decided_by uuid not null check (decided_by <> proposed_by),
  carried_out_by uuid not null,
  minutes text not null,
  at timestamptz not null default now(),
  primary key (dossier_id, proposal_id)
);
call platform.protect('archives.decision');
create index on archives.decision (proposal_id);

-- What is archived is never deleted, only described as destroyed; what was decided about it is part of that description.
revoke delete on archives.dossier, archives.item, archives.step, archives.loan, archives.decision from pendopo_serve;
revoke update on archives.step, archives.decision from pendopo_serve;

-- A dossier leaves the active ones only by a decision, is destroyed only after its retention, and what its
-- retention was counted from stays as it was.
create function archives.guard_dossier() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  decision archives.decision;
  judged text := coalesce(old.decided, old.final);
begin
  if old.state in ('destroyed', 'handed-over') then
    raise exception 'dossier % is %: it does not change any more', old.id, old.state using errcode = 'restrict_violation';
  end if;
  if new.unit_id <> old.unit_id or new.year <> old.year or new.sequence <> old.sequence then
    raise exception 'the number of dossier % stays', old.id using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and new.state in ('inactive', 'destroyed', 'handed-over') then
    select d.* into decision from archives.decision d where d.dossier_id = old.id and d.proposal_id = old.proposal_id
      and d.kind = case new.state when 'inactive' then 'move' when 'destroyed' then 'destroy' else 'hand-over' end;
    if decision.dossier_id is null then
      raise exception 'nothing was decided about dossier %', old.id using errcode = 'restrict_violation';
    end if;
    if (new.state = 'inactive' and (old.inactive_on is null or old.inactive_on > decision.as_of))
      or (new.state <> 'inactive' and (old.due_on is null or old.due_on > decision.as_of))
      or decision.as_of > current_date + 1
      or (new.state = 'destroyed' and judged is distinct from 'musnah' and judged is distinct from 'dinilai-kembali')
      or (new.state = 'handed-over' and judged is distinct from 'permanen') then
      raise exception 'dossier % is still under retention', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  if new.state = old.state and old.state <> 'open' and (new.closed_on <> old.closed_on or (old.final is not null
      and (new.final, new.active_years, new.inactive_years) is distinct from (old.final, old.active_years, old.inactive_years))) then
    raise exception 'the retention of dossier % stays as it was judged', old.id using errcode = 'restrict_violation';
  end if;
  if new.state = 'open' and old.state = 'inactive' then
    raise exception 'dossier % is inactive and is not opened again', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_dossier before update on archives.dossier for each row execute function archives.guard_dossier();

-- Something is put only into an open dossier, and counts as destroyed only with it.
create function archives.guard_item() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  dossier archives.dossier;
begin
  select * into dossier from archives.dossier where id = new.dossier_id;
  if (tg_op = 'INSERT' or new.dossier_id <> old.dossier_id) and (dossier.state <> 'open' or dossier.unit_id <> new.unit_id) then
    raise exception 'dossier % takes nothing', new.dossier_id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if old.destroyed_at is null and new.destroyed_at is not null and dossier.state <> 'destroyed' then
    raise exception 'item % is still under retention', old.id using errcode = 'restrict_violation';
  end if;
  if old.destroyed_at is not null and new.destroyed_at is null then
    raise exception 'item % was destroyed', old.id using errcode = 'restrict_violation';
  end if;
  if old.removed_at is null and new.removed_at is not null and dossier.state <> 'open' then
    raise exception 'dossier % gives nothing', new.dossier_id using errcode = 'restrict_violation';
  end if;
  if not new.file_ids @> old.file_ids or new.letter_id is distinct from old.letter_id then
    raise exception 'what item % rests on stays', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_item before insert or update on archives.item for each row execute function archives.guard_item();

-- Files of what is kept are not deleted, whoever asks.
create function archives.guard_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from archives.item i where i.file_ids @> array[old.id] and i.destroyed_at is null) then
    raise exception 'file % belongs to a dossier under retention', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger guard_archived_file before delete on platform.file for each row execute function archives.guard_file();
