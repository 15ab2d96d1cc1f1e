create schema leave;
grant usage on schema leave to pendopo_serve;

-- Somebody's wish to be away, and what became of it.
create table leave.request (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null,
  -- Where the person worked when asking: decides whose calendar and whose officers it is for.
  unit_id uuid not null references organisation.unit,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'recommended', 'approved', 'running', 'ended', 'deferred', 'refused', 'cancelled')),
  -- Codes of the reference list `leave-kind`.
  kind text not null,
  ground text,
  -- As asked, then as granted, then as it was in the end; both days included. The steps say what it was before.
  from_on date not null,
  until_on date not null,
  -- Working days charged to each year's quota, `{"2026": 3, "2027": 2}`; empty for kinds without one.
  charges jsonb not null default '{}',
  reason text not null default '' check (char_length(reason) <= 1000),
  -- Which child is born, for maternity leave.
  birth smallint check (birth between 1 and 20),
  address text not null default '' check (char_length(address) <= 300),
  phone text not null default '' check (char_length(phone) <= 40),
  paper_id uuid,
  -- Versions of `leave-kind` and `leave-quota` it was judged by.
  rule_id uuid,
  quota_id uuid,
  -- Positions that advise and decide; empty when the personnel officers do.
  superior_post uuid references organisation.position,
  official_post uuid references organisation.position,
  submitted_at timestamptz,
  decided_at timestamptz,
  -- Of the letter of leave, when there is one.
  letter_number text check (char_length(letter_number) <= 120),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (until_on >= from_on),
  check (state in ('draft', 'cancelled') or submitted_at is not null)
);
call platform.protect('leave.request');
-- Nobody is away twice on one day.
alter table leave.request add constraint request_once_a_day exclude using gist (employee_id with =, daterange(from_on, until_on, '[]') with &&)
  where (state in ('submitted', 'recommended', 'approved', 'running', 'ended'));
create index on leave.request (employee_id, from_on desc, id desc);
create index on leave.request (unit_id, from_on) where state in ('approved', 'running', 'ended');
create index on leave.request (superior_post) where state = 'submitted';
create index on leave.request (official_post) where state = 'recommended';
create index on leave.request (unit_id) where state = 'submitted' and superior_post is null;
create index on leave.request (government_id, id) where state <> 'draft';
create index on leave.request (government_id, until_on) where state in ('approved', 'running');

-- What happened to a request, in order.
create table leave.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  request_id uuid not null references leave.request on delete cascade,
  event text not null check (event in ('submit', 'withdraw', 'advise', 'grant', 'defer', 'refuse', 'begin', 'recall', 'finish', 'cancel')),
  at timestamptz not null default now(),
  -- Empty when it came with time.
  by uuid,
  -- In what capacity, e.g. `Plh. Kepala Dinas Kesehatan`, and under which name and NIP.
  capacity text,
  name text,
  nip text,
  -- What the official form ticks.
  verdict text check (verdict in ('agree', 'change', 'defer', 'refuse')),
  -- The days from then on.
  from_on date not null,
  until_on date not null,
  remarks text check (char_length(remarks) <= 1000)
);
call platform.protect('leave.step');
create index on leave.step (request_id, id);

-- Who does the duties of a leading position meanwhile.
create table leave.handover (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  request_id uuid not null references leave.request on delete cascade,
  post_id uuid not null references organisation.position,
  employee_id uuid not null,
  -- The holding as Plh. that came of it.
  holding_id uuid,
  unique (request_id, post_id)
);
call platform.protect('leave.handover');
create index on leave.handover (employee_id);
