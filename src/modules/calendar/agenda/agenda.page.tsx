import { dayRange } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { invitations, type Invitation } from '#modules/correspondence/contract.ts'
import { seats } from '#modules/inbox/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { Agenda, Badge, ButtonLink, EmptyState, Section, WorkLayout, type AgendaEntry } from '#ui/index.ts'
import { titleOf } from '../event/title.ts'
import { mondayAfter, overlapping, weeksOf, type Week } from './weeks.ts'

/** More than anybody can attend. */
const most = 300
const years = 2

/** Meetings at the desks of a person that are not over. */
async function coming(context: Context) {
  const { ask, db, government, now, who } = context
  const held = await ask(seats).of(context)
  const today = dayIn(now, government.zone)
  const to = new Date(now.getTime() + years * 366 * 86_400_000)
  const found = await ask(invitations).of(db, [{ accountId: who.account!.id }, ...held.map(({ postId }) => ({ postId }))], { from: now, to }, most)
  const passedTo = [...new Set(found.flatMap(one => one.passedTo))]
  return { found, today, titles: await ask(posts).inCharge(db, passedTo, today) }
}

/** Meetings a person is invited to by letters, week by week. */
export const agendaPage = page({
  path: '/kerja/agenda',
  may: 'signed-in',
  load: coming,
  view({ data: { found, today, titles }, government }) {
    const clashing = overlapping(found)
    const nameOf = (postId: string) => titles.get(postId)?.title ?? t('jabatan lain')
    return (
      <WorkLayout title={t('Agenda rapat')} lead={t('Acara dari surat undangan kepada Anda dan jabatan Anda, juga yang diteruskan dengan disposisi.')} width="text"
        action={<ButtonLink kind="quiet" href="/kerja/agenda/langganan">{t('Tampilkan di kalender saya')}</ButtonLink>}>
        {found.length === 0 && <EmptyState title={t('Belum ada acara')}>{t('Surat yang mengundang Anda muncul di sini begitu sampai, dan hilang setelah acaranya lewat.')}</EmptyState>}
        {weeksOf(found, government.zone, today).map(week => (
          <Section key={week.from} title={headingOf(week, today)}>
            <Agenda days={week.days.map(({ day, invitations: those }) => ({ day, entries: those.map(one => entryOf(one, clashing, nameOf)) }))} />
          </Section>
        ))}
      </WorkLayout>
    )
  },
})

function headingOf({ from, to }: Week, today: string): string {
  if (today >= from && today <= to) return t('Pekan ini')
  if (from === mondayAfter(today)) return t('Pekan depan')
  return dayRange(from, to)
}

function entryOf(one: Invitation, clashing: ReadonlySet<string>, nameOf: (postId: string) => string): AgendaEntry {
  const passedOn = one.passedTo.length > 0 && t('Diteruskan dengan disposisi kepada {names}', { names: one.passedTo.map(nameOf).join(', ') })
  return {
    id: one.letterId,
    title: titleOf(one),
    href: `/kerja/surat/${one.letterId}`,
    from: one.from,
    until: one.openEnd ? undefined : one.until,
    place: (one.place || one.link) && <>{one.place}{one.place && one.link && <br />}{one.link && <Link to={one.link} />}</>,
    facts: [[one.sender, one.number].filter(Boolean).join(' · '), standingOf(one), passedOn],
    marks: one.cancelled ? <Badge tone="bad">{t('Acara dibatalkan')}</Badge> : clashing.has(one.letterId) && <Badge tone="warn">{t('Bentrok')}</Badge>,
    off: one.cancelled,
  }
}

/** An address on the net; anything else somebody wrote there stays text. */
const Link = ({ to }: { to: string }) => (/^https?:\/\//.test(to) ? <a href={to}>{to.replace(/^https?:\/\//, '')}</a> : <>{to}</>)

/** Why it is here, where that is more than being invited. */
function standingOf({ roles }: Invitation): string {
  if (roles.includes('to')) return ''
  if (roles.includes('disposition')) return t('Diteruskan kepada Anda dengan disposisi')
  return roles.includes('signer') ? t('Undangan dari jabatan Anda') : t('Tembusan')
}
