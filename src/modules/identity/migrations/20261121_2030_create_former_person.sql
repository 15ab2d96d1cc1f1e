-- People who came with a unit from another installation: histories show their names, and they cannot sign in.
create table identity.former_person (
  government_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  unit_id uuid not null references organisation.unit,
  primary key (government_id, id)
);
call platform.protect('identity.former_person');
create index on identity.former_person (unit_id);
