/** Values in DER, written straight: a signature is made on every letter, and objects for each of its parts cost more than signing. */
export function der(tag: number, ...parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), ...parts])
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length, ...digits]), ...parts])
}

export const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
export const octets = (bytes: Buffer): Buffer => der(0x04, bytes)
export const integer = (small: number): Buffer => der(0x02, Buffer.from([small]))

/** Elements of a set stand in the order of their bytes. */
export const set = (...parts: Buffer[]): Buffer => der(0x31, ...parts.toSorted(Buffer.compare))

export function objectIdentifier(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap(number => {
    const digits = [number & 0x7f]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 0x7f) | 0x80)
    return digits
  })
  return der(0x06, Buffer.from(bytes))
}

/** The value at a byte: where its content begins and where it ends. */
function valueAt(bytes: Buffer, at: number): { content: number; end: number } {
  const short = bytes.readUInt8(at + 1)
  if (short < 0x80) return { content: at + 2, end: at + 2 + short }
  const content = at + 2 + (short & 0x7f)
  return { content, end: content + bytes.readUIntBE(at + 2, short & 0x7f) }
}

/** Serial number and issuer of a certificate of ours, as they stand in it. */
export function issuerOf(certificate: Buffer): { serial: Buffer; issuer: Buffer } {
  const version = valueAt(certificate, valueAt(certificate, valueAt(certificate, 0).content).content)
  const serial = valueAt(certificate, version.end)
  const algorithm = valueAt(certificate, serial.end)
  const issuer = valueAt(certificate, algorithm.end)
  return { serial: certificate.subarray(version.end, serial.end), issuer: certificate.subarray(algorithm.end, issuer.end) }
}
