-- Check-ins in which something unusual showed: few of them, looked for by unit and month.
create index scan_shown on attendance.scan (unit_id, at) where trace is not null and trace -> 'shown' <> '[]'::jsonb;
