// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface InboxHandover {
  at: Generated<Timestamp>;
  by: string;
  from_account_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  reason: string;
  task_ids: string[];
  to_account_id: string | null;
  to_post_id: string | null;
  unit_id: string;
}

interface InboxTask {
  account_id: string | null;
  at: Generated<Timestamp>;
  confidential: Generated<boolean>;
  desk_id: Generated<string>;
  done_at: Timestamp | null;
  done_by: string | null;
  due_on: string | null;
  government_id: Generated<string>;
  href: string;
  id: Generated<string>;
  kind: string;
  matter_id: string;
  matter_kind: string;
  number: string | null;
  office_id: string | null;
  outcome: string | null;
  post_id: string | null;
  read_at: Timestamp | null;
  read_by: string | null;
  ref_id: string | null;
  sender: string;
  title: string;
  unit_id: string;
  urgency: Generated<string>;
  words: Generated<string>;
}

export type Tables = {
  "inbox.handover": InboxHandover;
  "inbox.task": InboxTask;
}
