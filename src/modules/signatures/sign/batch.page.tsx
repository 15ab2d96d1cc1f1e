import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { confirmation } from '#modules/confirmation/contract.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { CheckList, EmptyState, Form, Notice, PasswordField, WorkLayout } from '#ui/index.ts'
import { SignWithKey } from '../certificate/keys.tsx'
import { sealsOf } from '../certificate/seals.ts'
import { signing } from '../contract.ts'
import type { Attempt } from '../store.ts'
import { islandsFor, SpoiltNotice, TestNotice } from './form.tsx'
import { wordsOf } from './outcome.ts'
import { passphrase } from './sign.page.tsx'
import { signLetters } from './sign.ts'
import { waitingHere } from './waiting.ts'

const isSecret = ({ secrecy }: Letter) => secrecy === 'R' || secrecy === 'SR'

const hintOf = (letter: Letter, attempt: Attempt | null) =>
  [letter.sender, attempt?.waiting === 'unavailable' ? t('Penyedia tidak menjawab, nomor {number} tetap', { number: attempt.number }) : attempt?.waiting === 'refused' ? t('Passphrase tidak diterima, nomor {number} tetap', { number: attempt.number }) : null].filter(Boolean).join(' · ')

/** Signs many letters with one passphrase, each for itself. */
export const batchPage = page({
  path: '/kerja/tanda-tangan',
  may: 'signed-in',
  query: z.object({ surat: several(z.string().max(40)).catch([]) }),
  form: z.object({ surat: several(z.uuid('Pilih surat')).pipe(z.array(z.string()).min(1, 'Pilih paling sedikit satu surat').max(100, 'Paling banyak {max} surat sekaligus')), passphrase: passphrase() }),
  async load(context) {
    const [waiting, seals] = await Promise.all([waitingHere(context), sealsOf(context)])
    return { waiting, seals, test: context.ask(signing).of(context.government.id).test }
  },
  fill: ({ waiting }, { query }) => ({ surat: query.surat.length > 0 ? query.surat : waiting.filter(({ letter }) => !isSecret(letter)).map(({ letter }) => letter.id) }),
  view: ({ data: { waiting, seals, test }, fields }) => (
    <WorkLayout title={t('Tanda tangan')} lead={t('Semua surat yang menunggu tanda tangan Anda hari ini.')} width="text" islands={waiting.length > 0 ? islandsFor(seals) : []} breadcrumbs={[{ label: t('Kotak masuk'), href: '/kerja/kotak-masuk' }, { label: t('Tanda tangan') }]}>
      {test && <TestNotice />}
      <SpoiltNotice seals={seals} attempts={waiting.map(({ attempt }) => attempt)} />
      {waiting.length === 0 ? <EmptyState title={t('Tidak ada yang menunggu tanda tangan Anda')}>{t('Surat muncul di sini sesudah semua paraf diberikan.')}</EmptyState> : (
        <Form fields={fields} submit={t('Tanda tangani yang dipilih')} actions={<SignWithKey seals={seals} />}>
          <CheckList field={fields('surat')} label={t('Surat')} options={waiting.map(({ letter, attempt }) => ({ value: letter.id, label: isSecret(letter) ? t('Surat rahasia') : letter.subject, hint: hintOf(letter, attempt) }))} required />
          <PasswordField field={fields('passphrase')} label={t('Passphrase')} hint={t('Satu kali untuk semua surat yang dipilih. Tidak disimpan.')} autocomplete="current-password" required />
        </Form>
      )}
      {waiting.some(({ letter }) => isSecret(letter)) && <Notice><p>{t('Surat rahasia ditandatangani satu per satu sesudah dibaca, atau di sini sesudah konfirmasi.')}</p></Notice>}
    </WorkLayout>
  ),
  async before(context) {
    const { ask, input } = context
    const chosen = (await waitingHere(context)).filter(({ letter }) => input.surat.includes(letter.id))
    if (chosen.length === 0) throw new Problem('surat', 'Surat yang dipilih tidak lagi menunggu tanda tangan Anda.')
    if (chosen.some(({ letter }) => isSecret(letter)) && !(await ask(confirmation).isFresh(context))) throw new Problem('surat', 'Di antaranya ada surat rahasia. Buka surat itu dahulu dan konfirmasi diri Anda.')
    const results = await signLetters(context, chosen.map(({ letter }) => letter.id), input.passphrase)
    const failed = results.filter(({ error }) => error)
    for (const { error } of failed) if (!wordsOf(error!)) throw error
    const words = failed[0]?.error && wordsOf(failed[0].error)
    // Nothing was signed: the form comes back with the reason, as for one letter.
    if (words && failed.length === results.length) throw new Problem('passphrase', words.text, words.values)
    return { signed: results.length - failed.length, failed: failed.length, ids: results.filter(({ error }) => !error).map(({ id }) => id) }
  },
  async act({ prepared: { signed, failed, ids }, note }) {
    note({ record: ['letters', ids[0] ?? ''], after: { signed: ids } })
    return goto('/kerja/tanda-tangan', '{n, plural, one {# surat} other {# surat}} ditandatangani dan dikirim{failed, plural, =0 {} other {, # tidak: lihat keterangannya}}.', { n: signed, failed })
  },
})
