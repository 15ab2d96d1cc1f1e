create schema reconciliation_deliveries;
grant usage on schema reconciliation_deliveries to pendopo_serve;

-- A file on its way into a source.
create table reconciliation_deliveries.delivery (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  source_id uuid not null,
  state text not null default 'reading' check (state in ('reading', 'mapping', 'checking', 'ready', 'taking', 'taken', 'failed', 'dropped')),
  file_id uuid not null,
  file_name text not null,
  media_type text not null,
  as_of date not null,
  reading jsonb,
  choices jsonb not null default '{}',
  progress jsonb,
  counts jsonb,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  finished_at timestamptz
);
call platform.protect('reconciliation_deliveries.delivery');
create index on reconciliation_deliveries.delivery (source_id, id);
