-- Under row-level security PostgreSQL may use an index only for operators it knows to leak nothing, and neither
-- `@@` nor `%` are among them: every search would read the whole government. These two functions run as the
-- owner instead and name the government themselves; nothing else of the tables can be reached through them.
drop index platform.search_entry_government_id_quarter_idx;
create index search_entry_at on platform.search_entry (government_id, at);

-- Up to `enough` matching entries, from the newest quarter backwards. `office` lists the permissions a person holds
-- as [{permission, government, units, owner}]; null finds public entries only.
create function platform.find_entries(
  wanted tsquery, of_kind text, of_sort text, of_unit uuid, of_district text, first_quarter integer, last_quarter integer, office jsonb, enough integer
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
        and (e.permission is null or (office is not null and exists (
          select 1 from jsonb_to_recordset(office) as held(permission text, government boolean, units uuid[], owner uuid)
          where held.permission = e.permission and (held.government or e.unit_id = any (held.units) or e.owner_id = held.owner))))
      limit missing;
    get diagnostics found_now = row_count;
    missing := missing - found_now;
    newest := newest - 1;
  end loop;
end $$;

-- The nearest word that occurs in the government's public texts, or null.
create function platform.nearest_word(typed text) returns text
language sql stable security definer set search_path = pg_catalog, platform, public as $$
  select word from platform.search_word where government_id = platform.current_government() and word % typed
  order by similarity(word, typed) desc, length(word), word limit 1
$$;

revoke all on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, integer) from public;
revoke all on function platform.nearest_word(text) from public;
grant execute on function platform.find_entries(tsquery, text, text, uuid, text, integer, integer, jsonb, integer) to pendopo_serve;
grant execute on function platform.nearest_word(text) to pendopo_serve;
