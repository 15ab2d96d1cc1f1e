// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface RostersChange {
  at: Generated<Timestamp>;
  becomes: string;
  by: string | null;
  day: string;
  employee_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  reason: string;
  roster_id: string;
  was: string;
}

interface RostersDuty {
  day: string;
  employee_id: string;
  from_at: Timestamp;
  government_id: Generated<string>;
  minutes: number;
  roster_id: string;
  shift_id: string;
  until_at: Timestamp;
}

interface RostersMember {
  employee_id: string;
  government_id: Generated<string>;
  position: Generated<number>;
  roster_id: string;
  turn: Generated<number>;
}

interface RostersRoster {
  at: Generated<Timestamp>;
  by: string | null;
  cycle: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  month: string;
  published_at: Timestamp | null;
  state: Generated<string>;
  unit_id: string;
  version: Generated<number>;
}

interface RostersShift {
  at: Generated<Timestamp>;
  by: string | null;
  closed: Generated<boolean>;
  ends: string;
  government_id: Generated<string>;
  id: Generated<string>;
  letter: string;
  minutes: number;
  name: string;
  on_holidays: Generated<boolean>;
  starts: string;
  unit_id: string;
}

export type Tables = {
  "rosters.change": RostersChange;
  "rosters.duty": RostersDuty;
  "rosters.member": RostersMember;
  "rosters.roster": RostersRoster;
  "rosters.shift": RostersShift;
}
