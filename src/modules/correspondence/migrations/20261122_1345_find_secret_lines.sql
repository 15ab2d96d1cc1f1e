-- Few letters are secret, so the agenda of secret ones alone is walked along an index of its own instead of the whole book.
alter table correspondence.receipt add column secret boolean not null default false;
update correspondence.receipt r set secret = true from correspondence.letter l where l.id = r.letter_id and l.secrecy in ('R', 'SR');
create index on correspondence.receipt (unit_id, at desc, letter_id desc) where secret;

create function correspondence.mark_secret() returns trigger language plpgsql set search_path = pg_catalog, correspondence as $$
begin
  select l.secrecy in ('R', 'SR') into new.secret from correspondence.letter l where l.id = new.letter_id;
  new.secret := coalesce(new.secret, false);
  return new;
end $$;
create trigger mark_secret before insert on correspondence.receipt for each row execute function correspondence.mark_secret();

create function correspondence.follow_secrecy() returns trigger language plpgsql set search_path = pg_catalog, correspondence as $$
begin
  update correspondence.receipt set secret = new.secrecy in ('R', 'SR') where letter_id = new.id;
  return null;
end $$;
create trigger follow_secrecy after update of secrecy on correspondence.letter for each row when (old.secrecy <> new.secrecy) execute function correspondence.follow_secrecy();
