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

interface StandardsConcept {
  changed_at: Generated<Timestamp>;
  classifications: Generated<Json>;
  concept: string;
  definition: string;
  government_id: Generated<string>;
  id: Generated<string>;
  measure: string;
  name: string;
  number: Generated<number>;
  proposed_by: string | null;
  reason: string | null;
  reference: string;
  reference_url: string | null;
  reviewed_by: string | null;
  slug: string;
  state: Generated<string>;
  theme: string;
  unit: string;
  unit_id: string | null;
  valid_from: string | null;
  valid_to: string | null;
  version: Generated<number>;
}

interface StandardsStep {
  at: Generated<Timestamp>;
  by: string | null;
  concept_id: string;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  remarks: string | null;
}

export type Tables = {
  "standards.concept": StandardsConcept;
  "standards.step": StandardsStep;
}
