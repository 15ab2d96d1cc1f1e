-- What the allowance (TPP) of the person's position class was when the month was closed, in whole rupiah.
alter table attendance_recaps.recap add column base_amount bigint check (base_amount >= 0);

-- It stays as it was, like the table a month was cut by.
create or replace function attendance_recaps.guard_recap() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  stated text;
begin
  if tg_op = 'DELETE' then raise exception 'recap % stays', old.id using errcode = 'restrict_violation'; end if;
  select c.state into stated from attendance_recaps.closing c where c.id = new.closing_id and c.month = new.month;
  if tg_op = 'INSERT' then
    if stated is distinct from 'moderation' then raise exception 'closing % takes no recaps', new.closing_id using errcode = 'restrict_violation'; end if;
    return new;
  end if;
  if (new.closing_id, new.employee_id, new.month, new.unit_id, new.cut_reference, new.base_amount) is distinct from (old.closing_id, old.employee_id, old.month, old.unit_id, old.cut_reference, old.base_amount)
    or new.version <> old.version + 1
    or not exists (select from attendance_recaps.change c where c.recap_id = old.id and c.version = new.version and c.at = now()
      and c.cut_before is not distinct from (old.cut ->> 'total')::int and c.cut_after is not distinct from (new.cut ->> 'total')::int) then
    raise exception 'recap % changes only with a recorded act', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
