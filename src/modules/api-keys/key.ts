import { createHash, randomBytes } from 'node:crypto'
import type { Permission, Reach, Who } from '#platform/access/who.ts'

/** What a key may be given today: permissions that interfaces for programs ask for. */
export const givable: readonly Permission[] = ['datasets.read', 'datasets.produce']

/** Days a key may last. */
export const lifetimes = [30, 90, 180, 365] as const

/** A key of one person. */
export interface ApiKey {
  id: string
  accountId: string
  name: string
  prefix: string
  permissions: readonly Permission[]
  unitIds: readonly string[]
  strong: boolean
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

type KeyState = 'active' | 'expired' | 'revoked'

export const stateOf = (key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): KeyState => (key.revokedAt ? 'revoked' : key.expiresAt <= now ? 'expired' : 'active')

/** A new key: 32 random bytes behind a prefix that tells people, and programs that look for leaked secrets, what it is. */
export function newSecret(): { secret: string; prefix: string } {
  const prefix = `pdp_${randomBytes(5).toString('hex').slice(0, 8)}`
  return { secret: `${prefix}_${randomBytes(32).toString('base64url')}`, prefix }
}

/** As it is kept; 256 random bits need no salt and no slow hash. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The key a request sends; null when it sends none. Other kinds of `Authorization` are not for us. */
export function sentKey(headers: Headers): string | null {
  const given = headers.get('x-ckan-api-key') ?? headers.get('authorization')
  const bare = given?.trim().replace(/^bearer\s+/i, '') ?? ''
  return bare === '' || /^basic\s/i.test(bare) ? null : bare
}

/** A person as far as a key of theirs reaches; `units` are those it is limited to, with all below, or null for all. */
export function narrowed(who: Who, permissions: readonly Permission[], units: ReadonlySet<string> | null): Who {
  const may = (permission: Permission) => permissions.includes(permission) && who.may(permission)
  return {
    account: who.account,
    may,
    reach: permission => (may(permission) ? within(who.reach(permission), units) : null),
  }
}

function within(reach: Reach | null, units: ReadonlySet<string> | null): Reach | null {
  if (!reach || !units) return reach
  return { accountId: reach.accountId, government: false, governmentsBelow: false, own: false, units: reach.government ? units : new Set([...units].filter(unit => reach.units.has(unit))) }
}
