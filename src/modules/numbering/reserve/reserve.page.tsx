import { z } from 'zod'
import { day, line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { Button, DataTable, DateField, DateTime, EmptyState, Form, NumberField, Section, TextField, WorkLayout } from '#ui/index.ts'
import { reservedDays } from '../book-store.ts'
import { bookHref, crumbsOf, home, stepHref, todayOf, unitHere } from '../parts/here.ts'
import { isKind, kindName, kindsOn } from '../parts/kinds.ts'
import { remarkOf } from '../parts/words.ts'
import { cancelLeft, goOnAfter, reserve } from '../reserving.ts'
import { numberingOf, seriesName, type Numbering, type SeriesKey } from '../rules.ts'
import { counterOf, dailyOf, keepDaily, periodOf, rulesOf, seriesId } from '../store.ts'

const query = z.object({ jenis: z.string().refine(isKind).optional().catch(undefined) })
const whole = (max: number, message: string) => z.string(message).trim().regex(/^\d+$/, message).transform(Number).pipe(z.number().max(max, message))

interface Place {
  unit: Unit
  series: SeriesKey
  numbering: Numbering
  today: string
}

/** The series of the address, for whoever manages it. @throws Problem where its unit uses the numbers of another one */
async function placeOf(context: Context<z.output<typeof query>>): Promise<Place> {
  const { unit, units } = await unitHere(context, 'manage')
  const today = todayOf(context)
  const series = { unitId: unit.id, kind: context.query.jenis ?? null }
  return { unit, series, today, numbering: numberingOf(await rulesOf(context.db, today, units.ancestors(unit.id).map(({ id }) => id)), units, unit.id, series.kind) }
}

/** Sets numbers aside for letters that will bear an earlier date, now or every working day, and lists what is left of them. */
export const reservePage = page({
  path: `${home}/:unit/pesan`,
  may: 'numbering.manage',
  query,
  form: z.discriminatedUnion('langkah', [
    z.object({ langkah: z.literal('pesan'), day: day('Isi tanggal surat'), count: whole(100, 'Tulis jumlah dari 1 sampai 100').pipe(z.number().min(1, 'Tulis jumlah dari 1 sampai 100')), reason: line(5, 300, 'Tulis alasan pemesanan, paling sedikit 5 huruf') }),
    z.object({ langkah: z.literal('harian'), daily: whole(50, 'Tulis jumlah dari 0 sampai 50') }),
    z.object({ langkah: z.literal('batal'), until: z.iso.date('Tulis tanggal seperti 2026-11-21'), why: line(5, 300, 'Tulis alasan pembatalan, paling sedikit 5 huruf') }),
    z.object({ langkah: z.literal('lanjut'), last: whole(999_999, 'Tulis nomor terakhir di buku lama') }),
  ]),
  async load(context) {
    const place = await placeOf(context)
    const { db, ask } = context
    const [left, daily, kinds] = await Promise.all([reservedDays(db, place.series, Number(place.today.slice(0, 4))), dailyOf(db, place.series), kindsOn(db, place.today)])
    const counter = daily && (await counterOf(db, periodOf(daily.seriesId, place.today, place.numbering.resets)))
    return { ...place, left, daily: daily?.daily ?? 0, started: counter?.started ?? 0, empty: (counter?.last ?? 0) === (counter?.started ?? 0), kinds, names: await ask(people).named(db, left.flatMap(({ by }) => by ?? [])) }
  },
  fill: ({ today, daily, started }) => ({ day: today, count: 3, daily, until: today, last: started || '' }),
  view({ data: { unit, series, today, left, empty, kinds, names }, fields }) {
    const step = fields('langkah').value
    /** What is wrong stands over the form that was sent, not over all of them. */
    const sent = (name: string) => (step === name || (name === 'pesan' && !step) ? fields : undefined)
    return (
      <WorkLayout title={t('Nomor cadangan')} lead={<>{unit.name}{series.kind && <>, {kindName(kinds, series.kind)}</>}</>} width="text" breadcrumbs={crumbsOf(unit, series.kind)}>
        <Section title={t('Pesan nomor')}>
          <Form fields={sent('pesan')} actions={<Button kind="primary" name="langkah" value="pesan">{t('Pesan')}</Button>}>
            <DateField field={fields('day')} label={t('Untuk surat bertanggal')} hint={t('Surat yang baru dinomori kemudian memakai nomor ini, supaya buku tetap urut menurut tanggal.')} max={today} required />
            <NumberField field={fields('count')} label={t('Jumlah')} required suffix={t('nomor')} />
            <TextField field={fields('reason')} label={t('Alasan')} required maxlength={300} />
          </Form>
        </Section>
        <Section title={t('Yang belum dipakai')}>
          <DataTable caption={t('Yang belum dipakai')} rows={left} rowKey={one => `${one.day} ${one.first}`} columns={[
            { label: t('Tanggal'), main: true, cell: one => <DateTime at={one.day} /> },
            { label: t('Jumlah'), numeric: true, cell: one => one.count },
            { label: t('Urut'), cell: one => (one.first === one.last ? one.first : `${one.first}–${one.last}`) },
            { label: t('Alasan'), cell: one => remarkOf({ reason: one.reason, cancelReason: null }) },
            { label: t('Pemesan'), cell: one => names.get(one.by ?? '')?.name ?? t('Sistem') },
          ]} empty={<EmptyState title={t('Tidak ada nomor cadangan')}>{t('Pesan nomor untuk surat yang akan menyusul dengan tanggal hari ini.')}</EmptyState>} />
          {left.length > 0 && (
            <Form fields={sent('batal')} actions={<Button kind="danger" name="langkah" value="batal">{t('Batalkan sisanya')}</Button>}>
              <DateField field={fields('until')} label={t('Yang dipesan sampai tanggal')} max={today} required />
              <TextField field={fields('why')} label={t('Alasan pembatalan')} hint={t('Misalnya tutup buku akhir tahun. Nomornya tetap di buku sebagai batal.')} required maxlength={300} />
            </Form>
          )}
        </Section>
        <Section title={t('Cadangan harian')}>
          <Form fields={sent('harian')} actions={<Button name="langkah" value="harian">{t('Simpan')}</Button>}>
            <NumberField field={fields('daily')} label={t('Setiap hari kerja pesan')} hint={t('Dipesan dengan sendirinya sebelum kantor buka. 0 berarti tidak.')} required suffix={t('nomor')} />
          </Form>
        </Section>
        {empty && (
          <Section title={t('Buku sebelumnya')}>
            <Form fields={sent('lanjut')} actions={<Button name="langkah" value="lanjut">{t('Lanjutkan buku lama')}</Button>}>
              <NumberField field={fields('last')} label={t('Nomor terakhir di buku lama')} hint={t('Bila tahun ini sudah ada surat bernomor di buku kertas. Hanya sebelum nomor pertama di sini.')} required />
            </Form>
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note } = context
    const { series, numbering, today } = await placeOf({ ...context, db: tx })
    if (seriesName(numbering.series) !== seriesName(series)) throw new Problem('', 'Unit ini memakai penomoran unit lain. Pesan di buku unit itu.')
    const id = await seriesId(tx, series)
    const record: [string, string] = ['number-series', id]
    const here = stepHref(series, 'pesan')
    const period = (day: string) => periodOf(id, day, numbering.resets)
    if (input.langkah === 'pesan') {
      const { day, count, reason } = input
      const { first, last } = await reserve(tx, period(day), { day, count, reason, by: who.account!.id }, today)
      note({ record, after: { day, first, last, reason } })
      return goto(here, 'Nomor urut {first} sampai {last} dipesan.', { first, last })
    }
    if (input.langkah === 'harian') {
      await keepDaily(tx, id, input.daily)
      note({ record, after: { daily: input.daily } })
      return goto(here, 'Cadangan harian disimpan.')
    }
    if (input.langkah === 'batal') {
      const count = await cancelLeft(tx, id, input.until, input.why, who.account!.id)
      note({ record, after: { cancelled: count, until: input.until, reason: input.why } })
      return goto(here, '{count} nomor dibatalkan.', { count })
    }
    await goOnAfter(tx, period(today), input.last)
    note({ record, after: { started: input.last } })
    return goto(bookHref(series), 'Nomor berikutnya melanjutkan buku lama.')
  },
})
