import { longDate } from '#platform/i18n/format.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type ActContext } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { posts, unitDirectory, type Head } from '#modules/organisation/contract.ts'
import { ButtonLink, Form, Notice, WorkLayout } from '#ui/index.ts'
import type { Access } from '../contract.ts'
import { accessesOf } from '../grants.ts'
import { meansOf } from '../lifecycle.ts'
import { requestHere } from '../parts/here.ts'
import { degreeWords } from '../parts/words.ts'
import { isHolder } from '../policy.ts'
import { insertStep, requestById, updateRequest, type Request } from '../store.ts'

/** Marks of Markdown in what people typed are letters of it. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('[', '(').replaceAll(']', ')').replace(/[|\\`*_{}<>#]/g, '\\$&')

/** A party of the agreement: who leads the agency, or the citizen by the number of the request. */
const party = (head: Head | undefined, unit: string): string => (head?.inCharge ? `${plain(head.inCharge.name)}, ${plain(head.title)}` : plain(unit))

/** The agreement in words; letters are in Indonesian, whoever prepares them. */
function bodyOf(request: Request, access: Access, parties: { holder: string; asker: string; holderUnit: string; askerUnit: string }, today: string): string {
  return [
    `Pada hari ini, tanggal ${longDate(today)}, kami masing-masing:`,
    `1. ${parties.holder}, bertindak untuk ${plain(parties.holderUnit)}, selanjutnya disebut PIHAK PERTAMA;\n2. ${parties.asker}, bertindak untuk ${plain(parties.askerUnit)}, selanjutnya disebut PIHAK KEDUA,`,
    `menyepakati pemberian data menurut permintaan nomor ${request.code} tanggal ${longDate(request.askedOn)} sebagai berikut:`,
    [
      `1. PIHAK PERTAMA memberikan data ${plain(request.subject)}, periode ${plain(request.period)}, sebagai: ${degreeWords[access.degree].toLowerCase()}${access.columns ? `, kolom ${plain(access.columns.join(', '))}` : ''};`,
      `2. data dipakai hanya untuk: ${plain(request.purpose)};`,
      `3. pemakaian berlaku dari ${longDate(access.from)} sampai ${longDate(access.until)}${request.keepUntil ? `, dan salinan dihapus paling lambat ${longDate(request.keepUntil)}` : ', dan sesudahnya salinan dihapus'};`,
      '4. PIHAK KEDUA tidak meneruskan data kepada pihak lain, dan setiap pemakaian tercatat dalam buku pemakaian yang terbuka bagi PIHAK PERTAMA;',
      '5. PIHAK PERTAMA dapat mencabut izin sewaktu-waktu dengan alasan tertulis.',
    ].join('\n'),
    ...(request.legalBasis ? [`Dasar: ${plain(request.legalBasis)}.`] : []),
    'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  ].join('\n\n')
}

/** Begins the Berita Acara as a draft for the head of the holder to sign; answers its letter. @throws Problem when no position leads the agency */
async function beginAgreement(context: ActContext<unknown, unknown>, request: Request, access: Access): Promise<string> {
  const { tx, ask, government, now, who } = context
  const today = todayOf(context)
  const units = await ask(unitDirectory).of(government.id)
  const holder = units.byId(request.holderUnitId)
  const heads = await ask(posts).heads(tx, [request.holderUnitId, ...(request.unitId ? [request.unitId] : [])], today)
  const head = heads.get(request.holderUnitId)
  if (!holder || !head) throw new Problem('', 'Belum ada jabatan yang memimpin {unit}, jadi belum ada yang menandatangani.', { unit: holder?.name ?? '' })
  const askerUnit = request.unitId ? (units.byId(request.unitId)?.name ?? '') : 'diri sendiri'
  const asker = request.unitId ? party(heads.get(request.unitId), askerUnit) : `Pemohon warga nomor ${request.code}`
  const body = withLocale({ language: 'id', zone: government.zone, vocabulary: {}, now }, () => bodyOf(request, access, { holder: party(head, holder.name), asker, holderUnit: holder.name, askerUnit }, today))
  const letter = await ask(drafts).begin(context, {
    unitId: holder.id, accountId: who.account!.id,
    content: {
      kind: 'berita-acara', subject: `Pemberian data ${request.subject} (${request.code})`, body, parts: {}, classification: '500.14', secrecy: 'B', urgency: 'biasa', addressees: [],
      signer: { postId: head.postId, onBehalfOf: null, through: null }, annexes: [], files: [], meeting: null, replyBy: null, answersId: null,
    },
  })
  return letter.id
}

/** The Berita Acara of what was given: begun here, signed and printed where letters are. */
export const agreementPage = page({
  path: '/kerja/permintaan-data/:id/berita-acara',
  may: 'data-requests.answer',
  async load(context) {
    const request = await requestHere(context)
    const [access] = await accessesOf(context.db, request.id)
    if (!access || !isHolder(context.who, request)) throw new NotFound()
    return { request, access }
  },
  view: ({ data: { request }, fields }) => (
    <WorkLayout title={t('Berita acara')} lead={`${request.code}. ${request.subject}`} width="text" breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }, { label: request.code, href: `/kerja/permintaan-data/${request.id}` }]}>
      {request.letterId ? (
        <>
          <Notice tone="good"><p>{t('Berita acara sudah disiapkan sebagai surat. Di sana ia diparaf, ditandatangani, dan diunduh sebagai PDF.')}</p></Notice>
          <p><ButtonLink href={`/kerja/surat/${request.letterId}`}>{t('Buka surat')}</ButtonLink></p>
        </>
      ) : (
        <Form fields={fields} submit={t('Siapkan berita acara')}><p>{t('Konsepnya diisi dari permintaan dan izin yang diberikan, untuk ditandatangani pimpinan pemegang data. Anda masih dapat mengubahnya.')}</p></Form>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, params, who, note } = context
    const request = await requestById(tx, params.id!, true)
    const [access] = request ? await accessesOf(tx, request.id) : []
    if (!request || !access || !isHolder(who, request)) throw new NotFound()
    if (request.letterId) throw new Refused('Berita acara sudah disiapkan.')
    const letterId = await beginAgreement(context, request, access)
    const { today, by } = meansOf(context)
    await updateRequest(tx, request.id, { letterId })
    await insertStep(tx, request.id, { event: 'agree', level: request.level, on: today, dueOn: null, remark: null, by })
    note({ record: ['data-request', request.id], after: { letter: letterId } })
    return goto(`/kerja/surat/${letterId}`, 'Berita acara disiapkan. Periksa, lalu edarkan.')
  },
})
