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

interface DraftingDraft {
  created_at: Generated<Timestamp>;
  drafter_id: string;
  government_id: Generated<string>;
  letter_id: string;
  post_id: string | null;
  returned_paraf: string | null;
  returned_version: number | null;
  unit_id: string;
  version: Generated<number>;
}

interface DraftingParaf {
  added_by: string | null;
  as_kind: string | null;
  at: Timestamp | null;
  by: string | null;
  government_id: Generated<string>;
  holds: number | null;
  id: Generated<string>;
  kind: string;
  letter_id: string;
  name: string | null;
  position: number;
  post_id: string;
  remarks: string | null;
  version: number | null;
}

interface DraftingTemplate {
  body: string;
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  name: string;
  parts: Generated<Json>;
  subject: Generated<string>;
  unit_id: string;
  version: Generated<number>;
}

interface DraftingVersion {
  brought_back: number | null;
  content: Json;
  government_id: Generated<string>;
  letter_id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  number: number;
  post_id: string | null;
}

export type Tables = {
  "drafting.draft": DraftingDraft;
  "drafting.paraf": DraftingParaf;
  "drafting.template": DraftingTemplate;
  "drafting.version": DraftingVersion;
}
