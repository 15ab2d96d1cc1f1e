import { constants, inflateSync } from 'node:zlib'

/** Bytes unpacked of one file, and places looked at, before it is given up. */
const most = { unpacked: 32_000_000, streams: 1000, places: 100_000 }

/**
 * Whether readers can make something of a PDF whose tables are damaged, as they do: by looking through all of it for
 * a catalogue, a tree and a page. A file that was cut off, or is encrypted besides, is beyond that.
 */
export function readersCanRecover(bytes: Buffer): boolean {
  const complete = (bytes.includes('startxref') || bytes.includes('trailer')) && !endsEarly(bytes)
  if (!complete || bytes.includes('/Encrypt')) return false
  const found = { catalogue: false, tree: false, page: false }
  const look = (body: Buffer) => {
    found.catalogue ||= body.includes('/Catalog')
    found.tree ||= body.includes('/Kids')
    found.page ||= namesPage(body)
    return found.catalogue && found.tree && found.page
  }
  if (look(bytes)) return true
  for (const body of objectStreams(bytes)) if (look(body)) return true
  return false
}

/** A file made to be shown while it arrives has a table at its beginning as well; it says how long it is. */
function endsEarly(bytes: Buffer): boolean {
  if (bytes.subarray(-1024).includes('startxref')) return false
  const said = /\/Linearized[^>]{0,300}?\/L\s+(\d{1,12})/.exec(bytes.toString('latin1', 0, 2048))
  return said !== null && Number(said[1]) > bytes.length
}

/** `/Page`, and not the beginning of `/Pages` or `/PageMode`. */
function namesPage(body: Buffer): boolean {
  for (let at = body.indexOf('/Page'), n = 0; at >= 0 && n < most.places; at = body.indexOf('/Page', at + 5), n++) if (!/[A-Za-z]/.test(String.fromCharCode(body[at + 5] ?? 32))) return true
  return false
}

/** What lies in the streams of objects, as far as it can be unpacked. */
function* objectStreams(bytes: Buffer): Generator<Buffer> {
  let left = most.unpacked
  for (let at = bytes.indexOf('/ObjStm'), n = 0; at >= 0 && n < most.streams && left > 0; at = bytes.indexOf('/ObjStm', at + 7), n++) {
    const word = bytes.subarray(at, at + 1000).indexOf('stream')
    if (word < 0) continue
    let from = at + word + 6
    if (bytes[from] === 13) from++
    if (bytes[from] === 10) from++
    const to = bytes.indexOf('endstream', from)
    if (to < 0) return
    try {
      const body = inflateSync(bytes.subarray(from, to), { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH })
      left -= body.length
      yield body
    } catch {
      // Not packed, or damaged as well: the next one may tell.
    }
  }
}
