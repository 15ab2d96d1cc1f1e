import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'
import { fetchOutside } from '../web/outbound.ts'
import { alone, contentOf, isIntact, readSignature, sha256, type ReadSignature, type Stamping } from './cms.ts'
import { SigningUnavailable } from './signer.ts'

/** A timestamping service (RFC 3161) by its address, which the settings name. */
export function stampingBy(url: string): Stamping {
  return async digest => {
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({ hashAlgorithm: new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }), hashedMessage: new asn1.OctetString({ valueHex: alone(digest) }) }),
      // Positive, as some services want it.
      nonce: new asn1.Integer({ valueHex: alone(Buffer.concat([Buffer.from([1]), randomBytes(8)])) }),
      certReq: true,
    })
    try {
      const answer = await fetchOutside(url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: Buffer.from(request.toSchema().toBER()), maxRedirects: 0, allowPrivate: true })
      const { timeStampToken } = TimeStampResp.fromBER(alone(answer.body))
      if (answer.status !== 200 || !timeStampToken) throw new Error(`the timestamping service answered ${answer.status}`)
      const token = Buffer.from(timeStampToken.toSchema().toBER())
      const read = readSignature(token)
      if (!read || !timeOf(read, digest)) throw new Error('the token does not fit the signature')
      return token
    } catch (error) {
      throw new SigningUnavailable('no timestamp', error)
    }
  }
}

/** The time a token proves for a digest; undefined when it proves nothing. */
export function timeOf(token: ReadSignature, digest: Buffer): Date | undefined {
  const content = contentOf(token)
  if (!content || !isIntact(token, [content])) return undefined
  const { genTime, messageImprint } = TSTInfo.fromBER(alone(content))
  return Buffer.from(messageImprint.hashedMessage.getValue()).equals(digest) ? genTime : undefined
}

/** The time a signature carries a proof for, and the token with it. */
export function provenTime(signature: ReadSignature): { at: Date; token: ReadSignature } | undefined {
  const token = signature.timestamp && readSignature(signature.timestamp)
  const at = token && timeOf(token, sha256(Buffer.from(signature.info.signature.getValue())))
  return token && at ? { at, token } : undefined
}
