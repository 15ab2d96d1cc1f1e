import { createHash, sign, verify, X509Certificate, constants, type KeyObject } from 'node:crypto'
import * as asn1 from 'asn1js'
import { Certificate as PkiCertificate, ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData, type SignedAndUnsignedAttributes, type SignerInfo } from 'pkijs'
import * as write from './der.ts'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  pss: '1.2.840.113549.1.1.10',
}

/** Digests a signature may rest on; SHA-1 and MD5 are broken. */
const digests: Record<string, string> = { [oid.sha256]: 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' }

/** Bytes as the ASN.1 library takes them: a buffer of their own. */
export const alone = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

export const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const der = (block: { toSchema(): asn1.BaseBlock }): Buffer => Buffer.from(block.toSchema().toBER())

/** Asks somebody for proof of the time at which a digest existed: a token (RFC 3161) in DER. */
export type Stamping = (digest: Buffer) => Promise<Buffer>

const name = (id: string) => write.objectIdentifier(id)
const attribute = (type: string, value: Buffer) => write.sequence(name(type), write.set(value))
const digestAlgorithm = () => write.sequence(name(oid.sha256))

/** The signed attributes and the signature over them. */
function signedAttributes(type: string, digest: Buffer, key: KeyObject, certificate: Buffer): { attributes: Buffer; signature: Buffer } {
  const attributes = write.set(
    attribute(oid.contentType, name(type)),
    attribute(oid.messageDigest, write.octets(digest)),
    attribute(oid.signingCertificateV2, write.sequence(write.sequence(write.sequence(write.octets(sha256(certificate)))))),
  )
  // Signed as a set, stored under a tag of its own.
  return { attributes: Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]), signature: sign('sha256', attributes, key) }
}

interface Message {
  version: number
  /** What is signed: a type, and for some the bytes. */
  content: Buffer
  certificate: Buffer
  attributes: Buffer
  signature: Buffer
  unsigned?: Buffer
}

function message({ version, content, certificate, attributes, signature, unsigned }: Message): Buffer {
  const { serial, issuer } = write.issuerOf(certificate)
  const info = write.sequence(
    write.integer(1), write.sequence(issuer, serial), digestAlgorithm(), attributes, write.sequence(name(oid.ecdsaSha256)), write.octets(signature),
    ...(unsigned ? [write.der(0xa1, unsigned)] : []),
  )
  const data = write.sequence(write.integer(version), write.set(digestAlgorithm()), content, write.der(0xa0, certificate), write.set(info))
  return write.sequence(name(oid.signedData), write.der(0xa0, data))
}

/**
 * A detached CAdES signature over a digest (SHA-256) by a key on an elliptic curve, as PAdES baseline B wants it: the
 * certificate is bound by its own digest, the claimed time stands in the PDF. With `stamping` it is baseline T.
 */
export async function detachedSignature(digest: Buffer, key: KeyObject, certificate: Buffer, stamping?: Stamping): Promise<Buffer> {
  const signed = signedAttributes(oid.data, digest, key, certificate)
  const unsigned = stamping && attribute(oid.timestamp, await stamping(sha256(signed.signature)))
  return message({ version: 1, content: write.sequence(name(oid.data)), certificate, ...signed, unsigned })
}

/** A signature that carries what it signs, of a type, e.g. the token of a timestamp. */
export function carryingSignature(content: Buffer, type: string, key: KeyObject, certificate: Buffer): Buffer {
  const inside = write.sequence(name(type), write.der(0xa0, write.octets(content)))
  return message({ version: 3, content: inside, certificate, ...signedAttributes(type, sha256(content), key, certificate) })
}

/** What a signature says of itself, whether or not it is true. */
export interface ReadSignature {
  data: SignedData
  info: SignerInfo
  certificate: X509Certificate
  /** Every certificate that came along. */
  certificates: X509Certificate[]
  signingTime: Date | undefined
  /** The token of a timestamp, in DER. */
  timestamp: Buffer | undefined
}

/** Reads a signature in DER; undefined when it is none, or names a certificate it does not bring. */
export function readSignature(bytes: Buffer): ReadSignature | undefined {
  try {
    const content = ContentInfo.fromBER(alone(bytes))
    if (content.contentType !== oid.signedData) return undefined
    const data = new SignedData({ schema: content.content })
    const info = data.signerInfos[0]
    const all = (data.certificates ?? []).filter(each => each instanceof PkiCertificate)
    const { sid } = info ?? {}
    const own = all.find(each =>
      sid instanceof IssuerAndSerialNumber
        ? each.serialNumber.isEqual(sid.serialNumber) && each.issuer.isEqual(sid.issuer)
        : Buffer.from(each.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.extnValue.valueBlock.valueHexView ?? []).includes(Buffer.from(sid?.valueBlock?.valueHexView ?? [0])),
    )
    if (!info || !own || data.signerInfos.length !== 1) return undefined
    const time = valueOf(info.signedAttrs, oid.signingTime)
    const token = valueOf(info.unsignedAttrs, oid.timestamp)
    return {
      data,
      info,
      certificate: new X509Certificate(der({ toSchema: () => own.toSchema(true) })),
      certificates: all.map(each => new X509Certificate(der({ toSchema: () => each.toSchema(true) }))),
      signingTime: time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime ? time.toDate() : undefined,
      timestamp: token ? Buffer.from(token.valueBeforeDecodeView) : undefined,
    }
  } catch {
    return undefined
  }
}

const valueOf = (attributes: SignedAndUnsignedAttributes | undefined, type: string): asn1.BaseBlock | undefined =>
  attributes?.attributes.find(each => each.type === type)?.values[0] as asn1.BaseBlock | undefined

const octets = (value: asn1.BaseBlock | undefined): Buffer | undefined => (value instanceof asn1.OctetString ? Buffer.from(value.getValue()) : undefined)

/** Whether a signature was made over exactly this content with the key of its certificate. */
export function isIntact({ info, certificate }: ReadSignature, content: Uint8Array[]): boolean {
  const algorithm = digests[info.digestAlgorithm.algorithmId]
  if (!algorithm || !info.signedAttrs) return false
  try {
    const hash = createHash(algorithm)
    for (const part of content) hash.update(part)
    if (!octets(valueOf(info.signedAttrs, oid.messageDigest))?.equals(hash.digest())) return false
    const bound = boundDigest(info)
    if (bound && !bound.equals(sha256(certificate.raw))) return false
    const key = certificate.publicKey
    const signature = Buffer.from(info.signature.getValue())
    const signed = Buffer.from(info.signedAttrs.encodedValue)
    if (info.signatureAlgorithm.algorithmId !== oid.pss) return verify(algorithm, signed, key, signature)
    const { saltLength } = new RSASSAPSSParams({ schema: info.signatureAlgorithm.algorithmParams })
    return verify(algorithm, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature)
  } catch {
    return false
  }
}

/** The digest (SHA-256) that binds a signature to its certificate, when it has one. */
function boundDigest(info: SignerInfo): Buffer | undefined {
  let value: asn1.BaseBlock | undefined = valueOf(info.signedAttrs, oid.signingCertificateV2)
  for (let depth = 0; depth < 3 && value instanceof asn1.Sequence; depth++) [value] = value.valueBlock.value
  return octets(value)
}

/** The content a signature carries itself, e.g. the time of a token. */
export const contentOf = ({ data }: ReadSignature): Buffer | undefined => octets(data.encapContentInfo.eContent)
