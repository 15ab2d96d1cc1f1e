-- A shared file belongs to what offices show each other before the public sees it: whoever may read such things in its
-- unit opens it by id. Every other file opens through its record alone, under that record's own rules.
alter table platform.file add column shared boolean not null default false;
update platform.file set shared = true where public;
