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

interface LeaveHandover {
  employee_id: string;
  government_id: Generated<string>;
  holding_id: string | null;
  id: Generated<string>;
  post_id: string;
  request_id: string;
}

interface LeaveRequest {
  address: Generated<string>;
  birth: number | null;
  charges: Generated<Json>;
  created_at: Generated<Timestamp>;
  decided_at: Timestamp | null;
  employee_id: string;
  from_on: string;
  government_id: Generated<string>;
  ground: string | null;
  id: Generated<string>;
  kind: string;
  letter_number: string | null;
  official_post: string | null;
  paper_id: string | null;
  phone: Generated<string>;
  quota_id: string | null;
  reason: Generated<string>;
  rule_id: string | null;
  state: Generated<string>;
  submitted_at: Timestamp | null;
  superior_post: string | null;
  unit_id: string;
  until_on: string;
  version: Generated<number>;
}

interface LeaveStep {
  at: Generated<Timestamp>;
  by: string | null;
  capacity: string | null;
  event: string;
  from_on: string;
  government_id: Generated<string>;
  id: Generated<string>;
  name: string | null;
  nip: string | null;
  remarks: string | null;
  request_id: string;
  until_on: string;
  verdict: string | null;
}

export type Tables = {
  "leave.handover": LeaveHandover;
  "leave.request": LeaveRequest;
  "leave.step": LeaveStep;
}
