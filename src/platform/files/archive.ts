import { open as openZip, type ZipFile } from 'yauzl'

/** Bytes an office document may have when unpacked, and how many times its packed size that may be. */
const limits = { bytes: 200_000_000, ratio: 200, entries: 10_000 }

/**
 * Whether a ZIP-based file is a bomb: its directory announces more than any document needs, or cannot be read.
 * Only the directory is read, nothing is unpacked; entries that lie about their size are caught by whoever unpacks them.
 */
export function explodes(path: string): Promise<boolean> {
  return new Promise(resolve => {
    openZip(path, { lazyEntries: true, validateEntrySizes: true }, (error, zip?: ZipFile) => {
      if (error || !zip) return resolve(true)
      let unpacked = 0
      let packed = 0
      let entries = 0
      const end = (verdict: boolean) => {
        zip.close()
        resolve(verdict)
      }
      zip.on('error', () => end(true))
      zip.on('entry', entry => {
        unpacked += entry.uncompressedSize
        packed += entry.compressedSize
        if (++entries > limits.entries || unpacked > limits.bytes || (unpacked > 10_000_000 && unpacked > packed * limits.ratio)) return end(true)
        zip.readEntry()
      })
      zip.on('end', () => end(false))
      zip.readEntry()
    })
  })
}
