import { randomUUID } from 'node:crypto'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { unitsTopic } from '#modules/organisation/directory.ts'
import { addHolding } from '#modules/organisation/store.ts'
import type { Tables } from '#modules/organisation/tables.ts'
import type { Attachment, Block, PageContent, Picture, Value } from '#modules/pages/contract.ts'
import { hide, nothingIn, save, step } from '#modules/pages/lifecycle.ts'
import { slugOf } from '#modules/pages/page.ts'
import { freeSlug, insertPage, workingById, workingPages, type Page } from '#modules/pages/store.ts'
import { auditDueJob } from '#modules/site-health/audit.ts'
import { sitesPort, type Site } from '#modules/sites/contract.ts'
import { announce } from '#modules/sites/lifecycle.ts'
import { updateSite } from '#modules/sites/store.ts'
import { drawCover, withDates, type DemoBlock, type DemoPage, type DemoPhoto, type DemoSite, type DemoSites } from './content/index.ts'
import { bytesOf } from './content/sites-documents.ts'
import type { Place } from './units.ts'

const oneDay = 86_400_000

/** Pictures and documents of the sites, stored beforehand: drawing inside a transaction would hold it open for nothing. */
interface Stored {
  pictures: Map<string, Picture>
  documents: Map<string, Attachment>
  logos: Map<DemoSite, NonNullable<Site['logo']>>
}

/** Gives units their sites: pages as people filled them, some of them still on their way to the public. */
export async function addSites(services: Services, place: Place, sites: DemoSites): Promise<void> {
  const today = (from: number) => dayIn(new Date(Date.now() + from * oneDay), place.zone)
  const wanted = sites({ year: Number(today(0).slice(0, 4)), day: today })
  const stored = await storeFiles(services, place, wanted)
  const hands: Hands = { governmentId: place.governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  await services.database.transaction(place.governmentId, async tx => {
    for (const site of wanted) await present(tx, site, place)
    await changed(tx, unitsTopic(place.governmentId))
  })
  for (const site of wanted)
    await services.database.transaction(place.governmentId, tx => addSite(tx, hands, services, place, site, stored.logos.get(site) ?? null, block => blockOf(block, place.unit(site.unit).id, stored, today(0))))
}

/** Lets the worker look at the sites as soon as it begins, so that their health is known before its next round. */
export const auditSites = ({ database, jobs }: Services, { governmentId }: Place): Promise<void> => database.transaction(governmentId, tx => jobs.enqueue(tx, auditDueJob.name, governmentId))

/** How a unit is reached and who heads it, as its government has it. */
async function present(tx: Tx, { unit, contact, leaders = [] }: DemoSite, place: Place): Promise<void> {
  const { id } = place.unit(unit)
  if (contact) await tx.withTables<Tables>().updateTable('organisation.unit').set(contact).where('id', '=', id).execute()
  for (const [i, [title, name]] of leaders.entries()) await addHolding(tx, { unitId: id, title, rank: i + 1, name, nip: null, accountId: null, kind: 'definitif', from: '2026-01-02' })
}

async function addSite(tx: Tx, hands: Hands, services: Services, place: Place, site: DemoSite, logo: Site['logo'], made: (block: DemoBlock) => Block): Promise<void> {
  const { id: unitId } = place.unit(site.unit)
  const id = await services.ask(sitesPort).ensure(tx, hands, { unitId, name: site.name, by: null })
  await updateSite(tx, id, { tagline: site.tagline, accent: site.accent ?? null, logo, latitude: site.point.latitude, longitude: site.point.longitude })
  if (logo) await hands.files.setPublic(tx, [logo.fileId], true)
  const known = await workingPages(tx, unitId)
  const written = new Map<DemoPage, string>()
  const write = async (page: DemoPage) => void written.set(page, await writePage(tx, hands, unitId, known, page, made))
  for (const page of site.pages) if (page.state !== 'submitted') await write(page)
  if (!site.draft) await services.ask(sitesPort).publish(tx, hands, id, null)
  for (const page of site.pages) if (page.state === 'submitted') await write(page)
  for (const [{ state, later = [] }, pageId] of written) {
    if (!state) continue
    const page = (await workingById(tx, pageId))!
    if (state === 'submitted') await step(tx, page, 'submit', null)
    if (state === 'changed') await save(tx, hands, page, { ...page.content, blocks: later.map(made) }, null)
    if (state === 'hidden') await hide(tx, hands, page, null)
  }
  await announce(tx, hands.governmentId, unitId)
}

/** Fills a page of the template, or adds one more; answers its id. */
async function writePage(tx: Tx, hands: Hands, unitId: string, known: readonly Page[], page: DemoPage, made: (block: DemoBlock) => Block): Promise<string> {
  const blocks = page.blocks.map(made)
  const present = page.purpose && known.find(one => one.purpose === page.purpose)
  if (present) {
    await save(tx, hands, present, { ...present.content, summary: page.summary, blocks, english: page.english ? { title: present.content.english?.title ?? '', ...page.english } : present.content.english }, null)
    return present.id
  }
  const title = page.title ?? page.purpose ?? ''
  const content: PageContent = { title, summary: page.summary, blocks, english: page.english ? { title, ...page.english } : null }
  const parentId = known.find(one => one.purpose === page.under)?.id ?? null
  return insertPage(tx, { unitId, slug: await freeSlug(tx, unitId, slugOf(title)), purpose: page.purpose ?? null, parentId, position: 100, inMenu: true, content, empty: nothingIn(content), by: null })
}

const keyOf = (unitId: string, name: string) => `${unitId}/${name}`

/** A block as it is stored: with its files, and dates counted from today. */
function blockOf({ kind, values, photos = [], documents = [] }: DemoBlock, unitId: string, stored: Stored, today: string): Block {
  const found: Block['values'] = Object.fromEntries(Object.entries(values).map(([name, value]): [string, Value] => [name, typeof value === 'string' ? withDates(value, today) : value]))
  if (photos.length > 0) found[kind === 'hero' ? 'picture' : 'pictures'] = photos.map(({ alt }) => stored.pictures.get(keyOf(unitId, alt))!)
  if (documents.length > 0) found.documents = documents.map(({ name }) => stored.documents.get(keyOf(unitId, name))!)
  return { id: randomUUID().slice(-12), kind, values: found }
}

async function storeFiles(services: Services, place: Place, sites: readonly DemoSite[]): Promise<Stored> {
  const db = services.database.of(place.governmentId)
  const put = (file: { name: string; mediaType: string; body: Buffer; unitId: string }) => services.files.put(db, place.governmentId, { ...file, public: false, shared: true })
  const blocksOf = (site: DemoSite) => site.pages.flatMap(page => [...page.blocks, ...(page.later ?? [])])
  const drawn = new Map<string, DemoPhoto & { unitId: string; wide: boolean }>()
  const documents: Stored['documents'] = new Map()
  const logos: Stored['logos'] = new Map()
  for (const site of sites) {
    const { id: unitId } = place.unit(site.unit)
    if (site.logo) {
      const { id, width, height } = await put({ name: 'logo.webp', mediaType: 'image/webp', body: Buffer.from(site.logo), unitId })
      logos.set(site, { fileId: id, width: width ?? 240, height: height ?? 240 })
    }
    for (const block of blocksOf(site)) {
      for (const photo of block.photos ?? []) drawn.set(keyOf(unitId, photo.alt), { ...photo, unitId, wide: block.kind === 'hero' })
      for (const document of block.documents ?? []) {
        const { name, title, category, year } = document
        const { mediaType, body } = await bytesOf(document)
        const file = await put({ name, mediaType, body, unitId })
        documents.set(keyOf(unitId, name), { fileId: file.id, name, mediaType, bytes: body.length, title, category: category ?? '', year: year ?? null })
      }
    }
  }
  const waiting = [...drawn]
  const pictures: Stored['pictures'] = new Map()
  const draw = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [key, { motif, alt, unitId, wide }] = next
      // No larger than where they stand and encoded only once: pictures are most of what the sites of a demo cost.
      const [width, height] = wide ? [960, 600] : [640, 400]
      const svg = drawCover(motif, key).replace('width="1600" height="1000"', `width="${width}" height="${height}"`)
      const file = await put({ name: `${slugOf(alt)}.webp`, mediaType: 'image/webp', body: Buffer.from(svg), unitId })
      pictures.set(key, { fileId: file.id, alt, width: file.width ?? width, height: file.height ?? height })
    }
  }
  await Promise.all([draw(), draw()])
  return { pictures, documents, logos }
}
