import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { takeReminders } from './loan-store.ts'

/** Reminds borrowers, and when the day has passed those who keep the archive as well; answers how many loans it was. */
export async function remind({ database, ask }: Pick<Services, 'database' | 'ask'>, governmentId: string, now: Date): Promise<number> {
  const government = await ask(governmentDirectory).byId(governmentId)
  if (!government) return 0
  const today = dayIn(now, government.zone)
  return database.transaction(governmentId, async tx => {
    const due = await takeReminders(tx, today)
    for (const { id, borrower, unitId, number, dueOn } of due) {
      const late = dueOn! < today
      await notify(tx, [borrower], { text: late ? 'Berkas {number} seharusnya sudah kembali pada {until}.' : 'Berkas {number} yang Anda pinjam kembali paling lambat {until}.', values: { number, until: dueOn! }, href: `/kerja/arsip/pinjaman/${id}` })
      const keepers = late ? await ask(people).holding(tx, 'archives.manage', unitId) : []
      await notify(tx, keepers.map(person => person.id).filter(person => person !== borrower), { text: 'Pinjaman berkas {number} lewat waktu sejak {until}.', values: { number, until: dueOn! }, href: `/kerja/arsip/pinjaman/${id}` })
    }
    return due.length
  })
}

export const remindJob: Job = {
  name: 'archives.remind',
  every: '10 1 * * *',
  run: ({ services, now }) => everyGovernment(services, async id => void (await remind(services, id, now))),
}
