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
  /** Who signs: the name, and what the authority knows the person by (NIK for BSrE). */
  signer: { name: string; identifier: string }
  reason: string
  location: string
  /** Typed for this signing, never kept. */
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

/** Signs PDFs for people who hold a certificate. */
export interface Signer {
  /** Whether its signatures prove nothing and are marked so. */
  readonly test: boolean
  /** Whether somebody holds a certificate that signs today. @throws SigningUnavailable */
  canSign(identifier: string): Promise<boolean>
  /**
   * Signs one PDF: the whole signed file, or an error and nothing.
   * @throws Problem (field `passphrase`) for a wrong passphrase or a person without certificate; worth typing again
   * @throws SigningUnavailable when the provider does not answer; worth trying later
   */
  sign(order: SigningOrder): Promise<Signed>
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
 * Signs many with one passphrase, one after another, each for itself: a document that cannot be signed does not keep
 * the others from it. After a wrong passphrase or a provider that does not answer, the rest is not tried and carries
 * the same error.
 */
export async function signMany<K>(signer: Signer, orders: { key: K; order: SigningOrder }[]): Promise<Outcome<K>[]> {
  const outcomes: Outcome<K>[] = []
  let stopped: { error: unknown } | undefined
  for (const { key, order } of orders) {
    if (stopped) {
      outcomes.push({ key, ...stopped })
      continue
    }
    try {
      outcomes.push({ key, signed: await signer.sign(order) })
    } catch (error) {
      outcomes.push({ key, error })
      if (meetsAll(error)) stopped = { error }
    }
  }
  return outcomes
}
