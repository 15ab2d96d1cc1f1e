-- Counting the last month by unit reads the index alone.
drop index publications.publication_government_id_published_at_id_idx;
create index publication_newest on publications.publication (government_id, published_at desc, id desc) include (unit_id) where visible;
