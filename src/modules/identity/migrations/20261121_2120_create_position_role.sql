-- Roles that come with a position: whoever holds it has them, on the days of the holding. A division publishes through its
-- agency, so a role may count in a unit above that of the position.
create table identity.position_role (
  government_id uuid not null,
  position_id uuid not null references organisation.position on delete cascade,
  role_id uuid not null,
  unit_id uuid not null references organisation.unit,
  primary key (position_id, role_id),
  foreign key (role_id, government_id) references identity.role (id, government_id) on delete cascade
);
call platform.protect('identity.position_role');
create index on identity.position_role (role_id);
create index on identity.position_role (unit_id);
