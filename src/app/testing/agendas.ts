import { sql } from 'kysely'
import { assign } from '#modules/identity/testing.ts'
import type { Demo } from './demo.ts'

/** Lets somebody of the demo keep the agendas of letters of the whole government; call before they sign in. */
export async function keepsAgendas(demo: Demo, username: string): Promise<void> {
  const { rows } = await sql<{ account: string; role: string; unit: string }>`
    select a.id as account, r.id as role, u.id as unit from identity.account a, identity.role r, organisation.unit u where a.username = ${username} and r.code = 'secretariat' and u.kind = 'government'`.execute(demo.services.database.of(demo.government.id))
  const { account, role, unit } = rows[0]!
  await assign(demo, { ...demo.government, units: { all: unit } }, account, role, 'all')
}
