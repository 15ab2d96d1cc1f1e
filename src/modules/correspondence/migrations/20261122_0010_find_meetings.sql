-- Times of a meeting as instants, so that calendars find what is to come beside row-level security, whose checks may only
-- be passed by comparisons PostgreSQL trusts. They are written with their zone, so the same text is always the same instant.
create function correspondence.meeting_at(meeting jsonb) returns timestamptz language sql immutable parallel safe set search_path = pg_catalog
  return (meeting ->> 'from')::timestamptz;
-- “Until it is finished” is taken as two hours.
create function correspondence.meeting_until(meeting jsonb) returns timestamptz language sql immutable parallel safe set search_path = pg_catalog
  return coalesce((meeting ->> 'to')::timestamptz, (meeting ->> 'from')::timestamptz + interval '2 hours');

alter table correspondence.letter
  add column meeting_at timestamptz generated always as (correspondence.meeting_at(meeting)) stored,
  add column meeting_until timestamptz generated always as (correspondence.meeting_until(meeting)) stored;
create index on correspondence.letter (government_id, meeting_until) where meeting_until is not null;
