-- A btree over government and time answers "one person's last two months" by reading everybody's, and is chosen for it while
-- a new month has no statistics. Scans come in the order of time: a summary of it is enough for figures of the whole.
drop index attendance.scan_government_id_at_idx;
create index scan_time on attendance.scan using brin (at) with (pages_per_range = 32);
