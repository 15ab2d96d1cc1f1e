import { t } from '#platform/i18n/locale.ts'
import { fileSize } from '#platform/i18n/format.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { letters, secrecyWords, urgencyWords, type Letter, type Meeting } from '#modules/correspondence/contract.ts'
import { isSecret, stateWords } from '#modules/correspondence/letter.ts'
import { kindsOn } from '#modules/correspondence/parts/lists.ts'
import { officeOf } from '#modules/correspondence/parts/office.ts'
import { closable } from '#modules/correspondence/close/close.page.tsx'
import { maySend } from '#modules/correspondence/send/send.page.tsx'
import { dispositionParts, opened } from '#modules/dispositions/letter/parts.tsx'
import { seats, tasks, type Desk } from '#modules/inbox/contract.ts'
import { SignatureFacts, SignHere, signatureParts } from '#modules/signatures/parts/letter.tsx'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Badge, ButtonLink, DateTime, FactList, Section, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'

/** Desks at which the person sits today. */
async function desksHere(context: Context): Promise<Desk[]> {
  return [{ accountId: context.who.account!.id }, ...(await context.ask(seats).of(context)).map(({ postId }) => ({ postId }))]
}

async function read(context: Context) {
  const { db, ask, government, params, who, now } = context
  const letter = await ask(letters).readable(context, params.id!)
  const desks = await desksHere(context)
  await opened(context, letter)
  await db.transaction().execute(tx => ask(tasks).read(tx, { kind: 'letter', id: letter.id }, desks, who.account!.id))
  const [units, kinds, addressees, receipts, steps, answers] = await Promise.all([
    ask(unitDirectory).of(government.id),
    kindsOn(db, dayIn(now, government.zone)),
    ask(letters).addressees(db, letter.id),
    ask(letters).receipts(db, letter.id),
    ask(letters).steps(db, letter.id),
    letter.answersId ? ask(letters).byId(db, letter.answersId) : null,
  ])
  const [signature, disposition, open] = await Promise.all([signatureParts(context, letter), dispositionParts(context, letter), closable(context, db, letter.id)])
  const known = answers && (await ask(letters).visible(context, [answers.id])).has(answers.id)
  return { letter, units, kinds, addressees, receipts, steps, answers: known ? answers : null, signature, disposition, open: open.length > 0 }
}

/** A letter: what it is, what I can do with it, whom it went to, what happened. */
export const letterPage = page({
  path: '/kerja/surat/:id',
  may: 'signed-in',
  load: read,
  view({ data: { letter, units, kinds, addressees, receipts, steps, answers, signature, disposition, open }, who }) {
    const office = officeOf(units, letter.unitId)
    return (
      <WorkLayout title={letter.subject} lead={letter.sender} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? kinds.get(letter.kind) ?? t('Surat') }]}
        action={<Actions>
          {letter.fileId && <ButtonLink href={`/kerja/surat/${letter.id}/berkas/${letter.fileId}`}>{t('Buka surat')}</ButtonLink>}
          {disposition.actions.map(({ label, href, main }) => <ButtonLink key={href} href={href} kind={main ? undefined : 'quiet'}>{t(label)}</ButtonLink>)}
          {open && <ButtonLink kind="quiet" href={`/kerja/surat/${letter.id}/selesai`}>{t('Selesaikan')}</ButtonLink>}
          {maySend(who, letter, office) && <ButtonLink href={`/kerja/surat/${letter.id}/kirim`}>{t('Kirim surat cetak')}</ButtonLink>}
        </Actions>}>
        <p><StateBadge state={letter.state} states={stateWords} /> {letter.secrecy !== 'B' && <Badge tone={isSecret(letter.secrecy) ? 'bad' : 'info'}>{t(secrecyWords[letter.secrecy])}</Badge>} {letter.urgency !== 'biasa' && <Badge tone="warn">{t(urgencyWords[letter.urgency])}</Badge>}</p>
        <FactList facts={[
          { label: t('Nomor surat'), value: letter.number },
          { label: t('Tanggal surat'), value: letter.letterOn && <DateTime at={letter.letterOn} /> },
          { label: t('Jenis surat'), value: kinds.get(letter.kind) ?? letter.kind },
          { label: t('Klasifikasi'), value: letter.classification },
          { label: t('Dijawab paling lambat'), value: letter.replyBy && <DateTime at={letter.replyBy} /> },
          { label: t('Menjawab surat'), value: answers && <a href={`/kerja/surat/${answers.id}`}>{answers.number ?? answers.subject}</a> },
          { label: t('Isi ringkas'), value: letter.summary || null },
        ].filter(({ value }) => value)} />
        <SignHere letter={letter} parts={signature} />
        {disposition.forms?.()}
        {letter.meeting && <MeetingFacts meeting={letter.meeting} />}
        {letter.attachments.length > 0 && <Section title={t('Lampiran')}><Files letter={letter} /></Section>}
        {addressees.length > 0 && (
          <Section title={t('Ditujukan kepada')}>
            <FactList facts={addressees.map(({ role, name, deliveredAt, failure }) => ({
              label: role === 'copy' ? t('Tembusan') : t('Kepada'),
              value: <>{name} {failure ? <Badge tone="bad">{t(failure)}</Badge> : deliveredAt ? <small><DateTime at={deliveredAt} as="full" /></small> : null}</>,
            }))} />
          </Section>
        )}
        {receipts.length > 0 && (
          <Section title={t('Agenda')}>
            <FactList facts={receipts.map(({ unitId, sequence, year, receivedOn, closedAt }) => ({
              label: units.byId(unitId)?.name ?? t('Unit yang sudah ditutup'),
              value: <>{`${sequence}/${year}`} · <DateTime at={receivedOn} /> {closedAt && <Badge tone="good">{t('Selesai')}</Badge>}</>,
            }))} />
          </Section>
        )}
        {disposition.tree?.()}
        <SignatureFacts parts={signature} />
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(({ event, at, by, capacity, remarks }) => ({ title: t(event), at, who: [by, capacity].filter(Boolean).join(' · ') || undefined, body: remarks && <p>{remarks}</p> }))} />
        </Section>
      </WorkLayout>
    )
  },
})

const Files = ({ letter }: { letter: Letter }) => (
  <ul>
    {letter.attachments.map(({ fileId, name, bytes }) => <li key={fileId}><a href={`/kerja/surat/${letter.id}/berkas/${fileId}`}>{name}</a> <small>{fileSize(bytes)}</small></li>)}
  </ul>
)

const MeetingFacts = ({ meeting: { from, to, place, link } }: { meeting: Meeting }) => (
  <Section title={t('Acara')}>
    <FactList facts={[
      { label: t('Waktu'), value: <><DateTime at={new Date(from)} as="full" />{to && <> – <DateTime at={new Date(to)} as="full" /></>}</> },
      { label: t('Tempat'), value: place },
      ...(link ? [{ label: t('Tautan'), value: <a href={link}>{link}</a> }] : []),
    ]} />
  </Section>
)
