import type { Government } from '#platform/access/government.ts'
import type { Permission, Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { PermissionSpec, RoleTemplate } from '#platform/web/module.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

/** A person as other modules name them: no address, no identifiers. */
export interface Person {
  id: string
  name: string
  unitId: string
}

/** Who people are, for modules that name them or must reach them. */
export interface People {
  /** Names by account id; ids nobody has are left out. */
  named(db: Db, ids: readonly string[]): Promise<Map<string, Person>>
  /** Where to write to active accounts, for mail the installation sends in their work. */
  addresses(db: Db, ids: readonly string[]): Promise<Map<string, { email: string; language: 'id' | 'en' }>>
  /** Accounts that hold the permission with a reach that covers the unit, today. */
  holding(db: Db, permission: Permission, unitId: string): Promise<Person[]>
}

/** Finds the person behind a request; only `app` asks. */
export interface Identification {
  identify(request: { headers: Headers; government: Government; now: Date }): Promise<Who>
  /** Somebody without a session, for what a device of theirs signed; null when they may not sign in any more. */
  acting(government: Government, account: { id: string; strong: boolean }, now: Date): Promise<Who | null>
  /** Of these accounts, those that may sign in. */
  active(db: Db | Tx, accountIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** Proof, once more, that the person at the other end of a session is who they are. */
export interface Proving {
  /** What an account can be asked for: the code of its authenticator app; the password only where there is no second factor and none is needed. */
  means(db: Db, accountId: string): Promise<{ asks: 'code' | 'password' | null; passkey: boolean }>
  /** The account's passkeys, oldest first; browsers know them by `credentialId`. */
  passkeys(db: Db, accountId: string): Promise<{ id: string; credentialId: string; name: string | null }[]>
  /** Whether the answer is right, and marks the session if so. @throws TooMany after too many wrong ones */
  prove(context: Context, answer: string): Promise<boolean>
  /** When this session last gave it; signing in with a second factor counts. */
  provenAt(db: Db | Tx, sessionId: string): Promise<Date | null>
}

/** Makes accounts without an invitation: the set-up command and the demo. */
export interface AccountMaking {
  /** Roles are named by their code and must exist: call `RoleSeeding.seed` first. Answers the account's id. */
  make(tx: Tx, account: { username: string; nip?: string; email: string; name: string; unitId: string; title?: string; password: string; roles: { code: string; unitId: string }[] }): Promise<string>
}

/** Gives governments the roles that all modules' templates describe: at their creation, and again after a release. */
export interface RoleSeeding {
  /** Adds what was never given before and leaves alone what administrators made of it; runs in the government of `tx`. */
  seed(tx: Tx): Promise<void>
}

/** What all modules together offer to put into roles; `app` gives it. */
export interface RoleCatalogue {
  permissions: readonly PermissionSpec[]
  templates: readonly RoleTemplate[]
}

export const people = port<People>('identity.people')
export const identification = port<Identification>('identity.identification')
export const proving = port<Proving>('identity.proving')
export const accountMaking = port<AccountMaking>('identity.account-making')
export const roleSeeding = port<RoleSeeding>('identity.role-seeding')
export const roleCatalogue = port<RoleCatalogue>('identity.role-catalogue')
