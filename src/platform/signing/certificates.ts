import { createHash, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import * as asn1 from 'asn1js'
import { AlgorithmIdentifier, AttributeTypeAndValue, BasicConstraints, Certificate as PkiCertificate, Extension, PublicKeyInfo, RelativeDistinguishedNames, Time } from 'pkijs'
import { alone } from './cms.ts'
import type { Certificate } from './signer.ts'

/** `CN` of a name as Node writes it, one part a line; the whole name when it has none. */
export const commonName = (name: string): string => /^CN=(.*)$/m.exec(name)?.[1]?.replace(/\\(.)/g, '$1') ?? name.replaceAll('\n', ', ')

/** What people ask about a certificate. */
export const factsOf = (certificate: X509Certificate): Certificate => ({
  subject: commonName(certificate.subject), issuer: commonName(certificate.issuer), serial: certificate.serialNumber, validFrom: new Date(certificate.validFrom), validTo: new Date(certificate.validTo),
})

const types: Record<string, string> = { CN: '2.5.4.3', O: '2.5.4.10', C: '2.5.4.6' }

// Names in certificates have 64 signs at most; a country is two plain letters.
const named = (parts: Record<string, string>) =>
  RelativeDistinguishedNames.fromBER(
    new asn1.Sequence({
      value: Object.entries(parts).map(([type, text]) => {
        const value = type === 'C' ? new asn1.PrintableString({ value: text }) : new asn1.Utf8String({ value: text.slice(0, 64) })
        return new asn1.Set({ value: [new AttributeTypeAndValue({ type: types[type]!, value }).toSchema()] })
      }),
    }).toBER(),
  )

const extension = (extnID: string, critical: boolean, value: asn1.BaseBlock) => new Extension({ extnID, critical, extnValue: value.toBER() })

/** Bits of KeyUsage in the order of RFC 5280. */
const usage = { signing: { unused: 6, bits: 0b1100_0000 }, authority: { unused: 1, bits: 0b0000_0110 } }

const keyUsage = ({ unused, bits }: { unused: number; bits: number }) => extension('2.5.29.15', true, new asn1.BitString({ unusedBits: unused, valueHex: alone(Buffer.from([bits])) }))

/** Documents and mail: what programs that check signatures ask a signer's certificate for. */
const purposes = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']
/** Timestamps, and nothing else. */
const timestamps = ['1.3.6.1.5.5.7.3.8']

const identifierOf = (publicKey: KeyObject) => createHash('sha1').update(publicKey.export({ type: 'spki', format: 'der' })).digest()

export interface Issue {
  name: { CN: string; O: string; C: string }
  publicKey: KeyObject
  /** Whose signature it carries; without one it signs itself, as the root of an authority. */
  issuer?: { certificate: Buffer; key: KeyObject }
  key?: KeyObject
  from: Date
  to: Date
  use?: 'signing' | 'timestamps'
}

/** Issues a certificate of version 3 on an elliptic curve, in DER. */
export function issue({ name, publicKey, issuer, key = issuer?.key, from, to, use = 'signing' }: Issue): Buffer {
  if (!key) throw new Error('a certificate needs a key that signs it')
  const made = new PkiCertificate()
  const above = issuer && PkiCertificate.fromBER(alone(issuer.certificate))
  made.version = 2
  // Positive, and not to be guessed.
  made.serialNumber = new asn1.Integer({ valueHex: alone(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])) })
  made.subject = named(name)
  made.issuer = above ? above.subject : made.subject
  made.notBefore = new Time({ type: 0, value: from })
  made.notAfter = new Time({ type: to.getUTCFullYear() < 2050 ? 0 : 1, value: to })
  made.subjectPublicKeyInfo = PublicKeyInfo.fromBER(alone(publicKey.export({ type: 'spki', format: 'der' })))
  const own = identifierOf(publicKey)
  const parent = issuer ? identifierOf(new X509Certificate(issuer.certificate).publicKey) : own
  made.extensions = [
    extension('2.5.29.19', true, new BasicConstraints(issuer ? {} : { cA: true, pathLenConstraint: 0 }).toSchema()),
    keyUsage(issuer ? usage.signing : usage.authority),
    ...(issuer ? [extension('2.5.29.37', use === 'timestamps', new asn1.Sequence({ value: (use === 'timestamps' ? timestamps : purposes).map(value => new asn1.ObjectIdentifier({ value })) }))] : []),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: alone(own) })),
    extension('2.5.29.35', false, new asn1.Sequence({ value: [new asn1.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: alone(parent) })] })),
  ]
  made.signature = made.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
  const body = made.encodeTBS()
  made.tbsView = new Uint8Array(body.toBER())
  made.signatureValue = new asn1.BitString({ valueHex: alone(sign('sha256', made.tbsView, key)) })
  return Buffer.from(made.toSchema(false).toBER())
}
