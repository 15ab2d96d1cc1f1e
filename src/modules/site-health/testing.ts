import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'

/** A DER value: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`))

/** A certificate that vouches for itself, with its key: what a test server shows. PEM. */
export function aCertificate({ name, from, until }: { name: string; from: Date; until: Date }): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))
  const issuer = sequence(der(0x31, sequence(identifier('550403'), der(0x0c, Buffer.from(name)))))
  const names = sequence(identifier('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))))
  const body = sequence(der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), ecdsaWithSha256, issuer, sequence(time(from), time(until)), issuer, publicKey, der(0xa3, sequence(names)))
  const whole = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)))
  return { key: privateKey, cert: new X509Certificate(whole).toString() }
}
