-- People somebody calls together again and again, picked by hand.
create table roll_calls.list (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  account_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  made_at timestamptz not null default now(),
  constraint list_once unique (account_id, name)
);
call platform.protect('roll_calls.list');

create table roll_calls.list_member (
  list_id uuid not null references roll_calls.list on delete cascade,
  employee_id uuid not null,
  government_id uuid not null,
  primary key (list_id, employee_id)
);
call platform.protect('roll_calls.list_member');

-- Told by SMS or WhatsApp, because no browser of theirs takes messages.
alter table roll_calls.callee add column texted_at timestamptz;
