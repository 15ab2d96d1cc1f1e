import type { Government } from '#platform/access/government.ts'
import type { Who } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { port } from '#platform/web/port.ts'

/** Who a program acts as, and with which key. */
export interface KeyHolder {
  keyId: string
  name: string
  /** Its owner, with no more than what the key was given. */
  who: Who
}

/** Finds the person behind a program by the key it sends. */
export interface ApiKeys {
  /**
   * The holder of the key in `Authorization` (bare or after `Bearer`) or `X-CKAN-API-Key`; `none` when none was sent,
   * `refused` when it is unknown, expired or revoked, or its owner may not sign in any more.
   */
  identify(asked: { headers: Headers; government: Government; db: Db; now: Date }): Promise<KeyHolder | 'none' | 'refused'>
}

export const apiKeys = port<ApiKeys>('api-keys.keys')
