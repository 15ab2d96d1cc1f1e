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

interface DataIntakeRegionName {
  answered_at: Generated<Timestamp>;
  answered_by: string;
  code: string | null;
  column_name: string;
  dataset_id: string;
  government_id: Generated<string>;
  text: string;
}

interface DataIntakeUpload {
  answers: Generated<Json>;
  bytes: Int8;
  changed_at: Generated<Timestamp>;
  checked: Json | null;
  created_at: Generated<Timestamp>;
  created_by: string;
  dataset_id: string;
  declared: Generated<Json>;
  failure: Json | null;
  file_id: string | null;
  government_id: Generated<string>;
  heading: number | null;
  id: Generated<string>;
  name: string;
  progress: number | null;
  release_id: string;
  resource_id: string | null;
  sheet: number | null;
  state: string;
  strong: boolean;
  taken: Json | null;
  title: string;
  unit_id: string;
}

export type Tables = {
  "data_intake.region_name": DataIntakeRegionName;
  "data_intake.upload": DataIntakeUpload;
}
