create schema code_lists;
grant usage on schema code_lists to pendopo_serve;

-- Code lists. Without a government they are national: everyone reads them, a government adds versions of its own.
create table code_lists.list (
  id uuid primary key default uuidv7(),
  government_id uuid default platform.current_government(),
  code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
  title text not null check (char_length(title) <= 120),
  description text not null default '' check (char_length(description) <= 600),
  kind text not null default 'reference' check (kind in ('reference', 'master')),
  unique nulls not distinct (government_id, code)
);

create table code_lists.version (
  id uuid primary key default uuidv7(),
  government_id uuid default platform.current_government(),
  list_id uuid not null references code_lists.list,
  number integer not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'valid')),
  valid_from date,
  -- The day after the last one.
  valid_to date,
  legal_basis text not null default '' check (char_length(legal_basis) <= 300),
  -- Whether somebody compared it with its source.
  verified boolean not null default false,
  -- Who is filling the draft from a spreadsheet.
  filled_by uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  published_by uuid,
  published_at timestamptz,
  version integer not null default 1,
  unique nulls not distinct (government_id, list_id, number),
  check (state = 'draft' or (valid_from is not null and legal_basis <> '')),
  check (valid_to >= valid_from)
);
create unique index on code_lists.version (government_id, list_id) where state = 'draft';
create index on code_lists.version (government_id, filled_by) where state = 'draft';
create index on code_lists.version (list_id, valid_from);

create table code_lists.item (
  government_id uuid default platform.current_government(),
  version_id uuid not null references code_lists.version on delete cascade,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$'),
  label text not null check (char_length(label) between 1 and 200),
  parent text,
  position integer not null default 0,
  primary key (version_id, code)
);
create index on code_lists.item (version_id, position, code);
create index on code_lists.item (version_id, parent);

do $$
declare target text;
begin
  foreach target in array array['code_lists.list', 'code_lists.version', 'code_lists.item'] loop
    execute format('alter table %s enable row level security', target);
    execute format('create policy readable on %s for select using (government_id is null or government_id = (select platform.current_government()))', target);
    execute format('create policy own on %s using (government_id = (select platform.current_government())) with check (government_id = (select platform.current_government()))', target);
    execute format('grant select, insert, update, delete on %s to pendopo_serve', target);
  end loop;
end $$;
