import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { on, type Heard } from '#platform/events/events.ts'
import type { Services } from '#platform/web/services.ts'
import { pageOwnerChanged, pagePublished, pageWithdrawn } from '#modules/pages/contract.ts'
import { ownerChanged, published, withdrawn } from '#modules/publications/contract.ts'
import { ownAddress } from './check/own-address.ts'
import { readAddress } from './link.ts'
import { dropOrphans, forgetPage, sweepMark, writePage, type Address } from './store.ts'
import { tendedOf, textsOf } from './tended/kinds.ts'
import type { TendedKind, TendedText } from './tended/tended.ts'

/** More links than this in one text are not a text. */
const mostLinks = 500

/** Pages a sweep reads in one round. */
const sweepSize = 300

/** The addresses a text links to, those of this installation told apart. */
async function addressesOf(services: Services, governmentId: string, links: readonly string[]): Promise<Address[]> {
  const found = new Map<string, Address>()
  for (const href of links.slice(0, mostLinks)) {
    const read = readAddress(href)
    if (!read) continue
    if ('path' in read) {
      found.set(read.path, { url: read.path, inside: true })
      continue
    }
    const own = await ownAddress(services, new URL(read.url))
    const url = own?.governmentId === governmentId && own.site === null ? own.path : read.url
    found.set(url, { url, inside: own !== null })
  }
  return [...found.values()]
}

/** Remembers a page and what it links to now; what it no longer links to, or readers no longer see, is forgotten. */
async function collectFrom(services: Services, tx: Tx, governmentId: string, text: TendedText & { kind: TendedKind }): Promise<void> {
  await dropOrphans(tx, text.shown ? await writePage(tx, text, await addressesOf(services, governmentId, text.links)) : await forgetPage(tx, text.id))
}

/** Pages share links: two that write them at once would wait for each other in a circle. */
const takeTurn = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('upkeep.links'), hashtext(platform.current_government()::text))`.execute(tx)

/** Reads the next pages of a slow walk over all of them, which catches what no event told of. */
export async function sweep(services: Services, governmentId: string): Promise<void> {
  const db = services.database.of(governmentId)
  const texts = await textsOf({ db, ask: services.ask, governmentId }, await sweepMark(db), sweepSize)
  const last = texts.length === sweepSize ? texts.at(-1)!.id : null
  await services.database.transaction(governmentId, async tx => {
    await takeTurn(tx)
    for (const text of texts) await collectFrom(services, tx, governmentId, text)
    await sweepMark(tx, last)
  })
}

type Told = Heard<{ id: string }>

/** Reads one page again, because it was published or changed hands. */
const read = (kind: TendedKind) => async ({ services, governmentId, tx, payload: { id } }: Told): Promise<void> => {
  await takeTurn(tx)
  const text = await tendedOf(kind).textOf({ db: tx, ask: services.ask, governmentId }, id)
  if (text) await collectFrom(services, tx, governmentId, { ...text, kind })
  else await forget({ tx, payload: { id } })
}

/** The same, and its links are checked a little later, so that what is published together is checked together. */
const readAndCheck = (kind: TendedKind) => async (told: Told): Promise<void> => {
  await read(kind)(told)
  await told.services.jobs.enqueue(told.tx, 'upkeep.check', told.governmentId, {}, { at: new Date(Date.now() + 10_000) })
}

const forget = async ({ tx, payload }: Pick<Told, 'tx' | 'payload'>): Promise<void> => dropOrphans(tx, await forgetPage(tx, payload.id))

export const listens = [
  on(published, 'upkeep.collect', readAndCheck('publication')),
  on(ownerChanged, 'upkeep.change-owner', read('publication')),
  on(withdrawn, 'upkeep.forget', forget),
  on(pagePublished, 'upkeep.collect-page', readAndCheck('page')),
  on(pageOwnerChanged, 'upkeep.change-page-owner', read('page')),
  on(pageWithdrawn, 'upkeep.forget-page', forget),
]
