// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface BannersBanner {
  body: string | null;
  body_english: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  ended_at: Timestamp | null;
  ends_at: Timestamp;
  government_id: Generated<string>;
  href: string | null;
  id: Generated<string>;
  shown_at: Timestamp | null;
  starts_at: Timestamp | null;
  state: Generated<string>;
  title: string;
  title_english: string | null;
  tone: string;
  version: Generated<number>;
}

interface BannersStep {
  at: Generated<Timestamp>;
  banner_id: string;
  body: string | null;
  by: string | null;
  ends_at: Timestamp;
  event: string;
  government_id: Generated<string>;
  id: Generated<string>;
  title: string;
  tone: string;
}

export type Tables = {
  "banners.banner": BannersBanner;
  "banners.step": BannersStep;
}
