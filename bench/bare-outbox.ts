/** A bare server that checks the signature of each entry it is sent and signs a receipt, and does nothing else. */
import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

const keys = new Map<string, KeyObject>()
const own = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

const server = createServer((request, response) => {
  void bodyOf(request).then(body => {
    const { entries } = JSON.parse(body) as { entries: string }
    const [{ text, signature }] = JSON.parse(entries) as [{ text: string; signature: string }]
    const { id, device } = JSON.parse(text) as { id: string; device: string }
    if (!verify('sha256', Buffer.from(text), { key: keys.get(device)!, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) throw new Error('forged')
    const receipt = JSON.stringify({ id, state: 'applied', at: Date.now() })
    const signed = sign('sha256', Buffer.from(receipt), { key: own, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    const answer = JSON.stringify({ time: Date.now(), receipts: [{ text: receipt, signature: signed }] })
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) }).end(answer)
  })
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString()
}

process.once('message', (devices: [string, string][]) => {
  for (const [id, key] of devices) keys.set(id, createPublicKey(key))
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port))
})
