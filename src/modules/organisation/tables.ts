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

interface OrganisationGovernment {
  accent: string;
  address: string | null;
  created_at: Generated<Timestamp>;
  crest_file_id: string | null;
  email: string | null;
  id: Generated<string>;
  level: string;
  name: string;
  parent_id: string | null;
  pattern: string;
  phone: string | null;
  position: Generated<number>;
  region_code: string;
  slug: string;
  version: Generated<number>;
  vocabulary: Generated<Json>;
  zone: string;
}

interface OrganisationGovernmentHost {
  government_id: string;
  host: string;
}

interface OrganisationHolding {
  account_id: string | null;
  days: string;
  decree_file_id: string | null;
  decree_number: string | null;
  decree_on: string | null;
  employee_id: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: Generated<string>;
  nip: string | null;
  person_name: string;
  position_id: string;
  reason: string | null;
}

interface OrganisationPosition {
  active: Generated<boolean>;
  code: string | null;
  echelon: string | null;
  government_id: Generated<string>;
  grade: number | null;
  id: Generated<string>;
  kind: Generated<string>;
  rank: Generated<number>;
  superior_id: string | null;
  title: string;
  unit_id: string;
}

interface OrganisationUnit {
  active: Generated<boolean>;
  address: string | null;
  channel: Generated<boolean>;
  email: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  name: string;
  npsn: string | null;
  parent_id: string | null;
  path: string;
  phone: string | null;
  position: Generated<number>;
  region_code: string | null;
  short_name: string;
  slug: string;
  version: Generated<number>;
}

export type Tables = {
  "organisation.government": OrganisationGovernment;
  "organisation.government_host": OrganisationGovernmentHost;
  "organisation.holding": OrganisationHolding;
  "organisation.position": OrganisationPosition;
  "organisation.unit": OrganisationUnit;
}
