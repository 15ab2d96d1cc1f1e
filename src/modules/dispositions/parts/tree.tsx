import type { ComponentChildren } from 'preact'
import { dateTime, fileSize, longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { Badge, ButtonLink, StateBadge, Thread, type ThreadItem } from '#ui/index.ts'
import { daysLate } from '../deadline.ts'
import { isOpen, passedOn, recipientsOf, type Disposition, type Recipient, type Report } from '../disposition.ts'
import { saidAll } from '../instructions.ts'
import { mayJudge, mayRecall, mayReport } from '../policy.ts'
import { latestOf, rootsOf, type Look } from './look.ts'
import { capacityOf, stateWords } from './words.ts'

/** The whole tree of dispositions: who asked what of whom, when it was read, and what came of it; `still` without what can be done about it. */
export const DispositionTree = ({ look, still }: { look: Look; still?: boolean }) => <Thread label={t('Disposisi')} items={rootsOf(look.seen).map(given => disposed(still ? { ...look, seated: [] } : look, given))} />

/** A disposition with those it is for below it. */
const disposed = (look: Look, given: Disposition): ThreadItem => ({
  id: `d-${given.id}`,
  title: capacityOf({ kind: given.capacity, title: given.title }),
  facts: [`${given.name} · ${dateTime(given.at)}`, due(given)],
  body: <Asked look={look} given={given} />,
  below: recipientsOf(look.seen, given.id).map(one => received(look, given, one)),
})

const due = ({ dueOn }: Disposition): string | null => dueOn && t('Batas waktu {day}', { day: longDate(dueOn) })

function received(look: Look, given: Disposition, one: Recipient): ThreadItem {
  const { seen, names, reports, holidays, today, letter } = look
  const passed = passedOn(seen, one)
  const [only, ...more] = passed
  // Whoever passed it on once says so in the same place; several times, and each has a place of its own.
  const merged = only && more.length === 0 ? only : null
  const late = isOpen(one) && !given.doneAt ? daysLate(given.dueOn, today, holidays) : 0
  const who = (id: string | null) => (id && names.get(id)) ?? t('tidak diketahui')
  return {
    id: `p-${one.id}`,
    title: one.title,
    state: <><StateBadge state={one.state} states={stateWords} />{one.responsible && one.state !== 'recalled' && <> <Badge tone="plain">{t('Penanggung jawab')}</Badge></>}{late > 0 && <> <Badge tone="bad">{t('Terlambat {n} hari kerja', { n: late })}</Badge></>}</>,
    facts: [
      one.name ?? t('Belum ada pejabat saat itu'),
      one.readAt && t('Dibaca {time} oleh {who}', { time: dateTime(one.readAt), who: who(one.readBy) }),
      one.doneAt && one.state === 'answered' && t('Dijawab dengan surat {time}', { time: dateTime(one.doneAt) }),
      one.recallReason && t('Ditarik kembali: {reason}', { reason: one.recallReason }),
      merged && t('Diteruskan {time} oleh {who}', { time: dateTime(merged.at), who: merged.name }),
      merged && due(merged),
    ],
    body: <>{merged && <Asked look={look} given={merged} />}{reports.filter(({ recipientId }) => recipientId === one.id).map(report => <Reported key={report.id} letterId={letter.id} report={report} who={who(report.by)} />)}</>,
    actions: actionsFor(look, given, one),
    below: merged ? recipientsOf(seen, merged.id).map(below => received(look, merged, below)) : passed.map(below => disposed(look, below)),
  }
}

/** The instructions as they are read on paper. */
const Asked = ({ look, given }: { look: Look; given: Disposition }) => <blockquote>{[saidAll(given.instructions, look.words).join(', '), given.note].filter(Boolean).join('\n')}</blockquote>

/** One report, with its files and what the giver said to it. */
export const Reported = ({ letterId, report: { text, files, at, verdict, remarks }, who }: { letterId: string; report: Report; who: string }) => (
  <>
    <p class="meta">{t('Laporan {time} oleh {who}', { time: dateTime(at), who })} {verdict === 'accepted' ? <Badge tone="good">{t('Diterima')}</Badge> : verdict === 'returned' ? <Badge tone="warn">{t('Dikembalikan')}</Badge> : null}</p>
    <p>{text || t('Tanpa keterangan.')}</p>
    {files.length > 0 && <ul>{files.map(({ fileId, name, bytes }) => <li key={fileId}><a href={`/kerja/surat/${letterId}/disposisi/berkas/${fileId}`} download>{name}</a> <small>{fileSize(bytes)}</small></li>)}</ul>}
    {remarks && <p>{t('Catatan pemberi disposisi: {text}', { text: remarks })}</p>}
  </>
)

/** What the reader can do about one recipient; the same questions their pages ask. */
function actionsFor({ letter, seated, reports }: Look, given: Disposition, one: Recipient): ComponentChildren {
  const page = (step: string) => `/kerja/surat/${letter.id}/disposisi/${one.id}/${step}`
  const links = [
    mayReport(seated, one) && <ButtonLink key="report" href={page('lapor')}>{t('Lapor selesai')}</ButtonLink>,
    mayJudge(seated, given, one, latestOf(reports, one.id)) && <ButtonLink key="judge" href={page('laporan')} about={one.title}>{t('Tanggapi laporan')}</ButtonLink>,
    mayRecall(seated, given, one) && <ButtonLink key="recall" href={page('tarik')} kind="quiet" about={one.title}>{t('Tarik kembali')}</ButtonLink>,
  ].filter(Boolean)
  return links.length > 0 ? links : undefined
}
