import { sql } from 'kysely'
import { z } from 'zod'
import { networkOf } from '#platform/access/attempts.ts'
import { t } from '#platform/i18n/locale.ts'
import { dateTime } from '#platform/i18n/format.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { throttle } from '#platform/web/throttle.ts'
import { goto, page, resource } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { ButtonLink, DateTime, Disclosure, FactList, Notice, Prose, PublicLayout, SameFile, Section } from '#ui/index.ts'
import { signing } from '../contract.ts'
import { comparison } from './compare.ts'
import { verified, type Verified } from './verify.ts'

const query = z.object({ kunci: z.string().max(64).optional().catch(undefined) })

const keyed = (path: string, key: string | undefined) => (key ? `${path}?kunci=${encodeURIComponent(key)}` : path)

/** Where anybody checks a letter: who signed what when, whether it still is what was signed, and whether the file they hold is the same. */
export const verifyPage = page({
  path: '/v/:code',
  may: 'public',
  query,
  form: z.object({}),
  files: { file: { max: 30_000_000, accept: 'compare' } },
  async load(context) {
    await throttle(context.db, context.hands.secret, `verify ${networkOf(context.request.ip)}`, 120, 600)
    return verified(context)
  },
  view: ({ data, fields, params, query: { kunci } }) => {
    const { signature, letter, whole, checked } = data
    const { signing: printed, test } = signature
    return (
      <PublicLayout title={t('Periksa surat')} width="text" islands={['same-file']} head={<meta name="robots" content="noindex" />}>
        <Judgement {...data} />
        <FactList facts={[
          { label: t('Nomor surat'), value: printed.number },
          { label: t('Tanggal surat'), value: <DateTime at={printed.on} /> },
          { label: t('Dari'), value: letter.sender },
          { label: t('Perihal'), value: whole ? letter.subject : null },
          { label: t('Ditandatangani oleh'), value: `${printed.signer.name}, ${printed.signer.capacity.join(' ').replace(/,$/, '')}` },
          { label: t('Waktu tanda tangan'), value: <DateTime at={signature.signedAt} as="full" /> },
        ]} />
        <Disclosure title={t('Rincian sertifikat')} level={2}>
          <FactList facts={[
            { label: t('Sertifikat'), value: `${signature.certificate.subject} · ${signature.certificate.issuer}` },
            { label: t('Masa berlaku'), value: t('{from} sampai {to}', { from: dateTime(new Date(signature.certificate.validFrom)), to: dateTime(new Date(signature.certificate.validTo)) }) },
            { label: t('Waktu terbukti'), value: checked.signatures.at(-1)?.timeProven ? t('ya, oleh stempel waktu tepercaya') : t('tidak, menurut penanda tangan') },
            { label: t('SHA-256 berkas'), value: <code>{signature.sha256.toString('hex')}</code> },
          ]} />
          {test && <p>{printed.sentence}</p>}
        </Disclosure>
        {whole ? <Whole {...data} path={keyed(`/v/${params.code}/surat.pdf`, kunci)} /> : <Notice><p>{t('Isi surat ini tidak terbuka untuk umum. Yang dapat diperiksa siapa saja hanya keterangan di atas.')}</p></Notice>}
        <Section title={t('Bandingkan dengan berkas Anda')}>
          <p>{t('Pilih berkas PDF yang Anda terima. Dengan JavaScript berkas dibandingkan di perangkat Anda dan tidak dikirim; tanpa itu berkas dikirim, dibandingkan, lalu dihapus.')}</p>
          <SameFile sha256={signature.sha256.toString('hex')} label={t('Berkas PDF')} fields={fields}
            same={t('Berkas ini sama persis dengan surat yang ditandatangani.')} different={t('Berkas ini tidak sama. Jangan dipercaya sebagai surat {number}.', { number: printed.number })} />
        </Section>
      </PublicLayout>
    )
  },
  async act(context) {
    const { tx, files, hands, government, ask, params, query: { kunci }, note } = context
    const sent = files.file?.[0]
    if (!sent) throw new Problem('file', 'Pilih berkas PDF yang hendak dibandingkan.')
    const { signature } = await verified(context)
    const body = await hands.files.read(government.id, sent.id)
    // Nothing of what visitors compare stays here.
    await sql`delete from platform.file where id = ${sent.id} and state = 'pending'`.execute(tx)
    await hands.files.remove(government.id, sent.id, [])
    const { words, same } = comparison(body, signature, await ask(signing).trusted(government.id))
    note({ record: ['letter', signature.letterId], after: { compared: same } })
    return goto(keyed(`/v/${params.code}`, kunci), words.text, words.values as Record<string, string>)
  },
})

/** The one thing most people want to know, before everything else. */
function Judgement({ checked, signature, letter }: Verified) {
  const last = checked.signatures.at(-1)
  const sound = last?.intact && !checked.changedAfterSigning
  if (letter.state === 'cancelled') return <Notice tone="bad" title={t('Surat ini dibatalkan')}><p>{t('Tanda tangannya asli, tetapi suratnya tidak berlaku lagi.')}</p></Notice>
  if (!sound) return <Notice tone="bad" title={t('Tanda tangan tidak cocok')}><p>{t('Berkas yang tersimpan tidak lagi sama dengan yang ditandatangani. Hubungi pengirimnya.')}</p></Notice>
  if (signature.test) return <Notice tone="warn" title={t('Tanda tangan uji coba')}><p>{t('Surat ini utuh, tetapi ditandatangani dengan sertifikat percobaan.')}</p></Notice>
  return <Notice tone="good" title={t('Surat ini asli')}><p>{t('Tanda tangannya utuh dan suratnya tidak berubah sejak ditandatangani.')}</p></Notice>
}

const Whole = ({ whole, letter, path }: Verified & { path: string }) => (
  <Section title={letter.subject}>
    <p><ButtonLink href={path}>{t('Unduh surat asli (PDF)')}</ButtonLink></p>
    {whole!.addressees.length > 0 && <FactList facts={[{ label: t('Kepada'), value: named(whole!, 'to') }, { label: t('Tembusan'), value: named(whole!, 'copy') }]} />}
    {whole!.content && <Prose html={toHtml([...Object.values(whole!.content.parts), whole!.content.body].filter(Boolean).join('\n\n'))} />}
  </Section>
)

const named = ({ addressees }: NonNullable<Verified['whole']>, role: 'to' | 'copy') => addressees.filter(one => one.role === role).map(({ name }) => name).join('; ')

/** The signed file itself, where the class of the letter allows. */
export const verifiedFile = resource({
  path: '/v/:code/surat.pdf',
  may: 'public',
  query,
  async load(context) {
    await throttle(context.db, context.hands.secret, `verify ${networkOf(context.request.ip)}`, 120, 600)
    const { whole, signature } = await verified(context)
    const file = whole && (await findFile(context.db, signature.fileId))
    if (!file) throw new NotFound()
    return filePayload(context.hands, file)
  },
})
