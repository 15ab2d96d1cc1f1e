import { sql } from 'kysely'
import type { Belongings } from '#platform/archive/belonging.ts'
import type { Tx } from '#platform/db/database.ts'

const own = 'accounts, and all that proves who one is, are each installation’s own'
const tables = ['account', 'credential', 'session', 'verification', 'two_factor', 'passkey', 'known_device', 'role', 'role_grant', 'assignment', 'position_role', 'invitation', 'seeded_grant']

/** No account leaves; the names that histories show are remembered where they arrive. */
export const belongings: Belongings = { leave: [], stay: { ...Object.fromEntries(tables.map(name => [`identity.${name}`, own])), 'identity.former_person': 'leaves as names' } }

/** Keeps the names of people who came with a unit. */
export const remember = async (tx: Tx, people: readonly { id: string; name: string }[], unitId: string): Promise<void> =>
  void (await sql`insert into identity.former_person (id, name, unit_id) select id, name, ${unitId}::uuid from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p (id uuid, name text)
    where not exists (select from identity.account a where a.id = p.id) on conflict do nothing`.execute(tx))
