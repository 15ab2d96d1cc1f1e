import { on } from '#platform/events/events.ts'
import { taskHandedOver } from '#modules/inbox/contract.ts'
import { letters } from './contract.ts'

/** Whoever takes over what waited for somebody else may see the letter it is about. */
export const followHandOver = on(taskHandedOver, 'correspondence', async ({ services, tx, payload: { matter, unitId, postId, accountId } }) => {
  if (matter.kind !== 'letter') return
  const desk = postId ? { postId } : accountId ? { accountId } : null
  await services.ask(letters).join(tx, matter.id, [{ unitId, role: 'maker', desk }])
})
