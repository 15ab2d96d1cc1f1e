import { z } from 'zod'
import { paragraphs } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { endpoint, goto, page, resource } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { throttle } from '#platform/web/throttle.ts'
import { DateTime, FactList, Form, NameList, Notice, PublicLayout, Section, TextArea } from '#ui/index.ts'
import type { Signed } from '../contract.ts'
import { isSigned, publicKey } from '../signature.ts'
import { answerByCode } from '../store.ts'

const file = z.object({ signed: z.string(), signature: z.string() })

/** What a pasted file says, when it is one of ours and unchanged. @throws Problem on `text` */
function checked(secret: string, text: string): Signed {
  let parsed: z.output<typeof file> | null = null
  try {
    parsed = file.safeParse(JSON.parse(text)).data ?? null
  } catch {
    parsed = null
  }
  if (!parsed) throw new Problem('text', 'Ini bukan berkas jawaban. Tempel seluruh isi berkasnya.')
  if (!isSigned(secret, parsed.signed, parsed.signature)) throw new Problem('text', 'Tanda tangannya tidak cocok: isinya berubah, atau bukan dari portal ini.')
  return JSON.parse(parsed.signed) as Signed
}

/** Anybody checks whether an answer is ours and unchanged. What was answered is not shown here. */
export const verifyPage = page({
  path: '/data/jawaban',
  may: 'public',
  query: z.object({ kode: z.string().max(20).optional() }),
  form: z.object({ text: paragraphs(10, 2_000_000, 'Tempel isi berkas jawaban') }),
  load: async ({ db, query }) => (query.kode ? await answerByCode(db, query.kode) : null),
  view: ({ data: answer, query, fields }) => (
    <PublicLayout title={t('Periksa jawaban')} lead={t('Jawaban atas kueri yang disetujui ditandatangani portal ini, dengan waktu, banyaknya baris, dan sidik pertanyaannya.')} width="text" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Permintaan data'), href: '/data/permintaan' }]}>
      {query.kode && !answer && <Notice tone="bad"><p>{t('Tidak ada jawaban dengan kode itu.')}</p></Notice>}
      {answer && (
        <Section title={t('Jawaban {code}', { code: answer.code })}>
          <FactList facts={[
            { label: t('Data'), value: (JSON.parse(answer.signed) as Signed).dataset },
            { label: t('Ditanya'), value: <DateTime at={answer.at} as="full" /> },
            { label: t('Baris'), value: number(answer.rows) },
            { label: t('Sidik pertanyaan'), value: <code>{answer.hash}</code> },
          ]} />
        </Section>
      )}
      <Form fields={fields} submit={t('Periksa')}>
        <TextArea field={fields('text')} label={t('Isi berkas jawaban')} required rows={6} />
      </Form>
      <NameList items={[{ label: t('Kunci publik (PEM)'), href: '/data/jawaban/kunci.pem' }]} />
    </PublicLayout>
  ),
  async before({ db, hands, request }) {
    await throttle(db, hands.secret, `verify answer ${request.ip}`, 60, 3600)
  },
  async act({ input, hands, note }) {
    const content = checked(hands.secret, input.text)
    note({ record: ['approved-answer', content.code], after: { checked: true } })
    return goto(`/data/jawaban?kode=${content.code}`, 'Tanda tangan cocok: jawaban {code} asli dan tidak berubah.', { code: content.code })
  },
})

/** The same for programs. */
export const verifyEndpoint = endpoint({
  path: '/api/data/jawaban/periksa',
  method: 'POST',
  may: 'public',
  summary: 'Checks the signature of an answer to an approved query',
  body: file,
  answer: z.object({ valid: z.boolean(), code: z.string().nullable(), hash: z.string().nullable(), at: z.string().nullable() }),
  handle({ body, hands }) {
    const valid = isSigned(hands.secret, body.signed, body.signature)
    const content = valid ? (JSON.parse(body.signed) as Signed) : null
    return Promise.resolve({ valid, code: content?.code ?? null, hash: content?.hash ?? null, at: content?.at ?? null })
  },
})

/** For whoever checks without us. */
export const keyFile = resource({
  path: '/data/jawaban/kunci.pem',
  may: 'public',
  load: ({ hands }) => Promise.resolve({ type: 'application/x-pem-file', body: publicKey(hands.secret) }),
})
