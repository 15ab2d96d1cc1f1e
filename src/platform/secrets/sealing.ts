import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/** One key per purpose out of the installation's secret, so that what is sealed for one is nothing to another. */
const keyOf = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `pendopo ${purpose}`, 32))

/**
 * Encrypts personal data for storing (AES-256-GCM). Another secret cannot open it: changing `PENDOPO_SECRET`
 * loses what was sealed.
 * @param purpose what the data is, e.g. `subscriptions.address`; the same is needed to open it
 */
export function seal(secret: string, purpose: string, text: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` made; throws when it was changed or sealed for something else. */
export function unseal(secret: string, purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}

/** Finds personal data again without reading it: equal texts give equal hashes, and only with the secret. */
export const keyedHash = (secret: string, purpose: string, text: string): Buffer => createHmac('sha256', keyOf(secret, purpose)).update(text).digest()

/** A random token for a link: 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token; a random one needs no salt. Whatever a stranger sends has a hash. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
