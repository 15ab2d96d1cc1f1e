-- Which grants of the modules' templates a government has been given once. A new release adds what is new, and
-- never brings back what an administrator took out of a role.
create table identity.seeded_grant (
  government_id uuid not null,
  code text not null,
  permission text not null,
  primary key (government_id, code, permission)
);
call platform.protect('identity.seeded_grant');
insert into identity.seeded_grant (government_id, code, permission)
select r.government_id, r.code, g.permission from identity.role r join identity.role_grant g on g.role_id = r.id;
