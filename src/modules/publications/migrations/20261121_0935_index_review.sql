-- Pages to review, earliest first, for whoever looks after many.
create index on publications.publication (government_id, review_on, id) where visible and review_on is not null;
