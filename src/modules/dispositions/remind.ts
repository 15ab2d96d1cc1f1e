import { notify } from '#platform/notifications/notifications.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { addWorkingDays, holidaysOf, isWorkingDay } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, posts } from '#modules/organisation/contract.ts'
import { takeDue, type Due } from './count-store.ts'
import { lateBefore } from './deadline.ts'

const inboxPath = '/kerja/kotak-masuk?tugas=disposisi'

/** Late ones first: they are what the day begins with. */
const hrefOf = (due: readonly Due[], otherwise: string): string => (due.length === 1 ? `/kerja/surat/${due[0]!.letterId}` : otherwise)

/**
 * Tells whoever is in charge what is due by the next working day or late, and givers what is late with others; once a
 * day, when offices are open. The notes name no letter, so a secret one is told of like any other. Answers how many
 * people were told.
 */
export async function remind(services: Pick<Services, 'database' | 'ask'>, governmentId: string, now: Date): Promise<number> {
  const { database, ask } = services
  const government = await ask(governmentDirectory).byId(governmentId)
  if (!government) return 0
  const today = dayIn(now, government.zone)
  return database.transaction(governmentId, async tx => {
    const holidays = await holidaysOf(tx, today)
    if (!isWorkingDay(today, holidays)) return 0
    const due = await takeDue(tx, addWorkingDays(today, 1, holidays), today)
    if (due.length === 0) return 0
    const late = due.filter(({ dueOn }) => dueOn < lateBefore(today, holidays))
    const inCharge = await ask(posts).inCharge(tx, [...new Set(due.flatMap(({ postId, giverPostId }) => [postId, giverPostId]))], today)
    const by = (list: readonly Due[], post: (one: Due) => string) => Map.groupBy(list, one => inCharge.get(post(one))?.accountId ?? '')
    const told = new Set<string>()
    for (const [account, theirs] of by(due, one => one.postId)) {
      if (!account) continue
      const over = theirs.filter(one => late.includes(one)).length
      await notify(tx, [account], {
        text: 'Disposisi kepada Anda: {late} lewat batas waktu, {soon} segera jatuh tempo.',
        values: { late: over, soon: theirs.length - over }, href: hrefOf(theirs, inboxPath),
      })
      told.add(account)
    }
    for (const [account, theirs] of by(late, one => one.giverPostId)) {
      if (!account) continue
      await notify(tx, [account], { text: '{n, plural, one {# penerima} other {# penerima}} belum menyelesaikan disposisi Anda yang lewat batas waktu.', values: { n: theirs.length }, href: hrefOf(theirs, '/kerja/disposisi?tahap=terlambat') })
      told.add(account)
    }
    return told.size
  })
}

/** Before the offices open in all three zones. */
export const remindJob: Job = {
  name: 'dispositions.remind',
  every: '30 22 * * *',
  run: ({ services, now }) => everyGovernment(services, async id => void (await remind(services, id, now))),
}
