// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface UpkeepDay {
  asked: Generated<number>;
  day: string;
  government_id: Generated<string>;
  reviewed: Generated<number>;
}

interface UpkeepLink {
  broken_at: Timestamp | null;
  check_at: Generated<Timestamp>;
  checked_at: Timestamp | null;
  failing_since: Timestamp | null;
  failures: Generated<number>;
  finding: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  inside: boolean;
  moved_to: string | null;
  state: Generated<string>;
  status: number | null;
  url: string;
}

interface UpkeepMention {
  government_id: Generated<string>;
  ignored_at: Timestamp | null;
  ignored_by: string | null;
  ignored_reason: string | null;
  link_id: string;
  page_id: string;
}

interface UpkeepPage {
  government_id: Generated<string>;
  id: string;
  kind: string;
  owner_id: string | null;
  title: string;
  unit_id: string;
}

interface UpkeepRound {
  busy_until: Timestamp;
  government_id: Generated<string>;
  swept_to: string | null;
}

interface UpkeepTold {
  account_id: string;
  at: Timestamp;
  government_id: Generated<string>;
}

export type Tables = {
  "upkeep.day": UpkeepDay;
  "upkeep.link": UpkeepLink;
  "upkeep.mention": UpkeepMention;
  "upkeep.page": UpkeepPage;
  "upkeep.round": UpkeepRound;
  "upkeep.told": UpkeepTold;
}
