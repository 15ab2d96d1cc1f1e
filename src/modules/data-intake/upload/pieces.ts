import { Readable } from 'node:stream'
import { raw, type Context, type Raw } from '#platform/web/page.ts'
import { uploading } from '../contract.ts'
import { piecesPath } from './receiving.ts'

/** The request as the tus library reads it; addresses that it hands out are paths, so the host does not matter. */
function requestOf(context: Context, method: string, body: unknown): Request {
  const url = `http://localhost${context.request.url}`
  if (!(body instanceof Readable)) return new Request(url, { method, headers: context.request.headers })
  // Node asks for `duplex` where a body comes as a stream; the types of browsers do not know it.
  const init = { method, headers: context.request.headers, body: Readable.toWeb(body) as ReadableStream<Uint8Array>, duplex: 'half' }
  return new Request(url, init)
}

const address = (method: 'HEAD' | 'POST' | 'PATCH', path: string): Raw =>
  raw({ path, method, may: 'datasets.produce', token: true, handle: context => context.ask(uploading).answer(context, requestOf(context, method, context.body)) })

/** Addresses of the tus protocol: begin a file, ask how much has come, send a piece. */
export const pieces: Raw[] = [address('POST', piecesPath), address('HEAD', `${piecesPath}/:id`), address('PATCH', `${piecesPath}/:id`)]
