import { z } from 'zod'
import { day, line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { DateField, Form, Notice, TextField, WorkLayout } from '#ui/index.ts'
import { numberOf } from '../dossier.ts'
import { contentsOf } from '../parts/contents.ts'
import { dossierHere, todayOf } from '../parts/here.ts'
import { loanDays } from '../retention.ts'
import { insertLoan, loansOf } from './loan-store.ts'
import { mayBorrow } from './policy.ts'

/** The day some days after another. */
const later = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

async function wanted(context: Context) {
  const { dossier, reader } = await dossierHere(context)
  const loans = await loansOf(context.db, dossier.id)
  if (!mayBorrow(context.who, dossier, loans)) throw new Refused('Berkas ini tidak dapat Anda pinjam sekarang.')
  const today = todayOf(context)
  return { dossier, hidden: (await contentsOf(context, reader, [dossier])).get(dossier.id)!.hidden, lent: loans.some(({ state }) => state === 'lent'), today, until: later(today, await loanDays(context.db, today)) }
}

/** Asks for a dossier; only who may read all of it is given it. */
export const borrowPage = page({
  path: '/kerja/arsip/:id/pinjam',
  may: 'signed-in',
  form: z.object({ purpose: line(5, 300, 'Isi keperluan, paling sedikit 5 huruf'), until: day('Isi sampai kapan dipinjam') }),
  load: wanted,
  fill: ({ until }) => ({ until }),
  view: ({ data: { dossier, hidden, lent, today }, fields }) => (
    <WorkLayout title={t('Pinjam berkas')} lead={`${numberOf(dossier)} · ${dossier.title}`} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier), href: `/kerja/arsip/${dossier.id}` }]}>
      {hidden > 0 ? <Notice tone="warn"><p>{t('Di dalamnya ada {n} surat yang tidak boleh Anda baca, jadi berkas ini tidak dapat Anda pinjam. Mintalah salinan yang Anda perlukan kepada pengelola arsip.', { n: hidden })}</p></Notice> : (
        <>
          {lent && <Notice><p>{t('Berkas ini sedang dipinjam orang lain; permintaan Anda menunggu sampai kembali.')}</p></Notice>}
          <Form fields={fields} submit={t('Kirim permintaan')}>
            <TextField field={fields('purpose')} label={t('Keperluan')} required maxlength={300} />
            <DateField field={fields('until')} label={t('Dipinjam sampai')} min={today} required />
          </Form>
        </>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, ask, note } = context
    const { dossier, hidden, today } = await wanted(context)
    if (hidden > 0) throw new Problem('', 'Di dalam berkas ini ada surat yang tidak boleh Anda baca.')
    if (input.until < today) throw new Problem('until', 'Tanggal ini sudah lewat.')
    const id = await insertLoan(tx, { dossierId: dossier.id, borrower: who.account!.id, purpose: input.purpose, secrecy: dossier.secrecy, wantedUntil: input.until })
    const keepers = await ask(people).holding(tx, 'archives.manage', dossier.unitId)
    await notify(tx, keepers.map(person => person.id).filter(person => person !== who.account!.id), { text: '{name} minta pinjam berkas {number}.', values: { name: who.account!.name, number: numberOf(dossier) }, href: `/kerja/arsip/pinjaman/${id}` })
    note({ record: ['loan', id], after: { dossier: dossier.id, until: input.until, purpose: input.purpose } })
    return goto(`/kerja/arsip/${dossier.id}`, 'Permintaan pinjam dikirim kepada pengelola arsip.')
  },
})
