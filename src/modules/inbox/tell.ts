import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Services } from '#platform/web/services.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory, posts } from '#modules/organisation/contract.ts'
import type { Desk, NewTask, TaskKind } from './contract.ts'
import { deskId } from './store.ts'

/** What people are told when nothing else was said. */
const words: Record<TaskKind, string> = {
  sign: 'Menunggu tanda tangan Anda: {title}',
  paraf: 'Menunggu paraf Anda: {title}',
  revise: 'Perlu diperbaiki: {title}',
  send: 'Siap dikirim: {title}',
  incoming: 'Surat masuk dari {from}: {title}',
  disposition: 'Disposisi dari {from}: {title}',
  copy: 'Tembusan dari {from}: {title}',
  approve: 'Menunggu persetujuan Anda: {title}',
}

/** What is said of a task that only those at the desk may know more of. */
const neutral = 'Menunggu Anda: {title}'

const noteOf = ({ kind, title, from, confidential, note }: NewTask) => note ?? (confidential ? { text: neutral, values: { title } } : { text: words[kind], values: { title, from } })

/** Accounts of those who sit at each desk today, by the id of the desk. */
export async function sittingAt(tx: Tx, ask: Services['ask'], desks: readonly Desk[]): Promise<Map<string, string[]>> {
  const sitting = new Map<string, string[]>()
  const add = (desk: string, account: string) => void sitting.set(desk, [...(sitting.get(desk) ?? []), account])
  for (const desk of new Map(desks.map(one => [deskId(one), one])).values()) {
    if ('accountId' in desk) add(desk.accountId, desk.accountId)
    if ('officeId' in desk) for (const { id } of await ask(people).holding(tx, 'inbox.office', desk.officeId)) add(desk.officeId, id)
  }
  const postIds = [...new Set(desks.flatMap(desk => ('postId' in desk ? desk.postId : [])))]
  if (postIds.length > 0) for (const { postId, accountId } of await ask(posts).holders(tx, postIds, await ask(governmentDirectory).today(tx))) if (accountId) add(postId, accountId)
  return sitting
}

/** Tells of new tasks whoever sits at their desks. */
export async function tellOf(tx: Tx, ask: Services['ask'], tasks: readonly NewTask[]): Promise<void> {
  const told = tasks.filter(task => !task.quiet)
  const sitting = await sittingAt(tx, ask, told.map(task => task.desk))
  for (const task of told) await notify(tx, sitting.get(deskId(task.desk)) ?? [], { ...noteOf(task), href: task.href })
}
