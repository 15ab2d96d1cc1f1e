import { createHash } from 'node:crypto'
import { checkPdf } from '#platform/signing/checking.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { StoredSignature } from '../store.ts'

/** What is to be said of a file somebody holds, beside the one that was signed. */
export function comparison(file: Buffer, signature: Pick<StoredSignature, 'sha256' | 'signing'>, trusted: string[]): { same: boolean; words: Message } {
  if (createHash('sha256').update(file).digest().equals(signature.sha256)) return { same: true, words: { text: 'Berkas ini sama persis dengan surat yang ditandatangani.' } }
  return { same: false, words: otherwise(file, signature, trusted) }
}

function otherwise(file: Buffer, { signing }: Pick<StoredSignature, 'signing'>, trusted: string[]): Message {
  const values = { number: signing.number }
  try {
    const { signatures, changedAfterSigning } = checkPdf(file, trusted)
    const own = signatures.find(each => each.trusted && each.intact)
    if (own && !changedAfterSigning) return { text: 'Berkas ini surat lain: ditandatangani oleh {name}, tetapi bukan surat {number}.', values: { ...values, name: own.signer } }
    if (signatures.length > 0) return { text: 'Berkas ini tidak sama. Isinya berubah sesudah ditandatangani, jadi jangan dipercaya sebagai surat {number}.', values }
    return { text: 'Berkas ini tidak sama dan tidak bertanda tangan elektronik. Mintalah berkas asli surat {number}.', values }
  } catch {
    return { text: 'Berkas ini tidak sama dengan surat {number}, dan bukan PDF yang utuh.', values }
  }
}
