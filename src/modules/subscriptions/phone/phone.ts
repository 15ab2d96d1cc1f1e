import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { raw } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { throttle } from '#platform/web/throttle.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { inside } from '../inside.ts'
import { portalOf } from '../origin.ts'
import { choiceFrom, choiceInputs } from '../parts/choosing.tsx'
import { addSubscription, subscriberFor, subscriptionsOf } from '../store.ts'

const path = '/api/langganan/ponsel'
const most = 50

/**
 * Takes the address of a browser that agreed to web push. The browser asked its user, and only it knows the address,
 * so nothing needs confirming. Answers where the reader can change or stop it.
 */
export const phoneAddress = raw({
  path,
  method: 'POST',
  may: 'public',
  async handle(context) {
    const { ask, body, db, government, hands, language, request } = context
    await throttle(db, hands.secret, `subscribe connection ${request.ip}`, 30, 3600)
    const parsed = z.object({ address: ask(inside).push.address, ...choiceInputs }).safeParse(body)
    if (!parsed.success) throw Problem.all(parsed.error.issues.map(issue => ({ name: issue.path.join('.'), message: { text: issue.message } })))
    const { endpoint, keys } = parsed.data.address
    const choice = choiceFrom(parsed.data, await ask(unitDirectory).of(government.id))
    const origin = portalOf(context)
    const token = await db.transaction().execute(async tx => {
      const subscriber = await subscriberFor(tx, hands.secret, { channel: 'push', address: JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }), language, origin })
      if ((await subscriptionsOf(tx, subscriber.id)).length >= most) throw new Problem('unit', 'Paling banyak {most} pilihan. Hapus satu dahulu.', { most })
      await addSubscription(tx, subscriber.id, choice, 'at-once')
      await appendAudit(tx, { action: 'public', accountId: null, path, record: ['subscriber', subscriber.id] })
      return subscriber.token
    })
    return Response.json({ manage: `/langganan/kelola/${token}` })
  },
})
