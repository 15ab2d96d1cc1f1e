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

interface DecreesDecree {
  account_id: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  created_at: Generated<Timestamp>;
  created_by: string;
  due_on: string;
  employee_id: string;
  entry: Json;
  government_id: Generated<string>;
  kind: string;
  letter_id: string;
  reason: string | null;
  record_id: string | null;
  trouble: string | null;
  unit_id: string;
  written_at: Timestamp | null;
}

export type Tables = {
  "decrees.decree": DecreesDecree;
}
