import { createHash, sign, verify, X509Certificate, constants, type KeyObject } from 'node:crypto'
import * as asn1 from 'asn1js'
import { AlgorithmIdentifier, Attribute, Certificate as PkiCertificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs'

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
  rsaSha256: '1.2.840.113549.1.1.11',
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

const attribute = (type: string, value: asn1.BaseBlock): Attribute => new Attribute({ type, values: [value] })

const der = (block: { toSchema(): asn1.BaseBlock }): Buffer => Buffer.from(block.toSchema().toBER())

/** Asks somebody for proof of the time at which a digest existed: a token (RFC 3161) in DER. */
export type Stamping = (digest: Buffer) => Promise<Buffer>

/** Everything of a signature but its timestamp. */
function signedInfo(type: string, digest: Buffer, key: KeyObject, certificate: Buffer): SignerInfo {
  const own = PkiCertificate.fromBER(alone(certificate))
  const bound = new asn1.Sequence({ value: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: alone(sha256(certificate)) })] })] })] })
  const attributes = [
    attribute(oid.contentType, new asn1.ObjectIdentifier({ value: type })),
    attribute(oid.messageDigest, new asn1.OctetString({ valueHex: alone(digest) })),
    attribute(oid.signingCertificateV2, bound),
  ].toSorted((a, b) => Buffer.compare(der(a), der(b)))
  // A set in DER is in the order of its bytes, and it is signed as a set.
  const signed = Buffer.from(new asn1.Set({ value: attributes.map(each => each.toSchema()) }).toBER())
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier(key.asymmetricKeyType === 'rsa' ? { algorithmId: oid.rsaSha256, algorithmParams: new asn1.Null() } : { algorithmId: oid.ecdsaSha256 }),
    signature: new asn1.OctetString({ valueHex: alone(sign('sha256', signed, key)) }),
  })
}

function message(version: number, content: EncapsulatedContentInfo, info: SignerInfo, certificate: Buffer): Buffer {
  const data = new SignedData({
    version,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: content,
    signerInfos: [info],
    certificates: [PkiCertificate.fromBER(alone(certificate))],
  })
  return Buffer.from(new ContentInfo({ contentType: oid.signedData, content: data.toSchema(true) }).toSchema().toBER())
}

/**
 * A detached CAdES signature over a digest (SHA-256), as PAdES baseline B wants it: the certificate is bound by
 * its own digest, the claimed time stands in the PDF. With `stamping` it is baseline T.
 */
export async function detachedSignature(digest: Buffer, key: KeyObject, certificate: Buffer, stamping?: Stamping): Promise<Buffer> {
  const info = signedInfo(oid.data, digest, key, certificate)
  if (stamping) {
    const token = asn1.fromBER(alone(await stamping(sha256(Buffer.from(info.signature.getValue())))))
    info.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [new Attribute({ type: oid.timestamp, values: [token.result] })] })
  }
  return message(1, new EncapsulatedContentInfo({ eContentType: oid.data }), info, certificate)
}

/** A signature that carries what it signs, of a type, e.g. the token of a timestamp. */
export function carryingSignature(content: Buffer, type: string, key: KeyObject, certificate: Buffer): Buffer {
  const inside = new EncapsulatedContentInfo({ eContentType: type, eContent: new asn1.OctetString({ valueHex: alone(content) }) })
  return message(3, inside, signedInfo(type, sha256(content), key, certificate), certificate)
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
