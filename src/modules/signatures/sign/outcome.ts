import { SigningUnavailable } from '#platform/signing/signer.ts'
import { Conflict, Problem, Refused } from '#platform/web/problems.ts'
import type { Message } from '#platform/forms/fields.ts'

/** Why a letter was not signed, in words for whoever wanted to sign it; null for what is no rule's fault. */
export function wordsOf(error: Error): Message | null {
  if (error instanceof SigningUnavailable) return { text: 'Penyedia tanda tangan tidak menjawab. Nomor surat tetap, dan Anda diberi tahu bila penyedia kembali.' }
  if (error instanceof Problem) return error.problems[0]?.message ?? null
  if (error instanceof Conflict || error instanceof Refused) return error.reason
  return null
}
