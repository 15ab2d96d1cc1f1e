import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { isPrivateHeading } from '#platform/identifiers/private-numbers.ts'
import { headingsOf } from '#platform/sheets/heading.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { Actions, Button, ButtonLink, CheckField, DataTable, Form, FormMarksOptional, FormSection, Grid, Notice, NumberField, Section, SelectField, Stack, Stat, StateBadge, WorkLayout } from '#ui/index.ts'
import { deliveryWords, lists, own, type Comparison, type Source } from '#modules/reconciliation/contract.ts'
import { addressOf } from '../address.ts'
import { deliveryAfter, underWay, type DeliveryEvent } from '../states.ts'
import { changeDelivery, deliveryById, type Choices, type Delivery } from '../store.ts'
import { wantedOf } from '../wanted.ts'
import { deliveryJob } from '../work.ts'

const steps = { baca: null, periksa: 'map', kolom: 'remap', masuk: 'take', ulang: 'retry', buang: 'drop' } as const satisfies Record<string, DeliveryEvent | null>

type Step = keyof typeof steps

const stepForm = z.looseObject({ langkah: z.enum(Object.keys(steps) as [Step, ...Step[]], 'Pilih langkah'), lembar: z.string().optional(), judul: z.string().optional(), yakin: z.string().optional() })
type Input = z.output<typeof stepForm>

/** A file that takes away more than this share of the rows wants a second look. */
const muchGone = 0.2

async function deliveryHere(context: Pick<Context, 'db' | 'who' | 'params' | 'ask'>) {
  const { comparison, sources } = await context.ask(lists).here(context)
  const delivery = await deliveryById(context.db, context.params.delivery!)
  const source = sources.find(({ id }) => id === delivery?.sourceId)
  if (!delivery || !source) throw new NotFound()
  return { comparison, source, delivery, brings: context.ask(lists).mayBring(context.who, comparison, source) }
}

/** One file on its way in: its columns, what it would change, how far it is, what came of it. */
export const filePage = page({
  path: '/kerja/rekonsiliasi/:id/berkas/:delivery',
  may: 'reconciliation.see',
  query: z.object({ tunggu: z.string().max(4).optional() }),
  form: stepForm,
  async load(context) {
    // Whoever came straight from a form sees the end of short work at once.
    for (let tries = context.query.tunggu ? 12 : 0; ; tries--) {
      const found = await deliveryHere(context)
      if (tries <= 0 || !underWay.includes(found.delivery.state)) return found
      await pause(250)
    }
  },
  fill: ({ delivery: { choices } }) => ({ lembar: String(choices.sheet), judul: choices.heading ?? '', ...Object.fromEntries(Object.entries(choices.columns).map(([name, at]) => [`k_${name}`, String(at)])) }),
  view({ data: { comparison, source, delivery, brings }, fields }) {
    const here = addressOf(comparison)
    return (
      <WorkLayout title={delivery.fileName} lead={<><StateBadge state={delivery.state} states={deliveryWords} /> {source.label}</>} width={delivery.state === 'mapping' ? 'text' : 'wide'} breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }, { label: comparison.title, href: here }]}>
        {underWay.includes(delivery.state) && <UnderWay delivery={delivery} here={`${here}/berkas/${delivery.id}`} />}
        {delivery.state === 'mapping' && brings && <Mapping comparison={comparison} delivery={delivery} fields={fields} />}
        {(delivery.state === 'ready' || delivery.state === 'taken') && <Effects comparison={comparison} delivery={delivery} />}
        {delivery.state === 'ready' && brings && <Decision delivery={delivery} source={source} fields={fields} />}
        {delivery.state === 'failed' && (
          <>
            <Notice tone="bad" title={t('Berkas ini tidak jadi masuk')}>{delivery.failure && <p>{t(delivery.failure.text, delivery.failure.values)}</p>}</Notice>
            {brings && <Form actions={<><Button kind="primary" name="langkah" value="ulang">{t('Coba lagi')}</Button><Button name="langkah" value="buang">{t('Buang')}</Button></>} />}
          </>
        )}
        {delivery.state === 'taken' && <Actions><ButtonLink href={`${here}/padanan`}>{t('Lihat padanan')}</ButtonLink><ButtonLink kind="quiet" href={here}>{t('Kembali ke ringkasan')}</ButtonLink></Actions>}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note, hands } = context
    const { comparison, source, brings } = await deliveryHere({ ...context, db: tx })
    if (!brings) throw new Refused('Berkas sumber ini dibawa masuk oleh pengelola rekonsiliasi atau unit penyimpannya.')
    const delivery = (await deliveryById(tx, context.params.delivery!, true))!
    const step = input.langkah
    const event = steps[step]
    const state = event === null ? (delivery.state === 'mapping' ? 'mapping' : null) : deliveryAfter(delivery.state, event)
    if (!state) throw new Problem('', 'Langkah ini sudah dikerjakan. Muat ulang halaman.')
    const choices = step === 'baca' ? chosenSheet(comparison, delivery, input) : step === 'periksa' ? { ...delivery.choices, columns: columnsFrom(comparison, delivery, input) } : delivery.choices
    if (step === 'masuk' && isLarge(delivery, source) && !input.yakin) throw new Problem('yakin', 'Berkas ini menghilangkan banyak baris. Centang bila memang seharusnya begitu.')
    await changeDelivery(tx, delivery.id, { state, choices, failure: null }, [delivery.state])
    note({ record: ['reconciliation-source', source.id], before: { file: delivery.fileName, state: delivery.state }, after: { state } })
    const here = `${addressOf(comparison)}/berkas/${delivery.id}`
    if (step === 'buang') return goto(`${addressOf(comparison)}/sumber/${source.id}`, 'Berkas dibuang. Tidak ada yang berubah.')
    if (!underWay.includes(state)) return goto(here)
    await hands.jobs.enqueue(tx, deliveryJob.name, hands.governmentId, { delivery: delivery.id })
    return goto(`${here}?tunggu=ya`)
  },
})

const isLarge = ({ counts }: Delivery, { rows }: Source) => counts !== null && rows > 0 && counts.gone > rows * muchGone

/** Another sheet, or another row of headings. */
function chosenSheet(comparison: Comparison, { choices, reading }: Delivery, input: Input): Choices {
  const sheet = Number(input.lembar ?? choices.sheet)
  const top = reading?.sheets[sheet]?.top
  if (!top) throw new Problem('lembar', 'Pilih dari daftar')
  const written = (input.judul ?? '').trim()
  const heading = written === '' ? null : Number(written)
  if (!headingsOf(top, wantedOf(comparison), heading ?? undefined)) throw new Problem('judul', 'Baris {line} kosong atau terlalu jauh di bawah. Judul harus ada di antara {max} baris pertama.', { line: written || 1, max: top.lines.length })
  return { sheet, heading, columns: {} }
}

function columnsOf(comparison: Comparison, { reading, choices }: Delivery) {
  const top = reading?.sheets[choices.sheet]?.top
  return (top && headingsOf(top, wantedOf(comparison), choices.heading ?? undefined)?.columns) ?? []
}

/** Columns as chosen, each once, without those that hold numbers of private persons. */
function columnsFrom(comparison: Comparison, delivery: Delivery, input: Input): Choices['columns'] {
  const known = columnsOf(comparison, delivery)
  const chosen = wantedOf(comparison).flatMap(({ name }) => {
    const column = known.find(({ at }) => String(at) === input[`k_${name}`])
    return column ? [{ name, column }] : []
  })
  const wrong = chosen.flatMap(({ name, column }, i) => {
    if (isPrivateHeading(column.heading)) return [{ name: `k_${name}`, message: { text: 'Kolom “{heading}” berisi nomor penduduk (NIK atau KK). Data pribadi tidak dibandingkan di sini; lepas kolom itu atau pakai kode lain.', values: { heading: column.heading } } }]
    return chosen.findIndex(one => one.column.at === column.at) < i ? [{ name: `k_${name}`, message: { text: 'Kolom ini sudah dipakai untuk isian lain.' } }] : []
  })
  if (!chosen.some(({ name }) => name === own.name)) wrong.push({ name: `k_${own.name}`, message: { text: 'Kolom ini wajib ada; pilih kolomnya di berkas.' } })
  if (wrong.length > 0) throw Problem.all(wrong)
  return Object.fromEntries(chosen.map(({ name, column }) => [name, column.at]))
}

function Mapping({ comparison, delivery, fields }: { comparison: Comparison; delivery: Delivery; fields: Fields }) {
  const sheets = delivery.reading?.sheets ?? []
  const options = columnsOf(comparison, delivery).map(({ at, letter, heading, sample }) => ({ value: String(at), label: [letter, heading || t('tanpa judul'), sample && `(${sample.slice(0, 28)})`].filter(Boolean).join(' · ') }))
  return (
    <Form fields={fields} actions={<><Button kind="primary" name="langkah" value="periksa">{t('Periksa semua baris')}</Button><Button name="langkah" value="buang">{t('Buang')}</Button></>}>
      <FormMarksOptional.Provider value={false}>
        <FormSection title={t('Pencocokan kolom')} hint={t('Kolom ditebak dari judulnya dan diingat untuk berkas berikutnya dari sumber ini.')}>
          {wantedOf(comparison).map(({ name, label, required }) => <SelectField key={name} field={fields(`k_${name}`)} label={label} required={required} options={options} empty={t('Tidak ada di berkas')} />)}
        </FormSection>
        <FormSection title={t('Lembar dan baris judul')} folded={!fields('judul').error && !fields('lembar').error && options.length > 0}>
          {sheets.length > 1 && <SelectField field={fields('lembar')} label={t('Lembar')} required options={sheets.map(({ name, rows }, i) => ({ value: String(i), label: t('{name} ({n} baris)', { name, n: number(rows) }) }))} />}
          <NumberField field={fields('judul')} label={t('Nomor baris judul')} hint={t('Baris yang memuat nama kolom. Kosongkan untuk ditebak.')} />
          <Actions><Button name="langkah" value="baca">{t('Baca ulang judulnya')}</Button></Actions>
        </FormSection>
      </FormMarksOptional.Provider>
    </Form>
  )
}

const UnderWay = ({ delivery: { progress }, here }: { delivery: Delivery; here: string }) => (
  <Notice title={t('Sedang dikerjakan')} live>
    {progress && progress.of > 0 ? <Stat value={`${number(progress.done)}/${number(progress.of)}`} share={progress.done / progress.of} shareLabel={t('Kemajuan')}>{t('baris dibaca, lalu dicocokkan')}</Stat> : <p>{t('Membaca berkas …')}</p>}
    <p>{t('Halaman ini boleh ditinggalkan; pekerjaan berjalan terus.')}</p>
    <Actions><ButtonLink kind="quiet" href={`${here}?tunggu=ya`}>{t('Muat ulang')}</ButtonLink></Actions>
  </Notice>
)

function Effects({ comparison, delivery: { counts } }: { comparison: Comparison; delivery: Delivery }) {
  if (!counts) return null
  return (
    <Stack>
      <Grid>
        <Stat value={number(counts.new)}>{t('baris baru')}</Stat>
        <Stat value={number(counts.changed)}>{t('baris berubah')}</Stat>
        <Stat value={number(counts.same)}>{t('baris tetap')}</Stat>
        <Stat value={number(counts.gone)}>{t('baris tidak ada lagi')}</Stat>
      </Grid>
      {counts.touched > 0 && <Notice tone="warn"><p>{t('{n, plural, one {# keputusan} other {# keputusan}} menyangkut baris yang berubah; yang nilainya berbeda dibuka lagi.', { n: counts.touched })}</p></Notice>}
      {counts.goneNames.length > 0 && <Notice tone="warn"><p>{t(counts.gone > counts.goneNames.length ? 'Tidak ada lagi: {names}, dan lainnya.' : 'Tidak ada lagi: {names}.', { names: counts.goneNames.join(', ') })}</p></Notice>}
      {counts.nameless > 0 && <Notice tone="warn"><p>{t('{n, plural, one {# baris} other {# baris}} tanpa nama dilewati.', { n: counts.nameless })}</p></Notice>}
      {counts.unreadable > 0 && (
        <Section title={t('{n, plural, one {# isian} other {# isian}} tidak sesuai jenis kolomnya', { n: counts.unreadable })}>
          <p>{t('Tetap masuk apa adanya dan muncul sebagai perbedaan bila sumber lain berkata lain.')}</p>
          <DataTable caption={t('Isian yang tidak sesuai')} rows={counts.examples} rowKey={one => `${one.line} ${one.field}`} columns={[{ label: t('Baris'), main: true, cell: one => one.line }, { label: t('Kolom'), cell: one => comparison.fields.find(({ key }) => key === one.field)?.label ?? one.field }, { label: t('Isi'), cell: one => one.text }]} />
        </Section>
      )}
    </Stack>
  )
}

const Decision = ({ delivery, source, fields }: { delivery: Delivery; source: Source; fields: Fields }) => (
  <Form fields={fields} actions={(
    <>
      <Button kind="primary" name="langkah" value="masuk">{t('Pakai berkas ini')}</Button>
      <Button name="langkah" value="kolom">{t('Ubah pencocokan kolom')}</Button>
      <Button name="langkah" value="buang">{t('Buang')}</Button>
    </>
  )}>
    {isLarge(delivery, source) && <CheckField field={fields('yakin')} label={t('Ya, {n} baris memang tidak ada lagi', { n: number(delivery.counts?.gone ?? 0) })} hint={t('Lebih dari seperlima daftar hilang; mungkin berkasnya hanya sebagian.')} />}
  </Form>
)
