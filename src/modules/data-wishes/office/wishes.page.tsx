import { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import { optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, DataTable, DateTime, EmptyState, FactList, Form, SelectField, StateBadge, TextArea, WorkLayout } from '#ui/index.ts'
import { wishesTopic } from '../public/wishes.page.tsx'
import { allWishes, updateWish, wishById } from '../store.ts'
import { wishAfter, wishEvents, wishWords, type WishEvent } from '../wish.ts'

const buttons: Record<WishEvent, string> = { show: 'Tampilkan', plan: 'Masukkan rencana', publish: 'Sudah tersedia', decline: 'Tidak dapat dipenuhi', hide: 'Sembunyikan' }

/** What citizens wish for, for those who answer. */
export const officeListPage = page({
  path: '/kerja/usulan-data',
  may: 'data-wishes.answer',
  load: ({ db }) => allWishes(db),
  view: ({ data: wishes }) => (
    <WorkLayout title={t('Usulan data')} lead={t('Yang belum dibaca lebih dahulu, lalu yang paling banyak didukung.')}>
      <DataTable caption={t('Usulan data')} rows={wishes} rowKey={one => one.id} columns={[
        { label: t('Usulan'), main: true, cell: one => <a href={`/kerja/usulan-data/${one.id}`}>{one.title}</a> },
        { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={wishWords} /> },
        { label: t('Dukungan'), numeric: true, cell: one => number(one.votes) },
        { label: t('Diajukan'), cell: one => <DateTime at={one.createdAt} as="ago" /> },
      ]} empty={<EmptyState title={t('Belum ada usulan')}>{t('Usulan warga dari halaman data muncul di sini untuk dibaca dan dijawab.')}</EmptyState>} />
    </WorkLayout>
  ),
})

/** One wish: shown, answered with a state and a link, or kept off the board. */
export const officeWishPage = page({
  path: '/kerja/usulan-data/:id',
  may: 'data-wishes.answer',
  form: z.object({ step: z.enum(wishEvents, 'Pilih langkah'), answer: optionalLine(2000), dataset: optionalId() }),
  async load({ db, ask, government, params }) {
    const wish = await wishById(db, params.id!)
    if (!wish) throw new NotFound()
    const [units, found] = await Promise.all([ask(unitDirectory).of(government.id), ask(catalogue).find(db, { sort: 'title' }, { limit: 500, offset: 0 })])
    return { wish, units, datasets: found.items }
  },
  fill: ({ wish }) => ({ answer: wish.answer ?? '', dataset: wish.datasetId ?? '' }),
  view({ data: { wish, units, datasets }, fields }) {
    const open = wishEvents.filter(event => wishAfter(wish.state, event) !== null)
    return (
      <WorkLayout title={wish.title} lead={<StateBadge state={wish.state} states={wishWords} />} width="text" breadcrumbs={[{ label: t('Usulan data'), href: '/kerja/usulan-data' }]}>
        <FactList facts={[{ label: t('Untuk apa'), value: wish.reason }, { label: t('Perangkat daerah'), value: wish.unitId && units.byId(wish.unitId)?.name }, { label: t('Dukungan'), value: number(wish.votes) }, { label: t('Diajukan'), value: <DateTime at={wish.createdAt} /> }]} />
        <Form fields={fields} actions={<>{open.map((step, i) => <Button key={step} name="step" value={step} kind={step === 'hide' ? 'danger' : i === 0 ? 'primary' : 'quiet'}>{t(buttons[step])}</Button>)}</>}>
          <TextArea field={fields('answer')} label={t('Jawaban untuk warga')} hint={t('Wajib bila masuk rencana, tersedia, atau tidak dapat dipenuhi.')} rows={3} maxlength={2000} />
          <SelectField field={fields('dataset')} label={t('Data dalam katalog')} hint={t('Wajib bila sudah tersedia.')} empty={t('Belum ada')} options={datasets.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, who, ask, note, government } = context
    const wish = await wishById(tx, params.id!, true)
    if (!wish) throw new NotFound()
    const state = wishAfter(wish.state, input.step)
    if (state === null) throw new Refused('Langkah ini tidak dapat Anda lakukan sekarang.')
    if ((input.step === 'plan' || input.step === 'publish' || input.step === 'decline') && !input.answer) throw new Problem('answer', 'Tulis jawaban untuk warga')
    const dataset = input.dataset ? await ask(catalogue).byId(tx, input.dataset) : null
    if (input.step === 'publish' && !dataset) throw new Problem('dataset', 'Pilih data yang sudah tersedia')
    await updateWish(tx, wish.id, { state, answer: input.answer, datasetId: dataset?.id ?? null, on: todayOf(context), by: who.account!.id })
    await changed(tx, wishesTopic(government.id))
    note({ record: ['data-wish', wish.id], before: { state: wish.state }, after: { state, answer: input.answer, dataset: dataset?.id ?? null } })
    return goto('/kerja/usulan-data', 'Usulan dijawab.')
  },
})
