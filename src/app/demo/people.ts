import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { accountMaking } from '#modules/identity/contract.ts'
import { addHolding } from '#modules/organisation/store.ts'
import type { DemoPerson } from './content/index.ts'
import { postOf } from './formation.ts'
import type { Place } from './units.ts'

/** A line of `demo-accounts.json`. */
export interface DemoAccount {
  role: string
  username: string
  password: string
  name: string
  unit: string
}

/** Known to everyone, which is why a production installation never has these accounts. */
const password = 'pendopo-peragaan'

/** Adds people with their positions; those who stand for a role get an account whose password is printed. */
export async function addPeople(services: Services, place: Place, people: readonly DemoPerson[]): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  await services.database.transaction(place.governmentId, async tx => {
    for (const person of people) {
      const unit = place.unit(person.unit)
      // Divisions publish through their agency's channel, so that is where their people hold their roles.
      const channel = place.channel(person.unit)
      const title = [person.acting, person.title].filter(Boolean).join(' ')
      const accountId = person.demoAccount
        ? await services.ask(accountMaking).make(tx, {
            username: person.username, nip: person.nip, email: `${person.username}@peragaan.example`, name: person.name, unitId: unit.id, title, password,
            roles: person.roles.map(code => ({ code, unitId: ['administrator', 'leader', 'channel-supervisor', 'personnel-officer', 'archivist', 'walidata', 'pembina-data', 'forum-coordinator'].includes(code) ? place.units.all.find(u => u.kind === 'government')!.id : channel.id })),
          })
        : null
      if (person.demoAccount) accounts.push({ role: person.demoAccount, username: person.username, password, name: person.name, unit: place.units.byId(unit.id)?.name ?? '' })
      if (person.guest) continue
      const kind = person.acting === 'Plt.' ? 'plt' : person.acting === 'Plh.' ? 'plh' : 'definitif'
      // Who stands in does so for three months, and one of them has passed.
      const days = kind === 'definitif' ? { from: '2026-01-02' } : { from: dayIn(new Date(Date.now() - 30 * 86_400_000), place.zone), to: dayIn(new Date(Date.now() + 60 * 86_400_000), place.zone) }
      await addHolding(tx, { unitId: person.office ? place.unit(person.office).id : unit.id, title: person.title, rank: person.rank, name: person.name, nip: person.nip ?? null, accountId, kind, ...days, post: postOf(person.title) })
    }
  })
  return accounts
}
