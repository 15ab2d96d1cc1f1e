// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Int8 = ColumnType<bigint, bigint | number | string, bigint | number | string>;

type Json = JsonValue;

type JsonArray = JsonValue[];

type JsonObject = {
  [x: string]: JsonValue | undefined;
};

type JsonPrimitive = boolean | number | string | null;

type JsonValue = JsonArray | JsonObject | JsonPrimitive;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface DatasetsDataset {
  access: Generated<string>;
  access_basis: string | null;
  access_reason: string | null;
  activity: Generated<Json>;
  changed_at: Generated<Timestamp>;
  contact: string | null;
  coverage: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  due_on: string | null;
  every: string;
  government_id: Generated<string>;
  id: Generated<string>;
  indicator: Generated<Json>;
  legal_basis: string | null;
  licence: Generated<string>;
  origin: Generated<string>;
  origin_code: string | null;
  origin_gone_at: Timestamp | null;
  origin_url: string | null;
  published_at: Timestamp | null;
  quality: number | null;
  release_id: string | null;
  slug: string;
  state: Generated<string>;
  summary: string;
  tags: Generated<string[]>;
  theme: string;
  title: string;
  unit_id: string;
  updated_at: Timestamp | null;
  variables: Generated<Json>;
  version: Generated<number>;
}

interface DatasetsPlan {
  agreed_at: Generated<Timestamp>;
  agreed_by: string | null;
  dataset_id: string;
  due_on: string;
  government_id: Generated<string>;
  priority: Generated<boolean>;
  year: number;
}

interface DatasetsRelease {
  changed_at: Generated<Timestamp>;
  checked_by: string | null;
  checked_for: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  dataset_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  note: string | null;
  period: string;
  published_at: Timestamp | null;
  quality: Json | null;
  rows: Int8 | null;
  state: Generated<string>;
  submitted_at: Timestamp | null;
  submitted_by: string | null;
  version: Generated<number>;
}

interface DatasetsResource {
  bytes: Int8 | null;
  columns: Json | null;
  created_at: Generated<Timestamp>;
  description: string | null;
  digest: string | null;
  file_id: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  media_type: string | null;
  name: string;
  position: number;
  release_id: string;
  rows: Int8 | null;
  table_id: string | null;
  url: string | null;
}

interface DatasetsStep {
  at: Generated<Timestamp>;
  by: string | null;
  dataset_id: string;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  release_id: string | null;
  remark: string | null;
}

export type Tables = {
  "datasets.dataset": DatasetsDataset;
  "datasets.plan": DatasetsPlan;
  "datasets.release": DatasetsRelease;
  "datasets.resource": DatasetsResource;
  "datasets.step": DatasetsStep;
}
