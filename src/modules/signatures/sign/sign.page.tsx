import { z } from 'zod'
import { paragraphs } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { numbers } from '#modules/numbering/contract.ts'
import { ButtonLink, Form, Notice, TextArea, WorkLayout } from '#ui/index.ts'
import { sealsOf } from '../certificate/seals.ts'
import { signing } from '../contract.ts'
import { attemptsOf, deleteAttempt } from '../store.ts'
import { isTaken } from '../signature.ts'
import { SignForm, SpoiltNotice, TestNotice, islandsFor } from './form.tsx'
import { wordsOf } from './outcome.ts'
import { signatoryHere, signLetters } from './sign.ts'

/** Typed for each signing; its form is the provider's business. */
export const passphrase = () => z.string('Isi passphrase').min(1, 'Isi passphrase').max(200, 'Paling banyak {max} huruf')

const crumbs = (letter: Letter, label: string) => [{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.subject, href: `/kerja/surat/${letter.id}` }, { label }]

async function read(context: Context) {
  const letter = await context.ask(letters).readable(context, context.params.id!)
  const signatory = await signatoryHere(context, context.db, letter)
  const [attempts, seals] = await Promise.all([attemptsOf(context.db, [letter.id]), sealsOf(context)])
  return { letter, signatory, test: context.ask(signing).of(context.government.id).test, attempt: attempts.get(letter.id) ?? null, seals }
}

/** Signs one letter: number, signature and dispatch in one press. */
export const signPage = page({
  path: '/kerja/surat/:id/tanda-tangan',
  may: 'signed-in',
  form: z.object({ passphrase: passphrase() }),
  load: read,
  view: ({ data: { letter, signatory, test, attempt, seals }, fields }) => (
    <WorkLayout title={t('Tanda tangani surat')} lead={letter.subject} width="text" islands={islandsFor(seals)} breadcrumbs={crumbs(letter, t('Tanda tangan'))}>
      {test && <TestNotice />}
      {attempt?.waiting === 'unavailable' && <Notice tone="warn"><p>{t('Percobaan sebelumnya tidak dijawab penyedia tanda tangan. Nomor {number} tetap dipakai.', { number: attempt.number })}</p></Notice>}
      <SpoiltNotice seals={seals} attempts={[attempt]} />
      <p>{signatory.capacity.join(' ')} <b>{signatory.name}</b></p>
      <p><a href={`/kerja/surat/${letter.id}/naskah`}>{t('Baca naskahnya dahulu')}</a></p>
      <SignForm letter={letter} fields={fields} seals={seals} />
      <p><ButtonLink kind="plain" href={`/kerja/surat/${letter.id}/kembalikan`}>{t('Kembalikan kepada konseptor')}</ButtonLink></p>
    </WorkLayout>
  ),
  async before(context) {
    await context.ask(letters).readable(context, context.params.id!)
    const [result] = await signLetters(context, [context.params.id!], context.input.passphrase)
    if (!result?.error) return { number: result?.number ?? null }
    const words = wordsOf(result.error)
    if (!words) throw result.error
    throw new Problem('passphrase', words.text, words.values)
  },
  async act({ params, prepared: { number }, note }) {
    note({ record: ['letter', params.id!], after: { state: 'signed', number } })
    return goto(`/kerja/surat/${params.id}`, 'Surat ditandatangani dengan nomor {number} dan dikirim.', { number: number ?? '' })
  },
})

/** Gives a letter back to its drafter instead of signing it; a number it has is kept as cancelled. */
export const returnPage = page({
  path: '/kerja/surat/:id/kembalikan',
  may: 'signed-in',
  form: z.object({ remarks: paragraphs(5, 2000, 'Tulis apa yang perlu diperbaiki') }),
  load: read,
  view: ({ data: { letter, attempt }, fields }) => (
    <WorkLayout title={t('Kembalikan surat')} lead={letter.subject} width="text" breadcrumbs={crumbs(letter, t('Kembalikan'))}>
      {attempt && <Notice tone="warn"><p>{t('Surat ini sudah bernomor {number}. Nomor itu tercatat batal dan tidak dipakai lagi.', { number: attempt.number })}</p></Notice>}
      <Form fields={fields} submit={t('Kembalikan')}>
        <TextArea field={fields('remarks')} label={t('Yang perlu diperbaiki')} required />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, who, params, input, note, now } = context
    const letter = await ask(letters).take(tx, params.id!)
    if (!letter || !(await ask(letters).visible(context, [letter.id])).has(letter.id)) throw new NotFound()
    const { postId } = await signatoryHere(context, tx, letter)
    const by = who.account!.id
    const attempt = (await attemptsOf(tx, [letter.id])).get(letter.id)
    if (attempt && isTaken(attempt, now)) throw new Problem('', 'Surat ini sedang ditandatangani di layar lain.')
    if (attempt) {
      await ask(numbers).cancel(tx, attempt.numberId, `Surat dikembalikan sebelum ditandatangani: ${input.remarks}`.slice(0, 300), by)
      await deleteAttempt(tx, letter.id)
      await ask(letters).change(tx, letter.id, { state: 'approved', number: null, letterOn: null, code: null })
    }
    await ask(drafts).giveBack(tx, letter.id, { accountId: by, postId }, input.remarks)
    note({ record: ['letter', letter.id], after: { state: 'returned', cancelled: attempt?.number ?? null } })
    return goto(`/kerja/surat/${letter.id}`, 'Surat dikembalikan kepada konseptor.')
  },
})
