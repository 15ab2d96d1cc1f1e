-- What a person has not seen for a few minutes also goes by mail, once, unless they chose otherwise.
alter table platform.notification add column mailed_at timestamptz;
create index on platform.notification (government_id, at) where read_at is null and mailed_at is null;

create table platform.notification_choice (
  account_id uuid primary key,
  government_id uuid not null,
  mail boolean not null
);
call platform.protect('platform.notification_choice');
