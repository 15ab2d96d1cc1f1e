// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface IdentityAccount {
  created_at: Generated<Timestamp>;
  email: string;
  email_verified: Generated<boolean>;
  government_id: Generated<string>;
  id: Generated<string>;
  image: string | null;
  language: Generated<string>;
  name: string;
  nip: string | null;
  state: Generated<string>;
  title: string | null;
  two_factor_enabled: Generated<boolean>;
  unit_id: string;
  updated_at: Generated<Timestamp>;
  username: string | null;
}

interface IdentityAssignment {
  account_id: string;
  days: string;
  government_id: Generated<string>;
  granted_at: Generated<Timestamp>;
  granted_by: string | null;
  id: Generated<string>;
  role_id: string;
  unit_id: string;
}

interface IdentityCredential {
  access_token: string | null;
  access_token_expires_at: Timestamp | null;
  account_id: string;
  created_at: Generated<Timestamp>;
  government_id: Generated<string>;
  id: Generated<string>;
  id_token: string | null;
  password: string | null;
  provider: string;
  refresh_token: string | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  subject: string;
  updated_at: Generated<Timestamp>;
}

interface IdentityFormerPerson {
  government_id: Generated<string>;
  id: string;
  name: string;
  unit_id: string;
}

interface IdentityInvitation {
  account_id: string;
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  government_id: Generated<string>;
  id: Generated<string>;
  invited_by: string | null;
  token_hash: Buffer;
}

interface IdentityKnownDevice {
  account_id: string;
  government_id: Generated<string>;
  id: Generated<string>;
  last_at: Generated<Timestamp>;
}

interface IdentityPasskey {
  aaguid: string | null;
  account_id: string;
  backed_up: boolean;
  counter: number;
  created_at: Generated<Timestamp | null>;
  credential_id: string;
  device_type: string;
  government_id: Generated<string>;
  id: Generated<string>;
  name: string | null;
  public_key: string;
  transports: string | null;
}

interface IdentityPositionRole {
  government_id: Generated<string>;
  position_id: string;
  role_id: string;
  unit_id: string;
}

interface IdentityRole {
  code: string;
  government_id: Generated<string>;
  id: Generated<string>;
  name: string;
  strong: Generated<boolean>;
  version: Generated<number>;
}

interface IdentityRoleGrant {
  government_id: Generated<string>;
  permission: string;
  reach: string;
  role_id: string;
}

interface IdentitySeededGrant {
  code: string;
  government_id: Generated<string>;
  permission: string;
}

interface IdentitySession {
  account_id: string;
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  government_id: Generated<string>;
  id: Generated<string>;
  ip_address: string | null;
  proven_at: Timestamp | null;
  seen_at: Generated<Timestamp>;
  strong: Generated<boolean>;
  token: string;
  updated_at: Generated<Timestamp>;
  user_agent: string | null;
}

interface IdentityTwoFactor {
  account_id: string;
  backup_codes: string;
  failed_verification_count: Generated<number>;
  government_id: Generated<string>;
  id: Generated<string>;
  locked_until: Timestamp | null;
  secret: string;
  verified: Generated<boolean>;
}

interface IdentityVerification {
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  government_id: Generated<string>;
  id: Generated<string>;
  identifier: string;
  updated_at: Generated<Timestamp>;
  value: string;
}

export type Tables = {
  "identity.account": IdentityAccount;
  "identity.assignment": IdentityAssignment;
  "identity.credential": IdentityCredential;
  "identity.former_person": IdentityFormerPerson;
  "identity.invitation": IdentityInvitation;
  "identity.known_device": IdentityKnownDevice;
  "identity.passkey": IdentityPasskey;
  "identity.position_role": IdentityPositionRole;
  "identity.role": IdentityRole;
  "identity.role_grant": IdentityRoleGrant;
  "identity.seeded_grant": IdentitySeededGrant;
  "identity.session": IdentitySession;
  "identity.two_factor": IdentityTwoFactor;
  "identity.verification": IdentityVerification;
}
