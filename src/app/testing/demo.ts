import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { makeLog } from '#platform/observability/log.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { sweep } from '#modules/upkeep/collect.ts'
import { servingUrl } from '../database.ts'
import { tegalAgencies, tegalDivisions, tegalFormation, tegalPeople, tegalPublications, tegalPuskesmas, tegalSchools, tegalSites, type DemoPublication, type DemoSites } from '../demo/content/index.ts'
import { addAttendance } from '../demo/attendance.ts'
import { addAttendanceRecaps } from '../demo/attendance-recaps.ts'
import { addBanners } from '../demo/banners.ts'
import { tegalDatasets } from '../demo/content/datasets.ts'
import { tegalIntakes } from '../demo/content/data-intake.ts'
import { addDataIntake } from '../demo/data-intake.ts'
import { addDataRequests } from '../demo/data-requests.ts'
import { addDatasets } from '../demo/datasets.ts'
import { addDecrees } from '../demo/decrees.ts'
import { addHarvests } from '../demo/harvests.ts'
import { addFormation } from '../demo/formation.ts'
import { addEmployees } from '../demo/employees.ts'
import { addLeave } from '../demo/leave.ts'
import { addNumbering } from '../demo/numbering.ts'
import { addPeople } from '../demo/people.ts'
import { addPublications } from '../demo/publications.ts'
import { addReconciliation } from '../demo/reconciliation.ts'
import { addRollCalls } from '../demo/roll-calls.ts'
import { addSchedules } from '../demo/schedules.ts'
import { addSites } from '../demo/sites.ts'
import { addStandards } from '../demo/standards.ts'
import { addStory } from '../demo/story.ts'
import { addGovernment } from '../demo/units.ts'
import { makeServices } from '../services.ts'
import { testPassword } from './database-server.ts'
import { asSuperuser, databaseAt, openInstallation, type Installation } from './installation.ts'

/** Password of every demo account. */
export const demoPassword = 'pendopo-peragaan'

/** Kabupaten Tegal as in the demo, listening on a port of its own. */
export interface Demo extends Installation {
  government: { id: string; host: string }
  /** Where browsers find its portal, e.g. `http://tegalkab.localhost:40123`. */
  origin: string
}

const template = 'pendopo_demo'

/**
 * Opens a whole installation with the real territory of Kabupaten Tegal, its agencies and schools, one account per
 * role (`demoPassword`), about thirty publications in every state and a site of each template. The first file of a run
 * that asks makes it, in about eight seconds; every other clones it in 0.1 s.
 */
export async function openDemo(env: Record<string, string> = {}): Promise<Demo> {
  const data = join(inject('sharedFolder'), 'demo-data')
  await makeOnce(data)
  const installation = await openInstallation({ PENDOPO_DEMO: 'yes', ...env }, { template, data })
  await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = installation.web.server.server.address() as AddressInfo
  const [government] = await installation.services.ask(governmentDirectory).all()
  const host = `${government!.slug}.localhost:${port}`
  return { ...installation, government: { id: government!.id, host }, origin: `http://${host}` }
}

/** Test files run in several processes; the server's own lock lets one of them make the demo and the others wait. */
async function makeOnce(data: string): Promise<void> {
  if (existsSync(join(data, 'ready'))) return
  const server = inject('serverUrl')
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(8)')
    if (existsSync(join(data, 'ready'))) return
    const unfinished = `${data}-unfinished`
    await asSuperuser(server, `drop database if exists ${template} with (force)`)
    await asSuperuser(server, `create database ${template} template pendopo_template`)
    await mkdir(unfinished, { recursive: true })
    await fill(databaseAt(server, template), unfinished)
    await writeFile(join(unfinished, 'ready'), '')
    await rename(unfinished, data)
  } finally {
    await client.end()
  }
}

async function fill(url: string, data: string): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: data, PENDOPO_DEMO: 'yes', LOG_LEVEL: 'error', DATABASE_POOL: '6' })
  const services = await makeServices(config, servingUrl(url, testPassword), makeLog(config.LOG_LEVEL))
  const owner = openDatabase({ url, max: 2 })
  try {
    const place = await addGovernment(owner, services, {
      regionCode: '33.28', accent: '#0b5a55', address: 'Jl. dr. Soetomo No. 1, Slawi', email: 'portal@tegalkab.example', phone: '(0283) 491000',
      units: [...tegalAgencies, ...tegalDivisions, ...tegalPuskesmas, ...tegalSchools],
    })
    await addPeople(services, place, tegalPeople.filter(person => person.demoAccount))
    await addFormation(services, place, tegalFormation)
    await addEmployees(services, place, tegalPeople.filter(person => person.demoAccount), { units: ['diskominfo', 'dpu', 'bkpsdm', '33.28.10'], each: 12 })
    await addLeave(services, place)
    await addSchedules(services, place)
    await addAttendance(services, place)
    await addAttendanceRecaps(services, place)
    await addRollCalls(services, place)
    await addNumbering(services, place)
    await addDecrees(services, place)
    await addPublications(services, place, aWeekOf(tegalPublications))
    await addSites(services, place, oneOfEach)
    await addBanners(services, place)
    await addStandards(services, place)
    await addDatasets(services, place, tegalDatasets)
    await addStory(services, place)
    await addDataRequests(services, place)
    await addHarvests(services, place)
    await addDataIntake(services, place, tegalIntakes)
    await addReconciliation(services, place)
    await sweep(services, place.governmentId)
  } finally {
    await owner.close()
    await services.close()
  }
}

/** Everything that is not simply published, all corrections and translations, and enough of the rest for a page of news with pictures. */
function aWeekOf(all: readonly DemoPublication[]): DemoPublication[] {
  const special = all.filter(item => (item.state ?? 'published') !== 'published' || item.correction || item.english)
  const illustrated = all.filter(item => item.cover && !special.includes(item)).slice(0, 8)
  const plain = all.filter(item => !item.cover && !special.includes(item)).slice(0, 6)
  return [...special, ...illustrated, ...plain]
}

/** A site of each template in every state, and two thin ones in the subdistrict that has one. */
const oneOfEach: DemoSites = calendar => tegalSites(calendar).filter(({ unit }) => ['33.28.16.2009', 'dpu', '33.28.10', 'smpn-1-slawi', '33.28.10.2005', '33.28.10.1008', '33.28.14.2010'].includes(unit))
