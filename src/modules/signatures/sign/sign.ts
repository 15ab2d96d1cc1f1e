import { createHash, randomUUID } from 'node:crypto'
import { beginAttempt, type Counter } from '#platform/access/attempts.ts'
import { renderWithPlaces } from '#platform/documents/compiler.ts'
import { signedAsTest } from '#platform/documents/letter.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { signMany, SigningUnavailable, type Signed, type SigningOrder } from '#platform/signing/signer.ts'
import { longDate } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { letters, letterSigned, type Letter } from '#modules/correspondence/contract.ts'
import { papers, type Signatory, type Signing as Printed } from '#modules/drafting/contract.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { numbers } from '#modules/numbering/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { employees, rolls } from '#modules/personnel/contract.ts'
import { signing } from '../contract.ts'
import { isTaken, newCode } from '../signature.ts'
import { attemptsOf, deleteAttempt, insertSignature, leaveAttempt, takeAttempt, type Attempt } from '../store.ts'

export type Signer = Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask' | 'hands' | 'request'>

/** What BSrE wants to stand on what it signed. */
const signedByBsre = 'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE.'

/** A letter taken for signing, with all that will stand on it. */
interface Taken {
  letter: Letter
  attempt: Attempt
  printed: Printed
  token: string
}

/** Free tries with a passphrase, then waiting that doubles: whoever finds an open session does not guess one. */
const patienceOf = (accountId: string): Counter => ({ key: `passphrase ${accountId}`, patience: { free: 5, first: 30, most: 3600 } })

/**
 * Whether the person may sign the letter today: it waits for a signature, and they are the one in charge.
 * @throws Refused saying who is
 */
export async function signatoryHere({ ask, who, government, now }: Pick<Context, 'ask' | 'who' | 'government' | 'now'>, db: Db | Tx, letter: Letter): Promise<Signatory> {
  if (letter.state !== 'approved' && letter.state !== 'numbered') throw new Refused('Surat ini tidak sedang menunggu tanda tangan.')
  const signatory = await ask(papers).signatory(db, letter, dayIn(now, government.zone))
  if (signatory.accountId !== who.account?.id) throw new Refused('Hari ini surat ini ditandatangani oleh {name}.', { name: signatory.name })
  return signatory
}

/** Gives the letter its number, date and code, and keeps other screens from signing it meanwhile. */
const take = (context: Signer, id: string): Promise<Taken> =>
  context.db.transaction().execute(async tx => {
    const { ask, now, government, who, request } = context
    const letter = await ask(letters).take(tx, id)
    if (!letter || !(await ask(letters).visible({ ...context, db: tx }, [id])).has(id)) throw new NotFound()
    const signer = await signatoryHere(context, tx, letter)
    const earlier = (await attemptsOf(tx, [id])).get(id)
    if (earlier && isTaken(earlier, now)) throw new Conflict('Surat ini sedang ditandatangani di layar lain. Tunggu sebentar, lalu muat ulang halaman.')
    const day = earlier?.onDay ?? dayIn(now, government.zone)
    const { id: numberId, number } = await ask(numbers).take(tx, {
      unitId: letter.unitId, kind: letter.kind, classification: letter.classification ?? '', secrecy: letter.secrecy, on: day, matter: { kind: 'letter', id }, title: letter.subject,
    })
    const token = randomUUID()
    const attempt = await takeAttempt(tx, { letterId: id, numberId, number, onDay: day, code: earlier?.code ?? newCode(), accountId: who.account!.id }, token)
    const changed = await ask(letters).change(tx, id, { state: 'numbered', number, letterOn: day, code: attempt.code })
    const test = ask(signing).of(government.id).test
    // An address with a number instead of a name is the visitor's own word, and this one is printed.
    const origin = request.official ? request.origin : `https://${ask(governmentDirectory).portalOf(government.id)}`
    return { letter: changed, attempt, token, printed: { number, on: day, signer, address: `${origin}/v/${attempt.code}`, sentence: test ? signedAsTest : signedByBsre } }
  })

/** What the provider knows the person by: BSrE the NIK, the test authority the account. */
async function identifierOf({ ask, db, government }: Pick<Context, 'ask' | 'db' | 'government'>, accountId: string): Promise<string> {
  if (ask(signing).of(government.id).test) return accountId
  const employee = (await ask(employees).byAccount(db, [accountId])).get(accountId)
  const nik = employee && (await ask(rolls).nikOf(db, employee.id))
  if (!nik) throw new Problem('passphrase', 'NIK Anda belum tercatat di data pegawai, padahal BSrE mengenali penanda tangan dengannya. Minta pengelola kepegawaian melengkapinya.')
  return nik
}

/** The order for one letter, made of the same source as its preview. */
async function orderOf(context: Signer, { letter, printed }: Taken): Promise<SigningOrder> {
  const { pdf, places } = await renderWithPlaces(await context.ask(papers).of(context, letter, printed))
  const place = places.find(({ name }) => name === 'signature')
  const { signer, address } = printed
  const at = withLocale({ language: 'id', zone: context.government.zone, vocabulary: {}, now: context.now }, () => longDate(context.now))
  return {
    pdf,
    stamp: place ? { page: place.page, rect: place.rect, lines: [signer.name, signer.capacity.join(' ').replace(/,$/, ''), at], qr: address } : null,
    name: signer.name, reason: `Surat ${printed.number}`, location: context.government.name,
  }
}

/** Keeps the signed letter and sends it on its way; all of it or nothing. */
const finish = (context: Signer, { letter, token, attempt, printed }: Taken, { pdf, signedAt, certificate, reference }: Signed): Promise<void> =>
  context.db.transaction().execute(async tx => {
    const { ask, hands, government, who } = context
    const by = who.account!.id
    await ask(letters).take(tx, letter.id)
    if ((await attemptsOf(tx, [letter.id])).get(letter.id)?.token !== token) throw new Conflict('Surat ini sudah ditandatangani dari layar lain.')
    const name = `${printed.number.replace(/[^\w.-]+/g, '-')}.pdf`
    const file = await hands.files.put(tx, government.id, { name, mediaType: 'application/pdf', body: pdf, unitId: letter.unitId, public: false })
    await insertSignature(tx, {
      letterId: letter.id, code: attempt.code, fileId: file.id, sha256: createHash('sha256').update(pdf).digest(), signedAt, signer: printed.signer.name, accountId: by, postId: printed.signer.postId,
      signing: printed, certificate, test: ask(signing).of(government.id).test, reference: reference ?? null,
    })
    await deleteAttempt(tx, letter.id)
    const signed = await ask(letters).change(tx, letter.id, { state: 'signed', fileId: file.id, signedAt })
    await ask(letters).step(tx, letter.id, { event: 'Surat ditandatangani', by, postId: printed.signer.postId })
    await ask(tasks).end(tx, { matter: { kind: 'letter', id: letter.id }, kinds: ['sign'] }, by, 'signed')
    if (letter.answersId) await ask(letters).close(tx, letter.answersId, letter.unitId, 'answered', by)
    await ask(letters).deliver(tx, signed, by)
    await tell(tx, letterSigned, { letterId: letter.id, unitId: letter.unitId, kind: letter.kind })
    await hands.jobs.enqueue(tx, 'correspondence.read-files', government.id, { letterId: letter.id })
  })

/** What became of one letter of several. */
export type Result = { id: string; number: string | null; error: Error | null }

/** Why a letter waits after an attempt that did not come to its end. */
const reasonOf = (error: unknown): Attempt['waiting'] => (error instanceof SigningUnavailable ? 'unavailable' : error instanceof Problem ? 'refused' : null)

/**
 * Signs letters with one passphrase, each for itself: a letter that cannot be signed keeps its number and waits, the
 * others go on. The passphrase is kept nowhere.
 */
export async function signLetters(context: Signer, ids: readonly string[], passphrase: string): Promise<Result[]> {
  const { db, who, hands, ask, government } = context
  const identifier = await identifierOf(context, who.account!.id)
  const counter = patienceOf(who.account!.id)
  const attempt = await beginAttempt(db, hands.secret, [counter])
  const session = ask(signing).of(government.id).begin({ identifier, passphrase })
  const results = new Map<string, Result>()
  const taken: { key: Taken; order: SigningOrder }[] = []
  for (const id of new Set(ids)) {
    try {
      const one = await take(context, id)
      results.set(id, { id, number: one.printed.number, error: null })
      try {
        taken.push({ key: one, order: await orderOf(context, one) })
      } catch (error) {
        await leaveAttempt(db, id, one.token, null)
        throw error
      }
    } catch (error) {
      results.set(id, { id, number: results.get(id)?.number ?? null, error: asError(error) })
    }
  }
  let refused = false
  for (const outcome of await signMany(session, taken)) {
    const { letter, token } = outcome.key
    try {
      if ('error' in outcome) throw outcome.error
      await finish(context, outcome.key, outcome.signed)
    } catch (error) {
      refused ||= reasonOf(error) === 'refused'
      await leaveAttempt(db, letter.id, token, reasonOf(error))
      results.set(letter.id, { ...results.get(letter.id)!, error: asError(error) })
    }
  }
  if (!refused) await attempt.succeeded(counter)
  return [...results.values()]
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
