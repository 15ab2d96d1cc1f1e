create schema dispositions;
grant usage on schema dispositions to pendopo_serve;

-- What somebody asks of positions below theirs about a letter. Titles and names are those of that day.
create table dispositions.disposition (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  letter_id uuid not null,
  -- Class of the letter when it was given: lists and counts leave out what is secret.
  secrecy text not null check (secrecy in ('B', 'T', 'R', 'SR')),
  -- The one it was passed on from; who gives is one of its recipients.
  parent_id uuid,
  post_id uuid not null references organisation.position,
  title text not null,
  account_id uuid not null,
  name text not null,
  capacity text not null check (capacity in ('definitif', 'plt', 'plh')),
  -- Whose agenda the letter stands in.
  office_id uuid not null references organisation.unit,
  -- Codes of the reference list `disposition-instruction`.
  instructions text[] not null,
  note text not null default '' check (char_length(note) <= 2000),
  due_on date,
  at timestamptz not null default now(),
  -- The responsible one has done with it, or nobody needs to any more.
  done_at timestamptz,
  check (cardinality(instructions) > 0 or note <> '')
);
call platform.protect('dispositions.disposition');

create table dispositions.recipient (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  disposition_id uuid not null references dispositions.disposition on delete cascade,
  letter_id uuid not null,
  post_id uuid not null references organisation.position,
  unit_id uuid not null references organisation.unit,
  title text not null,
  -- Who was in charge when it was given; null when nobody was.
  name text,
  responsible boolean not null default false,
  state text not null default 'unread' check (state in ('unread', 'read', 'passed-on', 'reported', 'answered', 'recalled', 'closed')),
  read_at timestamptz,
  read_by uuid,
  done_at timestamptz,
  done_by uuid,
  recall_reason text check (char_length(recall_reason) between 1 and 500),
  -- Day on which those in charge were last reminded.
  reminded_on date,
  unique (disposition_id, post_id),
  check (state <> 'unread' or read_at is null),
  check ((state in ('reported', 'answered', 'recalled', 'closed')) = (done_at is not null)),
  check ((state = 'recalled') = (recall_reason is not null)),
  check (state <> 'recalled' or read_at is null)
);
call platform.protect('dispositions.recipient');
alter table dispositions.disposition add foreign key (parent_id, post_id) references dispositions.recipient (disposition_id, post_id);
create unique index recipient_responsible on dispositions.recipient (disposition_id) where responsible and state <> 'recalled';
create index on dispositions.disposition (letter_id, id);
create index on dispositions.disposition (parent_id) where parent_id is not null;
create index on dispositions.disposition (post_id, id desc);
create index on dispositions.disposition (office_id, id desc);
create index on dispositions.disposition (government_id, due_on) where done_at is null and due_on is not null;
create index on dispositions.recipient (letter_id);
create index on dispositions.recipient (post_id, id desc);

-- What a recipient reported, and what the giver said to it.
create table dispositions.report (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  recipient_id uuid not null references dispositions.recipient on delete cascade,
  text text not null check (char_length(text) <= 5000),
  -- [{fileId, name, mediaType, bytes}]
  files jsonb not null default '[]',
  at timestamptz not null default now(),
  by uuid not null,
  verdict text check (verdict in ('accepted', 'returned')),
  verdict_at timestamptz,
  verdict_by uuid,
  remarks text check (char_length(remarks) <= 1000),
  check (num_nulls(verdict, verdict_at, verdict_by) in (0, 3)),
  check (verdict is distinct from 'returned' or remarks is not null)
);
call platform.protect('dispositions.report');
create index on dispositions.report (recipient_id, id);

-- Instruction words. `order` is that of the form; `noting` asks for nothing but to know; `units` (slugs) keeps a word to
-- those units and what is below them.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
select null, 'disposition-instruction', code, jsonb_build_object('name', name, 'english', english, 'order', n) || case when noting then '{"noting": true}'::jsonb else '{}' end,
  'Permendagri 1/2023 (tata naskah dinas di lingkungan pemerintah daerah); kebiasaan lembar disposisi', false, '2023-01-01'
from unnest(
  array['tindak-lanjuti', 'untuk-diketahui', 'hadiri', 'wakili', 'telaah', 'koordinasikan', 'siapkan-jawaban', 'siapkan-bahan', 'selesaikan', 'bicarakan', 'pantau', 'ingatkan', 'edarkan', 'arsipkan'],
  array['Tindak lanjuti', 'Untuk diketahui', 'Hadiri', 'Wakili', 'Pelajari dan telaah', 'Koordinasikan', 'Siapkan jawaban', 'Siapkan bahan', 'Selesaikan sesuai ketentuan', 'Bicarakan dengan saya', 'Pantau perkembangannya', 'Ingatkan saya', 'Edarkan', 'Arsipkan'],
  array['Act on it', 'For your information', 'Attend', 'Attend in my place', 'Study and advise', 'Coordinate', 'Prepare an answer', 'Prepare material', 'Settle it as the rules say', 'Talk to me about it', 'Watch how it goes', 'Remind me', 'Pass it round', 'File it'],
  array[false, true, false, false, false, false, false, false, false, false, false, false, false, true]
) with ordinality as w (code, name, english, noting, n);
