import { t } from '#platform/i18n/locale.ts'
import type { Holidays } from '#platform/time/working-days.ts'
import type { Person } from '#modules/identity/contract.ts'
import type { InCharge, UnitTree } from '#modules/organisation/contract.ts'
import { Badge, DateTime, StateBadge, type QueueEntry } from '#ui/index.ts'
import type { Seat, Task } from '../contract.ts'
import { DueBadge } from '../parts/due.tsx'
import { seatName } from '../parts/seat.ts'
import { kindWords, outcomeText, urgencyWords } from '../task.ts'

export interface Around {
  today: string
  holidays: Holidays
  /** Positions the person holds. */
  held: readonly Seat[]
  units: UnitTree
  names: ReadonlyMap<string, Person>
  leading: ReadonlyMap<string, InCharge>
  /** Whether the desks of others are shown as well. */
  office: boolean
}

/** Whose desk a task lies on, where that is not plain. */
function deskName({ desk }: Task, { held, units, names, leading, office }: Around): string | null {
  if ('officeId' in desk) return t('Sekretariat {unit}', { unit: units.byId(desk.officeId)?.shortName ?? '' })
  if ('accountId' in desk) return office ? (names.get(desk.accountId)?.name ?? t('Diri sendiri')) : null
  const seat = held.find(one => one.postId === desk.postId)
  if (seat) return office || held.length > 1 ? seatName(seat) : null
  const holder = leading.get(desk.postId)
  return holder ? `${seatName(holder)} · ${holder.name}` : t('Jabatan lowong')
}

/** A row of the inbox. */
export function entryOf(task: Task, around: Around): QueueEntry {
  const { today, holidays, names } = around
  const doneBy = task.doneBy ? names.get(task.doneBy)?.name : null
  return {
    id: task.id,
    href: task.href,
    title: task.title,
    kind: t(kindWords[task.kind]),
    from: task.from,
    value: task.matter.kind === 'letter' ? task.matter.id : undefined,
    fresh: !task.readAt && !task.doneAt,
    facts: [task.number, deskName(task, around), <DateTime key="at" at={task.doneAt ?? task.at} as="ago" />],
    urgency: task.urgency === 'biasa' || task.doneAt ? undefined : <StateBadge state={task.urgency} states={urgencyWords} />,
    due: task.doneAt ? <Badge>{doneBy ? t('{outcome} oleh {name}', { outcome: t(outcomeText(task)), name: doneBy }) : t(outcomeText(task))}</Badge> : task.dueOn ? <DueBadge due={task.dueOn} today={today} holidays={holidays} /> : undefined,
  }
}
