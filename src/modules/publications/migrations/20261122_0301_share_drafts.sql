-- Files of drafts were taken in before files were shared or not.
update platform.file set shared = true where id in (
  select found[1]::uuid from publications.version v,
    regexp_matches(concat_ws(' ', v.cover, v.gallery, v.attachments), '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') found
);
