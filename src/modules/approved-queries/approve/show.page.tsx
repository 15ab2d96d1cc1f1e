import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { longDate, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DataTable, DateTime, EmptyState, FactList, Form, Notice, Section, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { mayApproval, mayManage } from '../approval.ts'
import { rightOf } from '../asking.ts'
import { cut, tablesByPeriod } from '../cutting.ts'
import { approvalWords, audienceWords, valueWords } from '../parts/words.ts'
import { answersOf, approvalById, approve, withdraw, type Approval } from '../store.ts'

/** The approval of an address, for those who look after it and, once it is approved, for those who may ask. @throws NotFound */
export async function approvalHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<Approval> {
  const approval = await approvalById(db, params.id!)
  if (!approval || (approval.state !== 'approved' && !mayManage(who, approval))) throw new NotFound()
  return approval
}

/** What would be merged in the newest period, for the holder to see before approving. */
async function previewOf(context: Context, approval: Approval) {
  const newest = [...(await tablesByPeriod(context, approval.datasetId)).values()][0]
  if (!newest) return null
  try {
    return { period: newest.release.period, blocks: await cut(context, newest.table, approval) }
  } catch (error) {
    if (error instanceof Problem) return { period: newest.release.period, blocks: [], said: error.problems[0]!.message }
    throw error
  }
}

/** What may be asked, what is merged so that nobody can be told apart, and who asked. */
export const showPage = page({
  path: '/kerja/kueri-data/:id',
  may: 'approved-queries.ask',
  form: z.object({ step: z.enum(['approve', 'withdraw'], 'Pilih langkah'), reason: optionalLine(1000) }),
  async load(context) {
    const { db, ask, government, who } = context
    const approval = await approvalHere(context)
    const manages = mayManage(who, approval)
    const [units, dataset, right, answers, preview] = await Promise.all([
      ask(unitDirectory).of(government.id), ask(catalogue).byId(db, approval.datasetId), rightOf(context, approval), manages ? answersOf(db, approval.id, 100) : [], approval.state === 'draft' ? previewOf(context, approval) : null,
    ])
    return { approval, units, dataset, right, answers, preview, names: await ask(people).named(db, answers.map(({ accountId }) => accountId)) }
  },
  view({ data: { approval, units, dataset, right, answers, preview, names }, who, fields }) {
    const merged = preview?.blocks.filter(({ within }) => within.some(values => values.length > 1)) ?? []
    return (
      <WorkLayout title={approval.title} lead={<StateBadge state={approval.state} states={approvalWords} />} breadcrumbs={[{ label: t('Kueri yang disetujui'), href: '/kerja/kueri-data' }]}
        action={<Actions>{right && <ButtonLink href={`/kerja/kueri-data/${approval.id}/tanya`}>{t('Tanyakan')}</ButtonLink>}{!right && approval.state === 'approved' && dataset && <ButtonLink href={`/kerja/permintaan-data/baru?data=${dataset.slug}`}>{t('Minta izin bertanya')}</ButtonLink>}</Actions>}>
        {approval.withdrawnReason && <Notice tone="bad" title={t('Dicabut')}><p>{approval.withdrawnReason}</p></Notice>}
        <FactList facts={[
          { label: t('Data'), value: dataset && <a href={`/data/${dataset.slug}`}>{dataset.title}</a> },
          { label: t('Pemegang data'), value: units.byId(approval.holderUnitId)?.name },
          { label: t('Dibedakan menurut'), value: approval.dimensions.map(({ title, values }) => `${title} (${values.length})`).join(', ') },
          { label: t('Dijumlahkan'), value: [t('Banyaknya'), ...approval.measures.map(({ title }) => title)].join(', ') },
          { label: t('Untuk siapa'), value: t(audienceWords[approval.audience]) },
          { label: t('Boleh ditanya sampai'), value: longDate(approval.until) },
          { label: t('Kelompok terkecil'), value: t('{n} orang', { n: approval.fewest }) },
        ]} />
        {preview && (
          <Section title={t('Yang digabung')}>
            {preview.said ? <Notice tone="bad"><p>{t(preview.said.text, preview.said.values)}</p></Notice> : preview.blocks.length === 0 ? (
              <Notice tone="warn"><p>{t('Tabelnya terlalu kecil: seluruhnya pun menyangkut terlalu sedikit orang.')}</p></Notice>
            ) : (
              <>
                <p>{t('Periode {period} terpotong menjadi {n} bagian; {m} di antaranya gabungan beberapa nilai, karena masing-masing terlalu kecil. Setiap jawaban, dari siapa pun, adalah jumlah bagian yang utuh.', { period: preview.period, n: preview.blocks.length, m: merged.length })}</p>
                <DataTable caption={t('Yang digabung')} rows={merged.slice(0, 50)} columns={[
                  ...approval.dimensions.map((dimension, i) => ({ label: dimension.title, main: i === 0, cell: (block: (typeof merged)[number]) => valueWords(block.within[i]!.map(place => dimension.values[place] ?? '…')) })),
                  { label: t('Banyaknya'), numeric: true, cell: block => number(block.count) },
                ]} empty={<EmptyState title={t('Tidak ada yang perlu digabung')}>{t('Setiap kombinasi nilai cukup besar.')}</EmptyState>} />
              </>
            )}
          </Section>
        )}
        {mayApproval(who, 'approve', approval) && (
          <Section title={t('Menyetujui')}>
            <p>{t('Sekali sebuah periode ditanya, cara memotongnya tetap untuk selamanya: cara yang lain, atau tabel yang dikoreksi, dapat saling dikurangkan sampai ke orangnya.')}</p>
            <Form actions={<Button kind="primary" name="step" value="approve">{t('Setujui')}</Button>} />
          </Section>
        )}
        {mayApproval(who, 'withdraw', approval) && <Form fields={fields} actions={<Button kind="danger" name="step" value="withdraw">{t('Cabut persetujuan')}</Button>}><TextField field={fields('reason')} label={t('Mengapa dicabut')} required maxlength={1000} /></Form>}
        {mayManage(who, approval) && (
          <Section title={t('Siapa bertanya')}>
            <DataTable caption={t('Siapa bertanya')} rows={answers} rowKey={one => one.id} columns={[
              { label: t('Kapan'), main: true, cell: one => <a href={`/kerja/kueri-data/jawaban/${one.code}`}><DateTime at={one.at} as="full" /></a> },
              { label: t('Siapa'), cell: one => names.get(one.accountId)?.name },
              { label: t('Untuk apa'), cell: one => one.purpose },
              { label: t('Baris'), numeric: true, cell: one => number(one.rows) },
            ]} empty={<EmptyState title={t('Belum pernah ditanya')}>{t('Setiap pertanyaan tercatat di sini dengan keperluannya.')}</EmptyState>} />
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, note } = context
    const approval = await approvalById(tx, params.id!, true)
    if (!approval || !mayManage(who, approval)) throw new NotFound()
    if (!mayApproval(who, input.step, approval)) throw new Refused('Langkah ini tidak dapat Anda lakukan sekarang.')
    if (input.step === 'approve') await approve(tx, approval.id, who.account!.id, todayOf(context))
    else if (input.reason) await withdraw(tx, approval.id, input.reason)
    else throw new Problem('reason', 'Tulis mengapa dicabut')
    note({ record: ['approved-query', approval.id], before: { state: approval.state }, after: { state: input.step === 'approve' ? 'approved' : 'withdrawn', reason: input.reason } })
    return goto(`/kerja/kueri-data/${approval.id}`, input.step === 'approve' ? 'Disetujui. Yang berhak kini dapat bertanya.' : 'Persetujuan dicabut. Tidak ada lagi yang dijawab.')
  },
})
