import { sql } from 'kysely'
import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Tables } from '../tables.ts'

/** A role that comes with a position, and the unit in which it counts. */
export interface PositionRole {
  positionId: string
  roleId: string
  name: string
  unitId: string
}

/** Roles that come with these positions. */
export const rolesOfPositions = async (db: Db | Tx, positionIds: readonly string[]): Promise<PositionRole[]> =>
  (await sql<PositionRole>`select x.position_id as "positionId", x.role_id as "roleId", r.name, x.unit_id as "unitId" from identity.position_role x join identity.role r on r.id = x.role_id
    where x.position_id = any(${[...positionIds]}::uuid[]) order by r.name, r.id`.execute(db)).rows

/** Positions that bring a permission with a reach that covers the unit. */
export const positionsGranting = async (db: Db, permission: Permission, unitId: string, ancestors: readonly string[]): Promise<string[]> =>
  (await sql<{ id: string; reach: ReachKind }>`select distinct x.position_id as id from identity.position_role x join identity.role_grant g on g.role_id = x.role_id
    where g.permission = ${permission} and (g.reach in ('government', 'governments-below') or (g.reach = 'unit' and x.unit_id = ${unitId})
      or (g.reach = 'unit-and-below' and x.unit_id = any(${[...ancestors]}::uuid[])))`.execute(db)).rows.map(row => row.id)

/** Replaces the roles that come with a position. */
export async function writePositionRoles(tx: Tx, positionId: string, roles: readonly Pick<PositionRole, 'roleId' | 'unitId'>[]): Promise<void> {
  const tables = tx.withTables<Tables>()
  await tables.deleteFrom('identity.position_role').where('position_id', '=', positionId).execute()
  if (roles.length > 0) await tables.insertInto('identity.position_role').values(roles.map(({ roleId, unitId }) => ({ position_id: positionId, role_id: roleId, unit_id: unitId }))).execute()
}
