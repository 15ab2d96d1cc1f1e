import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Transform } from 'node:stream'

const words = 'Archive of a unit of Pendopo. SHA-256 of everything before this comment: '
const shape = new RegExp(`^${words.replaceAll('.', '\\.')}([0-9a-f]{64})$`)

/** The comment of an archive, before what it says is known. */
export const blankSeal = words + '0'.repeat(64)

/** Passes an archive on and writes the digest of all its bytes into the blank comment at its end. */
export function sealing(): Transform {
  const hash = createHash('sha256')
  let held = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _, done) {
      // Held back is what may be the comment: as many bytes as it has, never more.
      const all = chunk.length < blankSeal.length ? Buffer.concat([held, chunk]) : chunk
      if (all === chunk) {
        hash.update(held)
        this.push(held)
      }
      const ready = all.subarray(0, Math.max(0, all.length - blankSeal.length))
      held = Buffer.from(all.subarray(ready.length))
      hash.update(ready)
      done(null, ready)
    },
    flush(done) {
      done(null, Buffer.from(words + hash.digest('hex'), 'latin1'))
    },
  })
}

/** How a file stands to its seal: as it was written, changed since, or without one. */
export async function checkSeal(file: FileHandle): Promise<'whole' | 'damaged' | 'none'> {
  const { size } = await file.stat()
  const end = size - blankSeal.length
  if (end <= 0) return 'none'
  const comment = Buffer.alloc(blankSeal.length)
  await file.read(comment, 0, comment.length, end)
  const sealed = shape.exec(comment.toString('latin1'))
  const hash = createHash('sha256')
  if (!sealed) return 'none'
  const stream = file.createReadStream({ start: 0, end: end - 1, autoClose: false, highWaterMark: 1 << 20 })
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest('hex') === sealed[1] ? 'whole' : 'damaged'
}
