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

interface SiteHealthMonth {
  audited_at: Timestamp;
  complete: boolean;
  government_id: Generated<string>;
  judged_by: string[];
  month: string;
  score: number;
  subject_id: string;
}

interface SiteHealthSubject {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  audited_at: Timestamp | null;
  busy_until: Timestamp | null;
  due_at: Timestamp | null;
  facts: Generated<Json>;
  government_id: Generated<string>;
  id: Generated<string>;
  judged_by: Generated<string[]>;
  kind: string;
  lacking: Generated<string[]>;
  name: string;
  parts: Generated<Json>;
  score: number | null;
  unit_id: string | null;
  url: string | null;
}

export type Tables = {
  "site_health.month": SiteHealthMonth;
  "site_health.subject": SiteHealthSubject;
}
