-- Files of pages not yet published were taken in before files were shared or not.
update platform.file set shared = true where id in (
  select found[1]::uuid from pages.version v, regexp_matches(v.blocks::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') found
);
