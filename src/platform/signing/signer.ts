import { Problem } from '../web/problems.ts'

/** Where the stamp of a signature is drawn. */
export interface Stamp {
  /** From 1. */
  page: number
  /** In points from the lower left corner: left, bottom, right, top. A `Place` of a document fits. */
  rect: [number, number, number, number]
  /** What it says below “Ditandatangani secara elektronik oleh”: name, capacity, date. */
  lines: string[]
  /** Address behind its QR code. */
  qr?: string
}

export interface SigningOrder {
  pdf: Buffer
  /** Null signs without anything to see. */
  stamp: Stamp | null
  /** Of who signs, as the file tells it. */
  name: string
  reason: string
  location: string
}

/** What a person typed to sign with, once for one document or for many; never kept. */
export interface Credentials {
  /** What the authority knows the person by: the NIK for BSrE. */
  identifier: string
  passphrase: string
}

/** A certificate as people ask about it. */
export interface Certificate {
  subject: string
  issuer: string
  serial: string
  validFrom: Date
  validTo: Date
}

export interface Signed {
  pdf: Buffer
  signedAt: Date
  certificate: Certificate
  /** The provider's own number for the signed file. */
  reference?: string
}

/** One person signing, from the press of the button to the last of their documents. */
export interface SigningSession {
  /**
   * Signs one PDF: the whole signed file, or an error and nothing.
   * @throws Problem (field `passphrase`) for a wrong passphrase or a person without certificate; worth typing again
   * @throws SigningUnavailable when the provider does not answer; worth trying later
   */
  sign(order: SigningOrder): Promise<Signed>
}

/** Signs PDFs for people who hold a certificate. */
export interface Signer {
  /** Whether its signatures prove nothing and are marked so. */
  readonly test: boolean
  /** Whether somebody holds a certificate that signs today. @throws SigningUnavailable */
  canSign(identifier: string): Promise<boolean>
  /** Begins at once with what takes long, beside the printing of the documents; what is wrong is told when the first one is to be signed. */
  begin(credentials: Credentials): SigningSession
}

/** The provider did not sign for reasons of its own; nothing was signed, and trying later may help. */
export class SigningUnavailable extends Error {
  readonly retryable = true
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause })
  }
}

export type Outcome<K> = { key: K; signed: Signed } | { key: K; error: unknown }

/** Errors the next document would meet as well: another attempt with a wrong passphrase locks the certificate. */
const meetsAll = (error: unknown) => error instanceof SigningUnavailable || (error instanceof Problem && error.problems.some(({ name }) => name === 'passphrase'))

/**
 * Signs many, one after another, each for itself: a document that cannot be signed does not keep
 * the others from it. After a wrong passphrase or a provider that does not answer, the rest is not tried and carries
 * the same error.
 */
export async function signMany<K>(session: SigningSession, orders: { key: K; order: SigningOrder }[]): Promise<Outcome<K>[]> {
  const outcomes: Outcome<K>[] = []
  let stopped: { error: unknown } | undefined
  for (const { key, order } of orders) {
    if (stopped) {
      outcomes.push({ key, ...stopped })
      continue
    }
    try {
      outcomes.push({ key, signed: await session.sign(order) })
    } catch (error) {
      outcomes.push({ key, error })
      if (meetsAll(error)) stopped = { error }
    }
  }
  return outcomes
}
