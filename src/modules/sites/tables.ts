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

interface SitesDomain {
  checked_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  failing_since: Timestamp | null;
  finding: string | null;
  government_id: Generated<string>;
  host: string;
  id: Generated<string>;
  site_id: string;
  token: string;
  verified_at: Timestamp | null;
}

interface SitesFormerSlug {
  government_id: Generated<string>;
  site_id: string;
  slug: string;
}

interface SitesSite {
  accent: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  government_id: Generated<string>;
  id: Generated<string>;
  latitude: number | null;
  logo: Json | null;
  longitude: number | null;
  name: string;
  published: Generated<boolean>;
  published_at: Timestamp | null;
  slug: string;
  tagline: string | null;
  template: string;
  unit_id: string;
  version: Generated<number>;
}

export type Tables = {
  "sites.domain": SitesDomain;
  "sites.former_slug": SitesFormerSlug;
  "sites.site": SitesSite;
}
