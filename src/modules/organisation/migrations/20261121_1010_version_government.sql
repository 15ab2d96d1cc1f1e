-- Tells a stale form from a fresh one.
alter table organisation.government add version integer not null default 1;
grant update (version) on organisation.government to pendopo_serve;
