-- What somebody has to do with is found by desk.
create index on correspondence.party (post_id, letter_id) where post_id is not null;
create index on correspondence.party (account_id, letter_id) where account_id is not null;

-- The agenda of a year, and what of it is not done with, newest first.
create index on correspondence.receipt (unit_id, year, at desc, letter_id desc);
create index on correspondence.receipt (unit_id, at desc, letter_id desc) where closed_at is null;
