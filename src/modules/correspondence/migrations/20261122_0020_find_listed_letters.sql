-- Lists that come in ask for letters by the numbers they bear; the likeness of those that came on paper is indexed already.
create index on correspondence.letter (government_id, number) where origin = 'made' and number is not null;
