import type { Tx } from '#platform/db/database.ts'
import { on } from '#platform/events/events.ts'
import { linksOf } from '#platform/text/markdown.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { ownerChanged, published, publicationsPort, withdrawn, type PageText } from '#modules/publications/contract.ts'
import { pathOf, readAddress } from './link.ts'
import { dropOrphans, forgetPage, sweepMark, writePage, type Address } from './store.ts'

/** More links than this in one text are not a text. */
const mostLinks = 500

/** Pages a sweep reads in one round. */
const sweepSize = 300

/** The addresses a text links to, those of this installation told apart. */
async function addressesOf(services: Services, governmentId: string, text: PageText): Promise<Address[]> {
  const governments = services.ask(governmentDirectory)
  const found = new Map<string, Address>()
  for (const href of linksOf(text.body).slice(0, mostLinks)) {
    const read = readAddress(href)
    if (!read) continue
    if ('path' in read) {
      found.set(read.path, { url: read.path, inside: true })
      continue
    }
    const owner = await governments.owning(read.host)
    const url = owner?.id === governmentId ? pathOf(new URL(read.url)) : read.url
    found.set(url, { url, inside: owner !== null })
  }
  return [...found.values()]
}

/** Remembers a page and what it links to now; what it no longer links to is forgotten. */
async function collectFrom(services: Services, tx: Tx, governmentId: string, text: PageText): Promise<void> {
  await dropOrphans(tx, await writePage(tx, text, await addressesOf(services, governmentId, text)))
}

/** Reads one page again, because it was published or changed hands. */
async function collectPage(services: Services, tx: Tx, governmentId: string, id: string): Promise<void> {
  const text = await services.ask(publicationsPort).textOf(tx, id)
  if (text) await collectFrom(services, tx, governmentId, text)
  else await dropOrphans(tx, await forgetPage(tx, id))
}

/** Reads the next pages of a slow walk over all of them, which catches what no event told of. */
export async function sweep(services: Services, governmentId: string): Promise<void> {
  const db = services.database.of(governmentId)
  const texts = await services.ask(publicationsPort).texts(db, await sweepMark(db), sweepSize)
  const last = texts.length === sweepSize ? texts.at(-1)!.id : null
  await services.database.transaction(governmentId, async tx => {
    for (const text of texts) await collectFrom(services, tx, governmentId, text)
    await sweepMark(tx, last)
  })
}

/** A little later than the event, so that what is published together is checked together. */
const soon = () => new Date(Date.now() + 10_000)

export const listens = [
  on(published, 'upkeep.collect', async ({ services, governmentId, tx, payload }) => {
    await collectPage(services, tx, governmentId, payload.id)
    await services.jobs.enqueue(tx, 'upkeep.check', governmentId, {}, { at: soon() })
  }),
  on(ownerChanged, 'upkeep.change-owner', ({ services, governmentId, tx, payload }) => collectPage(services, tx, governmentId, payload.id)),
  on(withdrawn, 'upkeep.forget', async ({ tx, payload }) => dropOrphans(tx, await forgetPage(tx, payload.id))),
]
