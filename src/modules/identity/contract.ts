import type { Government } from '#platform/access/government.ts'
import type { Permission, Who } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/database.ts'
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
  /** Accounts that hold the permission with a reach that covers the unit, today. */
  holding(db: Db, permission: Permission, unitId: string): Promise<Person[]>
}

/** Finds the person behind a request; only `app` asks. */
export interface Identification {
  identify(request: { headers: Headers; government: Government; now: Date }): Promise<Who>
}

/** Makes accounts without an invitation: the set-up command and the demo. */
export interface AccountMaking {
  make(tx: Tx, account: { username: string; nip?: string; email: string; name: string; unitId: string; title?: string; password: string; roles: { code: string; unitId: string }[] }): Promise<string>
}

export const people = port<People>('identity.people')
export const identification = port<Identification>('identity.identification')
export const accountMaking = port<AccountMaking>('identity.account-making')
