-- How many letters of the last months bear a number, and how many of them were written in by hand.
create index number_given on numbering.number (government_id, dated) include (series_id, unit_id, state) where state in ('used', 'booked');
