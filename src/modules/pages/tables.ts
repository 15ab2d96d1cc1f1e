// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Json = JsonValue;

type JsonArray = JsonValue[];

type JsonObject = {
  [x: string]: JsonValue | undefined;
};

type JsonPrimitive = boolean | number | string | null;

type JsonValue = JsonArray | JsonObject | JsonPrimitive;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface PagesPage {
  changed_at: Generated<Timestamp>;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  empty: Generated<boolean>;
  government_id: Generated<string>;
  id: Generated<string>;
  in_menu: Generated<boolean>;
  live_version: number | null;
  page_owner: string | null;
  parent_id: string | null;
  position: Generated<number>;
  published_at: Timestamp | null;
  purpose: string | null;
  review_on: string | null;
  slug: string;
  state: Generated<string>;
  title: string;
  unit_id: string;
  visible: Generated<boolean>;
  working_version: Generated<number>;
}

interface PagesRedirect {
  government_id: Generated<string>;
  page_id: string;
  path: string;
  unit_id: string;
}

interface PagesStep {
  at: Generated<Timestamp>;
  by: string | null;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  page_id: string;
  remarks: string | null;
  version: number;
}

interface PagesVersion {
  blocks: Json;
  english: Json | null;
  government_id: Generated<string>;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  number: number;
  page_id: string;
  summary: string;
  title: string;
}

export type Tables = {
  "pages.page": PagesPage;
  "pages.redirect": PagesRedirect;
  "pages.step": PagesStep;
  "pages.version": PagesVersion;
}
