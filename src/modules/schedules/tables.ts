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

interface SchedulesAssignment {
  at: Generated<Timestamp>;
  by: string | null;
  decree_number: string | null;
  decree_on: string | null;
  employee_id: string | null;
  from_on: string;
  government_id: Generated<string>;
  id: Generated<string>;
  pattern: string;
  unit_id: string | null;
  until_on: string | null;
}

interface SchedulesPermit {
  at: Generated<Timestamp>;
  basis: string;
  by: string | null;
  employee_id: string | null;
  from_on: string;
  government_id: Generated<string>;
  id: Generated<string>;
  place_id: string;
  unit_id: string | null;
  until_on: string | null;
}

interface SchedulesPlace {
  address: string | null;
  at: Generated<Timestamp>;
  by: string | null;
  corners: Json | null;
  everyone: Generated<boolean>;
  from_on: string;
  government_id: Generated<string>;
  id: Generated<string>;
  latitude: number | null;
  longitude: number | null;
  name: string;
  radius: number | null;
  shape: string;
  unit_id: string;
  until_on: string | null;
  version: Generated<number>;
}

export type Tables = {
  "schedules.assignment": SchedulesAssignment;
  "schedules.permit": SchedulesPermit;
  "schedules.place": SchedulesPlace;
}
