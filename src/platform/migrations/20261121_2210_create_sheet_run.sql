-- One spreadsheet on its way in: what it holds, what was chosen, what would become of its rows.
create table platform.sheet_run (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- Which import, `personnel.employees`.
  code text not null,
  unit_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  -- Renewed while a job is at work, so that one that was lost is noticed.
  touched_at timestamptz not null default now(),
  -- The upload itself is gone after a day, like every file no record keeps.
  file_id uuid not null,
  file_name text not null,
  media_type text not null,
  state text not null default 'reading' check (state in ('reading', 'mapping', 'checking', 'ready', 'applying', 'done', 'failed')),
  reading jsonb not null default '{"sheets": [], "hidden": 0}',
  choices jsonb not null default '{}',
  -- Where the person who pressed the button may act; a job has no session.
  reach jsonb not null,
  progress jsonb,
  counts jsonb not null default '{}',
  doubts jsonb not null default '[]',
  sample jsonb not null default '[]',
  failure jsonb,
  finished_at timestamptz
);
call platform.protect('platform.sheet_run');
create index on platform.sheet_run (government_id, code, id desc);
create index on platform.sheet_run (created_at);

-- Rows that cannot be brought in, as they stand in the file, with every reason.
create table platform.sheet_bad_row (
  government_id uuid not null,
  run_id uuid not null references platform.sheet_run on delete cascade,
  line integer not null,
  cells jsonb not null,
  reasons jsonb not null,
  primary key (run_id, line)
);
call platform.protect('platform.sheet_bad_row');

-- How a unit's files are usually laid out: fields by heading, and what texts stand for.
create table platform.sheet_mapping (
  government_id uuid not null,
  code text not null,
  unit_id uuid not null,
  columns jsonb not null default '{}',
  matches jsonb not null default '{}',
  primary key (government_id, code, unit_id)
);
call platform.protect('platform.sheet_mapping');

-- Many entries in one go: the head is read and written once, so that ten thousand cost no more than ten thousand times one.
create function platform.append_audits(entries text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gov uuid := platform.current_government();
  head platform.audit_head;
  moment timestamptz := clock_timestamp();
  entry text;
  body text;
  digest bytea;
begin
  if gov is null then raise exception 'an audit entry needs a government'; end if;
  insert into platform.audit_head (government_id, sequence, hash) values (gov, 0, '\x'::bytea) on conflict do nothing;
  select * into head from platform.audit_head where government_id = gov for update;
  perform platform.ensure_audit_partition(moment::date);
  foreach entry in array entries loop
    body := jsonb_set(entry::jsonb, '{at}', to_jsonb(moment))::text;
    digest := sha256(head.hash || convert_to(body, 'UTF8'));
    head.sequence := head.sequence + 1;
    insert into platform.audit_entry (government_id, sequence, at, entry, previous_hash, hash)
    values (gov, head.sequence, moment, body, head.hash, digest);
    head.hash := digest;
  end loop;
  update platform.audit_head set sequence = head.sequence, hash = head.hash where government_id = gov;
end $$;
revoke all on function platform.append_audits(text[]) from public;
grant execute on function platform.append_audits(text[]) to pendopo_serve;
