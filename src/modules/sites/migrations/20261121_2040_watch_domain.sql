-- Since when the record of a verified domain has been missing.
alter table sites.domain add failing_since timestamptz;
