// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface CodeListsItem {
  code: string;
  government_id: Generated<string | null>;
  label: string;
  parent: string | null;
  position: Generated<number>;
  version_id: string;
}

interface CodeListsList {
  code: string;
  description: Generated<string>;
  government_id: Generated<string | null>;
  id: Generated<string>;
  kind: Generated<string>;
  title: string;
}

interface CodeListsVersion {
  created_at: Generated<Timestamp>;
  created_by: string | null;
  filled_by: string | null;
  government_id: Generated<string | null>;
  id: Generated<string>;
  legal_basis: Generated<string>;
  list_id: string;
  number: number;
  published_at: Timestamp | null;
  published_by: string | null;
  state: Generated<string>;
  valid_from: string | null;
  valid_to: string | null;
  verified: Generated<boolean>;
  version: Generated<number>;
}

export type Tables = {
  "code_lists.item": CodeListsItem;
  "code_lists.list": CodeListsList;
  "code_lists.version": CodeListsVersion;
}
