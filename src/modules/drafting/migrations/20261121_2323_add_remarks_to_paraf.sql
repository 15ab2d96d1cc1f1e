-- What was said with the paraf, or with its return.
alter table drafting.paraf add column remarks text;
