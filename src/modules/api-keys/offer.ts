import type { Services } from '#platform/web/services.ts'
import { identification } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import type { ApiKeys } from './contract.ts'
import { hashOf, narrowed, sentKey, stateOf } from './key.ts'
import { keyByHash, touchKey } from './store.ts'

export const makeApiKeys = (services: Services): ApiKeys => ({
  async identify({ headers, government, db, now }) {
    const sent = sentKey(headers)
    if (sent === null) return 'none'
    const key = await keyByHash(db, hashOf(sent))
    if (!key || stateOf(key, now) !== 'active') return 'refused'
    const who = await services.ask(identification).acting(government, { id: key.accountId, strong: key.strong }, now)
    if (!who?.account) return 'refused'
    await touchKey(db, key.id)
    const units = key.unitIds.length > 0 ? await services.ask(unitDirectory).of(government.id) : null
    return { keyId: key.id, name: key.name, who: narrowed(who, key.permissions, units && new Set(key.unitIds.flatMap(id => units.below(id)))) }
  },
})
