import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'

/** Head of a PKCS #8 key of Ed25519 (RFC 8410); the seed of 32 bytes follows. */
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The installation's key for answers, made from its secret: nothing to store, and the same on every process. */
function keyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'pendopo approved-queries.signature', 32))
  return createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })
}

/** Signs the bytes of an answer with Ed25519; base64url. */
export const signed = (secret: string, text: string): string => sign(null, Buffer.from(text, 'utf8'), keyOf(secret)).toString('base64url')

/** Whether a signature of this installation stands over exactly these bytes. */
export function isSigned(secret: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  return bytes.length === 64 && verify(null, Buffer.from(text, 'utf8'), createPublicKey(keyOf(secret)), bytes)
}

/** The public key as PEM, for whoever checks without us: `openssl pkeyutl -verify -rawin`. */
export const publicKey = (secret: string): string => createPublicKey(keyOf(secret)).export({ type: 'spki', format: 'pem' }).toString()
