import type pg from 'pg'
import { administrators, type Slug } from './measure.ts'

/** Somebody who looks: where they work, what they hold there, and which position they sit at. */
export interface Viewer {
  username: string
  unitId: string
  positionId: string
  permissions: readonly string[]
  reach: 'unit-and-below' | 'government'
}

/** Gives a viewer an account with the administrator's password, a position and, where wanted, a role. */
export async function addViewer(client: pg.Client, government: string, slug: Slug, { username, unitId, positionId, permissions, reach }: Viewer): Promise<void> {
  const { rows: [account] } = await client.query<{ id: string }>("insert into identity.account (government_id, name, email, username, unit_id) values ($1, $2::text, $2 || '@contoh.id', $2, $3) returning id", [government, username, unitId])
  await client.query(
    `insert into identity.credential (government_id, account_id, subject, provider, password)
     select $1, $2::uuid, $2::text, c.provider, c.password from identity.credential c join identity.account a on a.id = c.account_id where a.government_id = $1 and a.username = $3`,
    [government, account!.id, administrators[slug]],
  )
  await client.query("insert into organisation.holding (government_id, position_id, person_name, account_id, days) values ($1, $2, $3, $4, daterange('2026-01-02', null))", [government, positionId, username, account!.id])
  if (permissions.length === 0) return
  const { rows: [role] } = await client.query<{ id: string }>('insert into identity.role (government_id, code, name) values ($1, $2, $3) returning id', [government, username.replace('.', '-'), username])
  await client.query('insert into identity.role_grant (government_id, role_id, permission, reach) select $1, $2, permission, $4 from unnest($3::text[]) as permission', [government, role!.id, permissions, reach])
  await client.query('insert into identity.assignment (government_id, account_id, role_id, unit_id, days) values ($1, $2, $3, $4, daterange(current_date - 1, null))', [government, account!.id, role!.id, unitId])
}
