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

interface ArchivesDecision {
  as_of: string;
  assessed_by: string;
  at: Generated<Timestamp>;
  carried_out_by: string;
  decided_by: string;
  dossier_id: string;
  government_id: Generated<string>;
  kind: string;
  minutes: string;
  proposal_id: string;
  proposed_by: string;
}

interface ArchivesDossier {
  active_years: number | null;
  box: string | null;
  classification: string;
  closed_on: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  decided: string | null;
  due_on: Generated<string | null>;
  final: string | null;
  government_id: Generated<string>;
  holder_post_id: string | null;
  id: Generated<string>;
  inactive_on: Generated<string | null>;
  inactive_years: number | null;
  opened_on: string;
  proposal_id: string | null;
  retention_basis: string | null;
  retention_code: string | null;
  retention_id: string | null;
  room: string | null;
  secrecy: Generated<string>;
  sequence: number;
  shelf: string | null;
  state: Generated<string>;
  title: string;
  unit_id: string;
  version: Generated<number>;
  year: number;
}

interface ArchivesItem {
  amount: Generated<number>;
  content: Generated<string>;
  dated_on: string | null;
  destroyed_at: Timestamp | null;
  dossier_id: string;
  file_ids: Generated<string[]>;
  filed_at: Generated<Timestamp>;
  filed_by: string | null;
  files: Generated<Json>;
  government_id: Generated<string>;
  id: Generated<string>;
  letter_id: string | null;
  maturity: string;
  remarks: string | null;
  removed_at: Timestamp | null;
  removed_by: string | null;
  removed_reason: string | null;
  secrecy: string;
  sequence: number;
  title: string | null;
  unit_id: string;
}

interface ArchivesLoan {
  borrower: string;
  decided_at: Timestamp | null;
  decided_by: string | null;
  dossier_id: string;
  due_on: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  purpose: string;
  received_by: string | null;
  remarks: string | null;
  reminded_on: string | null;
  requested_at: Generated<Timestamp>;
  returned_at: Timestamp | null;
  secrecy: string;
  state: Generated<string>;
  wanted_until: string;
}

interface ArchivesStep {
  at: Generated<Timestamp>;
  by: string | null;
  dossier_id: string;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  remarks: string | null;
}

interface ArchivesWaiting {
  government_id: Generated<string>;
  letter_id: string;
  since: Generated<Timestamp>;
  unit_id: string;
}

export type Tables = {
  "archives.decision": ArchivesDecision;
  "archives.dossier": ArchivesDossier;
  "archives.item": ArchivesItem;
  "archives.loan": ArchivesLoan;
  "archives.step": ArchivesStep;
  "archives.waiting": ArchivesWaiting;
}
