-- An item becomes a publication or a page.
alter table imports.source_item
  alter column publication_id drop not null,
  add column page_id uuid,
  add check (num_nonnulls(publication_id, page_id) = 1);

alter table imports.run_item
  add column page boolean not null default false,
  -- Title of what a page stands under.
  add column under text,
  add column page_id uuid;
create index on imports.run_item (run_id, page_id) where page_id is not null;

-- Pages no longer wait for anything.
update imports.run_item set action = 'skip', page = true where action = 'wait';
