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

interface PublicationsActivity {
  government_id: Generated<string>;
  last_published_at: Timestamp | null;
  last_reminded_at: Timestamp | null;
  published: Generated<number>;
  unit_id: string;
}

interface PublicationsBundle {
  created_at: Generated<Timestamp>;
  created_by: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  publish_at: Timestamp | null;
  released_at: Timestamp | null;
  title: string;
  unit_id: string;
}

interface PublicationsPublication {
  bundle_id: string | null;
  changed_at: Generated<Timestamp>;
  corrected_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  district_code: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  live_version: number | null;
  page_owner: string | null;
  private: Generated<boolean>;
  published_at: Timestamp | null;
  review_on: string | null;
  scheduled_at: Timestamp | null;
  slug: string;
  state: Generated<string>;
  title: string;
  unit_id: string;
  visible: Generated<boolean>;
  working_version: Generated<number>;
}

interface PublicationsRedirect {
  government_id: Generated<string>;
  path: string;
  publication_id: string;
}

interface PublicationsStep {
  at: Generated<Timestamp>;
  by: string | null;
  event: string;
  from_state: string;
  government_id: Generated<string>;
  id: Generated<string>;
  publication_id: string;
  remarks: string | null;
  to_state: string;
  version: number;
}

interface PublicationsVersion {
  activity_from: string | null;
  activity_to: string | null;
  attachments: Generated<Json>;
  body: string;
  correction: string | null;
  cover: Json | null;
  gallery: Generated<Json>;
  government_id: Generated<string>;
  languages: Generated<Json>;
  latitude: number | null;
  longitude: number | null;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  number: number;
  place_code: string | null;
  publication_id: string;
  summary: string;
  tags: Generated<string[]>;
  title: string;
}

export type Tables = {
  "publications.activity": PublicationsActivity;
  "publications.bundle": PublicationsBundle;
  "publications.publication": PublicationsPublication;
  "publications.redirect": PublicationsRedirect;
  "publications.step": PublicationsStep;
  "publications.version": PublicationsVersion;
}
