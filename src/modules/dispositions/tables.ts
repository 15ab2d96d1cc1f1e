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

interface DispositionsDisposition {
  account_id: string;
  at: Generated<Timestamp>;
  capacity: string;
  done_at: Timestamp | null;
  due_on: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  instructions: string[];
  letter_id: string;
  name: string;
  note: Generated<string>;
  office_id: string;
  parent_id: string | null;
  post_id: string;
  secrecy: string;
  title: string;
}

interface DispositionsRecipient {
  disposition_id: string;
  done_at: Timestamp | null;
  done_by: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  letter_id: string;
  name: string | null;
  post_id: string;
  read_at: Timestamp | null;
  read_by: string | null;
  recall_reason: string | null;
  reminded_on: string | null;
  responsible: Generated<boolean>;
  state: Generated<string>;
  title: string;
  unit_id: string;
}

interface DispositionsReport {
  at: Generated<Timestamp>;
  by: string;
  files: Generated<Json>;
  government_id: Generated<string>;
  id: Generated<string>;
  recipient_id: string;
  remarks: string | null;
  text: string;
  verdict: string | null;
  verdict_at: Timestamp | null;
  verdict_by: string | null;
}

export type Tables = {
  "dispositions.disposition": DispositionsDisposition;
  "dispositions.recipient": DispositionsRecipient;
  "dispositions.report": DispositionsReport;
}
