import { checkPdf, type CheckedPdf } from '#platform/signing/checking.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { letters, type Addressee, type Letter } from '#modules/correspondence/contract.ts'
import { drafts, type DraftContent } from '#modules/drafting/contract.ts'
import { signing } from '../contract.ts'
import { readCode } from '../signature.ts'
import { signatureByCode, type StoredSignature } from '../store.ts'

/** What anybody may learn of a signed letter. */
export interface Verified {
  signature: StoredSignature
  letter: Letter
  /** Whether the stored file still is what was signed. */
  checked: CheckedPdf
  /** All it says, where its class allows. */
  whole: { content: DraftContent | null; addressees: Addressee[] } | null
}

/** Whether its class lets this visitor read all of it: open letters everybody, limited ones whoever got the link. */
async function mayReadWhole({ ask, db, query }: Pick<Context<{ kunci?: string }>, 'ask' | 'db' | 'query'>, letter: Letter): Promise<boolean> {
  if (letter.secrecy === 'B') return true
  return letter.secrecy === 'T' && query.kunci !== undefined && ask(letters).opensWith(db, letter.id, query.kunci)
}

/** The letter behind a code, as far as this visitor may read it. @throws NotFound */
export async function verified(context: Pick<Context<{ kunci?: string }>, 'ask' | 'db' | 'query' | 'params' | 'hands' | 'government'>): Promise<Verified> {
  const { ask, db, params, hands, government } = context
  const code = readCode(params.code ?? '')
  const signature = /^[0-9A-Z]{12}$/.test(code) ? await signatureByCode(db, code) : null
  const letter = signature && (await ask(letters).byId(db, signature.letterId))
  if (!signature || !letter) throw new NotFound('Tidak ada surat dengan kode {code}. Periksa lagi kode yang tercetak pada suratnya; bila kodenya benar, surat itu bukan dari sini dan jangan dipercaya.', { code })
  const [body, roots] = await Promise.all([hands.files.read(government.id, signature.fileId), ask(signing).trusted(government.id)])
  const whole = (await mayReadWhole(context, letter)) ? { content: await ask(drafts).content(db, letter.id), addressees: await ask(letters).addressees(db, letter.id) } : null
  return { signature, letter, checked: checkPdf(body, roots), whole }
}
