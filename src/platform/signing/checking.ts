import { X509Certificate } from 'node:crypto'
import { commonName, factsOf } from './certificates.ts'
import { isIntact, readSignature } from './cms.ts'
import { signatureFields } from './pdf/fields.ts'
import { PdfFile } from './pdf/file.ts'
import { UnreadablePdf } from './pdf/reading.ts'
import { PdfString, textOf } from './pdf/values.ts'
import type { Certificate } from './signer.ts'
import { provenTime } from './timestamp.ts'

export interface CheckedSignature {
  /** Name in the certificate. */
  signer: string
  /** When it was signed, as the signer says, or as a timestamp proves. */
  at: Date | null
  /** Whether a trusted timestamp proves the time. */
  timeProven: boolean
  certificate: Certificate | null
  reason: string
  location: string
  /** Nothing it covers was changed since. */
  intact: boolean
  /** Its certificate leads to an authority we trust, and was valid at that time. */
  trusted: boolean
  /** It covers the file to its last byte; later signatures and other additions are outside. */
  coversWholeFile: boolean
}

export interface CheckedPdf {
  /** In the order in which they were made. */
  signatures: CheckedSignature[]
  /** Something was added behind the last signature, or a signature covers less than it should. */
  changedAfterSigning: boolean
}

/**
 * Checks every signature of a PDF.
 * @param trusted certificates of authorities, PEM
 * @throws UnreadablePdf for a file that is no PDF, is damaged or encrypted
 */
export function checkPdf(pdf: Buffer, trusted: string[]): CheckedPdf {
  const roots = trusted.map(each => new X509Certificate(each))
  const file = readable(pdf)
  const found = signatureFields(file).map(field => checked(file, field.get('V'), roots))
  const signatures = found.toSorted((a, b) => a.end - b.end).map(({ facts }) => facts)
  return { signatures, changedAfterSigning: signatures.length > 0 && !signatures.some(each => each.coversWholeFile && each.intact) }
}

function readable(pdf: Buffer): PdfFile {
  try {
    return new PdfFile(pdf)
  } catch (error) {
    throw error instanceof UnreadablePdf ? error : new UnreadablePdf('damaged', { cause: error })
  }
}

function checked(file: PdfFile, value: Parameters<PdfFile['dictOf']>[0], roots: X509Certificate[]): { end: number; facts: CheckedSignature } {
  const signature = file.dictOf(value)
  const contents = file.follow(signature?.get('Contents'))
  const range = rangeOf(file, file.follow(signature?.get('ByteRange')), contents)
  const read = contents instanceof PdfString ? readSignature(withoutPadding(contents.bytes)) : undefined
  const proven = read && provenTime(read)
  const claimed = read?.signingTime ?? dateOf(textOf(file.follow(signature?.get('M'))))
  const timeProven = proven !== undefined && isTrusted(proven.token.certificate, proven.token.certificates, roots, proven.at)
  const at = (timeProven ? proven.at : claimed) ?? null
  const facts: CheckedSignature = {
    signer: read ? commonName(read.certificate.subject) : textOf(file.follow(signature?.get('Name'))),
    at,
    timeProven,
    certificate: read ? factsOf(read.certificate) : null,
    reason: textOf(file.follow(signature?.get('Reason'))),
    location: textOf(file.follow(signature?.get('Location'))),
    intact: read !== undefined && range !== undefined && isIntact(read, range.parts),
    trusted: read !== undefined && isTrusted(read.certificate, read.certificates, roots, at ?? new Date()),
    coversWholeFile: range?.end === file.bytes.length,
  }
  return { end: range?.end ?? 0, facts }
}

/** The bytes a signature covers: everything but itself. Anything else is a trick and covers nothing. */
function rangeOf(file: PdfFile, range: unknown, contents: unknown): { parts: Buffer[]; end: number } | undefined {
  if (!Array.isArray(range) || range.length !== 4 || !range.every(each => Number.isInteger(each) && Number(each) >= 0) || !(contents instanceof PdfString)) return undefined
  const [start, first, second, rest] = range.map(Number) as [number, number, number, number]
  const end = second + rest
  if (start !== 0 || second <= first || end > file.bytes.length) return undefined
  const gap = file.bytes.toString('latin1', first, second)
  if (!/^<[0-9a-fA-F]*>$/.test(gap) || !Buffer.from(gap.slice(1, -1), 'hex').equals(contents.bytes)) return undefined
  return { parts: [file.bytes.subarray(0, first), file.bytes.subarray(second, end)], end }
}

/** A signature without the zeros that fill its place. */
function withoutPadding(bytes: Buffer): Buffer {
  const long = bytes[1] ?? 0
  if (bytes[0] !== 0x30 || long < 0x80 || long > 0x84 || bytes.length < 6) return bytes
  return bytes.subarray(0, 2 + (long - 0x80) + (long === 0x80 ? bytes.length : bytes.readUIntBE(2, long - 0x80)))
}

/** Whether a chain of certificates, each valid at that time, leads to an authority we trust. */
function isTrusted(certificate: X509Certificate, others: X509Certificate[], roots: X509Certificate[], at: Date): boolean {
  let current = certificate
  for (let steps = 0; steps < 8; steps++) {
    if (at < new Date(current.validFrom) || at > new Date(current.validTo)) return false
    const root = roots.find(each => each.raw.equals(current.raw) || issued(each, current))
    if (root) return at >= new Date(root.validFrom) && at <= new Date(root.validTo) && (steps > 0 || !root.raw.equals(certificate.raw))
    const issuer = others.find(each => !each.raw.equals(current.raw) && issued(each, current))
    if (!issuer) return false
    current = issuer
  }
  return false
}

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** `D:20261121090000+07'00'` */
function dateOf(text: string): Date | undefined {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?/.exec(text) ?? []
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace("'", '').replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
