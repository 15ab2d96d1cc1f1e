-- Beside row-level security an index is used only by operators that are known to leak nothing; `lower` is not one of
-- them, so what lists go on from is a column of its own.
alter table personnel.employee add column sort_name text generated always as (lower(name)) stored;
drop index personnel.employee_by_name, personnel.employee_by_unit, personnel.employee_names;
create index employee_by_name on personnel.employee (government_id, sort_name, id);
create index employee_by_unit on personnel.employee (unit_id, sort_name, id);
create index employee_names on personnel.employee using gin (government_id, sort_name gin_trgm_ops);

create or replace function personnel.named(part text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, personnel, public as $$
  select id from personnel.employee where government_id = platform.current_government() and sort_name like '%' || part || '%'
$$;
