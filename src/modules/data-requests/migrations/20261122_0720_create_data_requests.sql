create schema data_requests;
grant usage on schema data_requests to pendopo_serve;

-- Somebody asks an agency for data: another agency, or a citizen.
create table data_requests.request (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  -- What people call it: PD-2026-0012.
  code text not null check (code ~ '^PD-\d{4}-\d{4,}$'),
  asker text not null check (asker in ('unit', 'citizen')),
  -- The asking agency and who wrote it; a citizen is kept apart, in data_requests.citizen.
  unit_id uuid,
  account_id uuid,
  holder_unit_id uuid not null,
  -- Of the catalogue; without one the data are described in words.
  dataset_id uuid,
  subject text not null check (char_length(subject) between 5 and 200),
  -- What the public board calls it; a citizen's own words are shown only after somebody has read them.
  public_title text check (char_length(public_title) <= 200),
  fields text not null check (char_length(fields) <= 2000),
  period text not null check (char_length(period) <= 200),
  purpose text not null check (char_length(purpose) <= 2000),
  legal_basis text check (char_length(legal_basis) <= 500),
  -- How long it is to be kept, and when it is gone again.
  keep_until date,
  degree text not null check (degree in ('metadata', 'query', 'sample', 'full')),
  form text not null check (form in ('online', 'csv', 'xlsx', 'paper')),
  state text not null check (state in ('unconfirmed', 'waiting', 'granted', 'partial', 'aggregate', 'refused', 'contested', 'upheld', 'withdrawn', 'lapsed')),
  -- At whom it waits: 0 the holder, 1 walidata, 2 forum coordinator, 3 sekretaris daerah.
  level smallint not null default 0 check (level between 0 and 3),
  asked_on date not null,
  -- The holder's last day, and that of whoever it waits at now.
  answer_by date,
  due_on date,
  extended boolean not null default false,
  answered_on date,
  -- Working days from asking to answering, as counted that day.
  took smallint,
  ground text,
  explanation text check (char_length(explanation) <= 4000),
  answered_by uuid,
  -- The Berita Acara, once it was begun.
  letter_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (government_id, code),
  check ((asker = 'unit') = (unit_id is not null)),
  check (state = 'unconfirmed' or due_on is not null),
  check (state not in ('refused', 'upheld') or ground is not null)
);
call platform.protect('data_requests.request');
create index on data_requests.request (government_id, due_on) where state in ('waiting', 'contested');
create index on data_requests.request (government_id, holder_unit_id, id desc);
create index on data_requests.request (government_id, unit_id, id desc);
create index on data_requests.request (government_id, asked_on desc, id desc);

-- A citizen who asks: sealed, and gone when they want it.
create table data_requests.citizen (
  request_id uuid primary key references data_requests.request,
  government_id uuid not null,
  -- Name, address and token of their link, sealed with PENDOPO_SECRET.
  sealed bytea not null,
  token_hash bytea not null,
  confirm_hash bytea not null,
  origin text not null,
  language text not null check (language in ('id', 'en')),
  confirmed_at timestamptz,
  mail_ids uuid[] not null default '{}',
  created_at timestamptz not null default now()
);
call platform.protect('data_requests.citizen');
create unique index on data_requests.citizen (token_hash);
create unique index on data_requests.citizen (confirm_hash);

-- What happened to a request; kept for ever.
create table data_requests.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  request_id uuid not null references data_requests.request,
  event text not null,
  level smallint not null,
  -- The day it counts for, which is not always the day it was written down.
  on_day date not null,
  due_on date,
  remark text check (char_length(remark) <= 4000),
  by uuid,
  at timestamptz not null default now()
);
call platform.protect('data_requests.step');
create index on data_requests.step (request_id, id);
revoke update, delete on data_requests.step from pendopo_serve;

-- What was given, to whom, how far and until when.
create table data_requests.access (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  request_id uuid not null references data_requests.request,
  -- The agency whose people may use it; null for the citizen who asked.
  unit_id uuid,
  holder_unit_id uuid not null,
  dataset_id uuid not null,
  degree text not null check (degree in ('metadata', 'query', 'sample', 'full')),
  -- Columns given; null for all of them.
  columns text[],
  from_on date not null,
  until_on date not null,
  given_by uuid,
  revoked_on date,
  revoked_by uuid,
  revoke_reason text check (char_length(revoke_reason) <= 1000),
  created_at timestamptz not null default now(),
  check (until_on >= from_on),
  check ((revoked_on is null) = (revoke_reason is null))
);
call platform.protect('data_requests.access');
create index on data_requests.access (request_id);
create index on data_requests.access (government_id, dataset_id, unit_id);

-- The ledger: who used what, when, and for what; kept for ever.
create table data_requests.use (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  access_id uuid not null references data_requests.access,
  -- Null for the citizen who asked.
  account_id uuid,
  unit_id uuid,
  what text not null check (what in ('look', 'query', 'download')),
  purpose text not null check (char_length(purpose) <= 500),
  -- What exactly: the file taken, or the question asked.
  detail text check (char_length(detail) <= 2000),
  rows bigint,
  at timestamptz not null default now()
);
call platform.protect('data_requests.use');
create index on data_requests.use (access_id, id desc);
revoke update, delete on data_requests.use from pendopo_serve;

-- Days of the clock, grounds of a refusal, and how large a sample is.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, list, code, value::jsonb, basis, false, '2019-06-12'
from (values
  ('data-request-days', 'answer', '{"days": 10}', 'UU 14/2008 pasal 22 ayat (7)'),
  ('data-request-days', 'extension', '{"days": 7}', 'UU 14/2008 pasal 22 ayat (8)'),
  ('data-request-days', 'walidata', '{"days": 3}', 'Kebijakan forum Satu Data daerah'),
  ('data-request-days', 'forum', '{"days": 5}', 'Kebijakan forum Satu Data daerah'),
  ('data-request-days', 'sekda', '{"days": 5}', 'Kebijakan forum Satu Data daerah'),
  ('data-sample', 'rows', '{"count": 50}', 'Kebijakan walidata'),
  ('data-grant-months', 'most', '{"months": 12}', 'Kebijakan walidata; UU 27/2022 pasal 42 dan 43'),
  ('data-refusal-ground', 'uu14-17a', '{"name": "Dapat menghambat proses penegakan hukum", "english": "May obstruct law enforcement", "order": 1}', 'UU 14/2008 pasal 17 huruf a'),
  ('data-refusal-ground', 'uu14-17b', '{"name": "Dapat mengganggu kekayaan intelektual atau persaingan usaha yang sehat", "english": "May harm intellectual property or fair competition", "order": 2}', 'UU 14/2008 pasal 17 huruf b'),
  ('data-refusal-ground', 'uu14-17c', '{"name": "Dapat membahayakan pertahanan dan keamanan negara", "english": "May endanger national defence and security", "order": 3}', 'UU 14/2008 pasal 17 huruf c'),
  ('data-refusal-ground', 'uu14-17d', '{"name": "Dapat mengungkapkan kekayaan alam Indonesia", "english": "May reveal Indonesia’s natural wealth", "order": 4}', 'UU 14/2008 pasal 17 huruf d'),
  ('data-refusal-ground', 'uu14-17e', '{"name": "Dapat merugikan ketahanan ekonomi nasional", "english": "May harm national economic resilience", "order": 5}', 'UU 14/2008 pasal 17 huruf e'),
  ('data-refusal-ground', 'uu14-17f', '{"name": "Dapat merugikan kepentingan hubungan luar negeri", "english": "May harm foreign relations", "order": 6}', 'UU 14/2008 pasal 17 huruf f'),
  ('data-refusal-ground', 'uu14-17g', '{"name": "Mengungkapkan akta otentik yang bersifat pribadi atau wasiat", "english": "Reveals a private authentic deed or a will", "order": 7}', 'UU 14/2008 pasal 17 huruf g'),
  ('data-refusal-ground', 'uu14-17h', '{"name": "Mengungkapkan rahasia pribadi", "english": "Reveals personal secrets", "order": 8}', 'UU 14/2008 pasal 17 huruf h'),
  ('data-refusal-ground', 'uu14-17i', '{"name": "Surat antar badan publik yang dirahasiakan menurut sifatnya", "english": "Letters between public bodies that are confidential by nature", "order": 9}', 'UU 14/2008 pasal 17 huruf i'),
  ('data-refusal-ground', 'uu14-17j', '{"name": "Tidak boleh diungkapkan berdasarkan undang-undang", "english": "May not be revealed by law", "order": 10}', 'UU 14/2008 pasal 17 huruf j'),
  ('data-refusal-ground', 'uu27-pribadi', '{"name": "Data pribadi tanpa dasar pemrosesan yang sah", "english": "Personal data without a lawful basis for processing", "order": 11}', 'UU 27/2022 pasal 20'),
  ('data-refusal-ground', 'uu16-21', '{"name": "Kerahasiaan keterangan responden statistik", "english": "Confidentiality of statistical respondents", "order": 12}', 'UU 16/1997 pasal 21'),
  ('data-refusal-ground', 'tidak-dikuasai', '{"name": "Data tidak dikuasai dan tidak diketahui pemegangnya", "english": "Data are not held, and their holder is not known", "order": 13}', 'UU 14/2008 pasal 22 ayat (7) huruf a dan b')
) as given(list, code, value, basis)
on conflict do nothing;
