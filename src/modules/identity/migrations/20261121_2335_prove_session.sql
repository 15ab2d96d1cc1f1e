-- When this session last gave the second factor, at sign-in or when it was asked for again before a grave act.
alter table identity.session add column proven_at timestamptz;

-- Minutes for which that counts.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'security', 'confirmation-minutes', '10', 'Peraturan BSSN 4/2021', false, '2021-05-24');
