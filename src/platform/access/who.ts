import { sql, type Expression, type SqlBool } from 'kysely'

/** Name of something a person may do, `<module>.<verb>`, e.g. `publications.publish`. */
export type Permission = `${string}.${string}`

/** How far a permission reaches from the unit in which the role is held. */
export type ReachKind = 'own' | 'unit' | 'unit-and-below' | 'government' | 'governments-below'

/** The places in which one person holds one permission, resolved to units so that SQL and code agree. */
export interface Reach {
  accountId: string
  /** Everything of this government. */
  government: boolean
  /** Also the governments below this one, each read under its own row-level security. */
  governmentsBelow: boolean
  /** Units whose records are reached. */
  units: ReadonlySet<string>
  /** Records the person made, wherever they are. */
  own: boolean
}

/** Where a record lives, as far as permission is concerned. */
export interface Place {
  unitId: string | null
  ownerId?: string | null
}

/** Whether the reach covers a record; the same rule as `within`, for one record in hand. */
export function covers(reach: Reach | null, place: Place): boolean {
  if (!reach) return false
  if (reach.government) return true
  if (place.unitId !== null && reach.units.has(place.unitId)) return true
  return reach.own && place.ownerId === reach.accountId
}

/**
 * The reach as a SQL condition, so that lists, counts, searches and exports are filtered before they are read.
 * `unit` and `owner` are column references such as `sql.ref('p.unit_id')`.
 */
export function within(reach: Reach | null, columns: { unit: Expression<unknown>; owner?: Expression<unknown> }): Expression<SqlBool> {
  if (!reach) return sql<SqlBool>`false`
  if (reach.government) return sql<SqlBool>`true`
  const inUnits = sql<SqlBool>`${columns.unit} = any(${[...reach.units]}::uuid[])`
  if (!reach.own || !columns.owner) return inUnits
  return sql<SqlBool>`(${inUnits} or ${columns.owner} = ${reach.accountId}::uuid)`
}

/** The person behind a request, or a visitor. */
export interface Who {
  account: Account | null
  /** Whether the permission is held anywhere; the door of a page. */
  may(permission: Permission): boolean
  /** Where it is held; null when it is not. */
  reach(permission: Permission): Reach | null
}

export interface Account {
  id: string
  name: string
  username: string
  email: string
  /** The unit the person works in; new records start there. */
  unitId: string
  /** Position held today, e.g. `Plh. Kepala Dinas`, if any. */
  title: string | null
  language: 'id' | 'en'
  sessionId: string
  /** Whether this session was confirmed by a second factor or a passkey. */
  strong: boolean
}

/** One permission with its reach, held in a unit. */
export interface Grant {
  permission: Permission
  reach: ReachKind
  unitId: string
}

/**
 * Makes a person out of an account and its grants of today.
 * @param below units at and below a unit, itself included
 */
export function person(account: Account, grants: readonly Grant[], below: (unitId: string) => readonly string[]): Who {
  const reaches = new Map<Permission, { -readonly [K in keyof Reach]: Reach[K] } & { units: Set<string> }>()
  for (const grant of grants) {
    let reach = reaches.get(grant.permission)
    if (!reach)
      reaches.set(grant.permission, (reach = { accountId: account.id, government: false, governmentsBelow: false, units: new Set(), own: false }))
    if (grant.reach === 'own') reach.own = true
    else if (grant.reach === 'unit') reach.units.add(grant.unitId)
    else if (grant.reach === 'unit-and-below') for (const unit of below(grant.unitId)) reach.units.add(unit)
    else {
      reach.government = true
      if (grant.reach === 'governments-below') reach.governmentsBelow = true
    }
  }
  return { account, may: permission => reaches.has(permission), reach: permission => reaches.get(permission) ?? null }
}

/** Anyone who has not signed in. */
export const visitor: Who = { account: null, may: () => false, reach: () => null }
