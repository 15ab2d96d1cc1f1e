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

interface DisposalsEntry {
  dossier_id: string;
  facts: Json;
  government_id: Generated<string>;
  item_ids: string[];
  position: number;
  proposal_id: string;
  verdict: string | null;
}

interface DisposalsProposal {
  as_of: string;
  assessed_by: string | null;
  carried_out_by: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  decided_by: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  minutes_file_id: string | null;
  minutes_number: string | null;
  minutes_on: string | null;
  proposed_by: string | null;
  sequence: number;
  state: Generated<string>;
  unit_id: string;
  version: Generated<number>;
  year: number;
}

interface DisposalsStep {
  at: Generated<Timestamp>;
  by: string | null;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  proposal_id: string;
  remarks: string | null;
}

export type Tables = {
  "disposals.entry": DisposalsEntry;
  "disposals.proposal": DisposalsProposal;
  "disposals.step": DisposalsStep;
}
