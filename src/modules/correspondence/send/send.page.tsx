import { z } from 'zod'
import { covers, type Who } from '#platform/access/who.ts'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { DateField, FactList, Form, TextField, WorkLayout } from '#ui/index.ts'
import { letters, type Letter } from '../contract.ts'
import { saidTitle, titleOf } from '../letter.ts'
import { readable } from '../letters.ts'
import { officeOf } from '../parts/office.ts'
import { addresseesOf, markDelivered } from '../store.ts'

/** Whether the person sends out what the unit signed. */
export const maySend = (who: Who, letter: Letter, officeId: string): boolean => letter.origin === 'made' && letter.state === 'signed' && covers(who.reach('correspondence.office'), { unitId: officeId })

/** Says that a letter went out as print to those who get it so. */
export const sendPage = page({
  path: '/kerja/surat/:id/kirim',
  may: 'correspondence.office',
  form: z.object({ on: z.iso.date('Tulis tanggal seperti 2026-11-21'), by: optionalLine(200) }),
  async load(context) {
    const { db, ask, government, who, params } = context
    const letter = await readable(context, params.id!)
    const units = await ask(unitDirectory).of(government.id)
    if (!maySend(who, letter, officeOf(units, letter.unitId))) throw new Refused('Surat ini tidak menunggu dikirim oleh Anda.')
    return { letter, addressees: (await addresseesOf(db, letter.id)).filter(({ deliveredAt }) => deliveredAt === null) }
  },
  fill: (_data, { now, government }) => ({ on: dayIn(now, government.zone) }),
  view: ({ data: { letter, addressees }, fields }) => (
    <WorkLayout title={t('Kirim surat cetak')} lead={saidTitle(titleOf(letter))} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? t('Surat'), href: `/kerja/surat/${letter.id}` }, { label: t('Kirim surat cetak') }]}>
      <FactList facts={addressees.map(({ name, address }) => ({ label: name, value: address ?? t('Tanpa alamat') }))} />
      <Form fields={fields} submit={t('Sudah dikirim')}>
        <DateField field={fields('on')} label={t('Dikirim tanggal')} required />
        <TextField field={fields('by')} label={t('Lewat')} hint={t('Misalnya nama kurir atau nomor resi')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, who, params, input, government, now, note } = context
    const letter = await ask(letters).take(tx, params.id!)
    if (!letter) throw new NotFound()
    const units = await ask(unitDirectory).of(government.id)
    if (!maySend(who, letter, officeOf(units, letter.unitId))) throw new Refused('Surat ini tidak menunggu dikirim oleh Anda.')
    if (input.on > dayIn(now, government.zone)) throw new Problem('on', 'Tanggal kirim belum tiba.')
    const by = who.account!.id
    await markDelivered(tx, (await addresseesOf(tx, letter.id)).flatMap(one => (one.deliveredAt === null ? [one.id] : [])))
    await ask(letters).change(tx, letter.id, { state: 'sent', sentAt: now })
    await ask(letters).step(tx, letter.id, { event: 'Surat cetak dikirim', by, remarks: input.by })
    await ask(tasks).end(tx, { matter: { kind: 'letter', id: letter.id }, kinds: ['send'] }, by, 'sent')
    note({ record: ['letter', letter.id], after: { sentOn: input.on, by: input.by } })
    return goto(`/kerja/surat/${letter.id}`, 'Surat dicatat sudah dikirim.')
  },
})
