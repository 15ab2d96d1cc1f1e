import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { keepPushAddress } from '#platform/push/people.ts'
import { raw } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { telling } from './contract.ts'

const path = '/api/luring/kabar'

/** Takes the address of a browser whose person wants to be told on it. */
export const tellMe = raw({
  path,
  method: 'POST',
  may: 'signed-in',
  async handle({ ask, body, db, who, hands }) {
    const parsed = z.object({ address: ask(telling).address }).safeParse(body)
    if (!parsed.success) throw new Problem('address', 'Alamat pemberitahuan tidak sah')
    const { endpoint, keys: { p256dh, auth } } = parsed.data.address
    await db.transaction().execute(async tx => {
      await keepPushAddress(tx, hands.secret, who.account!.id, { endpoint, keys: { p256dh, auth } })
      await appendAudit(tx, { action: 'signed-in', accountId: who.account!.id, path, record: ['account', who.account!.id], after: { told: true } })
    })
    return Response.json({ told: true })
  },
})
