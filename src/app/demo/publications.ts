import { dayIn, fromLocal } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { publicationsPort, type Content, type Picture } from '#modules/publications/contract.ts'
import { goLive, step } from '#modules/publications/lifecycle.ts'
import { slugOf } from '#modules/publications/publication.ts'
import { insertVersion, updatePublication, workingById } from '#modules/publications/store.ts'
import { drawCover, withDates, type DemoPublication } from './content/index.ts'
import type { Place } from './units.ts'

const oneDay = 86_400_000

/** Adds a government's news with dates counted from now, in every state an office knows. */
export async function addPublications(services: Services, place: Place, items: readonly DemoPublication[]): Promise<void> {
  const now = new Date()
  const dayOf = (daysAgo: number) => dayIn(new Date(now.getTime() - daysAgo * oneDay), place.zone)
  const covers = await drawCovers(services, place, items)
  const hands = { governmentId: place.governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  for (const item of items)
    await services.database.transaction(place.governmentId, async tx => {
      const day = dayOf(item.daysAgo)
      const wanted = fromLocal(`${day}T${item.at}`, place.zone)
      // News of this morning is a few minutes old when the demo is made before it.
      const at = item.daysAgo >= 0 && wanted > now ? new Date(now.getTime() - 600_000) : wanted
      const unit = place.channel(item.unit)
      const dated = (text: string) => withDates(text, day)
      const content: Content = {
        title: dated(item.title),
        summary: dated(item.summary),
        body: dated(item.body),
        tags: item.tags,
        cover: covers.get(item.title) ?? null,
        gallery: [],
        attachments: [],
        placeCode: item.place ?? unit.regionCode,
        latitude: null,
        longitude: null,
        activityFrom: item.activity ? dayOf(item.activity.fromDaysAgo) : null,
        activityTo: item.activity ? dayOf(item.activity.toDaysAgo) : null,
        languages: item.english ? { en: { title: dated(item.english.title), summary: dated(item.english.summary), body: dated(item.english.body) } } : {},
      }
      const state = item.state ?? 'published'
      const live = state === 'published' || state === 'archived'
      const id = await services.ask(publicationsPort).bring(tx, {
        unitId: unit.id, kind: item.kind, slug: slugOf(content.title), content, private: false, oldPaths: [], by: null,
        state: live ? 'published' : state === 'scheduled' ? 'scheduled' : 'draft', publishedAt: live ? at : null, scheduledAt: state === 'scheduled' ? at : null,
      })
      if (state === 'submitted' || state === 'returned') {
        await step(tx, (await workingById(tx, id))!, 'submit', null)
        if (state === 'returned') await step(tx, (await workingById(tx, id))!, 'return', null, item.remarks ?? null)
      }
      if (state === 'archived') await services.ask(publicationsPort).withdraw(tx, id, null)
      if (item.correction && state === 'published') {
        const publication = (await workingById(tx, id))!
        await insertVersion(tx, id, 2, content, null, null)
        await step(tx, publication, 'revise', null)
        await updatePublication(tx, id, { working_version: 2 })
        await goLive(tx, hands, (await workingById(tx, id))!, null, { reason: item.correction.reason })
      }
    })
}

/** Draws the covers beforehand: encoding pictures inside a transaction would hold it open for nothing. */
async function drawCovers(services: Services, place: Place, items: readonly DemoPublication[]): Promise<Map<string, Picture>> {
  const { default: sharp } = await import('sharp')
  const covers = new Map<string, Picture>()
  const db = services.database.of(place.governmentId)
  const waiting = items.filter(item => item.cover)
  const draw = async () => {
    for (let item = waiting.pop(); item; item = waiting.pop()) {
      const svg = drawCover(item.cover!.motif, item.title)
      const body = await sharp(Buffer.from(svg)).resize({ width: 1280 }).webp({ quality: 80 }).toBuffer()
      const file = await services.files.put(db, place.governmentId, { name: `${slugOf(item.title)}.webp`, mediaType: 'image/webp', body, unitId: place.unit(item.unit).id, public: false, shared: true })
      covers.set(item.title, { fileId: file.id, alt: item.cover!.alt, width: file.width ?? 1280, height: file.height ?? 800 })
    }
  }
  await Promise.all([draw(), draw()])
  return covers
}
