-- The formation chart: what kind of position it is, and which one stands above it.
alter table organisation.position
  add kind text not null default 'lain' check (kind in ('jpt', 'administrator', 'pengawas', 'pelaksana', 'fungsional', 'lain')),
  add echelon text check (echelon ~ '^(I|II|III|IV|V)\.[ab]$'),
  add grade smallint check (grade between 1 and 17),
  add code text check (length(code) between 1 and 40),
  add superior_id uuid references organisation.position;
create index on organisation.position (superior_id);

-- Whoever walks up the chart must arrive at the top; changes of one government wait for each other, for two at once could close a circle.
create function organisation.place_position() returns trigger language plpgsql as $$
begin
  if new.superior_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtext('organisation.position ' || new.government_id));
  if not exists (select from organisation.position where id = new.superior_id and government_id = new.government_id) then
    raise exception 'superior position % not found', new.superior_id using errcode = 'foreign_key_violation';
  end if;
  if exists (
    with recursive above as (
      select id, superior_id from organisation.position where id = new.superior_id
      union select p.id, p.superior_id from above a join organisation.position p on p.id = a.superior_id)
    select from above where id = new.id
  ) then
    raise exception 'a position cannot stand above itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger place_position before insert or update of superior_id on organisation.position for each row execute function organisation.place_position();

-- The highest position of a unit.
create function organisation.head_of(unit uuid) returns uuid language sql stable as $$
  select id from organisation.position where unit_id = unit and active order by rank, title, id limit 1
$$;

-- The next one up: as it was set, else the head of the unit, and for the head that of the nearest unit above that has one.
create function organisation.superior_of(post uuid) returns uuid language sql stable as $$
  select coalesce(
    p.superior_id,
    nullif(organisation.head_of(p.unit_id), p.id),
    (select h.id from organisation.unit u join organisation.unit a on a.path @> u.path and a.id <> u.id and a.government_id = u.government_id
      cross join lateral (select organisation.head_of(a.id) as id) h
      where u.id = p.unit_id and h.id is not null order by nlevel(a.path) desc limit 1))
  from organisation.position p where p.id = post
$$;

-- What a holding rests on; employees belong to a module above, so nothing is referenced.
alter table organisation.holding
  add employee_id uuid,
  add decree_number text check (length(decree_number) between 1 and 120),
  add decree_on date,
  add decree_file_id uuid,
  add reason text check (length(reason) <= 500);
create index on organisation.holding (employee_id) where employee_id is not null;
-- Nobody has two positions of their own at a time; standing in for others is another matter.
alter table organisation.holding
  add constraint holding_one_for_employee exclude using gist (employee_id with =, days with &&) where (kind = 'definitif' and employee_id is not null),
  add constraint holding_one_for_account exclude using gist (account_id with =, days with &&) where (kind = 'definitif' and account_id is not null);
grant execute on function organisation.head_of(uuid), organisation.superior_of(uuid) to pendopo_serve;
