import { request, type IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the wire, still compressed. */
  body: Buffer
  text: string
}

/**
 * Asks a portal over a real connection. Node's own name service does not know `*.localhost`, so the connection goes
 * to this machine and the host travels in the header, as behind any proxy.
 */
export function ask(origin: string, path: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer | Buffer[]; meanwhile?: (sent: number) => void } = {}): Promise<Answer> {
  const { port, host } = new URL(origin)
  return new Promise((resolve, reject) => {
    const chunks = options.body === undefined ? [] : [options.body].flat()
    const length = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0)
    const headers = { host, ...options.headers, ...(chunks.length > 0 ? { 'content-length': String(length) } : {}) }
    const sent = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers }, answer => {
      const received: Buffer[] = []
      answer.on('data', (chunk: Buffer) => received.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(received)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString('utf8') })
      })
      answer.on('error', reject)
    })
    sent.on('error', reject)
    // Piece by piece, waiting for the other side: a large body must not lie in this process's memory twice.
    Readable.from(pieces(chunks, options.meanwhile)).pipe(sent)
  })
}

function* pieces(chunks: (string | Buffer)[], meanwhile: (sent: number) => void = () => {}) {
  for (const [i, chunk] of chunks.entries()) {
    meanwhile(i)
    yield chunk
  }
}
