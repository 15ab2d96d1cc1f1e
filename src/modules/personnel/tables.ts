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

interface PersonnelEmployee {
  account_id: string | null;
  address: string | null;
  birth_date: string;
  birth_place: string | null;
  contract_until: string | null;
  created_at: Generated<Timestamp>;
  education: string | null;
  email: string | null;
  entered_on: string | null;
  government_id: Generated<string>;
  grade: string | null;
  grade_since: string | null;
  id: Generated<string>;
  increase_since: string | null;
  kind: string;
  license_until: string | null;
  marital: string | null;
  name: string;
  nik_hash: Buffer | null;
  nik_sealed: Buffer | null;
  nip: string | null;
  number_reason: string | null;
  phone: string | null;
  photo_id: string | null;
  position_level: string | null;
  position_since: string | null;
  position_title: string | null;
  religion: string | null;
  sex: string;
  sort_name: Generated<string | null>;
  status: Generated<string>;
  title_after: string | null;
  title_before: string | null;
  unit_id: string;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
}

interface PersonnelRecord {
  content: Generated<Json>;
  created_at: Generated<Timestamp>;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decree_number: string | null;
  decree_on: string | null;
  employee_id: string;
  file_id: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  official: string | null;
  proposed_by: string | null;
  remarks: string | null;
  replaces: string | null;
  since: string | null;
  state: Generated<string>;
  until: string | null;
  version: Generated<number>;
}

export type Tables = {
  "personnel.employee": PersonnelEmployee;
  "personnel.record": PersonnelRecord;
}
