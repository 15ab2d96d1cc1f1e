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

interface CorrespondenceAddressee {
  address: string | null;
  delivered_at: Timestamp | null;
  email: string | null;
  failure: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  letter_id: string;
  name: string;
  position: number;
  post_id: string | null;
  role: string;
  unit_id: string | null;
}

interface CorrespondenceLetter {
  answers_id: string | null;
  attachments: Generated<Json>;
  changed_at: Generated<Timestamp>;
  classification: string | null;
  code: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  file_id: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  letter_on: string | null;
  likeness: Generated<string>;
  link_key: string | null;
  locks: Generated<string[]>;
  meeting: Json | null;
  meeting_at: Generated<Timestamp | null>;
  meeting_until: Generated<Timestamp | null>;
  number: string | null;
  origin: string;
  reply_by: string | null;
  secrecy: string;
  sender: string;
  sent_at: Timestamp | null;
  signed_at: Timestamp | null;
  signer_post_id: string | null;
  state: string;
  subject: string;
  summary: Generated<string>;
  unit_id: string;
  urgency: Generated<string>;
  version: Generated<number>;
}

interface CorrespondenceParty {
  account_id: string | null;
  at: Generated<Timestamp>;
  government_id: Generated<string>;
  id: Generated<string>;
  letter_id: string;
  post_id: string | null;
  role: string;
  unit_id: string;
}

interface CorrespondenceReading {
  at: Generated<Timestamp>;
  government_id: Generated<string>;
  letter_id: string;
  text: string;
}

interface CorrespondenceReceipt {
  at: Generated<Timestamp>;
  by: string | null;
  closed_at: Timestamp | null;
  due_on: string | null;
  government_id: Generated<string>;
  letter_id: string;
  outcome: string | null;
  received_on: string;
  sequence: number;
  unit_id: string;
  via: string;
  year: number;
}

interface CorrespondenceStep {
  at: Generated<Timestamp>;
  by: string | null;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  letter_id: string;
  post_id: string | null;
  remarks: string | null;
  version: number;
}

export type Tables = {
  "correspondence.addressee": CorrespondenceAddressee;
  "correspondence.letter": CorrespondenceLetter;
  "correspondence.party": CorrespondenceParty;
  "correspondence.reading": CorrespondenceReading;
  "correspondence.receipt": CorrespondenceReceipt;
  "correspondence.step": CorrespondenceStep;
}
