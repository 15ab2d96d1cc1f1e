import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { Button, DateTime, FactList, Form, Section, StateBadge, TextField, Timeline, WorkLayout, type TimelineItem } from '#ui/index.ts'
import { numberWithin } from '../book-store.ts'
import { cancel } from '../giving.ts'
import type { BookNumber } from '../number.ts'
import { crumbsOf, home, todayOf } from '../parts/here.ts'
import { kindName, kindsOn } from '../parts/kinds.ts'
import { remarkOf, secrecyWords, stateWords, titleOf } from '../parts/words.ts'
import { mayCancel } from '../policy.ts'

async function numberHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<BookNumber> {
  const found = await numberWithin(db, who.reach('numbering.read'), params.id ?? '')
  if (!found) throw new NotFound()
  return found
}

/** One number: what it stands for, what happened to it, and its end when it is cancelled. */
export const numberPage = page({
  path: `${home}/nomor/:id`,
  may: 'numbering.read',
  form: z.object({ reason: line(5, 300, 'Tulis alasan pembatalan, paling sedikit 5 huruf') }),
  async load(context) {
    const one = await numberHere(context)
    const { db, ask, government } = context
    const [units, kinds, names] = await Promise.all([ask(unitDirectory).of(government.id), kindsOn(db, todayOf(context)), ask(people).named(db, [one.by, one.cancelledBy].filter(id => id !== null))])
    return { one, kinds, names, unit: units.byId(one.seriesUnitId), maker: one.unitId ? units.byId(one.unitId) : undefined }
  },
  view({ data: { one, kinds, names, unit, maker }, who, fields }) {
    return (
      <WorkLayout title={one.number ?? t('Nomor urut {n}', { n: one.sequence })} lead={<StateBadge state={one.state} states={stateWords} />} width="text" breadcrumbs={crumbsOf(unit, one.seriesKind)}>
        <FactList facts={[
          { label: t('Perihal'), value: titleOf(one) },
          { label: t('Tanggal'), value: <DateTime at={one.dated} as="date" /> },
          { label: t('Jenis'), value: one.kind && kindName(kinds, one.kind) },
          { label: t('Klasifikasi'), value: one.classification },
          { label: t('Sifat'), value: one.secrecy && t(secrecyWords[one.secrecy]) },
          { label: t('Pembuat'), value: maker?.name },
          { label: t('Buku'), value: bookName(one, unit) },
        ]} />
        <Section title={t('Riwayat')}><Timeline items={[...beginning(one, names.get(one.by ?? '')?.name), ...ending(one, names.get(one.cancelledBy ?? '')?.name)]} /></Section>
        {one.state === 'used' && <p>{t('Nomor ini dibatalkan bersama suratnya.')}</p>}
        {mayCancel(who, one) && (
          <Section title={t('Batalkan nomor')}>
            <Form fields={fields} actions={<Button kind="danger">{t('Batalkan nomor')}</Button>}>
              <TextField field={fields('reason')} label={t('Alasan')} hint={t('Nomor yang batal tetap di buku dengan alasannya dan tidak pernah dipakai lagi.')} required maxlength={300} />
            </Form>
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note } = context
    const one = await numberHere({ ...context, db: tx })
    if (!mayCancel(who, one)) throw new Refused('Nomor ini tidak dapat dibatalkan di sini.')
    await cancel(tx, one.id, input.reason, who.account!.id)
    note({ record: ['number', one.id], before: { state: one.state }, after: { state: 'cancelled', reason: input.reason } })
    return goto(`${home}/nomor/${one.id}`, 'Nomor dibatalkan.')
  },
})

const bookName = ({ month, year, sequence }: BookNumber, unit: Unit | undefined): string =>
  month === null ? t('Nomor {n} tahun {year}, {unit}', { n: sequence, year: String(year), unit: unit?.name ?? '' }) : t('Nomor {n} bulan {month} tahun {year}, {unit}', { n: sequence, month, year: String(year), unit: unit?.name ?? '' })

/** How the number came to be; why, where it was set aside or booked. */
function beginning(one: BookNumber, who: string | undefined): TimelineItem[] {
  const reason = remarkOf({ ...one, cancelReason: null })
  if (one.number === null) return [{ title: t('Dipesan'), at: one.at, who: who ?? t('Sistem'), body: reason }]
  return [{ title: one.matter ? t('Diberikan kepada surat') : t('Dicatat manual'), at: one.at, who, body: reason }]
}

const ending = ({ state, cancelledAt, cancelReason }: BookNumber, who: string | undefined): TimelineItem[] =>
  state === 'cancelled' && cancelledAt ? [{ title: t('Dibatalkan'), at: cancelledAt, who: who ?? t('Sistem'), body: cancelReason }] : []
