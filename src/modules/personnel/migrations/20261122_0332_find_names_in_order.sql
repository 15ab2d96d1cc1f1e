-- The first of a name: what is asked for besides is known here as well, so that a name one in eight has is sorted and cut
-- off before anything is read of the files. Each search is planned anew. Without `enough` all are found.
drop function personnel.named(text);
create function personnel.named(
  part text, within uuid[] default null, own uuid default null, units uuid[] default null, of_kind text default null, of_grade text default null, of_status text default null,
  after uuid default null, enough integer default null
) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, personnel, public as $$
declare
  fits text := 'e.government_id = $1 and e.sort_name like $2';
begin
  if within is not null then fits := fits || ' and (e.unit_id = any ($3) or e.account_id = $4)'; end if;
  if units is not null then fits := fits || ' and e.unit_id = any ($5)'; end if;
  if of_kind is not null then fits := fits || ' and e.kind = $6'; end if;
  if of_grade is not null then fits := fits || ' and e.grade = $7'; end if;
  if of_status is not null then fits := fits || ' and e.status = $8'; end if;
  if after is not null then fits := fits || ' and (e.sort_name, e.id) > ((select a.sort_name from personnel.employee a where a.id = $9 and a.government_id = $1), $9)'; end if;
  -- Not by the column itself: PostgreSQL would walk the list from its beginning, expecting to meet the name soon, and it may
  -- begin with S.
  return query execute 'select e.id from personnel.employee e where ' || fits || ' order by e.sort_name || $11, e.id limit $10'
    using platform.current_government(), '%' || part || '%', within, own, units, of_kind, of_grade, of_status, after, enough, '';
end $$;
revoke all on function personnel.named(text, uuid[], uuid, uuid[], text, text, text, uuid, integer) from public;
grant execute on function personnel.named(text, uuid[], uuid, uuid[], text, text, text, uuid, integer) to pendopo_serve;
