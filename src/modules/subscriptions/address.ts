import { keyedHash, newToken, seal, unseal } from '#platform/secrets/sealing.ts'

const purpose = 'subscriptions.address'

/** What is known of a reader only while it is used: the mailbox or push address, and the token of their links. */
export interface Reader {
  address: string
  token: string
}

export const addressHash = (secret: string, address: string): Buffer => keyedHash(secret, purpose, address)

/** A new token for an address, and both sealed for storing. */
export function sealedReader(secret: string, address: string): { token: string; sealed: Buffer } {
  const token = newToken()
  return { token, sealed: seal(secret, purpose, JSON.stringify({ address, token })) }
}

export const openReader = (secret: string, sealed: Buffer): Reader => JSON.parse(unseal(secret, purpose, sealed)) as Reader
