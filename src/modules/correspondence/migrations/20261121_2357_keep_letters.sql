-- A letter that was numbered, signed or received is a record: it is never deleted, filed or not. What was destroyed after
-- its retention loses its files and keeps its description. Drafts without a number are nobody's record yet.
create function correspondence.guard_letter() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'letter % is a record and is kept', old.id using errcode = 'restrict_violation';
end $$;
create trigger guard_letter before delete on correspondence.letter for each row
  when (not (old.origin = 'made' and old.number is null and old.state in ('draft', 'returned', 'circulating', 'approved', 'cancelled'))) execute function correspondence.guard_letter();

-- Neither are the files a letter rests on.
create function correspondence.guard_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from correspondence.letter l where l.file_id = old.id)
    or exists (select from correspondence.letter l where l.attachments @> jsonb_build_array(jsonb_build_object('fileId', old.id))) then
    raise exception 'file % belongs to a letter', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger guard_letter_file before delete on platform.file for each row execute function correspondence.guard_file();
create index on correspondence.letter (file_id) where file_id is not null;
create index letter_attached_files on correspondence.letter using gin (attachments jsonb_path_ops) where attachments <> '[]';
