-- Stems of words too common to search for; filled at start from a published list.
create table platform.stop_word (lexeme text primary key);
grant select on platform.stop_word to pendopo_serve;

create function platform.stop_lexemes() returns text[] language sql stable parallel safe
as $$ select coalesce(array_agg(lexeme), '{}') from platform.stop_word $$;

create function platform.search_vector(title text, summary text, body text) returns tsvector language sql stable parallel safe
as $$ select ts_delete(
  setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', summary), 'B') || setweight(to_tsvector('indonesian', left(body, 50000)), 'C'),
  platform.stop_lexemes()) $$;

create table platform.search_entry (
  government_id uuid not null,
  -- What it is (`publication`, `channel`, …) and which one.
  kind text not null,
  id uuid not null,
  -- Sort within the kind, e.g. `pengumuman`.
  sort text,
  title text not null,
  summary text not null,
  href text not null,
  unit_id uuid,
  owner_id uuid,
  district_code text,
  at timestamptz not null,
  -- Null: public. Otherwise the permission that lets officers find it, within its reach.
  permission text,
  words tsvector not null,
  -- Quarter of the year: searches walk from the newest quarter backwards and stop when they have enough, so
  -- their cost does not grow with the years.
  quarter integer not null generated always as ((extract(year from at at time zone 'UTC')::integer * 4 + extract(quarter from at at time zone 'UTC')::integer)) stored,
  primary key (government_id, kind, id)
);
call platform.protect('platform.search_entry');
create index search_entry_words on platform.search_entry using gin (government_id, quarter, words) with (fastupdate = off);
create index on platform.search_entry (government_id, quarter);

-- Words that occur, for mending typing errors.
create table platform.search_word (
  government_id uuid not null,
  word text not null,
  primary key (government_id, word)
);
call platform.protect('platform.search_word');
create index on platform.search_word using gin (word gin_trgm_ops);
