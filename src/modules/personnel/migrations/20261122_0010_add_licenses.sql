-- Soonest end of the licences and certificates somebody has, as their newest records say.
alter table personnel.employee add column license_until date;
create index on personnel.employee (government_id, license_until) where status = 'active';

insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'service-term', 'license', '{"months": 0, "notice": 6}', 'UU 17/2023 tentang Kesehatan; peraturan masing-masing profesi', false, '2023-08-08')
on conflict do nothing;
