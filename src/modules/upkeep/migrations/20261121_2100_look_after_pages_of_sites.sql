-- Pages of sites are looked after beside publications. Ids are unique over all kinds, so they remain the key.
alter table upkeep.page rename column publication_id to id;
alter table upkeep.mention rename column publication_id to page_id;
alter table upkeep.page add kind text not null default 'publication' check (kind in ('publication', 'page'));
-- What was known until now were publications; from now on each says what it is.
alter table upkeep.page alter column kind drop default;
