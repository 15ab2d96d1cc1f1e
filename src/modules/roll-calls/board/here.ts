import { covers } from '#platform/access/who.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { attendance } from '#modules/attendance/contract.ts'
import { standingOf, type Call } from '../call.ts'
import { callById, calleesOf } from '../store.ts'

/** The call, for whoever made it and those whose permission reaches its unit. */
export async function visibleCall({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<Call> {
  const call = /^[0-9a-f-]{36}$/.test(params.id!) ? await callById(db, params.id!) : undefined
  if (!call || !(call.accountId === who.account?.id || covers(who.reach('roll-calls.call'), { unitId: call.unitId }))) throw new NotFound()
  return call
}

/** Everyone who was called, and how they stand now. */
export async function boardOf({ db, ask, now, government }: Pick<Context, 'db' | 'ask' | 'now' | 'government'>, call: Call) {
  const callees = await calleesOf(db, call.id)
  const open = callees.filter(({ answer }) => answer === null).map(({ employeeId }) => employeeId)
  const day = dayIn(call.startedAt, government.zone)
  const days = open.length > 0 ? await ask(attendance).daysOf(db, { employeeIds: open }, day, day, now) : new Map()
  return callees.map(callee => {
    const today = days.get(callee.employeeId)?.[0]
    const reason = today?.state === 'explained' ? today.reason : null
    return { ...callee, reason, standing: standingOf(callee, today?.state === 'explained', now > call.endsAt) }
  })
}
