// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface LeaveAccountsAdjustment {
  at: Generated<Timestamp>;
  basis: Generated<string>;
  by: string | null;
  days: number;
  employee_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string;
  request_id: string | null;
  year: number;
}

export type Tables = {
  "leave_accounts.adjustment": LeaveAccountsAdjustment;
}
