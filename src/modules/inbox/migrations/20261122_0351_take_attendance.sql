-- Requests about attendance wait at desks as well.
alter table inbox.task drop constraint task_matter_kind_check;
alter table inbox.task add constraint task_matter_kind_check check (matter_kind in ('letter', 'leave', 'attendance'));
