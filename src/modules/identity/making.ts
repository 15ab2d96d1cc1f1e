import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { mergedTemplates } from '#platform/access/role-templates.ts'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import type { Services } from '#platform/web/services.ts'
import { roleCatalogue, type AccountMaking, type RoleSeeding } from './contract.ts'
import { grantsTopic, rolesTopic } from './identify.ts'
import type { Tables } from './tables.ts'

/** Writes the password an account signs in with, in place of the one it had. */
export async function setPassword(tx: Tx, accountId: string, hash: string): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('identity.credential')
    .values({ account_id: accountId, subject: accountId, provider: 'credential', password: hash })
    .onConflict(conflict => conflict.columns(['account_id', 'provider']).doUpdateSet({ password: hash, updated_at: new Date() }))
    .execute()
}

/** Makes accounts that can sign in at once. */
export function makeAccountMaking({ config }: Services): AccountMaking {
  // The demo's hundred people share one known password: hashing it once saves ten seconds of the first start.
  const hashes = new Map<string, Promise<string>>()
  const hashOf = (password: string): Promise<string> => {
    if (!config.demo) return hashPassword(password)
    let hash = hashes.get(password)
    if (!hash) hashes.set(password, (hash = hashPassword(password)))
    return hash
  }
  return {
    async make(tx, { username, nip, email, name, unitId, title, password, roles }) {
      const tables = tx.withTables<Tables>()
      const { id } = await tables
        .insertInto('identity.account')
        .values({ username: username.toLowerCase(), nip: nip ?? null, email: email.toLowerCase(), email_verified: true, name, unit_id: unitId, title: title ?? null })
        .returning('id')
        .executeTakeFirstOrThrow()
      await setPassword(tx, id, await hashOf(password))
      for (const role of roles) {
        const { numInsertedOrUpdatedRows } = await tables
          .insertInto('identity.assignment')
          .columns(['account_id', 'role_id', 'unit_id', 'days'])
          .expression(eb =>
            eb
              .selectFrom('identity.role')
              .select([sql<string>`${id}::uuid`.as('account_id'), 'id as role_id', sql<string>`${role.unitId}::uuid`.as('unit_id'), sql<string>`daterange(current_date - 1, null)`.as('days')])
              .where('code', '=', role.code),
          )
          .executeTakeFirst()
        if (!numInsertedOrUpdatedRows) throw new Error(`There is no role "${role.code}"; seed the roles of the government first`)
      }
      await changed(tx, grantsTopic(id))
      return id
    },
  }
}

/** Writes the roles of all modules' templates; what a template gained since the last release is added to its role once. */
export const makeRoleSeeding = (services: Services): RoleSeeding => ({
  async seed(tx) {
    const tables = tx.withTables<Tables>()
    let changes = false
    for (const { code, name, strong, grants } of mergedTemplates(services.ask(roleCatalogue).templates)) {
      const given = await tables.insertInto('identity.seeded_grant').values(grants.map(({ permission }) => ({ code, permission }))).onConflict(conflict => conflict.doNothing()).returning('permission').execute()
      if (given.length === 0) continue
      const fresh = new Set(given.map(row => row.permission))
      await tables.insertInto('identity.role').values({ code, name, strong }).onConflict(conflict => conflict.columns(['government_id', 'code']).doNothing()).execute()
      const { id } = await tables.selectFrom('identity.role').select('id').where('code', '=', code).executeTakeFirstOrThrow()
      await tables
        .insertInto('identity.role_grant')
        .values(grants.filter(({ permission }) => fresh.has(permission)).map(({ permission, reach }) => ({ role_id: id, permission, reach })))
        .onConflict(conflict => conflict.doNothing())
        .execute()
      changes = true
    }
    if (changes) await changed(tx, rolesTopic(await governmentOf(tx)))
  },
})
