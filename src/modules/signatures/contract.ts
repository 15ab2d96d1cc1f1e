import type { Db } from '#platform/db/database.ts'
import type { Signer } from '#platform/signing/signer.ts'
import { port } from '#platform/web/port.ts'

/** Who makes signatures for a government. */
export interface Signing {
  of(governmentId: string): Signer
  /** Certificates (PEM) whose signatures are checked as valid here. */
  trusted(governmentId: string): Promise<string[]>
  /** Gives somebody a certificate of the test authority under a passphrase. @throws Refused where BSrE signs */
  enrol(governmentId: string, person: { identifier: string; name: string; organisation: string }, passphrase: string): Promise<void>
}

/** A letter that was signed, as others ask about it. */
export interface SignedLetter {
  letterId: string
  signer: string
  signedAt: Date
  /** Whether the signature proves nothing, because a test authority made it. */
  test: boolean
}

/** Signatures of letters. */
export interface Signatures {
  of(db: Db, letterIds: readonly string[]): Promise<Map<string, SignedLetter>>
}

export const signing = port<Signing>('signatures.signing')
export const signatures = port<Signatures>('signatures.signatures')
