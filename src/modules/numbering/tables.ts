// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface NumberingCounter {
  government_id: Generated<string>;
  last: number;
  latest: string | null;
  month: Generated<number>;
  series_id: string;
  started: Generated<number>;
  year: number;
}

interface NumberingNumber {
  at: Generated<Timestamp>;
  by_id: string | null;
  cancel_reason: string | null;
  cancelled_at: Timestamp | null;
  cancelled_by: string | null;
  classification: string | null;
  dated: string;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string | null;
  matter_id: string | null;
  matter_kind: string | null;
  month: Generated<number>;
  number: string | null;
  reason: string | null;
  secrecy: string | null;
  sequence: number;
  series_id: string;
  state: string;
  title: string | null;
  unit_id: string | null;
  year: number;
}

interface NumberingPattern {
  draws: string;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string | null;
  pattern: string | null;
  resets: Generated<string>;
  unit_id: string | null;
  version: Generated<number>;
}

interface NumberingSeries {
  daily: Generated<number>;
  daily_done: string | null;
  direction: string;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string | null;
  unit_id: string;
}

interface NumberingUnitCode {
  code: string;
  government_id: Generated<string>;
  unit_id: string;
}

export type Tables = {
  "numbering.counter": NumberingCounter;
  "numbering.number": NumberingNumber;
  "numbering.pattern": NumberingPattern;
  "numbering.series": NumberingSeries;
  "numbering.unit_code": NumberingUnitCode;
}
