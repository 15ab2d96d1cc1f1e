import { z } from 'zod'
import { optionalDay } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateField, DateTime, Disclosure, EmptyState, FactList, Form, Notice, Section, Timeline, WorkLayout } from '#ui/index.ts'
import { secrecyWords } from '#modules/correspondence/contract.ts'
import { maturityWords, type Counted, type Dossier, type Shown } from '../contract.ts'
import { isSecret, numberOf } from '../dossier.ts'
import { turn } from '../lifecycle.ts'
import { hiddenText, scheduleOf } from '../list/rows.ts'
import { loansOf, type Loan } from '../loans/loan-store.ts'
import { mayBorrow } from '../loans/policy.ts'
import { loanStateWords } from '../loans/loan.ts'
import { contentsOf, remarksOf, secrecyOf, titleOf } from '../parts/contents.ts'
import { dossierHere, take, todayOf } from '../parts/here.ts'
import { Standing } from '../parts/lead.tsx'
import { yearsOf } from '../parts/years.ts'
import { may, mayFill, mayManage } from '../policy.ts'
import { stepsOf } from '../store.ts'

/** A dossier: what it is, what is in it as far as one may know, who has it, what happened. */
export const dossierPage = page({
  path: '/kerja/arsip/:id',
  may: 'signed-in',
  form: z.object({ step: z.enum(['close', 'reopen'], 'Pilih langkah'), on: optionalDay() }),
  async load(context) {
    const { db, ask, government } = context
    const { dossier, reader } = await dossierHere(context)
    const [contents, loans, steps, units, holder] = await Promise.all([
      contentsOf(context, reader, [dossier]),
      loansOf(db, dossier.id),
      stepsOf(db, dossier.id),
      ask(unitDirectory).of(government.id),
      dossier.holderPostId ? ask(posts).byId(db, dossier.holderPostId) : null,
    ])
    const names = await ask(people).named(db, [...steps.flatMap(({ by }) => by ?? []), ...loans.map(({ borrower }) => borrower)])
    return { dossier, ...contents.get(dossier.id)!, loans, steps, names, unit: units.byId(dossier.unitId), holder, today: todayOf(context) }
  },
  fill: ({ today }) => ({ on: today }),
  view({ data: { dossier, shown, hidden, loans, steps, names, unit, holder, today }, who, fields }) {
    const here = `/kerja/arsip/${dossier.id}`
    const lent = loans.find(({ state }) => state === 'lent')
    const manages = mayManage(who, dossier)
    return (
      <WorkLayout title={dossier.title} lead={`${numberOf(dossier)} · ${dossier.classification}`} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier) }]}
        action={<Actions>
          {mayFill(who, dossier) && <ButtonLink href={`${here}/tambah`}>{t('Masukkan kertas')}</ButtonLink>}
          {manages && !dossier.proposalId && ['open', 'closed', 'inactive'].includes(dossier.state) && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Ubah uraian')}</ButtonLink>}
          {mayBorrow(who, dossier, loans) && <ButtonLink kind="quiet" href={`${here}/pinjam`}>{t('Pinjam')}</ButtonLink>}
          <ButtonLink kind="quiet" href={`${here}/paket`}>{t('Paket')}</ButtonLink>
        </Actions>}>
        <p><Standing dossier={dossier} /> {lent && <Badge tone={lent.dueOn && lent.dueOn < today ? 'bad' : 'warn'}>{t('Dipinjam')}</Badge>}</p>
        {dossier.proposalId && <Notice><p>{manages || who.may('archives.approve') ? <a href={`/kerja/arsip/penyusutan/${dossier.proposalId}`}>{t('Berkas ini berada dalam usul penyusutan.')}</a> : t('Berkas ini berada dalam usul penyusutan.')} {t('Isinya tetap sampai usul itu selesai.')}</p></Notice>}
        <FactList facts={factsOf(dossier, unit?.name ?? t('Unit yang sudah ditutup'), holder?.title ?? null)} />
        <Section title={t('Isi berkas')}>
          <DataTable caption={t('Isi berkas')} rows={shown} rowKey={item => item.id} columns={[
            { label: t('No.'), cell: item => String(item.sequence) },
            { label: t('Uraian item'), main: true, cell: item => <Called item={item} here={here} /> },
            { label: t('Tanggal'), cell: item => (item.datedOn ? <DateTime at={item.datedOn} as="short" /> : '–') },
            { label: t('Asli/kopi'), cell: item => t(maturityWords[item.maturity]) },
            { label: t('Jumlah'), numeric: true, cell: item => String(item.amount) },
            ...(mayFill(who, dossier) ? [{ label: t('Langkah'), quiet: true, cell: (item: Shown) => <ButtonLink kind="plain" href={`${here}/isi/${item.id}`} about={titleOf(item)}>{t('Atur')}</ButtonLink> }] : []),
          ]}
            empty={hidden === 0 ? <EmptyState title={t('Berkas ini masih kosong')}>{t('Surat masuk dari halaman surat dengan tombol Berkaskan; kertas lain dimasukkan di sini.')}</EmptyState> : <></>} />
          {hidden > 0 && <p>{hiddenText(hidden)}</p>}
        </Section>
        {(may(who, 'close', dossier) || may(who, 'reopen', dossier)) && (
          <Disclosure title={dossier.state === 'open' ? t('Tutup berkas') : t('Buka kembali')} level={2}>
            {dossier.state === 'open' ? (
              <Form fields={fields} actions={<Button name="step" value="close">{t('Tutup berkas')}</Button>}>
                <DateField field={fields('on')} label={t('Tanggal ditutup')} hint={t('Masa simpan dihitung mulai tahun sesudahnya.')} min={dossier.openedOn} max={today} required />
              </Form>
            ) : (
              <Form fields={fields} actions={<Button name="step" value="reopen">{t('Buka kembali')}</Button>}>
                <p>{t('Berkas dapat diisi lagi; masa simpannya dihitung ulang saat ditutup.')}</p>
              </Form>
            )}
          </Disclosure>
        )}
        {loans.length > 0 && <Section title={t('Peminjaman')}><Loans loans={loans} names={names} open={manages} own={who.account?.id} /></Section>}
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(({ event, at, by, remarks }) => ({ title: t(event), at, who: names.get(by ?? '')?.name, body: remarks && <p>{remarks}</p> }))} />
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const dossier = await take(tx, context, params.id!)
    if (!may(who, input.step, dossier)) throw new Refused('Langkah ini tidak dapat dilakukan pada berkas ini sekarang.')
    const on = input.on ?? todayOf(context)
    if (input.step === 'close' && on < dossier.openedOn) throw new Problem('on', 'Tanggal ini mendahului tanggal berkas dibuka.')
    if (on > todayOf(context)) throw new Problem('on', 'Tanggal ini belum tiba.')
    const turned = await turn(tx, context, dossier, input.step, on, who.account!.id)
    note({ record: ['dossier', dossier.id], before: { state: dossier.state }, after: { state: turned.state, closedOn: turned.closedOn, retention: turned.retentionCode } })
    return goto(`/kerja/arsip/${dossier.id}`, input.step === 'close' ? 'Berkas ditutup. Masa simpannya mulai dihitung.' : 'Berkas dibuka kembali.')
  },
})

/** A thing in the list: a letter leads to itself, a paper to its page. */
function Called({ item, here }: { item: Shown; here: string }) {
  const secrecy = secrecyOf(item)
  const facts = item.letter && !isSecret(secrecy) ? [item.letter.number, item.letter.sender].filter(Boolean).join(' · ') : remarksOf(item)
  return (
    <>
      <a href={item.letterId ? `/kerja/surat/${item.letterId}` : `${here}/isi/${item.id}`}>{titleOf(item)}</a> {secrecy !== 'B' && <Badge tone={isSecret(secrecy) ? 'bad' : 'info'}>{t(secrecyWords[secrecy])}</Badge>}
      {facts && <> <small>{facts}</small></>}
      {item.destroyedAt && <> <Badge>{t('Dimusnahkan')}</Badge></>}
    </>
  )
}

const factsOf = (dossier: Counted, unit: string, holder: string | null) => [
  { label: t('Kantor'), value: unit },
  { label: t('Dipegang jabatan'), value: holder },
  { label: t('Kurun waktu'), value: yearsOf(dossier) },
  { label: t('Dibuka'), value: <DateTime at={dossier.openedOn} /> },
  { label: t('Ditutup'), value: dossier.closedOn && <DateTime at={dossier.closedOn} /> },
  { label: t('Tempat'), value: placed(dossier) },
  { label: t('Jadwal retensi'), value: dossier.final ? <>{scheduleOf(dossier)} <small>{t('menurut kode {code}', { code: dossier.retentionCode })} · {dossier.retentionBasis}</small></> : t('Jadwal retensi belum mengenal kode ini') },
  { label: t('Inaktif mulai'), value: dossier.inactiveOn && <DateTime at={dossier.inactiveOn} /> },
  { label: t('Masa simpan habis'), value: dossier.dueOn && <DateTime at={dossier.dueOn} /> },
]

const placed = ({ room, shelf, box }: Dossier) => [room && t('ruang {room}', { room }), shelf && t('rak {shelf}', { shelf }), box && t('boks {box}', { box })].filter(Boolean).join(', ')

const Loans = ({ loans, names, open, own }: { loans: readonly Loan[]; names: ReadonlyMap<string, { name: string }>; open: boolean; own: string | undefined }) => (
  <Timeline items={loans.map(loan => ({
    title: open || loan.borrower === own ? <a href={`/kerja/arsip/pinjaman/${loan.id}`}>{t(loanStateWords[loan.state].label)}</a> : t(loanStateWords[loan.state].label),
    at: loan.returnedAt ?? loan.decidedAt ?? loan.requestedAt,
    who: names.get(loan.borrower)?.name,
    body: loan.state === 'lent' && loan.dueOn ? <p>{t('Kembali paling lambat')} <DateTime at={loan.dueOn} /></p> : null,
    state: loan.state === 'lent' ? 'now' as const : 'done' as const,
  }))} />
)
