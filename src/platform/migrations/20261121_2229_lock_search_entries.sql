-- Entries that only some may find: each carries locks, and whoever holds one of the keys finds it. What a lock means is
-- known to the module that writes it.
alter table platform.search_entry add column locks text[];

drop function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, integer);

-- As before; `keys` are those the person holds, empty for visitors.
create function platform.find_entries(
  wanted tsquery, of_kind text, of_sort text, of_unit uuid, of_district text, first_quarter integer, last_quarter integer, office jsonb, keys text[], enough integer
) returns setof platform.search_entry
language plpgsql stable security definer set search_path = pg_catalog, platform set plan_cache_mode = force_generic_plan as $$
declare
  gov uuid := platform.current_government();
  newest integer;
  oldest integer;
  found_now integer;
  missing integer := enough;
begin
  if gov is null then return; end if;
  select extract(year from min(at) at time zone 'UTC')::integer * 4 + extract(quarter from min(at) at time zone 'UTC')::integer,
         extract(year from max(at) at time zone 'UTC')::integer * 4 + extract(quarter from max(at) at time zone 'UTC')::integer
    into oldest, newest from platform.search_entry where government_id = gov;
  newest := least(newest, coalesce(last_quarter, newest));
  oldest := greatest(oldest, coalesce(first_quarter, oldest));
  while missing > 0 and newest >= oldest loop
    return query
      select e.* from platform.search_entry e
      where e.government_id = gov and e.quarter = newest and e.words @@ wanted
        and (of_kind is null or e.kind = of_kind) and (of_sort is null or e.sort = of_sort)
        and (of_unit is null or e.unit_id = of_unit) and (of_district is null or e.district_code = of_district)
        and (e.locks is null or e.locks && keys)
        and (e.permission is null or (office is not null and exists (
          select 1 from jsonb_to_recordset(office) as held(permission text, government boolean, units uuid[], owner uuid)
          where held.permission = e.permission and (held.government or e.unit_id = any (held.units) or e.owner_id = held.owner))))
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    newest := newest - 1;
  end loop;
end $$;

revoke all on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, text[], integer) from public;
grant execute on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, text[], integer) to pendopo_serve;
