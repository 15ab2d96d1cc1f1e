import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { keyedHash, newToken } from '#platform/secrets/sealing.ts'
import { line, optionalId, paragraphs } from '#platform/forms/inputs.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { throttle } from '#platform/web/throttle.ts'
import { changed } from '#platform/db/changes.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, ButtonLink, DataTable, EmptyState, Form, HiddenField, PublicLayout, SelectField, StateBadge, TextArea, TextField } from '#ui/index.ts'
import { insertWish, shownWishes, vote, wishById } from '../store.ts'
import { wishWords } from '../wish.ts'

const day = 86_400
const cookie = 'usulan'

export const wishesTopic = (governmentId: string) => `data-wishes:${governmentId}`

/** The device a voice comes from: a random word it keeps for a year, made when it first votes. */
function deviceOf({ request }: Pick<Context, 'request'>): { token: string; fresh: boolean } {
  const kept = new RegExp(`(?:^|; )${cookie}=([\\w-]{43})(?:;|$)`).exec(request.headers.get('cookie') ?? '')?.[1]
  return kept ? { token: kept, fresh: false } : { token: newToken(), fresh: true }
}

/** What citizens would like to see published, and what became of it. */
export const wishesPage = page({
  path: '/data/usulan',
  may: 'public',
  form: z.object({ wish: z.uuid('Pilih usulan') }),
  async load({ db, ask, government }) {
    const wishes = await shownWishes(db)
    const datasets = new Map((await Promise.all([...new Set(wishes.flatMap(({ datasetId }) => datasetId ?? []))].map(id => ask(catalogue).byId(db, id)))).flatMap(one => (one ? [[one.id, one] as const] : [])))
    return { wishes, datasets, units: await ask(unitDirectory).of(government.id) }
  },
  view: ({ data: { wishes, datasets, units } }) => (
    <PublicLayout title={t('Usulan data')} lead={t('Data apa yang Anda perlukan dan belum ada? Usulkan, atau dukung usulan orang lain. Walidata menjawab yang paling banyak didukung lebih dahulu.')} current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }]}
      action={<ButtonLink href="/data/usulan/baru">{t('Usulkan data')}</ButtonLink>}>
      <DataTable caption={t('Usulan data')} rows={wishes} rowKey={one => one.id} columns={[
        { label: t('Usulan'), main: true, cell: one => <><strong>{one.title}</strong><br /><small>{one.reason}</small></> },
        { label: t('Perangkat daerah'), cell: one => one.unitId && units.byId(one.unitId)?.shortName },
        { label: t('Keadaan'), cell: one => { const dataset = datasets.get(one.datasetId ?? ''); return <><StateBadge state={one.state} states={wishWords} /> {one.answer} {dataset && <a href={`/data/${dataset.slug}`}>{dataset.title}</a>}</> } },
        { label: t('Dukungan'), numeric: true, cell: one => number(one.votes) },
        { label: t('Dukung'), cell: one => (one.state === 'open' || one.state === 'planned') && <Form actions={<Button about={one.title}>{t('Dukung')}</Button>}><HiddenField name="wish" value={one.id} /></Form> },
      ]} empty={<EmptyState title={t('Belum ada usulan')} action={<ButtonLink kind="quiet" href="/data/usulan/baru">{t('Usulkan data')}</ButtonLink>}>{t('Jadilah yang pertama: sebutkan data yang Anda perlukan dan untuk apa.')}</EmptyState>} />
    </PublicLayout>
  ),
  async before({ db, hands, request, input }) {
    await throttle(db, hands.secret, `wish vote ${request.ip}`, 60, day)
    await throttle(db, hands.secret, `wish vote ${request.ip} ${input.wish}`, 10, day)
  },
  async act(context) {
    const { tx, input, hands, government, note } = context
    const wish = await wishById(tx, input.wish)
    if (!wish || (wish.state !== 'open' && wish.state !== 'planned')) throw new NotFound()
    const { token, fresh } = deviceOf(context)
    const counted = await vote(tx, wish.id, keyedHash(hands.secret, 'data-wishes.voter', token))
    await changed(tx, wishesTopic(government.id))
    note({ record: ['data-wish', wish.id], after: { voted: counted } })
    return { ...goto('/data/usulan', counted ? 'Dukungan Anda tercatat.' : 'Usulan ini sudah Anda dukung.'), ...(fresh && { cookies: [`${cookie}=${token}; Path=/data/usulan; Max-Age=31536000; HttpOnly; SameSite=Lax`] }) }
  },
})

/** Somebody names data they miss; it is read before it is shown. */
export const proposePage = page({
  path: '/data/usulan/baru',
  may: 'public',
  form: z.object({ title: line(5, 200, 'Sebutkan data apa, paling sedikit 5 huruf'), reason: paragraphs(20, 1000, 'Jelaskan untuk apa, paling sedikit 20 huruf'), unit: optionalId() }),
  async load({ ask, government }) {
    return (await ask(unitDirectory).of(government.id)).all.filter(({ kind }) => kind === 'agency' || kind === 'office' || kind === 'hospital' || kind === 'subdistrict')
  },
  view: ({ data: units, fields }) => (
    <PublicLayout title={t('Usulkan data')} lead={t('Usulan tampil setelah dibaca walidata. Jangan menulis nama atau nomor siapa pun.')} width="text" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Usulan data'), href: '/data/usulan' }]}>
      <Form fields={fields} submit={t('Kirim usulan')}>
        <TextField field={fields('title')} label={t('Data yang diusulkan')} required maxlength={200} />
        <TextArea field={fields('reason')} label={t('Untuk apa')} required rows={4} maxlength={1000} />
        <SelectField field={fields('unit')} label={t('Perangkat daerah yang mungkin memegangnya')} empty={t('Tidak tahu')} options={units.map(unit => ({ value: unit.id, label: unit.name }))} />
      </Form>
    </PublicLayout>
  ),
  async before({ db, hands, request }) {
    await throttle(db, hands.secret, `wish ${request.ip}`, 10, day)
  },
  async act({ tx, input, ask, government, note }) {
    const units = await ask(unitDirectory).of(government.id)
    if (input.unit && !units.byId(input.unit)) throw new Problem('unit', 'Pilih dari daftar')
    const id = await insertWish(tx, { title: input.title, reason: input.reason, unitId: input.unit })
    note({ record: ['data-wish', id], after: { title: input.title } })
    return goto('/data/usulan', 'Terima kasih. Usulan Anda tampil setelah dibaca walidata.')
  },
})
