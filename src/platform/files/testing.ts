import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A PDF of one page that says a line of ASCII, as small as one can be whose tables are right. */
export function aPdf(line = 'Surat keputusan'): Buffer {
  const text = `BT /F1 12 Tf 72 770 Td (${line.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(`${pdf}xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`, 'latin1')
}

/** The file every scanner knows as a virus and nobody is harmed by; put together so that none finds it here. */
export const eicar = (): Buffer => Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

/** A stand-in for clamd that speaks `INSTREAM` as it does: length and bytes by turns, an empty piece, one line back. */
export interface StandInScanner {
  host: string
  port: number
  /** Bytes of the files it got, one after the other. */
  readonly seen: Buffer[]
  close(): Promise<void>
}

/** @param how `slow` waits so many milliseconds with its answer, `most` is its StreamMaxLength, `hangsUp` leaves in the middle */
export async function aScanner(how: { slow?: number; most?: number; hangsUp?: boolean } = {}): Promise<StandInScanner> {
  const seen: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    let waiting = Buffer.alloc(0)
    let greeted = false
    let done = false
    const pieces: Buffer[] = []
    const answer = (line: string) => {
      done = true
      // It reads no further once it has answered.
      socket.pause()
      setTimeout(() => socket.end(`${line}\0`, () => socket.destroy()), how.slow ?? 0)
    }
    socket.on('error', () => {}).on('close', () => sockets.delete(socket)).on('data', (chunk: Buffer) => {
      if (done) return
      waiting = Buffer.concat([waiting, chunk])
      if (!greeted) {
        if (waiting.length < 10) return
        if (waiting.toString('latin1', 0, 10) !== 'zINSTREAM\0') return answer('UNKNOWN COMMAND')
        greeted = true
        waiting = waiting.subarray(10)
      }
      while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
        const length = waiting.readUInt32BE(0)
        pieces.push(waiting.subarray(4, 4 + length))
        waiting = waiting.subarray(4 + length)
        if (how.hangsUp) return socket.destroy()
        if (how.most !== undefined && pieces.reduce((sum, piece) => sum + piece.length, 0) > how.most) return answer('INSTREAM size limit exceeded. ERROR')
        if (length > 0) continue
        const file = Buffer.concat(pieces)
        seen.push(file)
        return answer(file.includes(eicar()) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK')
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    seen,
    close: () => new Promise(resolve => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    }),
  }
}
