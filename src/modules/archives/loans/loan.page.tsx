import { z } from 'zod'
import { optionalDay, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { Button, DateField, DateTime, FactList, Form, Notice, Section, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { higher } from '../dossier.ts'
import { todayOf } from '../parts/here.ts'
import { readerOf } from '../policy.ts'
import { insertStep, takeDossier } from '../store.ts'
import { after, loanStateWords, type LoanEvent } from './loan.ts'
import { loanFor, loansOf, updateLoan } from './loan-store.ts'
import { mayLoan } from './policy.ts'

const done: Record<LoanEvent, string> = {
  lend: 'Berkas diserahkan kepada peminjam.', refuse: 'Permintaan tidak dipenuhi; peminjam diberi tahu.', withdraw: 'Permintaan dibatalkan.', extend: 'Waktu pinjam diperpanjang.', return: 'Berkas kembali di tempatnya.',
}

/** What the borrower is told; nothing of what they did themselves. */
const told: Partial<Record<LoanEvent, string>> = {
  lend: 'Berkas {number} dipinjamkan kepada Anda sampai {until}.', refuse: 'Berkas {number} tidak dipinjamkan kepada Anda.', extend: 'Pinjaman berkas {number} diperpanjang sampai {until}.', return: 'Berkas {number} yang Anda pinjam sudah diterima kembali.',
}

const remembered: Partial<Record<LoanEvent, string>> = { lend: 'Berkas dipinjamkan', return: 'Berkas dikembalikan' }

/** One loan: who has it and until when, and what can be done about it. */
export const loanPage = page({
  path: '/kerja/arsip/pinjaman/:loan',
  may: 'signed-in',
  form: z.object({ step: z.enum(['lend', 'refuse', 'withdraw', 'extend', 'return'], 'Pilih langkah'), due: optionalDay(), remarks: optionalLine(300) }),
  async load(context) {
    const { db, ask, params } = context
    const loan = await loanFor(db, await readerOf(context), params.loan!)
    if (!loan) throw new NotFound()
    const names = await ask(people).named(db, [loan.borrower, ...(loan.decidedBy ? [loan.decidedBy] : []), ...(loan.receivedBy ? [loan.receivedBy] : [])])
    return { loan, names, today: todayOf(context) }
  },
  fill: ({ loan, today }) => ({ due: [loan.dueOn ?? loan.wantedUntil, today].toSorted().at(-1) }),
  view({ data: { loan, names, today }, who, fields }) {
    const lends = mayLoan(who, 'lend', loan)
    const returns = mayLoan(who, 'return', loan)
    return (
      <WorkLayout title={t('Peminjaman berkas {number}', { number: loan.number })} lead={<a href={`/kerja/arsip/${loan.dossierId}`}>{loan.title}</a>} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: t('Peminjaman arsip'), href: '/kerja/arsip/pinjaman' }]}>
        <p><StateBadge state={loan.state} states={loanStateWords} /></p>
        {loan.state === 'lent' && loan.dueOn && loan.dueOn < today && <Notice tone="bad"><p>{t('Waktu pinjam sudah lewat.')}</p></Notice>}
        <FactList facts={[
          { label: t('Peminjam'), value: names.get(loan.borrower)?.name ?? t('Akun yang sudah dihapus') },
          { label: t('Keperluan'), value: loan.purpose },
          { label: t('Diminta'), value: <DateTime at={loan.requestedAt} as="full" /> },
          { label: t('Diminta sampai'), value: <DateTime at={loan.wantedUntil} /> },
          { label: t('Diputuskan oleh'), value: loan.decidedBy && names.get(loan.decidedBy)?.name },
          { label: t('Kembali paling lambat'), value: loan.dueOn && <DateTime at={loan.dueOn} /> },
          { label: t('Dikembalikan'), value: loan.returnedAt && <DateTime at={loan.returnedAt} as="full" /> },
          { label: t('Diterima kembali oleh'), value: loan.receivedBy && names.get(loan.receivedBy)?.name },
          { label: t('Catatan'), value: loan.remarks },
        ]} />
        {(lends || returns || mayLoan(who, 'withdraw', loan)) && (
          <Section title={t('Langkah berikutnya')}><Form fields={fields} actions={
            <>
              {lends && <Button kind="primary" name="step" value="lend">{t('Serahkan berkas')}</Button>}
              {lends && <Button name="step" value="refuse">{t('Jangan pinjamkan')}</Button>}
              {returns && <Button kind="primary" name="step" value="return">{t('Terima kembali')}</Button>}
              {mayLoan(who, 'extend', loan) && <Button name="step" value="extend">{t('Perpanjang')}</Button>}
              {mayLoan(who, 'withdraw', loan) && <Button name="step" value="withdraw">{t('Batalkan permintaan')}</Button>}
            </>
          }>
            {(lends || returns) && <DateField field={fields('due')} label={t('Kembali paling lambat')} min={today} />}
            {(lends || returns) && <TextField field={fields('remarks')} label={t('Catatan')} hint={t('Keadaan berkas saat diserahkan atau kembali, atau alasan tidak dipinjamkan.')} maxlength={300} />}
          </Form></Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const by = who.account!.id
    const loan = await loanFor(tx, await readerOf(context), params.loan!, true)
    if (!loan) throw new NotFound()
    if (!mayLoan(who, input.step, loan)) throw new Refused('Langkah ini tidak dapat dilakukan pada pinjaman ini sekarang.')
    const hands = input.step === 'lend' || input.step === 'extend'
    const due = hands ? (input.due ?? loan.wantedUntil) : undefined
    if (due && due < todayOf(context)) throw new Problem('due', 'Tanggal ini sudah lewat.')
    if (input.step === 'refuse' && !input.remarks) throw new Problem('remarks', 'Tulis alasannya.')
    const dossier = (await takeDossier(tx, loan.dossierId))!
    if (input.step === 'lend') {
      if (dossier.proposalId) throw new Problem('', 'Berkas ini berada dalam usul penyusutan dan tidak dipinjamkan.')
      if (higher(dossier.secrecy, loan.secrecy) !== loan.secrecy) throw new Problem('', 'Sejak diminta, isi berkas menjadi lebih rahasia. Peminjam perlu meminta lagi.')
      if ((await loansOf(tx, loan.dossierId)).some(({ state }) => state === 'lent')) throw new Problem('', 'Berkas ini masih dipinjam orang lain.')
    }
    await updateLoan(tx, loan.id, after(loan.state, input.step)!, { by, dueOn: due, remarks: input.remarks })
    const event = remembered[input.step]
    if (event) await insertStep(tx, [loan.dossierId], event, by, input.remarks)
    const text = told[input.step]
    if (text && loan.borrower !== by) await notify(tx, [loan.borrower], { text, values: { number: loan.number, until: due ?? '' }, href: `/kerja/arsip/pinjaman/${loan.id}` })
    note({ record: ['loan', loan.id], before: { state: loan.state }, after: { state: after(loan.state, input.step), dueOn: due ?? loan.dueOn } })
    return goto(`/kerja/arsip/pinjaman/${loan.id}`, done[input.step])
  },
})
