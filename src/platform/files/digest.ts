import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 of bytes, or of a file of this machine without taking it into memory. */
export async function digestOf(body: Buffer | { path: string }): Promise<Buffer> {
  const hash = createHash('sha256')
  if (!('path' in body)) return hash.update(body).digest()
  for await (const chunk of createReadStream(body.path)) hash.update(chunk as Buffer)
  return hash.digest()
}
