-- The position that leads a unit: the highest one, when it stands alone there and is no executor's. Several of the same rank
-- lead nobody: they stand beside each other, under whoever leads the unit above.
create or replace function organisation.head_of(unit uuid) returns uuid language sql stable as $$
  select (array_agg(id))[1] from (select id, rank() over (order by rank) as place from organisation.position where unit_id = unit and active and kind <> 'pelaksana') p
  where place = 1 having count(*) = 1
$$;
