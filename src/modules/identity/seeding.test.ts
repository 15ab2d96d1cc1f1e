import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { roleSeeding } from './contract.ts'
import type { Tables } from './tables.ts'

describe('roles after a release', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(tegal.id).withTables<Tables>()
  const seed = () => installation.services.database.transaction(tegal.id, tx => installation.services.ask(roleSeeding).seed(tx))
  const grantsOf = async (code: string) =>
    (await db().selectFrom('identity.role_grant as g').innerJoin('identity.role as r', 'r.id', 'g.role_id').select('g.permission').where('r.code', '=', code).execute()).map(row => row.permission).toSorted()

  test('what an administrator took out stays out, and what is new comes in once', async () => {
    const before = await grantsOf('writer')
    expect(before).toContain('publications.write')
    await db().deleteFrom('identity.role_grant').where('permission', '=', 'publications.write').execute()
    // As if the release before had not known this permission yet.
    await db().deleteFrom('identity.role_grant').where('permission', '=', 'publications.read').execute()
    await db().deleteFrom('identity.seeded_grant').where('permission', '=', 'publications.read').execute()
    await seed()
    expect(await grantsOf('writer')).toEqual(before.filter(permission => permission !== 'publications.write'))
  })
})
