import type { Services } from '#platform/web/services.ts'
import { accountMaking } from '#modules/identity/contract.ts'
import { addHolding } from '#modules/organisation/store.ts'
import type { DemoPerson } from './content/index.ts'
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
            roles: person.roles.map(code => ({ code, unitId: ['administrator', 'leader', 'channel-supervisor'].includes(code) ? place.units.all.find(u => u.kind === 'government')!.id : channel.id })),
          })
        : null
      await addHolding(tx, { unitId: unit.id, title: person.title, rank: person.rank, name: person.name, nip: person.nip ?? null, accountId, kind: person.acting === 'Plt.' ? 'plt' : person.acting === 'Plh.' ? 'plh' : 'definitif', from: '2026-01-02' })
      if (person.demoAccount) accounts.push({ role: person.demoAccount, username: person.username, password, name: person.name, unit: place.units.byId(unit.id)?.name ?? '' })
    }
  })
  return accounts
}
