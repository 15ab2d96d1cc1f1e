import { verifyAudit } from '#platform/audit/audit.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Command } from './commands.ts'
import { say, withInstallation } from './context.ts'

/** Proves that no line of the audit was changed or removed. */
export const auditCommand: Command = {
  name: ['audit', 'verify'],
  usage: 'audit verify',
  about: 'Recompute the audit chains; exit code 1 when a line was changed or removed',
  run: () =>
    withInstallation(async ({ owner, services }) => {
      const governments = services.ask(governmentDirectory)
      for (const verdict of await verifyAudit(owner.pool)) {
        const name = (await governments.byId(verdict.governmentId))?.name ?? verdict.governmentId
        if (verdict.brokenAt === null) say(`${name}: ${verdict.entries} entries, all in order. Head ${verdict.head}`)
        else {
          say(`${name}: BROKEN at entry ${verdict.brokenAt} of ${verdict.entries}`)
          process.exitCode = 1
        }
      }
    }),
}
