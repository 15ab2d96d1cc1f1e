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

interface SignaturesAttempt {
  account_id: string;
  code: string;
  government_id: Generated<string>;
  letter_id: string;
  number: string;
  number_id: string;
  on_day: string;
  taken_at: Timestamp | null;
  token: string | null;
  told_at: Timestamp | null;
  tried: Generated<number>;
  waiting: string | null;
}

interface SignaturesAuthority {
  certificate: Buffer;
  government_id: Generated<string>;
  made_at: Generated<Timestamp>;
  sealed_key: Buffer;
}

interface SignaturesKey {
  certificate: Buffer;
  government_id: Generated<string>;
  identifier: string;
  made_at: Generated<Timestamp>;
  salt: Buffer;
  sealed_key: Buffer;
}

interface SignaturesSignature {
  account_id: string;
  certificate: Json;
  code: string;
  file_id: string;
  government_id: Generated<string>;
  letter_id: string;
  post_id: string;
  reference: string | null;
  sha256: Buffer;
  signed_at: Timestamp;
  signer: string;
  signing: Json;
  test: boolean;
}

export type Tables = {
  "signatures.attempt": SignaturesAttempt;
  "signatures.authority": SignaturesAuthority;
  "signatures.key": SignaturesKey;
  "signatures.signature": SignaturesSignature;
}
