-- As before, but as many months are looked at together as are likely to hold what is still missing, and a whole year, also from
-- its middle, where all it holds will be wanted: a look costs the same whether it finds three letters or thirty. Beyond a year how
-- new a letter is weighs next to nothing, so there a year may hold three times what is missing. A last tenth is not looked for.
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
  span integer := 1;
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
  while missing * 10 > enough and at_month >= oldest loop
    slots := (select array_agg(hashtextextended(concat_ws('|', gov, time, key), 0)) from unnest(keys) as key,
      (select 'y' || at_month / 12 as time where sparse union all select 'm' || month from generate_series(at_month - span + 1, at_month) as month where not sparse) as times);
    return query
      select e.* from platform.search_entry e
      where platform.dated(e.government_id, platform.month_of(e.at), e.locks) && slots and e.words @@ wanted and e.locks is not null
        and e.government_id = gov and e.locks && keys and (not sparse or platform.month_of(e.at) <= at_month)
        and (of_kind is null or e.kind = of_kind) and (of_sort is null or e.sort = of_sort)
        and (of_unit is null or e.unit_id = of_unit) and (of_district is null or e.district_code = of_district)
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    at_month := case when sparse then at_month / 12 * 12 - 1 else at_month - span end;
    -- Two months tell how many there are in one; the newest may have only begun.
    if newest - at_month >= 2 then
      sparse := (enough - missing) * 12 < missing * (newest - at_month) * case when newest - at_month >= 12 then 3 else 1 end;
      span := greatest(1, least(6, missing * (newest - at_month) / greatest(enough - missing, 1)));
    end if;
  end loop;
end $$;
