import { notify } from '#platform/notifications/notifications.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { employees, rolls } from '#modules/personnel/contract.ts'
import { signing } from '../contract.ts'
import { markTold, stranded } from '../store.ts'

/** Tells signers that the provider answers again: their passphrase was kept nowhere, so the press is theirs. */
export const lookAfterJob: Job = {
  name: 'signatures.look-after',
  every: '*/2 * * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      const { ask, database } = services
      const db = database.of(governmentId)
      const waiting = await stranded(db)
      const first = waiting[0]
      if (!first) return
      const signer = ask(signing).of(governmentId)
      const employee = signer.test ? null : (await ask(employees).byAccount(db, [first.accountId])).get(first.accountId)
      const identifier = signer.test ? first.accountId : employee && (await ask(rolls).nikOf(db, employee.id))
      // One question for all: it is asked whether the provider answers, not what.
      if (!identifier || !(await signer.canSign(identifier).then(() => true, () => false))) return
      await database.transaction(governmentId, async tx => {
        for (const [accountId, own] of Map.groupBy(waiting, one => one.accountId))
          await notify(tx, [accountId], { text: 'Penyedia tanda tangan menjawab lagi: {n, plural, one {# surat menunggu} other {# surat menunggu}} tanda tangan Anda.', values: { n: own.length }, href: '/kerja/tanda-tangan' })
        await markTold(tx, waiting.map(({ letterId }) => letterId))
      })
    }),
}
