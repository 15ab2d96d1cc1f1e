import { changed } from '#platform/db/changes.ts'
import type { Database } from '#platform/db/database.ts'
import { readHost } from '#platform/web/host.ts'
import { governmentsTopic } from '../directory.ts'
import type { Tables } from '../tables.ts'

const tables = (database: Database) => database.shared.withTables<Tables>()

/** A host that cannot be given or taken; the message tells the operator why. */
export class HostRefused extends Error {}

/** The one form in which a host is stored; throws `HostRefused` for what is no name of a portal. */
export function hostName(text: string): string {
  const host = readHost(text.trim())
  if (!host || host.kind === 'address' || host.port) throw new HostRefused(`"${text}" is not a host name. Give a name without protocol and port, such as portal.example.go.id.`)
  return host.name
}

/** Whose a host is, by slug of the government. */
async function ownerOf(database: Database, host: string): Promise<{ id: string; slug: string } | undefined> {
  return tables(database).selectFrom('organisation.government_host as h').innerJoin('organisation.government as g', 'g.id', 'h.government_id').select(['g.id', 'g.slug']).where('h.host', '=', host).executeTakeFirst()
}

/** Pages hear of it too: links in them begin with the government's host. */
const tell = (database: Database, governmentId: string) => changed(database.shared, governmentsTopic, `government:${governmentId}`)

/** Gives a host to a government; runs as the migrating role. False when it has the host already. */
export async function addHost(database: Database, text: string, slug: string): Promise<boolean> {
  const host = hostName(text)
  const government = await tables(database).selectFrom('organisation.government').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!government) {
    const all = await tables(database).selectFrom('organisation.government').select('slug').orderBy('position').execute()
    throw new HostRefused(`There is no government "${slug}". There are: ${all.map(one => one.slug).join(', ')}`)
  }
  const owner = await ownerOf(database, host)
  if (owner?.id === government.id) return false
  if (owner) throw new HostRefused(`${host} belongs to ${owner.slug}. Remove it there first.`)
  await tables(database).insertInto('organisation.government_host').values({ host, government_id: government.id }).execute()
  await tell(database, government.id)
  return true
}

/** Takes a host from its government; the last one stays, so that letters have an address to lead to. */
export async function removeHost(database: Database, text: string): Promise<string> {
  const host = hostName(text)
  const owner = await ownerOf(database, host)
  if (!owner) throw new HostRefused(`${host} belongs to no government.`)
  const { n } = await tables(database).selectFrom('organisation.government_host').select(eb => eb.fn.countAll<bigint>().as('n')).where('government_id', '=', owner.id).executeTakeFirstOrThrow()
  if (Number(n) === 1) throw new HostRefused(`${host} is the only host of ${owner.slug}. Add another one first.`)
  await tables(database).deleteFrom('organisation.government_host').where('host', '=', host).execute()
  await tell(database, owner.id)
  return owner.slug
}
