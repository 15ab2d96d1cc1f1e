// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface SubscriptionsDelivery {
  at: Generated<Timestamp>;
  frequency: string;
  government_id: Generated<string>;
  handed_at: Timestamp | null;
  mail_id: string | null;
  publication_id: string;
  subscriber_id: string;
}

interface SubscriptionsDigest {
  day: string;
  government_id: Generated<string>;
}

interface SubscriptionsSubscriber {
  address_hash: Buffer;
  channel: string;
  created_at: Generated<Timestamp>;
  failed_at: Timestamp | null;
  failures: Generated<number>;
  government_id: Generated<string>;
  id: Generated<string>;
  language: string;
  origin: string;
  sealed: Buffer;
  token_hash: Buffer;
}

interface SubscriptionsSubscription {
  confirm_hash: Buffer | null;
  confirmed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  district_code: string | null;
  frequency: string;
  government_id: Generated<string>;
  id: Generated<string>;
  kind: string | null;
  mail_ids: Generated<string[]>;
  subscriber_id: string;
  tag: string | null;
  unit_id: string | null;
}

interface SubscriptionsTally {
  government_id: Generated<string>;
  month: string;
  subscribers: number;
  unit_id: string | null;
}

export type Tables = {
  "subscriptions.delivery": SubscriptionsDelivery;
  "subscriptions.digest": SubscriptionsDigest;
  "subscriptions.subscriber": SubscriptionsSubscriber;
  "subscriptions.subscription": SubscriptionsSubscription;
  "subscriptions.tally": SubscriptionsTally;
}
