-- Entries that only some may find: each carries locks, and whoever holds one of the keys finds it. What a lock means is
-- known to the module that writes it.
alter table platform.search_entry add column locks text[];

-- Locked entries have an index of their own that knows the locks as well: somebody who may see five letters among a
-- million finds them without reading the others.
drop index platform.search_entry_words;
create index search_entry_words on platform.search_entry using gin (government_id, quarter, words) with (fastupdate = off) where locks is null;
create index search_entry_locked on platform.search_entry using gin (government_id, quarter, words, locks) with (fastupdate = off) where locks is not null;

drop function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, integer);

-- Up to `enough` matching entries of each sort, from the newest quarter backwards: those without locks as before, and
-- those that one of `keys` opens. `only_locked` leaves out the former.
create function platform.find_entries(
  wanted tsquery, of_kind text, of_sort text, of_unit uuid, of_district text, first_quarter integer, last_quarter integer, office jsonb, keys text[], only_locked boolean, enough integer
) returns setof platform.search_entry
language plpgsql stable security definer set search_path = pg_catalog, platform set plan_cache_mode = force_generic_plan as $$
declare
  gov uuid := platform.current_government();
  newest integer;
  oldest integer;
  at_quarter integer;
  found_now integer;
  missing integer;
begin
  if gov is null then return; end if;
  select extract(year from min(at) at time zone 'UTC')::integer * 4 + extract(quarter from min(at) at time zone 'UTC')::integer,
         extract(year from max(at) at time zone 'UTC')::integer * 4 + extract(quarter from max(at) at time zone 'UTC')::integer
    into oldest, newest from platform.search_entry where government_id = gov;
  newest := least(newest, coalesce(last_quarter, newest));
  oldest := greatest(oldest, coalesce(first_quarter, oldest));

  missing := case when only_locked then 0 else enough end;
  at_quarter := newest;
  while missing > 0 and at_quarter >= oldest loop
    return query
      select e.* from platform.search_entry e
      where e.government_id = gov and e.quarter = at_quarter and e.words @@ wanted and e.locks is null
        and (of_kind is null or e.kind = of_kind) and (of_sort is null or e.sort = of_sort)
        and (of_unit is null or e.unit_id = of_unit) and (of_district is null or e.district_code = of_district)
        and (e.permission is null or (office is not null and exists (
          select 1 from jsonb_to_recordset(office) as held(permission text, government boolean, units uuid[], owner uuid)
          where held.permission = e.permission and (held.government or e.unit_id = any (held.units) or e.owner_id = held.owner))))
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    at_quarter := at_quarter - 1;
  end loop;

  missing := case when cardinality(keys) > 0 then enough else 0 end;
  at_quarter := newest;
  while missing > 0 and at_quarter >= oldest loop
    return query
      select e.* from platform.search_entry e
      where e.government_id = gov and e.quarter = at_quarter and e.words @@ wanted and e.locks is not null and e.locks && keys
        and (of_kind is null or e.kind = of_kind) and (of_sort is null or e.sort = of_sort)
        and (of_unit is null or e.unit_id = of_unit) and (of_district is null or e.district_code = of_district)
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    at_quarter := at_quarter - 1;
  end loop;
end $$;

revoke all on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, text[], boolean, integer) from public;
grant execute on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, text[], boolean, integer) to pendopo_serve;
