// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface CalendarSubscription {
  account_id: string;
  government_id: Generated<string>;
  made_at: Generated<Timestamp>;
  token_hash: Buffer;
  used_at: Timestamp | null;
}

export type Tables = {
  "calendar.subscription": CalendarSubscription;
}
