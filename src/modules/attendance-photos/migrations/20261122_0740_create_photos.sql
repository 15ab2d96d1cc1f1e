create schema attendance_photos;
grant usage on schema attendance_photos to pendopo_serve;

-- A photo somebody chose to add to a check-in their superior will look at. Sealed, and gone once that is decided.
create table attendance_photos.photo (
  check_in_id uuid primary key,
  government_id uuid not null,
  employee_id uuid not null,
  picture bytea not null,
  added_at timestamptz not null default now()
);
call platform.protect('attendance_photos.photo');

-- Off until a government switches it on with a legal basis of its own.
insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
values (null, 'attendance-selfie', 'rule', '{"offered": false, "days": 14}', 'UU 27/2022 ps. 20 (dasar pemrosesan), ps. 16 (dibatasi, dihapus setelah tujuannya tercapai); ditawarkan hanya bila ditetapkan daerah', false, '2024-10-17');
