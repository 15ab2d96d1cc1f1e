import { createCipheriv, createHash } from 'node:crypto'
import type { PdfFile } from '../../signing/pdf/file.ts'
import { Name, PdfString, type Dict, type PdfValue } from '../../signing/pdf/values.ts'

/** What short passwords are filled up with (ISO 32000-1, algorithm 2). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

const digest = (kind: string, ...parts: Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash(kind)).digest()

/**
 * Whether an encrypted file opens without a password, as readers try first: its owner only asked that it not be
 * printed or changed. Follows ISO 32000-2, 7.6.4; a file locked for certificates opens for nobody else.
 */
export function opensWithoutPassword(file: PdfFile): boolean {
  const how = file.dictOf(file.trailer.get('Encrypt'))
  const filter = file.follow(how?.get('Filter'))
  if (!how || !(filter instanceof Name) || filter.text !== 'Standard') return false
  const number = (name: string) => {
    const found = file.follow(how.get(name))
    return typeof found === 'number' ? found : undefined
  }
  const revision = number('R') ?? 0
  const [user, owner] = [bytesOf(file, how, 'U'), bytesOf(file, how, 'O')]
  if (revision >= 5) return user.length >= 48 && (revision === 5 ? digest('sha256', user.subarray(32, 40)) : hardened(user.subarray(32, 40))).equals(user.subarray(0, 32))
  const key = keyOf({ revision, owner, length: number('Length') ?? 40, permissions: number('P') ?? 0, id: idOf(file), plainMetadata: file.follow(how.get('EncryptMetadata')) === false })
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let proof = rc4(key, digest('md5', padding, idOf(file)))
  for (let round = 1; round <= 19; round++) proof = rc4(key.map(byte => byte ^ round), proof)
  return proof.equals(user.subarray(0, 16))
}

const stringOf = (value: PdfValue | undefined) => (value instanceof PdfString ? value.bytes : Buffer.alloc(0))
const bytesOf = (file: PdfFile, how: Dict, name: string) => stringOf(file.follow(how.get(name)))

function idOf(file: PdfFile): Buffer {
  const id = file.follow(file.trailer.get('ID'))
  return stringOf(file.follow(Array.isArray(id) ? id[0] : undefined))
}

/** The key of an empty password, revisions 2 to 4 (algorithm 2). */
function keyOf({ revision, owner, length, permissions, id, plainMetadata }: { revision: number; owner: Buffer; length: number; permissions: number; id: Buffer; plainMetadata: boolean }): Buffer {
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(permissions | 0)
  const bytes = revision === 2 ? 5 : revision === 4 ? 16 : Math.min(16, Math.max(5, length >> 3))
  let key = digest('md5', padding, owner.subarray(0, 32), rights, id, Buffer.alloc(revision >= 4 && plainMetadata ? 4 : 0, 0xff))
  for (let round = 0; revision >= 3 && round < 50; round++) key = digest('md5', key.subarray(0, bytes))
  return key.subarray(0, bytes)
}

/** The hash of revision 6 for an empty password (algorithm 2.B). */
function hardened(salt: Buffer): Buffer {
  let key = digest('sha256', salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    // The first 16 bytes as a number, modulo 3: 256 leaves 1, so the sum of the bytes will do.
    const kind = ['sha256', 'sha384', 'sha512'][mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3]!
    key = digest(kind, mixed)
    last = mixed.at(-1)!
  }
  return key.subarray(0, 32)
}

/** RC4, which OpenSSL no longer offers; here it only answers whether a password is needed. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => void ([state[i], state[j]] = [state[j]!, state[i]!])
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255))
  let [i, j] = [0, 0]
  return Buffer.from(data.map(byte => {
    i = (i + 1) & 255
    j = (j + state[i]!) & 255
    swap(i, j)
    return byte ^ state[(state[i]! + state[j]!) & 255]!
  }))
}
