import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { page } from '#platform/web/page.ts'
import { secrecyWords, urgencyWords, type Letter, type Meeting } from '#modules/correspondence/contract.ts'
import { isSecret, stateWords } from '#modules/correspondence/letter.ts'
import { ParafTimeline, WhyReturned } from '#modules/drafting/parts.tsx'
import { SignatureFacts, SignHere } from '#modules/signatures/parts/letter.tsx'
import { Actions, Badge, ButtonLink, DateTime, Disclosure, FactList, Prose, Section, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'
import { gather, type Gathered } from './gather.ts'

/** A letter: what it says, what I can do with it, whom it went to, what happened. */
export const letterPage = page({
  path: '/kerja/surat/:id',
  may: 'signed-in',
  load: gather,
  view({ data }) {
    const { letter, kind, actions, signature, disposition, content, chain, history } = data
    return (
      <WorkLayout title={letter.subject} lead={letter.sender} width="text" islands={signature.islands} breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? kind }]}
        action={<Actions>
          {letter.fileId && <ButtonLink href={`/kerja/surat/${letter.id}/berkas/${letter.fileId}`}>{t('Buka surat')}</ButtonLink>}
          {actions.map(({ label, href, main }) => <ButtonLink key={href} href={href} kind={main ? undefined : 'quiet'}>{t(label)}</ButtonLink>)}
        </Actions>}>
        <p>
          <StateBadge state={letter.state} states={stateWords} />{' '}
          {letter.secrecy !== 'B' && <Badge tone={isSecret(letter.secrecy) ? 'bad' : 'info'}>{t(secrecyWords[letter.secrecy])}</Badge>}{' '}
          {letter.urgency !== 'biasa' && <Badge tone="warn">{t(urgencyWords[letter.urgency])}</Badge>}
        </p>
        {chain && <WhyReturned letter={letter} steps={history} />}
        <Facts {...data} />
        {content && <Section title={t('Isi surat')}><Prose html={toHtml([...Object.values(content.parts), content.body].filter(Boolean).join('\n\n'))} /></Section>}
        {letter.meeting && <MeetingFacts meeting={letter.meeting} />}
        {letter.attachments.length > 0 && <Section title={t('Lampiran')}><Files letter={letter} /></Section>}
        <SignHere letter={letter} parts={signature} />
        {disposition.forms?.()}
        <Recipients {...data} />
        {disposition.tree?.()}
        {chain && <Section title={t('Paraf dan tanda tangan')}><ParafTimeline {...chain} /></Section>}
        <SignatureFacts parts={signature} />
        {history.length > 0 && (
          <Disclosure title={t('Riwayat')}>
            <Timeline items={history.map(({ event, at, by, capacity, remarks }) => ({ title: t(event), at, who: [by, capacity].filter(Boolean).join(' · ') || undefined, body: remarks && <p>{remarks}</p> }))} />
          </Disclosure>
        )}
      </WorkLayout>
    )
  },
})

const Facts = ({ letter, kind, answers }: Gathered) => (
  <FactList facts={[
    { label: t('Nomor surat'), value: letter.number },
    { label: t('Tanggal surat'), value: letter.letterOn && <DateTime at={letter.letterOn} /> },
    { label: t('Jenis surat'), value: kind },
    { label: t('Klasifikasi'), value: letter.classification },
    { label: t('Dijawab paling lambat'), value: letter.replyBy && <DateTime at={letter.replyBy} /> },
    { label: t('Menjawab surat'), value: answers && <a href={`/kerja/surat/${answers.id}`}>{answers.number ?? answers.subject}</a> },
    { label: t('Isi ringkas'), value: letter.summary },
  ]} />
)

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
      { label: t('Tautan'), value: link && <a href={link}>{link}</a> },
    ]} />
  </Section>
)

/** Whom it is for, and in which agendas it stands. */
function Recipients({ addressees, passed, receipts, units }: Gathered) {
  const list = (role: 'to' | 'copy') => {
    const some = addressees.filter(one => one.role === role)
    return some.length === 0 ? null : (
      <ul>
        {some.map(({ id, name, deliveredAt, failure }) => <li key={id}>{name} {failure ? <Badge tone="bad">{t(failure)}</Badge> : deliveredAt && <small><DateTime at={deliveredAt} as="full" /></small>}</li>)}
      </ul>
    )
  }
  const agenda = receipts.length === 0 ? null : (
    <ul>
      {receipts.map(({ unitId, sequence, year, receivedOn, closedAt }) => (
        <li key={unitId}>{units.byId(unitId)?.name ?? t('Unit yang sudah ditutup')}: {`${sequence}/${year}`}, <DateTime at={receivedOn} /> {closedAt && <Badge tone="good">{t('Selesai')}</Badge>}</li>
      ))}
    </ul>
  )
  if (addressees.length === 0 && !agenda) return null
  return (
    <Section title={t('Ditujukan kepada')}>
      <FactList facts={[{ label: t('Kepada'), value: list('to') }, { label: t('Tembusan'), value: list('copy') }, { label: t('Disampaikan kepada'), value: passed.join('; ') }, { label: t('Agenda'), value: agenda }]} />
    </Section>
  )
}
