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

interface LetterListsBundle {
  account_id: string;
  created_at: Generated<Timestamp>;
  done: Generated<number>;
  failure: Json | null;
  file_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  name: string;
  state: Generated<string>;
  total: Generated<number>;
  touched_at: Generated<Timestamp>;
  unit_id: string;
}

interface LetterListsPaper {
  bundle_id: string;
  file_id: string | null;
  government_id: Generated<string>;
  name: string;
  path: string;
  problem: Json | null;
}

export type Tables = {
  "letter_lists.bundle": LetterListsBundle;
  "letter_lists.paper": LetterListsPaper;
}
