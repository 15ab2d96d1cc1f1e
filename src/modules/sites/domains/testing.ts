import { createSocket, type RemoteInfo } from 'node:dgram'

/** A name server that knows what a test tells it: `TXT name`, `A name` → values. Anything else does not exist. */
export interface NameServer {
  /** As the setting `PENDOPO_DNS` wants it. */
  address: string
  records: Map<string, string[]>
  /** Answers with a failure while true, as a broken server does. */
  broken: boolean
  close(): Promise<void>
}

const types: Record<number, string> = { 1: 'A', 16: 'TXT', 28: 'AAAA' }

/** Answers DNS questions over UDP (RFC 1035) on a port of its own. */
export async function aNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4')
  const server: NameServer = { address: '', records: new Map(), broken: false, close: () => new Promise(resolve => socket.close(() => resolve())) }
  socket.on('message', (question: Buffer, from: RemoteInfo) => socket.send(answerTo(question, server), from.port, from.address))
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  server.address = `127.0.0.1:${socket.address().port}`
  return server
}

function answerTo(question: Buffer, { records, broken }: NameServer): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const end = at + 5
  const name = labels.join('.').toLowerCase()
  const type = types[question.readUInt16BE(at + 1)] ?? ''
  const values = records.get(`${type} ${name}`) ?? []
  const known = values.length > 0 || [...records.keys()].some(key => key.endsWith(` ${name}`))
  const header = Buffer.from(question.subarray(0, 12))
  // An answer that knows its zone; 2 is a failing server, 3 a name that does not exist.
  header.writeUInt16BE(0x8580 | (broken ? 2 : known ? 0 : 3), 2)
  for (const [offset, count] of [[4, 1], [6, broken ? 0 : values.length], [8, 0], [10, 0]] as const) header.writeUInt16BE(count, offset)
  const answers = broken ? [] : values.map(value => {
    const data = type === 'TXT' ? Buffer.concat([Buffer.from([Buffer.byteLength(value)]), Buffer.from(value)]) : Buffer.from(value.split('.').map(Number))
    const head = Buffer.alloc(12)
    head.writeUInt16BE(0xc00c, 0)
    question.copy(head, 2, at + 1, at + 5)
    head.writeUInt32BE(60, 4 + 2)
    head.writeUInt16BE(data.length, 10)
    return Buffer.concat([head, data])
  })
  return Buffer.concat([header, question.subarray(12, end), ...answers])
}
