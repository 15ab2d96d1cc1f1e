import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { DateTime, FactList, Section } from '#ui/index.ts'
import { sealsOf } from '../certificate/seals.ts'
import { signing } from '../contract.ts'
import { islandsFor, SignForm, TestNotice } from '../sign/form.tsx'
import { maySign } from '../sign/waiting.ts'
import { signaturesOf } from '../store.ts'

/** What the page of a letter says of its signature, and the form for whoever signs it today. */
export async function signatureParts(context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>, letter: Letter) {
  const [signature, may] = await Promise.all([signaturesOf(context.db, [letter.id]).then(found => found.get(letter.id) ?? null), maySign(context, letter)])
  const seals = may ? await sealsOf(context) : []
  return { signature, may, seals, islands: islandsFor(seals), test: context.ask(signing).of(context.government.id).test }
}

type Parts = Awaited<ReturnType<typeof signatureParts>>

/** Reading and signing are one page: on a phone it is opened and pressed. */
export const SignHere = ({ letter, parts: { may, seals, test } }: { letter: Letter; parts: Parts }) =>
  may ? (
    <Section title={t('Tanda tangan Anda')} id="tanda-tangan">
      {test && <TestNotice />}
      <SignForm letter={letter} fields={fieldsOf({})} seals={seals} action={`/kerja/surat/${letter.id}/tanda-tangan`} />
      <p><a href={`/kerja/surat/${letter.id}/kembalikan`}>{t('Kembalikan kepada konseptor')}</a></p>
    </Section>
  ) : null

export const SignatureFacts = ({ parts: { signature } }: { parts: Parts }) =>
  signature ? (
    <Section title={t('Tanda tangan elektronik')}>
      <FactList facts={[
        { label: t('Ditandatangani oleh'), value: signature.signer },
        { label: t('Waktu tanda tangan'), value: <DateTime at={signature.signedAt} as="full" /> },
        { label: t('Halaman periksa'), value: <a href={`/v/${signature.code}`}>{signature.signing.address}</a> },
      ]} />
    </Section>
  ) : null
