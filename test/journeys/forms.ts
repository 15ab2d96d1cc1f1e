import { ask, type Answer } from './asking.ts'

/** A part of a form: text as bytes, or a file. */
export interface Part {
  name: string
  body: string | Buffer | Buffer[]
  filename?: string
}

interface Sent {
  type: string
  body: string | Buffer | Buffer[]
  headers?: Record<string, string>
}

/** Encodes a form as browsers do when it holds files. */
export function multipart(values: Record<string, string>, parts: Part[] = []): Sent {
  const boundary = '----pendopo-uji'
  const all: Part[] = [...Object.entries(values).map(([name, body]) => ({ name, body })), ...parts]
  const chunks = all.flatMap(({ name, body, filename }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`),
    ...[body].flat().map(chunk => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)),
    Buffer.from('\r\n'),
  ])
  return { type: `multipart/form-data; boundary=${boundary}`, body: [...chunks, Buffer.from(`--${boundary}--\r\n`)] }
}

/** Someone signed in who sends forms byte by byte, as no browser would let a person. */
export interface Session {
  cookie: string
  get(path: string): Promise<Answer>
  send(path: string, values: Record<string, string>): Promise<Answer>
  /** `meanwhile` is told how many pieces of the body have been sent. */
  sendParts(path: string, values: Record<string, string>, parts: Part[], meanwhile?: (sent: number) => void): Promise<Answer>
  sendRaw(path: string, make: (token: string) => Sent, meanwhile?: (sent: number) => void): Promise<Answer>
}

const crumbs = ({ headers }: Answer): string[] => (headers['set-cookie'] ?? []).map(line => line.split(';')[0]!)
const tokenIn = ({ text }: Answer): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Signs in with a demo account. */
export async function signedIn(origin: string, username: string): Promise<Session> {
  const door = await ask(origin, '/masuk')
  const visitor = crumbs(door)
  const body = new URLSearchParams({ _csrf: tokenIn(door), nama: username, sandi: 'pendopo-peragaan' }).toString()
  const answer = await ask(origin, '/masuk', { method: 'POST', headers: { cookie: visitor.join('; '), 'content-type': 'application/x-www-form-urlencoded' }, body })
  if (answer.status !== 303) throw new Error(`Signing in as ${username} answered ${answer.status}`)
  const cookie = [...visitor, ...crumbs(answer)].join('; ')
  const get = (path: string) => ask(origin, path, { headers: { cookie } })
  const sendRaw: Session['sendRaw'] = async (path, make, meanwhile) => {
    const { type, body: bytes, headers } = make(tokenIn(await get(path)))
    return ask(origin, path, { method: 'POST', headers: { cookie, 'content-type': type, ...headers }, body: bytes, meanwhile })
  }
  return {
    cookie,
    get,
    sendRaw,
    send: (path, values) => sendRaw(path, token => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams({ _csrf: token, ...values }).toString() })),
    sendParts: (path, values, parts, meanwhile) => sendRaw(path, token => multipart({ _csrf: token, ...values }, parts), meanwhile),
  }
}
