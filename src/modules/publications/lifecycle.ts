import type { Who } from '#platform/access/who.ts'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { index, unindex } from '#platform/search/search.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { Context, Hands } from '#platform/web/page.ts'
import { toPlainText } from '#platform/text/markdown.ts'
import { published, withdrawn, type Content, type State } from './contract.ts'
import { may, mayRead, type Subject } from './policy.ts'
import { after, type Event } from './publication.ts'
import { filesTaken, filesTyped, type Publication } from './rows.ts'
import { tables, updatePublication, workingById } from './store.ts'

/** Topics of everything that shows a publication of this unit. */
export const topicsOf = (governmentId: string, publication: Pick<Publication, 'id' | 'unitId'>): string[] => [`publication:${publication.id}`, `publications:${governmentId}`, `channel:${publication.unitId}`]

export const subjectOf = (publication: Publication): Subject => ({ unitId: publication.unitId, ownerId: publication.createdBy, state: publication.state, live: publication.liveVersion !== null })

/** The working copy, if the person may see it; to a stranger it does not exist. */
export async function readable(context: Pick<Context, 'db' | 'who'>, id: string): Promise<Publication> {
  const publication = await workingById(context.db, id)
  if (!publication || !mayRead(context.who, subjectOf(publication))) throw new NotFound()
  return publication
}

/**
 * Takes the working copy for a change: locked, permitted, and still the version the person saw.
 * @throws Conflict when someone saved meanwhile, with their title, summary and text
 */
export async function take(tx: Tx, who: Who, id: string, event: Event, seen?: number): Promise<Publication> {
  const publication = await workingById(tx, id, true)
  if (!publication || !mayRead(who, subjectOf(publication))) throw new NotFound()
  if (!may(who, event, subjectOf(publication))) throw new Refused('Langkah ini tidak dapat dilakukan pada publikasi ini sekarang.')
  if (seen !== undefined && seen !== publication.workingVersion) {
    const { title, summary, body } = publication.content
    throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah, di sampingnya isi yang tersimpan. Simpan sekali lagi untuk memakai isian Anda.', { title, summary, body, version: String(publication.workingVersion) })
  }
  return publication
}

/** Moves a publication on and writes the step into its timeline. */
export async function step(tx: Tx, publication: Publication, event: Event, by: string | null, remarks: string | null = null): Promise<State> {
  const next = after(publication.state, event)
  if (next === null) throw new Error(`${event} cannot happen in ${publication.state}`)
  await tables(tx).insertInto('publications.step').values({ publication_id: publication.id, event, from_state: publication.state, to_state: next, remarks, by, version: publication.workingVersion }).execute()
  if (next !== publication.state) await updatePublication(tx, publication.id, { state: next })
  return next
}

/**
 * Shows the working copy to the public: now, or as of `at` for what was brought in. One that was public before
 * becomes a correction, dated, with its reason.
 */
export async function goLive(tx: Tx, hands: Hands, publication: Publication, by: string | null, options: { at?: Date; reason?: string | null } = {}): Promise<void> {
  const now = new Date()
  const first = publication.liveVersion === null
  const publishedAt = first ? (options.at ?? now) : (publication.publishedAt ?? now)
  await step(tx, publication, 'publish', by, options.reason ?? null)
  if (!first && options.reason) await tables(tx).updateTable('publications.version').set({ correction: options.reason }).where('publication_id', '=', publication.id).where('number', '=', publication.workingVersion).execute()
  await updatePublication(tx, publication.id, {
    live_version: publication.workingVersion,
    visible: !publication.private,
    published_at: publishedAt,
    scheduled_at: null,
    ...(first ? {} : { corrected_at: now }),
  })
  if (publication.private) return
  await openFiles(tx, hands, publication, true)
  await enterSearch(tx, publication, publication.content, publishedAt)
  await tell(tx, published, { id: publication.id, unitId: publication.unitId, kind: publication.kind, correction: !first })
  await changed(tx, ...topicsOf(hands.governmentId, publication))
}

/** Puts what the public sees into the search. */
export async function enterSearch(tx: Tx, publication: Publication, content: Content, at: Date): Promise<void> {
  const { id, kind, unitId } = publication
  const { title, summary, tags, languages: { en } } = content
  const row = await tables(tx).selectFrom('publications.publication').select(['district_code', 'slug']).where('id', '=', id).executeTakeFirstOrThrow()
  const body = [toPlainText(content.body), tags.join(' '), en ? `${en.title} ${en.summary} ${toPlainText(en.body)}` : ''].join('\n')
  await index(tx, { kind: 'publication', id, sort: kind, title, summary, body, href: `/berita/${row.slug}`, unitId, districtCode: row.district_code, at, permission: null })
}

/** Lets officers find the working copy, within their reach, whatever the public sees. */
export async function enterOfficeSearch(tx: Tx, id: string): Promise<void> {
  const publication = await workingById(tx, id)
  if (!publication) return
  const { kind: sort, unitId, createdBy: ownerId, changedAt: at, content: { title, summary, body } } = publication
  await index(tx, { kind: 'working-copy', id, sort, title, summary, body: toPlainText(body), href: `/kerja/publikasi/${id}`, unitId, ownerId, districtCode: null, at, permission: 'publications.read' })
}

const openFiles = (tx: Tx, { files }: Hands, { content, unitId }: Publication, open: boolean) => files.setPublic(tx, filesTaken(content), open, { ids: filesTyped(content), unitId })

/** Takes a publication from the public into the archive. */
export async function archive(tx: Tx, hands: Hands, publication: Publication, by: string | null, remarks: string | null): Promise<void> {
  await step(tx, publication, 'archive', by, remarks)
  await updatePublication(tx, publication.id, { visible: false })
  await openFiles(tx, hands, publication, false)
  await unindex(tx, 'publication', publication.id)
  await tell(tx, withdrawn, { id: publication.id, unitId: publication.unitId })
  await changed(tx, ...topicsOf(hands.governmentId, publication))
}

/** Sets the minute at which it goes live; a job wakes up for it and a sweep catches what a stopped system missed. */
export async function schedule(tx: Tx, hands: Hands, publication: Publication, at: Date, by: string | null): Promise<void> {
  await step(tx, publication, 'schedule', by)
  await updatePublication(tx, publication.id, { scheduled_at: at })
  await hands.jobs.enqueue(tx, 'publications.release-due', hands.governmentId, {}, { at })
}
