import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { seedReferences } from '#platform/reference/reference.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Running } from '../running.ts'
import { holidays, jatengAgencies, jatengPeople, jatengPublications, oldSiteExport, purbalinggaAgencies, purbalinggaPeople, purbalinggaPublications, purbalinggaSites, tegalAgencies, tegalDivisions, tegalFormation, tegalPeople, tegalPublications, tegalPuskesmas, tegalSchools, tegalSites } from './content/index.ts'
import { addArchives } from './archives.ts'
import { addAttendance } from './attendance.ts'
import { addAttendanceRecaps } from './attendance-recaps.ts'
import { addBanners } from './banners.ts'
import { addDataIntake } from './data-intake.ts'
import { addDataRequests } from './data-requests.ts'
import { addDatasets } from './datasets.ts'
import { tegalIntakes } from './content/data-intake.ts'
import { addDecrees } from './decrees.ts'
import { addEmployees } from './employees.ts'
import { addLeave } from './leave.ts'
import { addLetters } from './letters.ts'
import { tegalDatasets } from './content/datasets.ts'
import { tegalIncoming, tegalOutgoing } from './content/letters.ts'
import { addHarvests } from './harvests.ts'
import { addFormation } from './formation.ts'
import { addNumbering } from './numbering.ts'
import { addPeople, type DemoAccount } from './people.ts'
import { addOldSite } from './imported-site.ts'
import { addPublications } from './publications.ts'
import { addReconciliation } from './reconciliation.ts'
import { addRollCalls } from './roll-calls.ts'
import { addSchedules } from './schedules.ts'
import { addSites, auditSites } from './sites.ts'
import { addStory } from './story.ts'
import { addGovernment } from './units.ts'
import { addStandards } from './standards.ts'
import { addUpkeep } from './upkeep.ts'

type Preparing = Pick<Running, 'addresses' | 'services'> & { config: Config }

const accountsFile = (config: Config) => join(config.data, 'demo-accounts.json')

const governments = [
  {
    regionCode: '33.28', accent: '#0b5a55', address: 'Jl. dr. Soetomo No. 1, Slawi', email: 'portal@tegalkab.example', phone: '(0283) 491000',
    units: [...tegalAgencies, ...tegalDivisions, ...tegalPuskesmas, ...tegalSchools], people: tegalPeople, formation: tegalFormation, staff: { units: [...tegalAgencies.map(({ slug }) => slug), '33.28.10', '33.28.02', '33.28.04', '33.28.15'], each: 9 }, publications: tegalPublications,
    oldSite: { unit: 'kecamatan-slawi', file: 'kecslawi.wordpress.xml', content: oldSiteExport() }, sites: tegalSites, incoming: tegalIncoming, outgoing: tegalOutgoing,
  },
  { regionCode: '33.03', accent: '#7a3b12', address: 'Jl. Onje No. 1B, Purbalingga', email: 'portal@purbalinggakab.example', phone: '(0281) 891000', units: purbalinggaAgencies, people: purbalinggaPeople, publications: purbalinggaPublications, sites: purbalinggaSites },
  { regionCode: '33', accent: '#8a1f2b', address: 'Jl. Pahlawan No. 9, Semarang', email: 'portal@jatengprov.example', phone: '(024) 8311000', units: jatengAgencies, people: jatengPeople, publications: jatengPublications },
]

/** Fills an empty installation with three governments, their people and a week of their news. Once. */
export async function fillDemo({ addresses, services, config }: Preparing): Promise<void> {
  if ((await services.ask(governmentDirectory).all()).length > 0) return
  process.stdout.write('Preparing the demo: three governments, their villages, agencies and news …\n')
  const client = new pg.Client({ connectionString: addresses.migrate })
  await client.connect()
  await seedReferences(client, holidays.map(day => ({ list: 'holidays', code: day.date, value: { name: day.name, kind: day.kind }, legalBasis: day.basis, verified: day.verified, validFrom: `${day.date.slice(0, 4)}-01-01` })))
  await client.end()
  const owner = openDatabase({ url: addresses.migrate, max: 2 })
  const accounts: DemoAccount[] = []
  try {
    for (const government of governments) {
      const place = await addGovernment(owner, services, government)
      accounts.push(...(await addPeople(services, place, government.people)))
      if (government.formation) await addFormation(services, place, government.formation)
      if (government.staff) await addEmployees(services, place, government.people, government.staff)
      if (government.staff) await addLeave(services, place)
      if (government.staff) await addSchedules(services, place)
      if (government.staff) await addAttendance(services, place)
      if (government.staff) await addAttendanceRecaps(services, place)
      if (government.staff) await addRollCalls(services, place)
      await addPublications(services, place, government.publications)
      if (government.oldSite) await addOldSite(services, place, government.oldSite)
      if (government.sites) await addSites(services, place, government.sites)
      if (government.incoming) await addNumbering(services, place)
      if (government.incoming) await addLetters(services, place, government.incoming, government.outgoing)
      if (government.incoming) await addDecrees(services, place)
      if (government.incoming) await addArchives(services, place)
      if (government.staff) await addReconciliation(services, place)
      await addUpkeep(services, place)
      if (government.sites) await auditSites(services, place)
      await addBanners(services, place)
      if (government.incoming) await addStandards(services, place)
      if (government.incoming) await addDatasets(services, place, tegalDatasets)
      if (government.incoming) await addStory(services, place)
      if (government.incoming) await addHarvests(services, place)
      if (government.incoming) await addDataRequests(services, place)
      if (government.incoming) await addDataIntake(services, place, tegalIntakes)
    }
  } finally {
    await owner.close()
  }
  await writeFile(accountsFile(config), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
}

/** What to open and whom to sign in as. */
export async function greet(config: Config, running: Running): Promise<string> {
  const port = new URL(running.address).port
  const all = await running.services.ask(governmentDirectory).all()
  const lines = ['', `Pendopo is ready: http://localhost:${port}`, ...all.map(g => `  ${g.name.padEnd(24)} http://${g.slug}.localhost:${port}`)]
  if (config.demo && existsSync(accountsFile(config))) {
    const accounts = JSON.parse(await readFile(accountsFile(config), 'utf8')) as DemoAccount[]
    lines.push('', `Sign in at http://localhost:${port}/masuk (all accounts: ${accountsFile(config)}):`)
    for (const account of accounts.slice(0, 12)) lines.push(`  ${account.role.padEnd(34)} ${account.username.padEnd(22)} ${account.password}`)
  }
  return `${lines.join('\n')}\n\n`
}
