import { originOf } from '#platform/config/config.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mail } from '#platform/mail/mail.ts'
import { takeUnmailed } from '#platform/notifications/notifications.ts'
import { toLocal } from '#platform/time/zone.ts'
import { localeOf } from '#platform/web/render.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'

/** Minutes a person has to see it in the browser before it goes by mail. */
const patience = 5

/** Hours in which nobody is written to, in the government's zone. */
const quiet = { from: 21, to: 6 }

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** One mail per person with everything that stayed unread. */
export const mailUnread: Job = {
  name: 'app.mail-unread',
  every: '*/5 * * * *',
  run: ({ services, now }) =>
    everyGovernment(services, async governmentId => {
      const government = await services.ask(governmentDirectory).byId(governmentId)
      if (!government) return
      const hour = Number(toLocal(now, government.zone).slice(11, 13))
      if (hour >= quiet.from || hour < quiet.to) return
      const origin = originOf(services.config, await services.ask(governmentDirectory).hostOf(governmentId))
      await services.database.transaction(governmentId, async tx => {
        const waiting = await takeUnmailed(tx, patience)
        const addresses = await services.ask(people).addresses(tx, [...waiting.keys()])
        for (const [accountId, notes] of waiting) {
          const person = addresses.get(accountId)
          if (!person) continue
          const letter = withLocale(localeOf({ government, language: person.language }, now), () => {
            const lines = notes.map(note => ({ text: t(note.text, note.values), href: origin + note.href }))
            const end = t('Atur surel ini di {address}', { address: `${origin}/pemberitahuan` })
            return {
              subject: notes.length === 1 ? lines[0]!.text : t('{n} pemberitahuan untuk Anda', { n: notes.length }),
              text: [...lines.map(line => `${line.text}\n${line.href}`), end, government.name].join('\n\n'),
              html: `<ul>${lines.map(line => `<li><a href="${escape(line.href)}">${escape(line.text)}</a></li>`).join('')}</ul><p>${escape(end)}</p><p>${escape(government.name)}</p>`,
            }
          })
          await mail(tx, services.jobs, governmentId, { to: person.email, ...letter })
        }
      })
    }),
}
