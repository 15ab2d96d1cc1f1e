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

interface ImportsFeedSource {
  created_at: Generated<Timestamp>;
  created_by: string | null;
  etag: string | null;
  every_minutes: Generated<number>;
  failures: Generated<number>;
  government_id: Generated<string>;
  id: Generated<string>;
  last_modified: string | null;
  last_result: Json | null;
  last_seen_at: Timestamp | null;
  look_at: Generated<Timestamp>;
  publish: Generated<boolean>;
  state: Generated<string>;
  title: Generated<string>;
  unit_id: string;
  url: string;
}

interface ImportsMedia {
  address: string;
  file: Json;
  government_id: Generated<string>;
  key: string;
  unit_id: string;
}

interface ImportsRun {
  choices: Generated<Json>;
  counts: Generated<Json>;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  failure: Json | null;
  file_id: string | null;
  finished_at: Timestamp | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string | null;
  name: string;
  progress: Json | null;
  reading: Generated<Json>;
  source_id: string | null;
  started_at: Timestamp | null;
  state: string;
  unit_id: string;
}

interface ImportsRunItem {
  action: string;
  at: Timestamp | null;
  government_id: Generated<string>;
  kind: string | null;
  looks: Generated<boolean>;
  notes: Generated<Json>;
  page: Generated<boolean>;
  page_id: string | null;
  position: number;
  private: Generated<boolean>;
  publication_id: string | null;
  run_id: string;
  source_id: string;
  state: string | null;
  title: string;
  under: string | null;
}

interface ImportsSourceItem {
  fingerprint: string;
  government_id: Generated<string>;
  page_id: string | null;
  publication_id: string | null;
  run_id: string;
  source_id: string;
  state: string;
  unit_id: string;
  version: number;
  withdrawn_at: Timestamp | null;
}

export type Tables = {
  "imports.feed_source": ImportsFeedSource;
  "imports.media": ImportsMedia;
  "imports.run": ImportsRun;
  "imports.run_item": ImportsRunItem;
  "imports.source_item": ImportsSourceItem;
}
