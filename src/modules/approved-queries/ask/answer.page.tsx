import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page, resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Actions, ButtonLink, DataTable, DateTime, EmptyState, FactList, Notice, Section, WorkLayout } from '#ui/index.ts'
import { mayManage } from '../approval.ts'
import type { Signed } from '../contract.ts'
import { valueWords } from '../parts/words.ts'
import { answerByCode, approvalById } from '../store.ts'

/** An answer, for whoever asked and for the holder. @throws NotFound */
async function answerHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>) {
  const answer = await answerByCode(db, params.code!)
  const approval = answer && (await approvalById(db, answer.approvalId))
  if (!answer || !approval || (answer.accountId !== who.account?.id && !mayManage(who, approval))) throw new NotFound()
  return { answer, approval, content: JSON.parse(answer.signed) as Signed }
}

/** What was answered, with the seal that says when, to what, and over which table. */
export const answerPage = page({
  path: '/kerja/kueri-data/jawaban/:code',
  may: 'approved-queries.ask',
  load: answerHere,
  view({ data: { answer, approval, content } }) {
    const { question, rows } = content
    const titleOf = (column: string) => approval.dimensions.find(one => one.column === column)?.title ?? column
    const measureOf = (column: string) => approval.measures.find(one => one.column === column)
    const merged = rows.some(({ values }) => values.some(set => set.length > 1))
    return (
      <WorkLayout title={t('Jawaban {code}', { code: answer.code })} lead={approval.title} breadcrumbs={[{ label: t('Kueri yang disetujui'), href: '/kerja/kueri-data' }, { label: approval.title, href: `/kerja/kueri-data/${approval.id}` }]}
        action={<Actions><ButtonLink download href={`/kerja/kueri-data/jawaban/${answer.code}/berkas`}>{t('Unduh bertanda tangan')}</ButtonLink><ButtonLink kind="quiet" href={`/kerja/kueri-data/${approval.id}/tanya`}>{t('Tanya lagi')}</ButtonLink></Actions>}>
        {merged && <Notice><p>{t('Beberapa nilai digabung, karena sendiri-sendiri menyangkut kurang dari {n} orang.', { n: content.fewest })}</p></Notice>}
        <DataTable caption={t('Jawaban')} rows={rows} columns={[
          ...question.by.map((column, i) => ({ label: titleOf(column), main: i === 0, cell: (row: (typeof rows)[number]) => valueWords(row.values[i]!) })),
          { label: t('Banyaknya'), numeric: true, main: question.by.length === 0, cell: row => number(row.count) },
          ...question.sum.flatMap((column, i) => [
            { label: t('Jumlah {title}', { title: measureOf(column)?.title ?? column }), numeric: true, cell: (row: (typeof rows)[number]) => number(row.sums[i]!.sum) },
            { label: t('Rata-rata {title}', { title: measureOf(column)?.title ?? column }), numeric: true, cell: (row: (typeof rows)[number]) => { const { sum, filled } = row.sums[i]!; return filled > 0 ? number(Math.round((sum / filled) * 100) / 100) : '' } },
          ]),
        ]} empty={<EmptyState title={t('Tidak ada yang dapat disebut')}>{t('Yang ditanyakan menyangkut terlalu sedikit orang, atau tidak ada.')}</EmptyState>} />
        <Section title={t('Tanda tangan')}>
          <FactList facts={[
            { label: t('Ditanya'), value: <DateTime at={answer.at} as="full" /> },
            { label: t('Periode'), value: question.period },
            ...Object.entries(question.only).map(([column, values]) => ({ label: titleOf(column), value: valueWords(values) })),
            { label: t('Keperluan'), value: answer.purpose },
            { label: t('Baris'), value: number(answer.rows) },
            { label: t('Sidik pertanyaan'), value: <code>{answer.hash}</code> },
            { label: t('Sidik tabel'), value: <code>{content.digest}</code> },
            { label: t('Ed25519'), value: <code>{answer.signature}</code> },
            { label: t('Periksa'), value: <a href={`/data/jawaban?kode=${answer.code}`}>{t('Halaman pemeriksaan')}</a> },
          ]} />
        </Section>
      </WorkLayout>
    )
  },
})

/** The answer as a file: the bytes that were signed, and the signature. */
export const answerFile = resource({
  path: '/kerja/kueri-data/jawaban/:code/berkas',
  may: 'approved-queries.ask',
  async load(context) {
    const { answer } = await answerHere(context)
    return {
      type: 'application/json; charset=utf-8',
      body: `${JSON.stringify({ signed: answer.signed, signature: answer.signature, algorithm: 'Ed25519', key: '/data/jawaban/kunci.pem' })}\n`,
      headers: { 'Content-Disposition': `attachment; filename="jawaban-${answer.code}.json"`, 'Cache-Control': 'private, no-store' },
    }
  },
})
