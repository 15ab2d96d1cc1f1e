import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { posts } from '#modules/organisation/contract.ts'
import type { Seats, Tasks } from './contract.ts'
import { endTasks, insertTasks, openTasks, readTasks, tasksOf } from './store.ts'
import { tellOf } from './tell.ts'

/** Puts tasks on desks and takes them away, for other modules. */
export const makeTasks = ({ ask }: Pick<Services, 'ask'>): Tasks => ({
  async put(tx, tasks) {
    if (tasks.length === 0) return []
    const ids = await insertTasks(tx, tasks)
    await tellOf(tx, ask, tasks)
    return ids
  },
  end: endTasks,
  read: readTasks,
  open: openTasks,
  of: tasksOf,
})

/** Says which positions somebody holds: asked anew each time, because days pass and decrees come. */
export const makeSeats = ({ ask }: Pick<Services, 'ask'>): Seats => ({
  async of({ db, who, government, now }) {
    if (!who.account) return []
    const accountId = who.account.id
    const day = dayIn(now, government.zone)
    const held = await ask(posts).heldBy(db, { accountId }, day)
    if (held.length === 0) return []
    const leading = await ask(posts).inCharge(db, held.map(one => one.postId), day)
    return held.map(({ postId, title, unitId, kind, holdingId }) => ({ postId, title, unitId, kind, inCharge: leading.get(postId)?.holdingId === holdingId }))
  },
})
