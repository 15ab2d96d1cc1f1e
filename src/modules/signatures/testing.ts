import { visitor, type Who } from '#platform/access/who.ts'
import { originOf } from '#platform/config/config.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { signing } from './contract.ts'
import { signLetters } from './sign/sign.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
}

const whoOf = (id: string): Who => ({ ...visitor, account: { id, name: '', username: '', email: '', unitId: '', title: null, language: 'id', sessionId: '', strong: false } })

/** Gives somebody a certificate of the test authority. */
export const enrolled = async ({ services }: Opened, place: Place, { accountId, name }: { accountId: string; name: string }, passphrase: string): Promise<void> => {
  const government = await services.ask(governmentDirectory).byId(place.id)
  await services.ask(signing).enrol(place.id, { identifier: accountId, name, organisation: government!.name }, passphrase)
}

/** Signs letters as the person in charge does; throws what kept the first one from it. */
export async function signed({ services }: Opened, place: Place, { accountId, letterIds, passphrase }: { accountId: string; letterIds: readonly string[]; passphrase: string }): Promise<void> {
  const { ask, database, files, jobs, config } = services
  const directory = ask(governmentDirectory)
  const government = (await directory.byId(place.id))!
  const origin = originOf(config, directory.portalOf(place.id))
  const results = await signLetters({
    db: database.of(place.id), who: whoOf(accountId), government, now: new Date(), ask: port => ask(port), hands: { governmentId: place.id, files, jobs, secret: config.secret },
    request: { ip: '127.0.0.1', userAgent: '', headers: new Headers(), origin, official: true, url: '/' },
  }, letterIds, passphrase)
  const failed = results.find(({ error }) => error)
  if (failed) throw failed.error!
}
