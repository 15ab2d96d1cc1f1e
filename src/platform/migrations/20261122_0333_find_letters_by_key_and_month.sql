-- What a lock is found by: the lock in its month, and in its year. One look into the index answers for the key of a person
-- and a time together, where key, quarter and government were three lists of which each holds a large part of the whole.
create function platform.dated(government_id uuid, month integer, locks text[]) returns bigint[]
language sql immutable parallel safe
as $$ select array_agg(hashtextextended(concat_ws('|', government_id, time, lock), 0)) from unnest(locks) as lock, unnest(array['m' || month, 'y' || month / 12]) as time $$;

create function platform.month_of(at timestamptz) returns integer language sql immutable parallel safe
return (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC'))::integer - 1;

drop index platform.search_entry_locked;
create index search_entry_locked on platform.search_entry using gin (platform.dated(government_id, platform.month_of(at), locks), words) with (fastupdate = off) where locks is not null;

-- As before, but for what has locks from the newest month backwards; a year at once where the months give little, so that
-- a word nobody wrote costs a look for each year and not for each month.
create or replace function platform.find_entries(
  wanted tsquery, of_kind text, of_sort text, of_unit uuid, of_district text, first_quarter integer, last_quarter integer, office jsonb, keys text[], only_locked boolean, enough integer
) returns setof platform.search_entry
language plpgsql stable security definer set search_path = pg_catalog, platform set plan_cache_mode = force_generic_plan as $$
declare
  gov uuid := platform.current_government();
  newest integer;
  oldest integer;
  at_quarter integer;
  at_month integer;
  slots bigint[];
  sparse boolean := false;
  found_now integer;
  missing integer;
begin
  if gov is null then return; end if;
  select platform.month_of(min(at)), platform.month_of(max(at)) into oldest, newest from platform.search_entry where government_id = gov;
  -- A quarter is numbered from year * 4 + 1, a month from year * 12.
  newest := least(newest, (last_quarter - 1) * 3 + 2);
  oldest := greatest(oldest, (first_quarter - 1) * 3);

  missing := case when only_locked then 0 else enough end;
  at_quarter := newest / 3 + 1;
  while missing > 0 and at_quarter > oldest / 3 loop
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
  at_month := newest;
  while missing > 0 and at_month >= oldest loop
    sparse := sparse and at_month % 12 = 11;
    slots := (select array_agg(hashtextextended(concat_ws('|', gov, case when sparse then 'y' || at_month / 12 else 'm' || at_month end, key), 0)) from unnest(keys) as key);
    return query
      select e.* from platform.search_entry e
      where platform.dated(e.government_id, platform.month_of(e.at), e.locks) && slots and e.words @@ wanted and e.locks is not null
        and e.government_id = gov and e.locks && keys
        and (of_kind is null or e.kind = of_kind) and (of_sort is null or e.sort = of_sort)
        and (of_unit is null or e.unit_id = of_unit) and (of_district is null or e.district_code = of_district)
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    at_month := at_month - case when sparse then 12 else 1 end;
    -- Sparse: the year before will not hold half of what is still missing.
    sparse := found_now * case when sparse then 2 else 24 end < missing;
  end loop;
end $$;
