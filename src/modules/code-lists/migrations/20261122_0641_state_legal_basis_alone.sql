-- That a list was not compared with its source is said by its own mark.
update code_lists.version set legal_basis = replace(legal_basis, '; dari ingatan', '') where government_id is null;
