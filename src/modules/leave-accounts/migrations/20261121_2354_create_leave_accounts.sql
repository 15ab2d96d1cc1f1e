create schema leave_accounts;
grant usage on schema leave_accounts to pendopo_serve;

-- What an officer writes about somebody's annual leave: days left of a year before Pendopo, days used on paper, days deferred in writing.
create table leave_accounts.adjustment (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  employee_id uuid not null,
  year smallint not null check (year between 2000 and 2200),
  kind text not null check (kind in ('left', 'used', 'deferred')),
  days smallint not null check (days between 0 and 60),
  -- Number of the letter, or why.
  basis text not null default '' check (char_length(basis) <= 300),
  -- The request that was deferred, when it follows from one.
  request_id uuid,
  by uuid,
  at timestamptz not null default now()
);
call platform.protect('leave_accounts.adjustment');
create index on leave_accounts.adjustment (employee_id, year);
create index on leave_accounts.adjustment (government_id, id);
-- One rest of a year: writing it again replaces it.
create unique index adjustment_left on leave_accounts.adjustment (employee_id, year) where kind = 'left';

-- Annual leave in working days: each year's own, how many of what is left are carried to the next year, and how many there may be
-- in all; more where leave was deferred in writing or not used at all for `idleYears`; `years` of service before. `joint`: whether cuti bersama is taken from it.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values
  (null, 'leave-quota', 'pns', '{"days": 12, "carry": 6, "most": 18, "mostDeferred": 24, "idleYears": 2, "years": 1, "joint": false}', 'PP 11/2017 Pasal 312–315 jo. PP 17/2020; Peraturan BKN 24/2017 jo. 7/2021', false, '2017-12-22'),
  (null, 'leave-quota', 'pppk', '{"days": 12, "carry": 0, "most": 12, "mostDeferred": 24, "idleYears": 0, "years": 1, "joint": false}', 'PP 49/2018; Peraturan BKN 7/2022', false, '2022-04-14'),
  (null, 'leave-quota', 'honorer', '{"days": 12, "carry": 0, "most": 12, "mostDeferred": 12, "idleYears": 0, "years": 1, "joint": true}', 'Kebijakan pemerintah daerah; perlu ditetapkan', false, '2017-12-22');
